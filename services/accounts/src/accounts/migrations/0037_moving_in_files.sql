-- Accounts and balances of an older system that move in by files (期初), a city at a time: read and checked row by
-- row, compared with the former books, signed by two people, then booked employer by employer.

CREATE TABLE moving_in_batch (
    id          uuid        PRIMARY KEY,
    as_of       date        NOT NULL,
    source      text        NOT NULL,
    state       text        NOT NULL DEFAULT 'open'
                    CONSTRAINT known_batch_state CHECK (state IN ('open', 'signed', 'booked', 'dropped')),
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL,
    maker_id    uuid,
    checker_id  uuid,
    signed_at   timestamptz,
    ended_at    timestamptz,
    CONSTRAINT two_people_sign CHECK (checker_id <> maker_id),
    CONSTRAINT signed_by_two CHECK (state NOT IN ('signed', 'booked')
        OR (maker_id IS NOT NULL AND checker_id IS NOT NULL AND signed_at IS NOT NULL)),
    CONSTRAINT ended_at_some_time CHECK ((state IN ('booked', 'dropped')) = (ended_at IS NOT NULL))
);
CREATE INDEX moving_in_batch_signed ON moving_in_batch (signed_at) WHERE state = 'signed';
COMMENT ON COLUMN moving_in_batch.as_of IS 'the day from which interest runs here; what was due before is in the balances';

CREATE TABLE moving_in_file (
    id           uuid        PRIMARY KEY,
    batch_id     uuid        NOT NULL REFERENCES moving_in_batch ON DELETE CASCADE,
    kind         text        NOT NULL CONSTRAINT known_file_kind CHECK (kind IN ('accounts', 'controls')),
    file_name    text        NOT NULL,
    file_bytes   bigint      NOT NULL,
    file_sha256  text        NOT NULL,
    state        text        NOT NULL CONSTRAINT known_file_state
                     CHECK (state IN ('received', 'reading', 'flawed', 'unreadable', 'ready')),
    attempts     integer     NOT NULL DEFAULT 0,
    leased_until timestamptz,
    rows_read    integer     NOT NULL DEFAULT 0,
    flaws        integer     NOT NULL DEFAULT 0,
    why          text,
    ignored      text[]      NOT NULL DEFAULT '{}',
    uploaded_by  text        NOT NULL,
    received_at  timestamptz NOT NULL,
    read_at      timestamptz,
    CONSTRAINT a_name_is_one_file UNIQUE (batch_id, kind, file_name)
);
CREATE INDEX moving_in_file_to_read ON moving_in_file (received_at) WHERE state IN ('received', 'reading');
COMMENT ON COLUMN moving_in_file.attempts IS 'counts readers: who is not the last one may write nothing more';

CREATE TABLE moving_in_piece (
    file_id     uuid    NOT NULL REFERENCES moving_in_file ON DELETE CASCADE,
    position    integer NOT NULL,
    data_sealed text    NOT NULL,
    PRIMARY KEY (file_id, position)
);

CREATE TABLE moving_in_flaw (
    file_id      uuid    NOT NULL REFERENCES moving_in_file ON DELETE CASCADE,
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
COMMENT ON COLUMN moving_in_flaw.value IS 'what stands there, names and numbers of people masked';

CREATE TABLE moving_in_row (
    file_id         uuid    NOT NULL REFERENCES moving_in_file ON DELETE CASCADE,
    row_number      integer NOT NULL,
    batch_id        uuid    NOT NULL,
    employer_number text    NOT NULL,
    former_number   text    NOT NULL,
    person_sealed   text    NOT NULL,
    id_number_hash  text    NOT NULL,
    base_fen        bigint  NOT NULL CONSTRAINT base_is_positive CHECK (base_fen > 0),
    opened_on       date    NOT NULL,
    paid_up_to      date    NOT NULL CONSTRAINT paid_month_is_a_first CHECK (extract(day FROM paid_up_to) = 1),
    sealed_on       date,
    seal_reason     text,
    carried_fen     bigint  NOT NULL,
    year_fen        bigint  NOT NULL,
    interest_fen    bigint  NOT NULL,
    account_number  text    REFERENCES individual_account,
    PRIMARY KEY (file_id, row_number),
    CONSTRAINT moved_parts_not_negative CHECK (carried_fen >= 0 AND year_fen >= 0 AND interest_fen >= 0),
    CONSTRAINT moved_seal_has_a_reason CHECK ((sealed_on IS NULL) = (seal_reason IS NULL))
);
CREATE INDEX moving_in_row_by_employer ON moving_in_row (batch_id, employer_number);
CREATE INDEX moving_in_row_by_person ON moving_in_row (batch_id, id_number_hash);
COMMENT ON COLUMN moving_in_row.person_sealed IS 'name, document and phone; empty once the account is open';
COMMENT ON COLUMN moving_in_row.carried_fen IS 'principal from before this fund year (上年结转)';
COMMENT ON COLUMN moving_in_row.year_fen IS 'principal contributed within this fund year (本年归集)';
COMMENT ON COLUMN moving_in_row.interest_fen IS 'interest due up to the day of moving in (应付利息)';

-- What the former books say of each employer; when it was booked here, or why it cannot be.
CREATE TABLE moving_in_control (
    batch_id        uuid    NOT NULL REFERENCES moving_in_batch ON DELETE CASCADE,
    employer_number text    NOT NULL REFERENCES employer,
    file_id         uuid    NOT NULL REFERENCES moving_in_file ON DELETE CASCADE,
    people          integer NOT NULL CONSTRAINT somebody_is_there CHECK (people > 0),
    principal_fen   bigint  NOT NULL CONSTRAINT principal_not_negative CHECK (principal_fen >= 0),
    interest_fen    bigint  NOT NULL CONSTRAINT interest_not_negative CHECK (interest_fen >= 0),
    booked_at       timestamptz,
    held_why        text,
    PRIMARY KEY (batch_id, employer_number)
);
CREATE INDEX moving_in_control_to_book ON moving_in_control (batch_id, employer_number)
    WHERE booked_at IS NULL AND held_why IS NULL;
CREATE INDEX moving_in_control_by_file ON moving_in_control (file_id);

ALTER TABLE moving_in ADD COLUMN batch_id uuid REFERENCES moving_in_batch;
CREATE UNIQUE INDEX r_bk_1_an_employer_moves_in_once_of_a_batch ON moving_in (batch_id, employer_number)
    WHERE batch_id IS NOT NULL;
COMMENT ON COLUMN moving_in.batch_id IS 'the files that it came with; none for an employer moved in by itself';

-- A whole city is signed by a senior checker.
INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('accounts.move_in_files', '1991-01-01', 0, 'senior', 336, 30, true);
