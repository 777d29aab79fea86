-- What two members of staff conclude (处理结论) of an order that contradicts the bank: one proposes, another decides.
CREATE TABLE order_conclusion (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id         uuid        NOT NULL REFERENCES payment_order,
    outcome          text        NOT NULL CONSTRAINT outcome_is_known CHECK (outcome IN ('not_executed', 'explained')),
    explanation      text        NOT NULL,
    proposed_by      uuid        NOT NULL,
    proposed_by_name text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    agreed           boolean,
    CONSTRAINT four_eyes CHECK (decided_by <> proposed_by),
    CONSTRAINT decided_as_a_whole CHECK (num_nulls(decided_by, decided_by_name, decided_at, agreed) IN (0, 4))
);
CREATE UNIQUE INDEX one_open_conclusion ON order_conclusion (order_id) WHERE decided_at IS NULL;

-- A proposal stays as it was made; it is decided once.
REVOKE UPDATE, DELETE, TRUNCATE ON order_conclusion FROM settlement;
GRANT UPDATE (decided_by, decided_by_name, decided_at, agreed) ON order_conclusion TO settlement;
