-- What the fund decided about people (资金使用限制, R-WDR-14): each becomes a row of 双公示 that two people publish (R-CRD-4).

CREATE TABLE fund_decision (
    decision_id uuid        PRIMARY KEY,
    person_id   uuid        NOT NULL,
    cause       text        NOT NULL,
    found_on    date        NOT NULL,
    ends_on     date        NOT NULL,
    document_no text        NOT NULL CONSTRAINT with_its_number CHECK (btrim(document_no) <> ''),
    state       text        NOT NULL CONSTRAINT state_is_known CHECK (state IN ('waiting', 'drafted', 'by_hand', 'over', 'lifted')),
    record_id   uuid        REFERENCES record,
    heard_at    timestamptz NOT NULL,
    CONSTRAINT drafted_is_a_record CHECK (state <> 'drafted' OR record_id IS NOT NULL),
    CONSTRAINT found_before_it_ends CHECK (found_on <= ends_on)
);
COMMENT ON TABLE fund_decision IS 'bans as withdrawals tells them; lifted is the last word, in whichever order it is heard';
COMMENT ON COLUMN fund_decision.state IS 'waiting: the register does not know the person yet; by_hand: somebody had entered the number; over: heard when it had ended';
CREATE INDEX decision_to_draft ON fund_decision (heard_at, decision_id) WHERE state = 'waiting';
CREATE INDEX decision_of_person ON fund_decision (person_id);

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON fund_decision FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON fund_decision TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, record_id) ON fund_decision TO %I', runtime_role);
END $$;
