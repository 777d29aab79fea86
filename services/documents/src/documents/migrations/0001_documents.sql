-- What was asked for, by whom and why; what was printed, as it was printed; and how it stands.

CREATE SEQUENCE document_serial;

CREATE TABLE document (
    number          text        PRIMARY KEY CONSTRAINT number_has_its_form CHECK (number ~ '^GJJ\d{17}$'),
    person_id       uuid        NOT NULL,
    kind            text        NOT NULL CONSTRAINT kind_is_known CHECK (kind IN (
        'contribution', 'cross_city', 'payoff', 'statement', 'repayment_plan', 'entries')),
    issued_on       date        NOT NULL,
    issued_at       timestamptz NOT NULL,
    facts_at        timestamptz NOT NULL,
    contents_hash   text        NOT NULL,
    content_sealed  text        NOT NULL,
    code_hash       text        NOT NULL,
    state           text        NOT NULL DEFAULT 'printing' CONSTRAINT state_is_known CHECK (state IN (
        'printing', 'issued', 'withdrawn')),
    attempts        integer     NOT NULL DEFAULT 0,
    claimed_until   timestamptz NOT NULL DEFAULT '-infinity',
    pdf_sealed      text,
    pdf_sha256      text        CONSTRAINT digest_has_64_digits CHECK (pdf_sha256 ~ '^[0-9a-f]{64}$'),
    pages           integer     CONSTRAINT a_document_has_pages CHECK (pages > 0),
    withdrawn_at    timestamptz,
    withdrawal_reason text,
    proposal_id     uuid,
    CONSTRAINT issued_means_printed CHECK ((state = 'printing') = (pdf_sealed IS NULL)
        AND (pdf_sealed IS NULL) = (pdf_sha256 IS NULL) AND (pdf_sealed IS NULL) = (pages IS NULL)),
    CONSTRAINT withdrawn_by_two CHECK ((state = 'withdrawn') = (proposal_id IS NOT NULL)
        AND (proposal_id IS NULL) = (withdrawn_at IS NULL)
        AND (proposal_id IS NULL) = (withdrawal_reason IS NULL))
);
COMMENT ON COLUMN document.contents_hash IS 'keyed hash of what it says, without number and times';
COMMENT ON COLUMN document.content_sealed IS 'all that is printed, JSON; the press needs no more';
COMMENT ON COLUMN document.code_hash IS 'keyed hash of number and check code';
CREATE UNIQUE INDEX same_day_same_facts_same_document ON document (person_id, kind, issued_on, contents_hash)
    WHERE state <> 'withdrawn';
CREATE INDEX document_to_print ON document (issued_at) WHERE state = 'printing';

CREATE TABLE request (
    request_id           uuid        PRIMARY KEY,
    person_id            uuid        NOT NULL,
    kind                 text        NOT NULL,
    first_day            date,
    last_day             date,
    contract_number      text,
    state                text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'asked', 'printing', 'issued', 'refused')),
    as_of                date        NOT NULL,
    asked_by             uuid        NOT NULL,
    asked_by_role        text        NOT NULL,
    asked_by_name        text        NOT NULL,
    channel              text        NOT NULL,
    reason               text        NOT NULL,
    requested_at         timestamptz NOT NULL,
    contributions_sealed text,
    loans_sealed         text,
    number               text        REFERENCES document,
    refusal              text,
    finished_at          timestamptz,
    CONSTRAINT staff_say_why CHECK (asked_by_role = 'individual' OR btrim(reason) <> ''),
    CONSTRAINT period_has_both_ends CHECK ((first_day IS NULL) = (last_day IS NULL) AND first_day <= last_day),
    CONSTRAINT printed_has_a_number CHECK ((state IN ('printing', 'issued')) = (number IS NOT NULL)),
    CONSTRAINT refused_has_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT finished_is_final CHECK ((state IN ('issued', 'refused')) = (finished_at IS NOT NULL))
);
COMMENT ON COLUMN request.contributions_sealed IS 'what accounts told, until it is known what to print';
CREATE INDEX request_of_person ON request (person_id, requested_at DESC, request_id DESC);
CREATE INDEX request_of_document ON request (number) WHERE number IS NOT NULL;
CREATE INDEX request_waiting ON request (requested_at) WHERE state = 'asked';

-- What was printed is never rewritten: it is printed once, and withdrawn once.
CREATE FUNCTION document_is_printed_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    claim      text[] := ARRAY['attempts', 'claimed_until'];
    printed    text[] := claim || ARRAY['state', 'pdf_sealed', 'pdf_sha256', 'pages'];
    withdrawal text[] := ARRAY['state', 'withdrawn_at', 'withdrawal_reason', 'proposal_id'];
BEGIN
    IF OLD.state = 'printing' AND NEW.state IN ('printing', 'issued')
       AND to_jsonb(OLD) - printed = to_jsonb(NEW) - printed THEN
        RETURN NEW;
    END IF;
    IF OLD.state = 'issued' AND NEW.state = 'withdrawn'
       AND to_jsonb(OLD) - withdrawal = to_jsonb(NEW) - withdrawal THEN
        RETURN NEW;
    END IF;
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['content_sealed', 'pdf_sealed'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'document % is printed once and never rewritten', OLD.number USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER document_is_printed_once BEFORE UPDATE ON document
    FOR EACH ROW EXECUTE FUNCTION document_is_printed_once();

CREATE FUNCTION wake_press() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('documents', '');
    RETURN NULL;
END $$;
CREATE TRIGGER wake_press AFTER INSERT ON document FOR EACH STATEMENT EXECUTE FUNCTION wake_press();

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON document, request FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON document, request TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, attempts, claimed_until, pdf_sealed, pdf_sha256, pages, withdrawn_at,
                    withdrawal_reason, proposal_id) ON document TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, contributions_sealed, loans_sealed, number, refusal, finished_at)
                    ON request TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours)
VALUES ('document.withdraw', '2019-01-01', 'checker', 72);
