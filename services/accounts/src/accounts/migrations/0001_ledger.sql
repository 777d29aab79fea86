-- The double-entry ledger. Reads top to bottom: accounts, transfers, entries, what the database refuses.
--
-- Amounts are fen, signed: a credit is positive, a debit negative. An individual account is what the fund owes
-- an employee (credit); the bank account is what the fund has (debit, so its balance here is negative). The sum
-- over everything is always 0.

CREATE TABLE ledger_account (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL CONSTRAINT known_kind CHECK (kind IN
                   ('individual', 'employer_suspense', 'unmatched_suspense', 'bank', 'interest_expense')),
    number     text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT one_account_per_number UNIQUE (kind, number)
);
COMMENT ON COLUMN ledger_account.number IS '个人账号, 单位账号 or a fixed name';

-- The running balance and what is frozen of it, kept by the triggers below in the same transaction as the rows
-- that they follow from. accounts-verify recomputes them.
CREATE TABLE ledger_balance (
    ledger_account_id bigint  PRIMARY KEY REFERENCES ledger_account,
    posted_fen        bigint  NOT NULL DEFAULT 0,
    frozen_fen        bigint  NOT NULL DEFAULT 0 CONSTRAINT frozen_not_negative CHECK (frozen_fen >= 0),
    may_be_negative   boolean NOT NULL,
    CONSTRAINT available_not_negative CHECK (may_be_negative OR posted_fen >= frozen_fen)
) WITH (fillfactor = 70);

CREATE FUNCTION ledger_account_begins_at_0() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger_balance (ledger_account_id, may_be_negative)
        SELECT id, kind IN ('bank', 'interest_expense') FROM added;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_account_begins_at_0 AFTER INSERT ON ledger_account REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_account_begins_at_0();

CREATE TABLE transfer (
    id              uuid        PRIMARY KEY,
    idempotency_key text        NOT NULL CONSTRAINT transfer_happens_once UNIQUE,
    state           text        NOT NULL CONSTRAINT known_transfer_state CHECK (state IN ('pending', 'posted', 'voided')),
    business_type   text        NOT NULL CONSTRAINT type_of_appendix_a5 CHECK (business_type ~ '^\d\d$'),
    reversal_flag   text        NOT NULL DEFAULT '01' CONSTRAINT flag_of_appendix_a9 CHECK (reversal_flag IN ('01', '02')),
    reverses        uuid        REFERENCES transfer,
    reference       text        NOT NULL DEFAULT '',
    created_at      timestamptz NOT NULL DEFAULT now(),
    settled_at      timestamptz,
    CONSTRAINT reversal_names_what_it_reverses CHECK ((reversal_flag = '02') = (reverses IS NOT NULL)),
    CONSTRAINT settled_when_no_longer_pending CHECK ((state = 'pending') = (settled_at IS NULL))
);
CREATE UNIQUE INDEX transfer_is_reversed_once ON transfer (reverses) WHERE reverses IS NOT NULL;

-- What a pending transfer freezes (冻结) until it is posted or voided.
CREATE TABLE hold (
    transfer_id       uuid    PRIMARY KEY REFERENCES transfer,
    ledger_account_id bigint  NOT NULL REFERENCES ledger_account,
    amount_fen        bigint  NOT NULL CONSTRAINT hold_is_positive CHECK (amount_fen > 0),
    active            boolean NOT NULL
);
CREATE INDEX hold_by_account ON hold (ledger_account_id) WHERE active;

