-- A company's first registration online (单位缴存登记, R-ACC-6): by somebody without a login, who has proven a phone by a texted code.
-- A maker holds it against the registers and its papers and proposes it, a senior checker decides; only then is there an employer.

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed) VALUES
    ('employer.register_online', '2015-01-01', 0, 'senior', 168, 30, true);

-- A code on its way; kept for a day, so that floods are counted.
CREATE TABLE registration_code (
    id             uuid        PRIMARY KEY,
    phone_sealed   text        NOT NULL,
    phone_hash     text        NOT NULL,
    address_digest text        NOT NULL,
    code_digest    text        NOT NULL,
    sent_at        timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    wrong          integer     NOT NULL DEFAULT 0,
    used_at        timestamptz
);
CREATE INDEX registration_code_of_phone ON registration_code (phone_hash, sent_at);
CREATE INDEX registration_code_of_address ON registration_code (address_digest, sent_at);
CREATE INDEX registration_code_by_age ON registration_code (sent_at);
COMMENT ON COLUMN registration_code.address_digest IS 'keyed hash of the network that asked for it';
REVOKE TRUNCATE ON registration_code FROM accounts;

CREATE TABLE registration (
    id                 uuid        PRIMARY KEY,
    phone_sealed       text        NOT NULL,
    phone_hash         text        NOT NULL,
    state              text        NOT NULL CONSTRAINT known_state_of_a_registration
                                       CHECK (state IN ('begun', 'submitted', 'returned', 'agreed')),
    version            integer     NOT NULL DEFAULT 0,
    token_digest       text        NOT NULL,
    token_until        timestamptz NOT NULL,
    social_credit_code text,
    content_sealed     text,
    begun_at           timestamptz NOT NULL,
    touched_at         timestamptz NOT NULL,
    submitted_at       timestamptz,
    answer             text,
    proposal_id        uuid,
    employer_number    text        REFERENCES employer,
    CONSTRAINT what_is_submitted_is_whole CHECK (state = 'begun'
        OR (social_credit_code IS NOT NULL AND content_sealed IS NOT NULL AND submitted_at IS NOT NULL)),
    CONSTRAINT r_acc_6_sent_back_with_a_reason CHECK (state <> 'returned' OR answer IS NOT NULL),
    CONSTRAINT r_acc_6_agreed_makes_an_employer CHECK ((state = 'agreed') = (employer_number IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_registration_of_a_phone ON registration (phone_hash) WHERE state <> 'agreed';
CREATE UNIQUE INDEX r_acc_6_one_open_registration_of_an_employer ON registration (social_credit_code) WHERE state = 'submitted';
CREATE UNIQUE INDEX registration_by_token ON registration (token_digest);
CREATE INDEX registration_submitted ON registration (submitted_at, id) WHERE state = 'submitted';
CREATE INDEX registration_unfinished ON registration (touched_at) WHERE state IN ('begun', 'returned');
COMMENT ON COLUMN registration.version IS 'one more with each submission: a proposal is about one of them';
COMMENT ON COLUMN registration.content_sealed IS 'what was filled in, as JSON: the company, its legal representative, its operator';
REVOKE TRUNCATE ON registration FROM accounts;

CREATE TABLE registration_paper (
    id              uuid        PRIMARY KEY,
    registration_id uuid        NOT NULL REFERENCES registration,
    name            text        NOT NULL CONSTRAINT a_registration_paper_has_a_name CHECK (btrim(name) <> ''),
    sent_bytes      integer     NOT NULL,
    sent_sha256     text        NOT NULL,
    content_sealed  text        NOT NULL,
    uploaded_at     timestamptz NOT NULL
);
CREATE INDEX registration_paper_of ON registration_paper (registration_id, uploaded_at);
REVOKE UPDATE, TRUNCATE ON registration_paper FROM accounts;
