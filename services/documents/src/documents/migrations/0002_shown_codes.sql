-- 亮码可办: codes that citizens of ours show at another centre, and what our staff and hall read of one that was shown to us.

CREATE TABLE shown_code (
    code_id              uuid        PRIMARY KEY,
    person_id            uuid        NOT NULL,
    session_id           text        NOT NULL,
    state                text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'asked', 'open', 'read', 'dead', 'refused')),
    asked_at             timestamptz NOT NULL,
    dies_at              timestamptz NOT NULL CONSTRAINT dies_after_it_was_asked CHECK (dies_at > asked_at),
    code_hash            text        NOT NULL UNIQUE,
    code_sealed          text,
    contributions_sealed text,
    loans_sealed         text,
    id_number_hash       text,
    sheet_sealed         text,
    refusal              text,
    reading_id           uuid,
    read_at              timestamptz,
    read_by              text,
    purpose              text,
    CONSTRAINT read_by_somebody CHECK ((state = 'read') = (reading_id IS NOT NULL)
        AND (reading_id IS NULL) = (read_at IS NULL) AND (reading_id IS NULL) = (read_by IS NULL)
        AND (reading_id IS NULL) = (purpose IS NULL)),
    CONSTRAINT open_has_a_sheet CHECK (state <> 'open' OR sheet_sealed IS NOT NULL AND id_number_hash IS NOT NULL),
    CONSTRAINT only_a_living_code_is_kept CHECK ((state IN ('asked', 'open')) = (code_sealed IS NOT NULL)),
    CONSTRAINT the_dead_tell_nothing CHECK (state NOT IN ('dead', 'refused') OR sheet_sealed IS NULL),
    CONSTRAINT facts_wait_only_to_be_complete CHECK (state = 'asked'
        OR (contributions_sealed IS NULL AND loans_sealed IS NULL)),
    CONSTRAINT refused_has_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL))
);
COMMENT ON TABLE shown_code IS '亮码: until midnight in Asia/Shanghai, or until one centre has read it';
COMMENT ON COLUMN shown_code.session_id IS 'of the login that confirmed it: no other one is shown the code';
COMMENT ON COLUMN shown_code.sheet_sealed IS 'what the reader is told; goes some minutes after the reading, for an answer that was lost';
CREATE UNIQUE INDEX one_living_code_of_a_person ON shown_code (person_id) WHERE state IN ('asked', 'open');
CREATE INDEX shown_code_of_person ON shown_code (person_id, asked_at DESC, code_id DESC);
CREATE INDEX shown_code_to_forget ON shown_code (dies_at) WHERE code_sealed IS NOT NULL OR sheet_sealed IS NOT NULL;

-- What another centre's code says is printed, too; its holder is nobody whom we know.
ALTER TABLE document
    DROP CONSTRAINT kind_is_known,
    ADD CONSTRAINT kind_is_known CHECK (kind IN (
        'contribution', 'cross_city', 'payoff', 'statement', 'repayment_plan', 'entries', 'sheet')),
    ALTER COLUMN person_id DROP NOT NULL,
    ADD CONSTRAINT a_sheet_is_of_another_centres_person CHECK ((kind = 'sheet') = (person_id IS NULL));

CREATE TABLE reading (
    reading_id       uuid        PRIMARY KEY,
    person_id        uuid,
    asked_by         uuid        NOT NULL,
    asked_by_role    text        NOT NULL,
    asked_by_name    text        NOT NULL,
    channel          text        NOT NULL,
    reason           text        NOT NULL,
    case_kind        text        NOT NULL CONSTRAINT case_kind_is_known CHECK (case_kind IN ('withdrawal', 'loan')),
    case_reference   text        NOT NULL CONSTRAINT a_case_is_named CHECK (btrim(case_reference) <> ''),
    state            text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'asked', 'printing', 'filed', 'refused')),
    asked_at         timestamptz NOT NULL,
    dies_at          timestamptz NOT NULL,
    code_sealed      text,
    id_number_sealed text,
    attempts         integer     NOT NULL DEFAULT 0,
    claimed_until    timestamptz NOT NULL DEFAULT '-infinity',
    centre_name      text,
    number           text        UNIQUE REFERENCES document,
    refusal          text,
    finished_at      timestamptz,
    CONSTRAINT staff_say_why CHECK (asked_by_role = 'individual' OR btrim(reason) <> ''),
    CONSTRAINT a_code_is_kept_until_it_is_answered CHECK ((state = 'asked') = (code_sealed IS NOT NULL)
        AND (code_sealed IS NULL) = (id_number_sealed IS NULL)),
    CONSTRAINT printed_has_a_number CHECK ((state IN ('printing', 'filed')) = (number IS NOT NULL)
        AND (number IS NULL) = (centre_name IS NULL)),
    CONSTRAINT refused_has_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT finished_is_final CHECK ((state IN ('filed', 'refused')) = (finished_at IS NOT NULL))
);
COMMENT ON TABLE reading IS 'a code of another centre, read for a case of ours';
COMMENT ON COLUMN reading.dies_at IS 'the midnight after which no such code can be read';
CREATE INDEX reading_of_case ON reading (case_kind, case_reference, asked_at);
CREATE INDEX reading_waiting ON reading (asked_at) WHERE state = 'asked';

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON shown_code, reading FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON shown_code, reading TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, code_sealed, contributions_sealed, loans_sealed, id_number_hash, sheet_sealed,
                    refusal, reading_id, read_at, read_by, purpose) ON shown_code TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, code_sealed, id_number_sealed, attempts, claimed_until, centre_name, number,
                    refusal, finished_at) ON reading TO %I', runtime_role);
END $$;
