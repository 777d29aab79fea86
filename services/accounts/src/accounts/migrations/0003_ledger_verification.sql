-- When the ledger was last recomputed from its entries, and what that found: survives the process that did it.
CREATE TABLE ledger_verification (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verified_at  timestamptz NOT NULL,
    differences  integer     NOT NULL CONSTRAINT differences_are_counted CHECK (differences >= 0)
);
REVOKE UPDATE, DELETE ON ledger_verification FROM accounts;
