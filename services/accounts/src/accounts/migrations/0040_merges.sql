-- Merging 合并: somebody is known as two people, by an old number or a wrong one, with an account each (R-ACC-8). Two people
-- propose and agree which goes; the others are asked whether anything is under way; then one transaction moves it all.
ALTER TABLE reservation DROP CONSTRAINT known_purpose, ADD CONSTRAINT known_purpose
    CHECK (purpose IN ('withdrawal', 'transfer_out', 'merge'));
COMMENT ON COLUMN reservation.application_id IS 'of a transfer out the letter (联系函), of a merge the merge';

CREATE TABLE account_merge (
    id                uuid        PRIMARY KEY,
    goes_account      text        NOT NULL REFERENCES individual_account,
    stays_account     text        NOT NULL REFERENCES individual_account,
    goes_person       uuid        NOT NULL REFERENCES person,
    stays_person      uuid        NOT NULL REFERENCES person,
    matched_by        text        NOT NULL CONSTRAINT known_match CHECK (matched_by IN ('same_number', 'slip', 'register')),
    state             text        NOT NULL CONSTRAINT known_state_of_a_merge
        CHECK (state IN ('asked', 'merged', 'busy', 'expired', 'called_off')),
    maker_id          uuid        NOT NULL,
    checker_id        uuid        NOT NULL,
    reason            text        NOT NULL,
    evidence          text[]      NOT NULL CONSTRAINT a_merge_is_shown CHECK (cardinality(evidence) > 0),
    asked_at          timestamptz NOT NULL,
    answer_by         timestamptz NOT NULL,
    withdrawals_free  boolean     NOT NULL DEFAULT false,
    loans_free        boolean     NOT NULL DEFAULT false,
    why               text        NOT NULL DEFAULT '',
    ended_at          timestamptz,
    principal_fen     bigint,
    interest_fen      bigint,
    CONSTRAINT two_accounts_merge CHECK (goes_account <> stays_account AND goes_person <> stays_person),
    CONSTRAINT two_people_merge CHECK (maker_id <> checker_id),
    CONSTRAINT ended_merge_has_an_instant CHECK ((state = 'asked') = (ended_at IS NULL)),
    CONSTRAINT merged_once_all_are_free CHECK (state <> 'merged' OR (withdrawals_free AND loans_free)),
    CONSTRAINT merged_says_what_moved CHECK ((state = 'merged') = (num_nonnulls(principal_fen, interest_fen) = 2))
);
CREATE UNIQUE INDEX one_open_merge_of_who_goes ON account_merge (goes_person) WHERE state IN ('asked', 'merged');
CREATE UNIQUE INDEX one_open_merge_of_who_stays ON account_merge (stays_person) WHERE state = 'asked';
CREATE INDEX account_merge_newest ON account_merge (asked_at DESC, id);
COMMENT ON TABLE account_merge IS 'merging 合并 of two accounts of one person, from the decision of two to its end';
COMMENT ON COLUMN account_merge.matched_by IS 'same_number: in 15 and 18 digits; slip: nearly the same; register: the word of the register of identities';
REVOKE DELETE, TRUNCATE ON account_merge FROM accounts;
REVOKE UPDATE ON account_merge FROM accounts;
GRANT UPDATE (state, withdrawals_free, loans_free, why, ended_at, principal_fen, interest_fen) ON account_merge TO accounts;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed) VALUES
    ('account.merge', '2015-01-01', 0, 'senior', 72, 30, true);
