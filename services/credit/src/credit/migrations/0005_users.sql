-- Who may look up at the platform (授权用户), and each look-up, chained.

CREATE TABLE credit_user (
    identity_id     uuid        PRIMARY KEY,
    unit_code       text        NOT NULL CONSTRAINT unit_has_its_code CHECK (unit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    unit_name       text        NOT NULL,
    county          text        NOT NULL,
    role            text        NOT NULL CONSTRAINT role_is_known CHECK (role IN (
        'asker', 'reporter', 'repair_officer', 'unit_admin', 'auditor')),
    authorised_on   date        NOT NULL,
    proposal_id     uuid        NOT NULL,
    confirmed_until date        NOT NULL,
    last_used_on    date        NOT NULL,
    shut_at         timestamptz,
    shut_reason     text,
    CONSTRAINT shut_with_a_reason CHECK ((shut_at IS NULL) = (shut_reason IS NULL))
);
CREATE INDEX user_of_unit ON credit_user (county, unit_code, identity_id);
COMMENT ON COLUMN credit_user.confirmed_until IS 'last day on which the unit stands for this user: the quarter after the one in which it said so';

CREATE TABLE look_up (
    number        bigint      PRIMARY KEY,
    looked_at     timestamptz NOT NULL,
    identity_id   uuid        NOT NULL,
    unit_code     text        NOT NULL,
    check_id      uuid        NOT NULL REFERENCES credit_check,
    matter_id     text        NOT NULL,
    purpose       text        NOT NULL CONSTRAINT with_a_purpose CHECK (btrim(purpose) <> ''),
    subject_id    uuid        REFERENCES subject,
    subject_hash  text        NOT NULL,
    shown         text[]      NOT NULL,
    address       text        NOT NULL,
    result_digest text        NOT NULL,
    previous      text        NOT NULL,
    digest        text        NOT NULL CONSTRAINT digest_is_sm3 CHECK (digest ~ '^[0-9a-f]{64}$')
);
CREATE INDEX look_up_of_user ON look_up (identity_id, looked_at);
CREATE INDEX look_up_at_subject ON look_up (subject_id, looked_at);
COMMENT ON COLUMN look_up.digest IS 'SM3 of this row and of the one before: none can be changed or left out unseen (R-CRD-33)';

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON credit_user, look_up FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON credit_user, look_up TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (unit_code, unit_name, county, role, authorised_on, proposal_id, confirmed_until,
                    last_used_on, shut_at, shut_reason) ON credit_user TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('user.authorise', '2019-01-01', 'checker', 72),
    ('check.bulk', '2019-01-01', 'checker', 72);
