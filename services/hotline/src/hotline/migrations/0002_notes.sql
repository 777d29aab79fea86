-- What staff write down after a call; what is not solved yet is a case until somebody answers it.

CREATE TABLE call_note (
    call_id       uuid        PRIMARY KEY REFERENCES call,
    noted_at      timestamptz NOT NULL,
    noted_by      uuid        NOT NULL,
    solved        boolean     NOT NULL,
    text_sealed   text        NOT NULL,
    closed_at     timestamptz,
    closed_by     uuid,
    answer_sealed text,
    CONSTRAINT closed_says_by_whom_and_how CHECK ((closed_at IS NULL) = (closed_by IS NULL)
        AND (closed_at IS NULL) = (answer_sealed IS NULL)),
    CONSTRAINT what_is_solved_is_no_case CHECK (NOT solved OR closed_at IS NULL)
);
CREATE INDEX call_note_open ON call_note (noted_at) WHERE NOT solved AND closed_at IS NULL;

CREATE FUNCTION a_case_is_closed_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    closing text[] := ARRAY['closed_at', 'closed_by', 'answer_sealed'];
BEGIN
    IF OLD.closed_at IS NULL AND to_jsonb(OLD) - closing = to_jsonb(NEW) - closing THEN
        RETURN NEW;
    END IF;
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['text_sealed', 'answer_sealed'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the note of call % is written once', OLD.call_id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER a_case_is_closed_once BEFORE UPDATE ON call_note FOR EACH ROW EXECUTE FUNCTION a_case_is_closed_once();
