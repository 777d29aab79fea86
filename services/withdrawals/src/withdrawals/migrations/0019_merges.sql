-- Merging 合并 of one person's two accounts, as accounts asks about it and ends it (R-ACC-8): whoever goes begins nothing new
-- from the answer on; what came to its end stays so, whichever is heard first.
CREATE TABLE person_merge (
    merge_id     uuid        PRIMARY KEY,
    goes_person  uuid        NOT NULL,
    stays_person uuid        NOT NULL,
    state        text        NOT NULL CONSTRAINT merge_state_is_known CHECK (state IN ('asked', 'ended', 'merged')),
    heard_at     timestamptz NOT NULL
);
CREATE INDEX person_merge_of_who_goes ON person_merge (goes_person) WHERE state <> 'ended';
REVOKE DELETE, TRUNCATE ON person_merge FROM withdrawals;

ALTER TABLE brake ADD COLUMN merged_at timestamptz;
COMMENT ON COLUMN brake.merged_at IS 'when another account of the same person came to the own one: nothing goes out for hours';
