-- Loans of an older system that move in by files (期初), many at a time: read and lived through by the rules line by line,
-- compared with the former books, signed by two people, then booked in portions.

-- A file names people by their documents; the number itself is kept nowhere here.
ALTER TABLE person ADD COLUMN id_number_hash text;
CREATE INDEX person_by_id_number ON person (id_number_hash) WHERE id_number_hash IS NOT NULL;
COMMENT ON COLUMN person.id_number_hash IS 'keyed hash of the identity document; none where nobody has told it since it is kept';

CREATE TABLE moving_in_batch (
    id          uuid        PRIMARY KEY,
    as_of       date        NOT NULL,
    source      text        NOT NULL,
    loans       integer     NOT NULL CONSTRAINT some_loans_move_in CHECK (loans > 0),
    balance_fen bigint      NOT NULL CONSTRAINT balances_not_negative CHECK (balance_fen >= 0),
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
COMMENT ON COLUMN moving_in_batch.as_of IS 'the day at whose end the older system states its figures';
COMMENT ON COLUMN moving_in_batch.balance_fen IS 'what the former books say that all loans together owe (贷款余额)';

CREATE TABLE moving_in_file (
    id           uuid        PRIMARY KEY,
    batch_id     uuid        NOT NULL REFERENCES moving_in_batch ON DELETE CASCADE,
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
    uploaded_by  text        NOT NULL,
    received_at  timestamptz NOT NULL,
    read_at      timestamptz,
    CONSTRAINT a_name_is_one_file UNIQUE (batch_id, file_name)
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
    file_id    uuid    NOT NULL REFERENCES moving_in_file ON DELETE CASCADE,
    line       integer NOT NULL,
    contract   text    NOT NULL,
    field      text    NOT NULL,
    reason     text    NOT NULL,
    PRIMARY KEY (file_id, line)
);

CREATE TABLE moving_in_loan (
    file_id             uuid    NOT NULL REFERENCES moving_in_file ON DELETE CASCADE,
    line                integer NOT NULL,
    batch_id            uuid    NOT NULL,
    contract_number     text    NOT NULL,
    loan_sealed         text    NOT NULL,
    repayments          integer NOT NULL,
    stated_balance_fen  bigint  NOT NULL,
    balance_fen         bigint  NOT NULL,
    differences         text    NOT NULL,
    booked_at           timestamptz,
    held_why            text,
    PRIMARY KEY (file_id, line),
    CONSTRAINT a_loan_moves_in_once_of_a_batch UNIQUE (batch_id, contract_number)
);
CREATE INDEX moving_in_loan_to_book ON moving_in_loan (batch_id, contract_number)
    WHERE booked_at IS NULL AND held_why IS NULL;
COMMENT ON COLUMN moving_in_loan.loan_sealed IS 'contract, history and stated figures; empty once the loan is booked';
COMMENT ON COLUMN moving_in_loan.differences IS 'where the older system''s figures are not those of the rules, in words; empty: nowhere';

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('loan.move_in_files', '2019-01-01', 0, 'senior', 336, 30, true);
