-- An employer's proposals of another name or ID number of somebody (R-INF-1, R-INF-2). What is wanted is not kept here:
-- the gateway asks the register of identities, or two people of the centre decide, and says how it ended.
CREATE TABLE identity_proposal (
    id              uuid        PRIMARY KEY,
    account_number  text        NOT NULL REFERENCES individual_account,
    person_id       uuid        NOT NULL REFERENCES person,
    employer_number text        NOT NULL REFERENCES employer,
    evidence        text[]      NOT NULL CONSTRAINT r_inf_2_on_evidence CHECK (cardinality(evidence) > 0),
    state           text        NOT NULL CONSTRAINT known_state_of_an_identity_proposal
                                    CHECK (state IN ('asked', 'referred', 'taken', 'refused', 'expired', 'withdrawn')),
    reason_text     text,
    asked_by        text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT ended_proposal_has_an_instant CHECK ((state IN ('asked', 'referred')) = (ended_at IS NULL))
);
CREATE INDEX identity_proposal_of_employer ON identity_proposal (employer_number, asked_at);
CREATE INDEX identity_proposal_by_account ON identity_proposal (account_number, asked_at);
CREATE INDEX identity_proposal_by_person ON identity_proposal (person_id, asked_at);
REVOKE DELETE, TRUNCATE ON identity_proposal FROM accounts;
