-- What an employer's operator has filled in of a page and not submitted yet (草稿): it survives the session, and the other
-- operators see it. Sealed, for sheets of new staff name people. Without content it was submitted or thrown away; the
-- version goes on, so that whoever still has an older one does not write over it.
CREATE TABLE page_draft (
    employer_number text        NOT NULL REFERENCES employer,
    page            text        NOT NULL CONSTRAINT page_has_a_name CHECK (page ~ '^[a-z]{2,20}$'),
    version         integer     NOT NULL CONSTRAINT draft_versions_count_up CHECK (version > 0),
    content_sealed  text,
    saved_by        text        NOT NULL,
    saved_name      text        NOT NULL,
    saved_at        timestamptz NOT NULL,
    PRIMARY KEY (employer_number, page)
);
CREATE INDEX page_draft_by_age ON page_draft (saved_at);
REVOKE TRUNCATE ON page_draft FROM accounts;
