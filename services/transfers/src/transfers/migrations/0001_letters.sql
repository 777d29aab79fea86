-- Letters (联系函) to and from other centres, what is said to the national platform, and the bank receipts that name a letter.

CREATE TABLE centre (
    code         text        PRIMARY KEY CONSTRAINT code_is_an_area CHECK (code ~ '^\d{6}$'),
    name         text        NOT NULL,
    account      text        NOT NULL,
    account_name text        NOT NULL,
    fetched_at   timestamptz NOT NULL
);
COMMENT ON TABLE centre IS 'the national list of centres (公积金中心名录): money goes to no other account, whatever a letter says';

CREATE TABLE letter_policy (
    effective_from   date    PRIMARY KEY,
    months_deposited integer NOT NULL CONSTRAINT months_are_few CHECK (months_deposited BETWEEN 0 AND 60),
    review_from_fen  bigint  NOT NULL CONSTRAINT sum_is_not_negative CHECK (review_from_fen >= 0),
    overdue_days     integer NOT NULL CONSTRAINT days_are_few CHECK (overdue_days BETWEEN 1 AND 90),
    document_number  text    NOT NULL
);
INSERT INTO letter_policy VALUES ('2017-07-01', 6, 20000000, 10, '示例：管委会决定');

CREATE TABLE letter_serial (
    day  date    PRIMARY KEY,
    last integer NOT NULL CONSTRAINT a_number_has_four_digits CHECK (last BETWEEN 1 AND 9999)
);

