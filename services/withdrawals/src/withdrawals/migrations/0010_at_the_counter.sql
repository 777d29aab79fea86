-- Who acts at the counter for the holder of an account (监护人、受托人), taken by two of the staff.
CREATE TABLE counter_act (
    application_id    uuid   PRIMARY KEY REFERENCES application,
    acting            text   NOT NULL CONSTRAINT acting_is_known CHECK (acting IN ('self', 'guardian', 'authorised')),
    agent_name_sealed text,
    agent_id_sealed   text,
    evidence          text[] NOT NULL CONSTRAINT shown_by_documents CHECK (cardinality(evidence) >= 1),
    proposal_id       uuid   NOT NULL,
    taken_by          uuid   NOT NULL,
    decided_by        uuid   NOT NULL,
    CONSTRAINT four_eyes CHECK (taken_by <> decided_by),
    CONSTRAINT who_acts_for_another_has_a_name CHECK (
        (acting = 'self') = (agent_name_sealed IS NULL) AND (acting = 'self') = (agent_id_sealed IS NULL))
);
REVOKE UPDATE, DELETE, TRUNCATE ON counter_act FROM withdrawals;
GRANT UPDATE (agent_name_sealed, agent_id_sealed) ON counter_act TO withdrawals;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES ('counter.apply', '2015-01-01', 0, 'checker', 72, 0, true);
