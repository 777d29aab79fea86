-- Sheets of other centres (亮码可办) that documents printed into an application; the sheet itself lies with documents.
-- An event may come before its application is known here, so nothing is referred to.
CREATE TABLE sheet (
    reading_id     uuid        PRIMARY KEY,
    application_id uuid        NOT NULL,
    person_id      uuid,
    number         text        NOT NULL UNIQUE,
    centre_name    text        NOT NULL,
    filed_at       timestamptz NOT NULL
);
CREATE INDEX sheet_of_application ON sheet (application_id, filed_at);
COMMENT ON COLUMN sheet.person_id IS 'who had it read in the hall; it counts for applications of this person only; none at the counter';

REVOKE UPDATE, DELETE, TRUNCATE ON sheet FROM withdrawals;
