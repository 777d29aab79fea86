-- Orders of three kinds in the one table: payouts of withdrawals (付款), disbursements of loans (放款), debits of
-- repayment cards (扣款). What was ordered before is a payout; nothing of it changes.

ALTER TABLE payment_order RENAME COLUMN application_id TO order_id;
ALTER TABLE payment_order RENAME COLUMN approved_on TO requested_on;
ALTER TABLE payment_order_history RENAME COLUMN application_id TO order_id;
ALTER TABLE staff_view RENAME COLUMN application_id TO order_id;

ALTER TABLE payment_order
    ADD COLUMN kind text NOT NULL DEFAULT 'payout' CONSTRAINT order_kind_is_known
        CHECK (kind IN ('payout', 'disbursement', 'debit')),
    ALTER COLUMN deadline_on DROP NOT NULL,
    ADD CONSTRAINT r_wdr_7_payout_has_a_deadline CHECK (kind <> 'payout' OR deadline_on IS NOT NULL);
ALTER TABLE payment_order ALTER COLUMN kind DROP DEFAULT;

-- Each kind is sent by itself: a day's debits never keep a payout waiting.
DROP INDEX payment_order_to_send;
CREATE INDEX payment_order_to_send ON payment_order (kind, next_at, order_id) WHERE state = 'to_send';

CREATE OR REPLACE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payment order % cannot go from % to %', OLD.order_id, OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'final_states_stay';
END $$;

CREATE OR REPLACE FUNCTION refuse_other_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the content of payment order % never changes', OLD.order_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'r_wdr_13_content_stays';
END $$;

DROP TRIGGER r_wdr_13_content_stays ON payment_order;
CREATE TRIGGER r_wdr_13_content_stays
    BEFORE UPDATE OF order_id, kind, amount_fen, card_sealed, holder_sealed, remittance, content_hash
    ON payment_order FOR EACH ROW EXECUTE FUNCTION refuse_other_content();

-- The payload is the kind: only its sender wakes.
CREATE OR REPLACE FUNCTION wake_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('settlement_work', kind) FROM (SELECT DISTINCT kind FROM added) AS new_kind;
    RETURN NULL;
END $$;
DROP TRIGGER wake_sender ON payment_order;
CREATE TRIGGER wake_sender AFTER INSERT ON payment_order REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION wake_sender();

-- What the bank books on the special account: a debit comes in, its reversal goes out.
ALTER TABLE bank_entry DROP CONSTRAINT kind_is_known, ADD CONSTRAINT kind_is_known
    CHECK (kind IN ('payout', 'return', 'debit', 'reversal', 'receipt', 'other'));
DROP INDEX bank_entry_waiting;
CREATE INDEX bank_entry_waiting ON bank_entry (number)
    WHERE fate IS NULL AND kind IN ('payout', 'return', 'debit', 'reversal');

ALTER TABLE ledger_entry DROP CONSTRAINT kind_is_known, ADD CONSTRAINT kind_is_known
    CHECK (kind IN ('payout', 'return', 'debit', 'reversal', 'receipt'));
ALTER TABLE statement_line DROP CONSTRAINT kind_is_known, ADD CONSTRAINT kind_is_known
    CHECK (kind IN ('payout', 'return', 'debit', 'reversal', 'receipt', 'other'));
ALTER TABLE difference DROP CONSTRAINT kind_is_known, ADD CONSTRAINT kind_is_known
    CHECK (kind IN ('payout', 'return', 'debit', 'reversal', 'receipt', 'other', 'balance'));