-- The booked rows (个人业务明细). Never changed, never deleted: a mistake is reversed (冲账, R-BK-2).
CREATE TABLE entry (
    id                 bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transfer_id        uuid        NOT NULL REFERENCES transfer,
    ledger_account_id  bigint      NOT NULL REFERENCES ledger_account,
    amount_fen         bigint      NOT NULL CONSTRAINT entry_moves_money CHECK (amount_fen <> 0),
    business_type      text        NOT NULL,
    value_date         date        NOT NULL,
    booked_on          date        NOT NULL,
    contribution_month date,
    created_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX entry_by_account ON entry (ledger_account_id, id)
    INCLUDE (amount_fen, value_date, contribution_month, business_type);
CREATE INDEX entry_by_transfer ON entry (transfer_id);
CREATE INDEX entry_by_day ON entry (booked_on, id);
COMMENT ON COLUMN entry.value_date IS 'the day from which interest runs (起息日, R-INT-1)';
COMMENT ON COLUMN entry.contribution_month IS 'first of the month that a deposit is for (缴存年月)';

-- What the database refuses -----------------------------------------------------------------------------------

CREATE FUNCTION ledger_row_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a booked row is never changed or deleted: reverse it' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entry_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_row_is_immutable();
CREATE TRIGGER transfer_is_never_deleted BEFORE DELETE OR TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_row_is_immutable();

CREATE FUNCTION transfer_only_settles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'pending' OR NEW.state = 'pending'
       OR (NEW.id, NEW.idempotency_key, NEW.business_type, NEW.reversal_flag, NEW.reverses, NEW.reference,
           NEW.created_at)
          IS DISTINCT FROM
          (OLD.id, OLD.idempotency_key, OLD.business_type, OLD.reversal_flag, OLD.reverses, OLD.reference,
           OLD.created_at) THEN
        RAISE EXCEPTION 'transfer % only goes from pending to posted or voided', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER transfer_only_settles BEFORE UPDATE ON transfer
    FOR EACH ROW EXECUTE FUNCTION transfer_only_settles();

-- All entries of a transfer are inserted by one statement, once, when it is posted, and they sum to 0.
-- The balances follow in the same statement, locked in the order of their ids.
CREATE FUNCTION entries_post() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong uuid;
BEGIN
    SELECT transfer_id INTO wrong FROM added GROUP BY transfer_id HAVING sum(amount_fen) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'transfer % does not balance', wrong USING ERRCODE = 'check_violation';
    END IF;
    SELECT transfer.id INTO wrong FROM transfer
    WHERE transfer.id IN (SELECT transfer_id FROM added) AND transfer.state <> 'posted' LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'transfer % is not posted', wrong USING ERRCODE = 'check_violation';
    END IF;
    SELECT transfer_id INTO wrong FROM entry
    WHERE transfer_id IN (SELECT transfer_id FROM added) AND id < (SELECT min(id) FROM added) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'transfer % has its entries already', wrong USING ERRCODE = 'check_violation';
    END IF;
    PERFORM FROM ledger_balance
    WHERE ledger_account_id IN (SELECT ledger_account_id FROM added)
    ORDER BY ledger_account_id FOR NO KEY UPDATE;
    UPDATE ledger_balance SET posted_fen = posted_fen + change.fen
    FROM (SELECT ledger_account_id, sum(amount_fen) AS fen FROM added GROUP BY ledger_account_id) AS change
    WHERE ledger_balance.ledger_account_id = change.ledger_account_id AND change.fen <> 0;
    RETURN NULL;
END $$;
CREATE TRIGGER entries_post AFTER INSERT ON entry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION entries_post();

CREATE FUNCTION holds_freeze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM ledger_balance
    WHERE ledger_account_id IN (SELECT ledger_account_id FROM added)
    ORDER BY ledger_account_id FOR NO KEY UPDATE;
    UPDATE ledger_balance SET frozen_fen = frozen_fen + change.fen
    FROM (SELECT ledger_account_id, sum(amount_fen) AS fen FROM added WHERE active
          GROUP BY ledger_account_id) AS change
    WHERE ledger_balance.ledger_account_id = change.ledger_account_id;
    RETURN NULL;
END $$;
CREATE TRIGGER holds_freeze AFTER INSERT ON hold REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION holds_freeze();

CREATE FUNCTION holds_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM ledger_balance
    WHERE ledger_account_id IN (SELECT ledger_account_id FROM after)
    ORDER BY ledger_account_id FOR NO KEY UPDATE;
    UPDATE ledger_balance SET frozen_fen = frozen_fen + change.fen
    FROM (SELECT ledger_account_id, sum(fen) AS fen
          FROM (SELECT ledger_account_id, amount_fen AS fen FROM after WHERE active
                UNION ALL
                SELECT ledger_account_id, -amount_fen FROM before WHERE active) AS one
          GROUP BY ledger_account_id) AS change
    WHERE ledger_balance.ledger_account_id = change.ledger_account_id AND change.fen <> 0;
    RETURN NULL;
END $$;
CREATE TRIGGER holds_change AFTER UPDATE ON hold REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION holds_change();
CREATE TRIGGER hold_is_never_deleted BEFORE DELETE OR TRUNCATE ON hold
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_row_is_immutable();

-- The triggers write balances as the owner of the tables; nobody else can.
ALTER FUNCTION ledger_account_begins_at_0() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION entries_post() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION holds_freeze() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION holds_change() SECURITY DEFINER SET search_path = public, pg_temp;
REVOKE UPDATE, DELETE ON entry FROM accounts;
REVOKE DELETE ON transfer, hold, ledger_account FROM accounts;
REVOKE INSERT, UPDATE, DELETE ON ledger_balance FROM accounts;
REVOKE UPDATE ON ledger_account FROM accounts;

-- The chain of days: each sealed day's hash covers its entries and the day before (R-BK-2).
CREATE TABLE ledger_day (
    booked_on     date        PRIMARY KEY,
    entries       bigint      NOT NULL,
    last_entry_id bigint      NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    sealed_at     timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER ledger_day_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_day
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_row_is_immutable();
REVOKE UPDATE, DELETE ON ledger_day FROM accounts;

CREATE FUNCTION entry_refuses_sealed_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM ledger_day WHERE booked_on >= (SELECT min(booked_on) FROM added)) THEN
        RAISE EXCEPTION 'the day is sealed: book on a later one' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER entry_refuses_sealed_day AFTER INSERT ON entry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION entry_refuses_sealed_day();

-- The hash of a day's entries, whatever sealed it: sha256(previous || each entry's fields in order of id).
CREATE FUNCTION ledger_day_hash(day date, previous bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || coalesce(string_agg(
        convert_to(concat_ws('|', id, transfer_id, ledger_account_id, amount_fen, business_type,
                             value_date, booked_on, contribution_month), 'UTF8'), '\x0a' ORDER BY id), ''))
    FROM entry WHERE booked_on = day
$$;

INSERT INTO ledger_account (kind, number) VALUES
    ('bank', 'special-account'), ('interest_expense', 'interest'), ('unmatched_suspense', 'unmatched');
