-- Fines of the fund on employers, as accounts tells them: each becomes a row of 双公示 that two people publish (R-CRD-4).

CREATE TABLE fund_penalty (
    penalty_id         uuid        PRIMARY KEY,
    social_credit_code text        NOT NULL,
    document_no        text        NOT NULL CONSTRAINT with_its_number CHECK (btrim(document_no) <> ''),
    said               jsonb,
    legal_representative_sealed text,
    state              text        NOT NULL CONSTRAINT state_is_known CHECK (state IN ('waiting', 'drafted', 'by_hand', 'over', 'lifted')),
    record_id          uuid        REFERENCES record,
    heard_at           timestamptz NOT NULL,
    CONSTRAINT drafted_is_a_record CHECK (state <> 'drafted' OR record_id IS NOT NULL),
    CONSTRAINT said_unless_lifted CHECK (state = 'lifted' OR (said IS NOT NULL AND legal_representative_sealed IS NOT NULL))
);
COMMENT ON COLUMN fund_penalty.state IS 'waiting: no firm stands in the register under this name and code; by_hand: somebody had entered the number; over: its time of publication had ended when it could be drafted; lifted is the last word, in whichever order it is heard';
CREATE INDEX penalty_to_draft ON fund_penalty (heard_at, penalty_id) WHERE state = 'waiting';

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON fund_penalty FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON fund_penalty TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, record_id, legal_representative_sealed) ON fund_penalty TO %I', runtime_role);
END $$;
