-- The bank's own book: payments and debits by key, entries of the special account, cards.
CREATE TABLE IF NOT EXISTS special_account (
    account_id  INTEGER PRIMARY KEY CHECK (account_id = 1),
    opening_fen INTEGER NOT NULL,
    balance_fen INTEGER NOT NULL CHECK (balance_fen >= 0)
);

CREATE TABLE IF NOT EXISTS card (
    card_number TEXT PRIMARY KEY,
    holder_name TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('debit', 'credit')),
    state       TEXT NOT NULL CHECK (state IN ('open', 'closed', 'blocked')),
    -- What debits may take; payouts do not add to it: the card may be another bank's.
    balance_fen INTEGER NOT NULL DEFAULT 10000000000 CHECK (balance_fen >= 0)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS payment (
    payment_number INTEGER PRIMARY KEY,
    end_to_end_id  TEXT NOT NULL UNIQUE,
    amount_fen     INTEGER NOT NULL,
    currency       TEXT NOT NULL,
    card_number    TEXT NOT NULL,
    holder_name    TEXT NOT NULL,
    remittance     TEXT NOT NULL,
    status         TEXT NOT NULL CHECK (status IN ('ACSC', 'RJCT', 'PDNG')),
    reason_code    TEXT,             -- of a refusal
    reason_text    TEXT,
    serial         TEXT UNIQUE,      -- of the entry
    attempts       INTEGER NOT NULL DEFAULT 1,
    accepted_at    TEXT NOT NULL,
    final_at       TEXT,
    due_at         REAL,             -- pending: when it becomes final
    due_reason     TEXT,             -- and how: a refusal's code, NULL for paid
    return_at      REAL,             -- paid: when it is to come back
    return_code    TEXT,
    debit          INTEGER NOT NULL DEFAULT 0 CHECK (debit IN (0, 1)),
    CHECK (status = 'RJCT' OR amount_fen > 0),
    CHECK ((status = 'ACSC') = (serial IS NOT NULL)),
    CHECK ((status = 'RJCT') = (reason_code IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS payment_pending ON payment (due_at) WHERE status = 'PDNG';
CREATE INDEX IF NOT EXISTS payment_to_return ON payment (return_at) WHERE return_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS payment_of_card ON payment (card_number);

CREATE TABLE IF NOT EXISTS entry (
    number        INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('payout', 'return', 'debit', 'reversal', 'receipt')),
    amount_fen    INTEGER NOT NULL CHECK (amount_fen > 0),
    signed_fen    INTEGER NOT NULL GENERATED ALWAYS AS
                  (CASE WHEN kind IN ('payout', 'reversal') THEN -amount_fen ELSE amount_fen END)
                  STORED,
    serial        TEXT NOT NULL UNIQUE,
    booked_on     TEXT NOT NULL,
    value_on      TEXT NOT NULL,
    end_to_end_id TEXT REFERENCES payment (end_to_end_id),
    party         TEXT NOT NULL,     -- payer of a receipt, card holder of the others
    remittance    TEXT NOT NULL,
    reason_code   TEXT,              -- of a return or a reversal
    reason_text   TEXT,
    reference     TEXT UNIQUE,       -- of a receipt, by whoever orders it
    UNIQUE (end_to_end_id, kind),    -- a key is paid at most once and comes back at most once
    CHECK ((kind = 'receipt') = (end_to_end_id IS NULL))
);
CREATE INDEX IF NOT EXISTS entry_of_day ON entry (booked_on, number, signed_fen);
