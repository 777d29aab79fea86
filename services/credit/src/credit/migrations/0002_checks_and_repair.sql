-- What was asked on handling and what was answered; repairs and objections with their days.

CREATE TABLE credit_check (
    check_id     uuid        PRIMARY KEY,
    asked_by     text        NOT NULL,
    matter       text        NOT NULL,
    matter_id    text        NOT NULL,
    purpose      text        NOT NULL,
    asked_on     date        NOT NULL,
    asked_by_id  uuid,
    person_id    uuid,
    subject_code text,
    subject_id   uuid        REFERENCES subject,
    match        text        NOT NULL CONSTRAINT match_is_known CHECK (match IN ('exact', 'name_only', 'none')),
    round        integer     NOT NULL DEFAULT 1,
    result       text        NOT NULL CONSTRAINT result_is_known CHECK (result IN ('clear', 'hits')),
    record_ids   uuid[]      NOT NULL,
    categories   jsonb       NOT NULL,
    data_as_of   timestamptz NOT NULL,
    answered_at  timestamptz NOT NULL,
    digest       text        NOT NULL CONSTRAINT digest_is_sm3 CHECK (digest ~ '^[0-9a-f]{64}$'),
    CONSTRAINT about_one CHECK ((person_id IS NULL) <> (subject_code IS NULL)),
    CONSTRAINT hits_are_records CHECK ((result = 'hits') = (cardinality(record_ids) > 0))
);
CREATE INDEX check_of_matter ON credit_check (matter_id, answered_at);
CREATE INDEX check_of_person ON credit_check (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX check_by_record ON credit_check USING gin (record_ids) WHERE result = 'hits';

CREATE TABLE repair (
    repair_id     uuid        PRIMARY KEY,
    record_id     uuid        NOT NULL REFERENCES record,
    applicant     text        NOT NULL,
    commitment    text        NOT NULL CONSTRAINT committed CHECK (btrim(commitment) <> ''),
    evidence      text[]      NOT NULL CONSTRAINT proof_of_duties CHECK (cardinality(evidence) > 0),
    state         text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'applied', 'not_accepted', 'verifying', 'agreed', 'refused')),
    applied_on    date        NOT NULL,
    accept_due_on date        NOT NULL,
    result_due_on date        NOT NULL,
    entered_by    uuid        NOT NULL,
    decided_at    timestamptz,
    decision      text,
    proposal_id   uuid,
    CONSTRAINT decided_with_a_reason CHECK ((state IN ('not_accepted', 'agreed', 'refused')) = (decided_at IS NOT NULL)
        AND (decided_at IS NULL) = (decision IS NULL)),
    CONSTRAINT repaired_by_two CHECK (state NOT IN ('agreed', 'refused') OR proposal_id IS NOT NULL)
);
CREATE UNIQUE INDEX one_repair_at_a_time ON repair (record_id) WHERE state IN ('applied', 'verifying');
CREATE INDEX repair_due ON repair (result_due_on, repair_id) WHERE state IN ('applied', 'verifying');

CREATE TABLE objection (
    objection_id  uuid        PRIMARY KEY,
    record_id     uuid        NOT NULL REFERENCES record,
    about         text        NOT NULL CONSTRAINT about_is_known CHECK (about IN ('content', 'period', 'subject')),
    words         text        NOT NULL,
    state         text        NOT NULL CONSTRAINT state_is_known CHECK (state IN ('open', 'upheld', 'rejected')),
    raised_on     date        NOT NULL,
    result_due_on date        NOT NULL,
    entered_by    uuid        NOT NULL,
    decided_at    timestamptz,
    decision      text,
    proposal_id   uuid,
    CONSTRAINT decided_by_two CHECK ((state = 'open') = (decided_at IS NULL) AND (decided_at IS NULL) = (decision IS NULL)
        AND (decided_at IS NULL) = (proposal_id IS NULL))
);
CREATE UNIQUE INDEX one_objection_at_a_time ON objection (record_id) WHERE state = 'open';
CREATE INDEX objection_due ON objection (result_due_on, objection_id) WHERE state = 'open';

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON credit_check, repair, objection FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON credit_check, repair, objection TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (round, result, record_ids, categories, data_as_of, answered_at, digest) ON credit_check TO %I',
                   runtime_role);
    EXECUTE format('GRANT UPDATE (state, decided_at, decision, proposal_id) ON repair TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, decided_at, decision, proposal_id) ON objection TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('repair.decide', '2019-01-01', 'checker', 72),
    ('objection.decide', '2019-01-01', 'checker', 72);
