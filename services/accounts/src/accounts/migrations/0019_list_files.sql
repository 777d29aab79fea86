-- Monthly lists that employers upload as files (当月汇缴): kept sealed until they are read and accepted, then deleted.

CREATE TABLE list_file (
    id              uuid        PRIMARY KEY,
    employer_number text        NOT NULL REFERENCES employer,
    month           date        NOT NULL CONSTRAINT file_month_is_a_first CHECK (extract(day FROM month) = 1),
    file_name       text        NOT NULL,
    file_bytes      bigint      NOT NULL,
    file_sha256     text        NOT NULL,
    state           text        NOT NULL CONSTRAINT known_file_state CHECK (state IN
                        ('received', 'reading', 'flawed', 'unreadable', 'ready', 'accepted', 'superseded')),
    attempts        integer     NOT NULL DEFAULT 0,
    leased_until    timestamptz,
    rows_read       integer     NOT NULL DEFAULT 0,
    flaws           integer     NOT NULL DEFAULT 0,
    why             text,
    columns         jsonb       NOT NULL DEFAULT '{}',
    ignored         text[]      NOT NULL DEFAULT '{}',
    preview         jsonb,
    digest          text,
    list_id         uuid        UNIQUE REFERENCES remittance_list,
    uploaded_by     text        NOT NULL,
    received_at     timestamptz NOT NULL,
    read_at         timestamptz,
    accepted_at     timestamptz,
    CONSTRAINT ready_with_its_digest CHECK (state NOT IN ('ready', 'accepted') OR digest IS NOT NULL),
    CONSTRAINT accepted_with_its_list CHECK ((state = 'accepted') = (list_id IS NOT NULL))
);
CREATE INDEX list_file_to_read ON list_file (received_at) WHERE state IN ('received', 'reading');
CREATE INDEX list_file_by_employer ON list_file (employer_number, received_at DESC);
COMMENT ON COLUMN list_file.attempts IS 'counts readers: who is not the last one may write nothing more';
COMMENT ON COLUMN list_file.columns IS 'field → column from 0';
COMMENT ON COLUMN list_file.digest IS 'of the lines that were previewed; the list that is accepted has the same';

-- The file itself, base64 of it sealed in pieces; gone when it was accepted or its days are over.
CREATE TABLE list_file_piece (
    file_id     uuid    NOT NULL REFERENCES list_file ON DELETE CASCADE,
    position    integer NOT NULL,
    data_sealed text    NOT NULL,
    PRIMARY KEY (file_id, position)
);

CREATE TABLE list_file_flaw (
    file_id      uuid    NOT NULL REFERENCES list_file ON DELETE CASCADE,
    position     integer NOT NULL,
    row_number   integer NOT NULL,
    column_index integer,
    field        text    NOT NULL,
    value        text    NOT NULL,
    reason       text    NOT NULL,
    allowed      text    NOT NULL,
    rule         text    NOT NULL,
    PRIMARY KEY (file_id, position)
);
COMMENT ON COLUMN list_file_flaw.value IS 'what stands there, names and numbers of people masked';

-- What was read, without personal data. Unlogged: after a crash of the database the file is uploaded again.
CREATE UNLOGGED TABLE list_file_row (
    file_id        uuid    NOT NULL REFERENCES list_file ON DELETE CASCADE,
    row_number     integer NOT NULL,
    account_number text    NOT NULL,
    base_fen       bigint  NOT NULL,
    employer_fen   bigint  NOT NULL,
    employee_fen   bigint  NOT NULL,
    reason         text    NOT NULL,
    PRIMARY KEY (file_id, row_number)
);
COMMENT ON COLUMN list_file_row.employer_fen IS 'as the base and the ratios make it, not as the file says';

-- What a list is, in one text: the same lines, the same digest.
CREATE FUNCTION list_line_text(account_number text, base_fen bigint, employer_fen bigint, employee_fen bigint)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT account_number || '|' || base_fen || '|' || employer_fen || '|' || employee_fen
$$;
