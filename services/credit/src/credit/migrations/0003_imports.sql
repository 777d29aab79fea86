-- What is handed in by file: registers and rows of 双公示; kept sealed until it was read, accepted by another person, taken.

CREATE TABLE import_file (
    file_id      uuid        PRIMARY KEY,
    what         text        NOT NULL CONSTRAINT what_is_known CHECK (what IN ('subjects', 'permits', 'penalties')),
    file_name    text        NOT NULL,
    file_bytes   bigint      NOT NULL,
    file_sha256  text        NOT NULL,
    state        text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'received', 'reading', 'flawed', 'unreadable', 'ready', 'taking', 'taken', 'forgotten')),
    attempts     integer     NOT NULL DEFAULT 0,
    leased_until timestamptz,
    rows_read    integer     NOT NULL DEFAULT 0,
    flaws        integer     NOT NULL DEFAULT 0,
    why          text,
    ignored      text[]      NOT NULL DEFAULT '{}',
    digest       text        CONSTRAINT digest_is_sm3 CHECK (digest ~ '^[0-9a-f]{64}$'),
    preview      jsonb,
    uploaded_by  uuid        NOT NULL,
    received_at  timestamptz NOT NULL,
    read_at      timestamptz,
    accepted_at  timestamptz,
    accepted_by  uuid,
    proposal_id  uuid,
    reason       text,
    taken_to     integer     NOT NULL DEFAULT 0,
    taken        integer     NOT NULL DEFAULT 0,
    left_out     integer     NOT NULL DEFAULT 0,
    taken_at     timestamptz,
    CONSTRAINT ready_with_its_digest CHECK (state NOT IN ('ready', 'taking', 'taken') OR digest IS NOT NULL),
    CONSTRAINT accepted_by_two CHECK ((state IN ('taking', 'taken')) = (proposal_id IS NOT NULL)
        AND (proposal_id IS NULL) = (accepted_by IS NULL) AND (accepted_by IS NULL OR accepted_by <> uploaded_by)),
    CONSTRAINT taken_when_over CHECK ((state = 'taken') = (taken_at IS NOT NULL))
);
CREATE INDEX import_to_read ON import_file (received_at) WHERE state IN ('received', 'reading');
CREATE INDEX import_to_take ON import_file (accepted_at) WHERE state = 'taking';
CREATE INDEX import_by_time ON import_file (received_at DESC, file_id);
COMMENT ON COLUMN import_file.attempts IS 'counts readers: who is not the last one may write nothing more';
COMMENT ON COLUMN import_file.taken_to IS 'position of the last row that was taken: a taker that was killed goes on behind it';
COMMENT ON COLUMN import_file.left_out IS 'rows that somebody else had brought in since the preview';

CREATE TABLE import_piece (
    file_id     uuid    NOT NULL REFERENCES import_file ON DELETE CASCADE,
    position    integer NOT NULL,
    data_sealed text    NOT NULL,
    PRIMARY KEY (file_id, position)
);

CREATE TABLE import_row (
    file_id     uuid    NOT NULL REFERENCES import_file ON DELETE CASCADE,
    position    integer NOT NULL,
    row_number  integer NOT NULL,
    standing    text    NOT NULL CONSTRAINT standing_is_known CHECK (standing IN ('new', 'renamed', 'same')),
    subject_id  uuid    REFERENCES subject,
    said        jsonb,
    said_sealed text,
    PRIMARY KEY (file_id, position),
    CONSTRAINT said_is_once CHECK ((said IS NULL) <> (said_sealed IS NULL))
);
COMMENT ON COLUMN import_row.said_sealed IS 'of a natural person: the row, JSON; of a register the keyed hashes are enough';

CREATE TABLE import_flaw (
    file_id    uuid    NOT NULL REFERENCES import_file ON DELETE CASCADE,
    position   integer NOT NULL,
    row_number integer NOT NULL,
    cell       text    NOT NULL,
    field      text    NOT NULL,
    value      text    NOT NULL,
    reason     text    NOT NULL,
    rule       text    NOT NULL,
    PRIMARY KEY (file_id, position)
);
COMMENT ON COLUMN import_flaw.value IS 'what stands there, names and numbers of people masked';

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('GRANT UPDATE (name_hash) ON subject TO %I', runtime_role);
    EXECUTE format('REVOKE ALL ON import_file FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON import_file TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, attempts, leased_until, rows_read, flaws, why, ignored, digest, preview, read_at,
                    accepted_at, accepted_by, proposal_id, reason, taken_to, taken, left_out, taken_at) ON import_file TO %I',
                   runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('import.accept', '2019-01-01', 'checker', 72);
