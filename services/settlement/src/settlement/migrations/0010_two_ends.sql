-- Money has two ends: what loans and accounts say of each loan's money is held against the orders, once a date.

-- The remittance of a loan's order ends with its contract, and never changes.
ALTER TABLE payment_order ADD COLUMN contract_number text
    GENERATED ALWAYS AS (CASE WHEN kind <> 'payout' THEN split_part(remittance, ' ', 2) END) STORED;

CREATE TABLE told_part (
    as_of        date    NOT NULL,
    side         text    NOT NULL CONSTRAINT side_is_known CHECK (side IN ('loans', 'accounts')),
    chunk        integer NOT NULL,
    chunks       integer NOT NULL CONSTRAINT chunk_is_one_of_them CHECK (chunk BETWEEN 1 AND chunks),
    content_hash text    NOT NULL,
    PRIMARY KEY (as_of, side, chunk)
);
CREATE TABLE told_total (
    as_of           date    NOT NULL,
    side            text    NOT NULL,
    chunk           integer NOT NULL,
    line            integer NOT NULL,
    contract_number text,
    disbursement_id uuid,
    disbursed_fen   bigint  NOT NULL,
    repaid_fen      bigint  NOT NULL,
    debited_fen     bigint  NOT NULL,
    PRIMARY KEY (as_of, side, chunk, line),
    FOREIGN KEY (as_of, side, chunk) REFERENCES told_part ON DELETE CASCADE,
    CONSTRAINT about_one CHECK (num_nonnulls(contract_number, disbursement_id) = 1)
);

CREATE TABLE cross_comparison (
    as_of       date        PRIMARY KEY,
    compared_at timestamptz NOT NULL
);

CREATE TABLE cross_difference (
    id                uuid        PRIMARY KEY,
    contract_number   text,
    what              text        NOT NULL CONSTRAINT what_is_known CHECK (what IN (
        'disbursed', 'repaid', 'debited', 'silent_loans', 'silent_accounts')),
    as_of             date        NOT NULL,
    loans_fen         bigint,
    accounts_fen      bigint,
    settlement_fen    bigint,
    first_seen_on     date        NOT NULL,
    state             text        NOT NULL CONSTRAINT state_is_known
        CHECK (state IN ('new', 'open', 'explained', 'closed')),
    found_at          timestamptz NOT NULL,
    closed_on         date,
    explanation       text,
    explained_by      uuid,
    explained_by_name text,
    explained_at      timestamptz,
    CONSTRAINT silence_has_no_contract CHECK ((what LIKE 'silent%') = (contract_number IS NULL)),
    CONSTRAINT closed_on_a_date CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
    CONSTRAINT explained_by_somebody CHECK (state <> 'explained' OR (
        explanation IS NOT NULL AND explained_by IS NOT NULL AND explained_at IS NOT NULL))
);
COMMENT ON COLUMN cross_difference.contract_number IS
    'the id of the disbursement where no order says of which contract it is';
CREATE UNIQUE INDEX one_live_row_a_difference ON cross_difference (contract_number, what) NULLS NOT DISTINCT
    WHERE state <> 'closed';
CREATE INDEX cross_difference_open ON cross_difference (id) WHERE state = 'open';

REVOKE DELETE, TRUNCATE ON cross_comparison, cross_difference FROM settlement;
REVOKE UPDATE, TRUNCATE ON told_part, told_total FROM settlement;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('cross_difference.explain', '2019-01-01', 0,        'checker', 168, 0,  true),
    ('cross_difference.explain', '2019-01-01', 50000000, 'senior',  168, 30, true);
