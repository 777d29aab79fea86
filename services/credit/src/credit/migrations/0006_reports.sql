-- Credit reports (信用报告): what was told of a subject at an instant, to whom and why, and how anybody checks it.

CREATE SEQUENCE credit_report_serial;

CREATE TABLE credit_report (
    number         text        PRIMARY KEY CONSTRAINT number_has_its_form CHECK (number ~ '^XYBG\d{17}$'),
    subject_id     uuid        NOT NULL REFERENCES subject,
    ground         text        NOT NULL CONSTRAINT ground_is_known CHECK (ground IN ('self', 'authority')),
    authority_no   text        CONSTRAINT with_its_number CHECK (btrim(authority_no) <> ''),
    purpose        text        NOT NULL CONSTRAINT with_a_purpose CHECK (btrim(purpose) <> ''),
    asked_by       uuid        NOT NULL,
    person_id      uuid,
    asked_on       date        NOT NULL,
    as_of          timestamptz NOT NULL,
    record_ids     uuid[]      NOT NULL,
    versions       integer[]   NOT NULL,
    entry_ids      uuid[]      NOT NULL,
    content_sealed text        NOT NULL,
    code_hash      text        NOT NULL CONSTRAINT code_hash_is_one CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    digest         text        NOT NULL CONSTRAINT digest_is_sm3 CHECK (digest ~ '^[0-9a-f]{64}$'),
    CONSTRAINT authority_is_written CHECK (ground = 'self' OR authority_no IS NOT NULL),
    CONSTRAINT a_version_a_record CHECK (cardinality(record_ids) = cardinality(versions))
);
COMMENT ON COLUMN credit_report.content_sealed IS 'all that is printed, JSON; nothing is added when it is printed again';
COMMENT ON COLUMN credit_report.code_hash IS 'keyed hash of number and check code';
COMMENT ON COLUMN credit_report.person_id IS 'of the services'' people: who asked online about themselves';
COMMENT ON COLUMN credit_report.versions IS 'of each record the version that was told: a report says whether it still stands';
CREATE INDEX report_of_person ON credit_report (person_id, number) WHERE person_id IS NOT NULL;
CREATE INDEX report_at_subject ON credit_report (subject_id, as_of);
CREATE INDEX report_by_day ON credit_report (asked_by, asked_on);

ALTER TABLE look_up ALTER check_id DROP NOT NULL;
ALTER TABLE look_up ADD CONSTRAINT of_a_check_or_a_report CHECK (check_id IS NOT NULL OR matter_id ~ '^XYBG\d{17}$');

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON credit_report FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON credit_report TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (content_sealed) ON credit_report TO %I', runtime_role);
END $$;