CREATE TABLE letter (
    letter_id      uuid        PRIMARY KEY,
    direction      text        NOT NULL CONSTRAINT direction_is_known CHECK (direction IN ('in', 'out')),
    state          text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'asked', 'reviewed', 'received', 'waiting', 'reserving', 'paying', 'paid', 'informed', 'consulting', 'done',
        'done_after_consulting', 'cancelled', 'refused', 'failed', 'not_sent')),
    centre_code    text        NOT NULL,
    centre_name    text        NOT NULL,
    channel        text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    state_since    timestamptz NOT NULL,
    number         text        CONSTRAINT number_has_its_form CHECK (number ~ '^\d{16}$'),
    person_id      uuid,
    id_number_hash text,
    subject_sealed text,
    account_number text,
    cancel_wanted  boolean     NOT NULL DEFAULT false,
    principal_fen  bigint      CONSTRAINT principal_is_not_negative CHECK (principal_fen >= 0),
    interest_fen   bigint      CONSTRAINT interest_is_not_negative CHECK (interest_fen >= 0),
    facts          jsonb       NOT NULL DEFAULT '{}',
    bank_serial    text,
    proposal_id    uuid,
    reason_text    text        NOT NULL DEFAULT '',
    ended_at       timestamptz,
    progress_asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT ended_is_final CHECK ((ended_at IS NOT NULL) = (state IN (
        'done', 'done_after_consulting', 'cancelled', 'refused', 'failed', 'not_sent'))),
    CONSTRAINT a_letter_of_ours_is_about_somebody CHECK (direction = 'out' OR person_id IS NOT NULL),
    CONSTRAINT what_the_other_centre_has_is_numbered CHECK (number IS NOT NULL OR state IN ('asked', 'not_sent', 'cancelled')),
    CONSTRAINT r_trf_4_two_people_let_money_out CHECK (direction = 'in' OR proposal_id IS NOT NULL
        OR state IN ('received', 'waiting', 'cancelled', 'refused')),
    CONSTRAINT done_moved_money CHECK (state NOT IN ('done', 'done_after_consulting', 'paid', 'paying')
        OR (principal_fen IS NOT NULL AND interest_fen IS NOT NULL))
);
COMMENT ON COLUMN letter.facts IS 'what was told besides money: no personal data';
CREATE UNIQUE INDEX r_trf_4_a_number_is_one_letter ON letter (number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX r_trf_4_one_open_letter_in_of_a_person ON letter (person_id)
    WHERE direction = 'in' AND ended_at IS NULL;
CREATE UNIQUE INDEX r_trf_4_one_open_letter_out_of_a_person ON letter (id_number_hash)
    WHERE direction = 'out' AND ended_at IS NULL;
CREATE INDEX letter_of_person ON letter (person_id, asked_at DESC, letter_id DESC);
CREATE INDEX letter_open ON letter (direction, state_since) WHERE ended_at IS NULL;

-- An ended letter stays as it ended, and what it is about never changes.
CREATE FUNCTION letter_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['subject_sealed'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    IF OLD.ended_at IS NOT NULL OR NEW.direction <> OLD.direction OR NEW.centre_code <> OLD.centre_code
       OR (OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number)
       OR (OLD.person_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM OLD.person_id) THEN
        RAISE EXCEPTION 'letter % is not written anew', OLD.letter_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER letter_ends_once BEFORE UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_ends_once();

CREATE TABLE dispatch (
    dispatch_id   uuid        PRIMARY KEY,
    position      bigint      GENERATED ALWAYS AS IDENTITY,
    letter_id     uuid        NOT NULL REFERENCES letter,
    code          text        NOT NULL CONSTRAINT code_is_known CHECK (code IN ('BDC901', 'BDC903', 'BDC905')),
    function      text        NOT NULL CONSTRAINT function_is_known CHECK (function IN ('0', '1', '2')),
    fields_sealed text        NOT NULL,
    state         text        NOT NULL DEFAULT 'waiting' CONSTRAINT state_is_known CHECK (state IN (
        'waiting', 'taken', 'refused')),
    made_at       timestamptz NOT NULL,
    attempts      integer     NOT NULL DEFAULT 0,
    claimed_until timestamptz NOT NULL DEFAULT '-infinity',
    answered_at   timestamptz,
    answer_code   text,
    answer_text   text,
    seen_by       uuid,
    CONSTRAINT answered_is_final CHECK ((state = 'waiting') = (answered_at IS NULL))
);
COMMENT ON TABLE dispatch IS 'what is told to the platform: one after the other for each letter, under one serial until it is answered';
CREATE INDEX dispatch_waiting ON dispatch (letter_id, position) WHERE state = 'waiting';
CREATE INDEX dispatch_refused ON dispatch (answered_at) WHERE state = 'refused';

CREATE TABLE receipt_seen (
    bank_serial text        PRIMARY KEY,
    letter_id   uuid        NOT NULL REFERENCES letter,
    amount_fen  bigint      NOT NULL CONSTRAINT receipt_is_positive CHECK (amount_fen > 0),
    value_date  date        NOT NULL,
    seen_at     timestamptz NOT NULL,
    used        boolean     NOT NULL DEFAULT false
);
CREATE INDEX receipt_seen_of_letter ON receipt_seen (letter_id);

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON letter, dispatch, receipt_seen, letter_policy FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON letter_policy TO %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON letter, dispatch, receipt_seen TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, state_since, number, person_id, id_number_hash, subject_sealed, account_number,
                    cancel_wanted, principal_fen, interest_fen, facts, bank_serial, proposal_id, reason_text, ended_at,
                    progress_asked_at) ON letter TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (fields_sealed, state, attempts, claimed_until, answered_at, answer_code, answer_text,
                    seen_by) ON dispatch TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (used) ON receipt_seen TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days) VALUES
    ('transfer_out.approve', '2017-07-01', 0, 'checker', 240, 30),
    ('transfer_out.approve', '2017-07-01', 30000000, 'senior', 240, 30),
    ('transfer_out.refuse', '2017-07-01', 0, 'checker', 240, 0),
    ('transfer_in.book', '2017-07-01', 0, 'checker', 240, 30),
    ('transfer_in.give_up', '2017-07-01', 0, 'checker', 240, 0);
