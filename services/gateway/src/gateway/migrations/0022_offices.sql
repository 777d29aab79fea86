-- The centre's offices (管理部): where staff work, and to which of them a piece of work was given. A sign; nobody may do more or less by it.
CREATE TABLE office (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL CONSTRAINT office_name_is_bounded CHECK (char_length(name) BETWEEN 2 AND 30),
    opened_at  timestamptz NOT NULL,
    closed_at  timestamptz
);
CREATE UNIQUE INDEX one_open_office_of_a_name ON office (name) WHERE closed_at IS NULL;
REVOKE DELETE, TRUNCATE ON office FROM gateway;

ALTER TABLE staff_credential ADD COLUMN office_id uuid REFERENCES office;
COMMENT ON COLUMN staff_credential.office_id IS 'where a member of staff works; null: not said';
CREATE INDEX staff_of_office ON staff_credential (office_id) WHERE office_id IS NOT NULL;

CREATE TABLE work_office (
    service    text        NOT NULL,
    kind       text        NOT NULL,
    item_id    text        NOT NULL CONSTRAINT item_is_bounded CHECK (char_length(item_id) BETWEEN 1 AND 80),
    office_id  uuid        NOT NULL REFERENCES office,
    given_by   uuid        NOT NULL REFERENCES identity,
    given_at   timestamptz NOT NULL,
    PRIMARY KEY (service, kind, item_id)
);
COMMENT ON TABLE work_office IS 'to which office a piece of work was given; without one it is where its proposer or who is at it works';
CREATE INDEX work_office_by_age ON work_office (given_at);
