-- Identities, their credentials, login challenges, sessions, signing keys, limits, and every login attempt.

CREATE TABLE identity (
    id              uuid        PRIMARY KEY,
    role            text        NOT NULL CONSTRAINT role_is_known CHECK (role IN (
        'individual', 'employer_operator', 'staff_maker', 'staff_checker', 'staff_admin', 'kiosk')),
    id_number_hash  text,
    name_sealed     text        NOT NULL,
    phone_sealed    text,
    person_id       uuid,
    employer_number text,
    created_at      timestamptz NOT NULL,
    disabled_at     timestamptz,
    CONSTRAINT individual_is_a_person CHECK ((role = 'individual') = (person_id IS NOT NULL)),
    CONSTRAINT operator_has_an_employer CHECK (
        (role = 'employer_operator') = (employer_number IS NOT NULL)),
    CONSTRAINT codes_reach_a_phone CHECK (role NOT IN ('individual', 'employer_operator')
        OR (id_number_hash IS NOT NULL AND phone_sealed IS NOT NULL))
);

-- One identity per human and capacity (R-ACC-8): an individual, an operator of one employer, one staff role.
CREATE UNIQUE INDEX one_individual_per_id ON identity (id_number_hash) WHERE role = 'individual';
CREATE UNIQUE INDEX one_individual_per_person ON identity (person_id) WHERE role = 'individual';
CREATE UNIQUE INDEX one_operator_per_id_and_employer ON identity (id_number_hash, employer_number)
    WHERE role = 'employer_operator';
CREATE UNIQUE INDEX one_staff_role_per_person ON identity (id_number_hash)
    WHERE role LIKE 'staff%' AND disabled_at IS NULL;

-- What staff log in with. Without a password hash the person has yet to activate the login.
CREATE TABLE staff_credential (
    identity_id         uuid PRIMARY KEY REFERENCES identity,
    login               text NOT NULL CONSTRAINT login_is_taken UNIQUE
        CONSTRAINT login_is_plain CHECK (login ~ '^[a-z][a-z0-9._-]{2,39}$'),
    password_hash       text,
    totp_secret_sealed  text,
    totp_last_step      bigint NOT NULL DEFAULT 0,
    activation_hash     text,
    activation_until    timestamptz,
    created_by          uuid,
    CONSTRAINT password_and_totp_together CHECK (
        (password_hash IS NULL) = (totp_secret_sealed IS NULL)),
    CONSTRAINT activation_ends CHECK ((activation_hash IS NULL) = (activation_until IS NULL))
);

-- What a self-service terminal logs in with; the secret is random, hence a plain hash.
CREATE TABLE device_credential (
    identity_id uuid PRIMARY KEY REFERENCES identity,
    client_id   text NOT NULL CONSTRAINT client_id_is_taken UNIQUE,
    secret_hash text NOT NULL
);

-- A one-time code. An ID number that is not known has challenges too, so that nobody can tell.
CREATE TABLE challenge (
    id           uuid        PRIMARY KEY,
    subject_hash text        NOT NULL,
    identity_id  uuid        REFERENCES identity,
    code_hash    text        NOT NULL,
    state        text        NOT NULL CONSTRAINT challenge_state_is_known CHECK (state IN (
        'active', 'used', 'exhausted', 'superseded')),
    wrong_codes  integer     NOT NULL DEFAULT 0
        CONSTRAINT five_wrong_codes_at_most CHECK (wrong_codes BETWEEN 0 AND 5),
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    CONSTRAINT challenge_ends_after_it_begins CHECK (expires_at > created_at),
    CONSTRAINT exhausted_by_wrong_codes CHECK ((state = 'exhausted') = (wrong_codes = 5))
);
CREATE UNIQUE INDEX one_active_challenge ON challenge (subject_hash) WHERE state = 'active';
CREATE INDEX challenge_of_subject ON challenge (subject_hash, created_at DESC);
CREATE INDEX challenge_by_age ON challenge (expires_at);

CREATE FUNCTION refuse_second_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'challenge % cannot go from % to %', OLD.id, OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_code_works_once';
END $$;

CREATE TRIGGER a_code_works_once BEFORE UPDATE ON challenge FOR EACH ROW
    WHEN (OLD.state <> 'active') EXECUTE FUNCTION refuse_second_use();

-- Failures in a row of whoever logs in as the subject, known or not, and until when it must wait.
CREATE TABLE login_lock (
    subject_hash text        PRIMARY KEY,
    failures     integer     NOT NULL CONSTRAINT failures_count_up CHECK (failures > 0),
    failed_at    timestamptz NOT NULL,
    locked_until timestamptz
) WITH (fillfactor = 80);
CREATE INDEX login_lock_by_age ON login_lock (failed_at);

-- A login and the family of refresh tokens that continue it.
CREATE TABLE session (
    id           uuid        PRIMARY KEY,
    identity_id  uuid        NOT NULL REFERENCES identity,
    challenge_id uuid        CONSTRAINT one_session_per_code UNIQUE,
    channel      text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text        CONSTRAINT end_reason_is_known CHECK (end_reason IN (
        'logged_out', 'refresh_reused', 'disabled', 'activated_anew')),
    CONSTRAINT end_has_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX session_of_identity ON session (identity_id) WHERE ended_at IS NULL;
CREATE INDEX session_by_age ON session (expires_at);

-- Only hashes. `used_at` says when it was exchanged for its successor.
CREATE TABLE refresh_token (
    token_hash text        PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES session ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE UNIQUE INDEX one_live_token_per_session ON refresh_token (session_id) WHERE used_at IS NULL;
CREATE INDEX refresh_token_of_session ON refresh_token (session_id);

-- A key signs from `signs_from` until the next one does, and is published until its last token has expired.
CREATE TABLE signing_key (
    key_id         text        PRIMARY KEY,
    private_sealed text        NOT NULL,
    public_jwk     jsonb       NOT NULL,
    created_at     timestamptz NOT NULL,
    signs_from     timestamptz NOT NULL CONSTRAINT keys_follow_each_other UNIQUE,
    withdrawn_at   timestamptz,
    CONSTRAINT published_before_it_signs CHECK (created_at <= signs_from)
);

-- Fixed windows; a bucket is named after what it limits.
CREATE TABLE rate_limit (
    bucket       text        NOT NULL,
    window_start timestamptz NOT NULL,
    used         integer     NOT NULL CONSTRAINT use_counts_up CHECK (used > 0),
    PRIMARY KEY (bucket, window_start)
) WITH (fillfactor = 80);
CREATE INDEX rate_limit_by_age ON rate_limit (window_start);

-- Every attempt to log in, to go on or to leave (R-CRT-4); written once.
CREATE TABLE login_attempt (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    subject_hash text,
    identity_id  uuid,
    session_id   uuid,
    channel      text,
    address      inet,
    outcome      text        NOT NULL
);
CREATE INDEX login_attempt_of_identity ON login_attempt (identity_id, id DESC);

-- What administrators did to whom; written once.
CREATE TABLE staff_action (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    actor_id    uuid        NOT NULL,
    action      text        NOT NULL,
    identity_id uuid
);

REVOKE UPDATE, DELETE, TRUNCATE ON login_attempt, staff_action FROM gateway;
REVOKE DELETE, TRUNCATE ON identity, staff_credential, device_credential FROM gateway;
