-- Payment orders (付款指令), their history, what the bank booked, what the ledger booked, the daily comparison.

CREATE TABLE payment_order (
    application_id     uuid        PRIMARY KEY, -- One application, one order, one key for ever (R-WDR-13).
    amount_fen         bigint      NOT NULL CONSTRAINT amount_is_positive CHECK (amount_fen > 0),
    card_sealed        text        NOT NULL,
    card_tail          text        NOT NULL CONSTRAINT r_chk_2_card_tail CHECK (card_tail ~ '^[0-9]{4}$'),
    holder_sealed      text        NOT NULL,
    remittance         text        NOT NULL,
    content_hash       text        NOT NULL,
    approved_on        date        NOT NULL,
    deadline_on        date        NOT NULL,
    created_at         timestamptz NOT NULL,
    traceparent        text        NOT NULL,

    state              text        NOT NULL CONSTRAINT state_is_known
        CHECK (state IN ('to_send', 'sent', 'succeeded', 'failed', 'unknown', 'returned')),
    -- By the database's clock, which all instances share: when a waiting order may be sent, when the answer
    -- to a sent one is overdue, when the bank is to be asked about an unknown one.
    next_at            timestamptz,
    waiting_since      timestamptz NOT NULL DEFAULT clock_timestamp(),
    batch_id           uuid,
    sent_at            timestamptz,
    times_sent         integer     NOT NULL DEFAULT 0,
    times_asked        integer     NOT NULL DEFAULT 0,
    unknown_since      timestamptz,
    attention          text        CONSTRAINT attention_is_known
        CHECK (attention IN ('key_conflict', 'contradiction', 'unreadable')),

    bank_serial        text,
    paid_on            date,
    reason_code        text,
    reason_text        text,
    return_serial      text,
    returned_on        date,

    CONSTRAINT open_orders_need_work CHECK ((next_at IS NOT NULL) = (state IN ('to_send', 'sent', 'unknown'))),
    CONSTRAINT sent_in_a_batch CHECK (state <> 'sent' OR (batch_id IS NOT NULL AND sent_at IS NOT NULL)),
    CONSTRAINT unknown_since_some_time CHECK (state <> 'unknown' OR unknown_since IS NOT NULL),
    CONSTRAINT paid_by_the_bank CHECK (
        state NOT IN ('succeeded', 'returned') OR (bank_serial IS NOT NULL AND paid_on IS NOT NULL)),
    CONSTRAINT refusal_has_a_reason CHECK (
        state NOT IN ('failed', 'returned') OR (reason_code IS NOT NULL AND reason_text IS NOT NULL)),
    CONSTRAINT return_has_a_serial CHECK (
        (state = 'returned') = (return_serial IS NOT NULL AND returned_on IS NOT NULL))
) WITH (fillfactor = 60);

CREATE INDEX payment_order_to_send ON payment_order (next_at, application_id) WHERE state = 'to_send';
CREATE INDEX payment_order_sent ON payment_order (next_at) WHERE state = 'sent';
CREATE INDEX payment_order_unknown ON payment_order (next_at) WHERE state = 'unknown';
CREATE INDEX payment_order_attention ON payment_order (created_at) WHERE attention IS NOT NULL;
CREATE INDEX payment_order_newest ON payment_order (created_at DESC, application_id DESC);
CREATE INDEX payment_order_paid ON payment_order (paid_on) WHERE paid_on IS NOT NULL;
CREATE INDEX payment_order_returned ON payment_order (returned_on) WHERE returned_on IS NOT NULL;

CREATE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payment order % cannot go from % to %', OLD.application_id, OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'final_states_stay';
END $$;

-- The law of the state table, once more.
CREATE TRIGGER final_states_stay BEFORE UPDATE OF state ON payment_order FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND NOT (
        (OLD.state = 'to_send' AND NEW.state IN ('sent', 'succeeded'))
        OR (OLD.state = 'sent' AND NEW.state IN ('to_send', 'succeeded', 'failed', 'unknown'))
        OR (OLD.state = 'unknown' AND NEW.state IN ('to_send', 'succeeded', 'failed'))
        OR (OLD.state = 'succeeded' AND NEW.state = 'returned')))
    EXECUTE FUNCTION refuse_illegal_move();

CREATE FUNCTION refuse_other_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the content of payment order % never changes', OLD.application_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'r_wdr_13_content_stays';
END $$;

-- A key with other content would be another payment (R-WDR-13).
CREATE TRIGGER r_wdr_13_content_stays
    BEFORE UPDATE OF application_id, amount_fen, card_sealed, holder_sealed, remittance, content_hash
    ON payment_order FOR EACH ROW EXECUTE FUNCTION refuse_other_content();

CREATE FUNCTION wake_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('settlement_work', '');
    RETURN NULL;
END $$;

CREATE TRIGGER wake_sender AFTER INSERT ON payment_order FOR EACH STATEMENT EXECUTE FUNCTION wake_sender();

-- What happened to an order, in order; written once.
CREATE TABLE payment_order_history (
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    application_id uuid        NOT NULL REFERENCES payment_order,
    at             timestamptz NOT NULL,
    step           text        NOT NULL,
    state          text        NOT NULL,
    text           text        NOT NULL,
    PRIMARY KEY (application_id, id)
);
CREATE UNIQUE INDEX r_wdr_13_paid_once ON payment_order_history (application_id) WHERE step = 'succeeded';
CREATE UNIQUE INDEX returned_once ON payment_order_history (application_id) WHERE step = 'returned';

-- What the bank told of its entries on the special account (专户), by its running number.
CREATE TABLE bank_entry (
    number      bigint      PRIMARY KEY CONSTRAINT numbers_run_from_1 CHECK (number >= 1),
    serial      text        NOT NULL CONSTRAINT serial_is_unique UNIQUE,
    kind        text        NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('payout', 'return', 'receipt', 'other')),
    key         uuid,
    amount_fen  bigint      NOT NULL CONSTRAINT amount_is_positive CHECK (amount_fen > 0),
    credit      boolean     NOT NULL,
    booked_on   date        NOT NULL,
    value_on    date        NOT NULL,
    reason_code text        NOT NULL,
    reason_text text        NOT NULL,
    taken_at    timestamptz NOT NULL,
    -- What became of a payout or a return beside its order; NULL until it has been looked at.
    fate        text        CONSTRAINT fate_is_known CHECK (fate IN ('settled', 'agreed', 'contradicted'))
);
CREATE INDEX bank_entry_by_day ON bank_entry (booked_on, number);
CREATE INDEX bank_entry_waiting ON bank_entry (number) WHERE fate IS NULL AND kind IN ('payout', 'return');

-- How far the notifications (camt.054) have been read.
CREATE TABLE bank_cursor (
    one         boolean PRIMARY KEY DEFAULT true CONSTRAINT only_one_row CHECK (one),
    last_number bigint  NOT NULL CONSTRAINT cursor_starts_at_0 CHECK (last_number >= 0)
);
INSERT INTO bank_cursor (last_number) VALUES (0);

-- Who of the staff looked at whose order (R-QRY-5); written once.
CREATE TABLE staff_view (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id uuid        NOT NULL,
    staff_id       uuid        NOT NULL,
    viewed_at      timestamptz NOT NULL
);

REVOKE UPDATE, DELETE, TRUNCATE ON payment_order_history, staff_view FROM settlement;
REVOKE DELETE, TRUNCATE ON payment_order, bank_entry, bank_cursor FROM settlement;
