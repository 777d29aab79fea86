-- Erasing (个人信息保护法 art. 47): the phone of who asks once the account is closed; who it was, once the time of the books
-- is over (会计档案管理办法 art. 14). Entries, histories and the chain of days keep the id, which leads nowhere then.
ALTER TABLE person ADD COLUMN phone_erased_at timestamptz, ADD COLUMN anonymised_at timestamptz;
COMMENT ON COLUMN person.phone_erased_at IS 'since then no phone is on file, at the person''s request';
COMMENT ON COLUMN person.anonymised_at IS 'since then nobody knows who it was (去标识化)';

CREATE TABLE erasure (
    id          uuid        PRIMARY KEY,
    person_id   uuid        NOT NULL REFERENCES person,
    whole       boolean     NOT NULL,
    state       text        NOT NULL CONSTRAINT known_state_of_an_erasure CHECK (state IN ('asked', 'done', 'refused')),
    why         text        NOT NULL DEFAULT '',
    asked_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    CONSTRAINT ended_erasure_has_an_instant CHECK ((state = 'asked') = (ended_at IS NULL)),
    CONSTRAINT refused_erasure_says_why CHECK ((state = 'refused') = (why <> ''))
);
CREATE UNIQUE INDEX one_open_erasure_a_person ON erasure (person_id) WHERE state = 'asked';
CREATE INDEX erasure_of_person ON erasure (person_id, asked_at DESC);
CREATE INDEX erasure_unanswered ON erasure (asked_at, id) WHERE state = 'asked';
COMMENT ON TABLE erasure IS 'erasing personal data, from the question whether anything is against it to its end';
COMMENT ON COLUMN erasure.whole IS 'true: who it was, since the time is over; false: the phone, at the person''s request';
REVOKE UPDATE, DELETE, TRUNCATE ON erasure FROM accounts;
GRANT UPDATE (state, why, ended_at) ON erasure TO accounts;

CREATE INDEX individual_account_by_closing ON individual_account (closed_on, person_id) WHERE closed_on IS NOT NULL;
