-- Who is at which piece of work on the staff's desk (认领), until when, and what colleagues are told of it.
CREATE TABLE work_claim (
    service    text        NOT NULL,
    kind       text        NOT NULL,
    item_id    text        NOT NULL CONSTRAINT item_is_bounded CHECK (char_length(item_id) BETWEEN 1 AND 80),
    held_by    uuid        NOT NULL REFERENCES identity,
    handed_by  uuid        REFERENCES identity,
    since      timestamptz NOT NULL,
    until      timestamptz NOT NULL,
    PRIMARY KEY (service, kind, item_id),
    CONSTRAINT a_claim_ends CHECK (until > since),
    CONSTRAINT handed_by_another CHECK (handed_by <> held_by)
);
COMMENT ON TABLE work_claim IS 'binds nobody: who decides is decided where the work lies';
COMMENT ON COLUMN work_claim.handed_by IS 'who handed it over, until the colleague takes it up';
CREATE INDEX work_claim_of_holder ON work_claim (held_by, until);
CREATE INDEX work_claim_that_ended ON work_claim (until);

CREATE TABLE work_note (
    id           uuid        PRIMARY KEY,
    service      text        NOT NULL,
    kind         text        NOT NULL,
    item_id      text        NOT NULL,
    at           timestamptz NOT NULL,
    written_by   uuid        NOT NULL REFERENCES identity,
    text_sealed  text        NOT NULL
);
CREATE INDEX work_note_of_item ON work_note (service, kind, item_id, at);
CREATE INDEX work_note_by_age ON work_note (at);
REVOKE UPDATE, TRUNCATE ON work_note FROM gateway;
