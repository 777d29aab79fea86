-- Three-way reconciliation (对账): bank statement, payment orders, ledger.

-- What the ledger booked, as accounts told: a receipt by its bank serial, a payout or its return by the application.
CREATE TABLE ledger_entry (
    kind       text   NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('payout', 'return', 'receipt')),
    key        text   NOT NULL,
    amount_fen bigint NOT NULL,
    booked_on  date   NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX ledger_entry_by_day ON ledger_entry (booked_on);

-- The bank's statement (camt.053) of a day; replaced when the day is compared again.
CREATE TABLE statement_line (
    business_date date    NOT NULL,
    number        bigint  NOT NULL,
    kind          text    NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('payout', 'return', 'receipt', 'other')),
    key           text    NOT NULL,
    serial        text    NOT NULL,
    amount_fen    bigint  NOT NULL,
    credit        boolean NOT NULL,
    PRIMARY KEY (business_date, number)
);
CREATE INDEX statement_line_by_key ON statement_line (kind, key);

CREATE TABLE reconciliation (
    business_date date        PRIMARY KEY,
    requested_at  timestamptz NOT NULL,
    finished_at   timestamptz,
    problem       text,            -- Why the last attempt did not finish.
    compared_as_of date,           -- The business date on which it was compared last.
    opening_fen   bigint,
    closing_fen   bigint,
    compared      integer,
    wanted        boolean     NOT NULL DEFAULT true,
    CONSTRAINT finished_has_figures CHECK (finished_at IS NULL OR (
        compared_as_of IS NOT NULL AND opening_fen IS NOT NULL AND closing_fen IS NOT NULL AND compared IS NOT NULL))
);
CREATE INDEX reconciliation_wanted ON reconciliation (business_date) WHERE wanted;

CREATE TABLE difference (
    id                uuid        PRIMARY KEY,
    business_date     date        NOT NULL REFERENCES reconciliation,
    kind              text        NOT NULL CONSTRAINT kind_is_known
        CHECK (kind IN ('payout', 'return', 'receipt', 'other', 'balance')),
    key               text        NOT NULL,
    reason            text        NOT NULL CONSTRAINT reason_is_known CHECK (reason IN (
        'missing_in_bank', 'missing_in_orders', 'missing_in_ledger', 'amount_differs', 'order_state_differs',
        'booked_twice', 'serial_differs', 'unexpected_entry', 'not_on_statement', 'balance_differs')),
    bank_fen          bigint,
    order_fen         bigint,
    ledger_fen        bigint,
    state             text        NOT NULL DEFAULT 'open' CONSTRAINT state_is_known
        CHECK (state IN ('open', 'explained')),
    found_at          timestamptz NOT NULL,
    explanation       text,
    explained_by      uuid,
    explained_by_name text,
    explained_at      timestamptz,
    CONSTRAINT explained_by_somebody CHECK ((state = 'explained') = (
        explanation IS NOT NULL AND explained_by IS NOT NULL AND explained_at IS NOT NULL)),
    -- An explanation holds for these figures; other figures are another difference.
    CONSTRAINT one_row_per_difference UNIQUE NULLS NOT DISTINCT
        (business_date, kind, key, reason, bank_fen, order_fen, ledger_fen)
);
CREATE INDEX difference_open ON difference (business_date) WHERE state = 'open';

REVOKE DELETE, TRUNCATE ON reconciliation FROM settlement;
REVOKE TRUNCATE ON difference FROM settlement;
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry FROM settlement;
