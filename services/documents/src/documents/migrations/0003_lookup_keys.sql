-- The owner may hash the code of what was printed anew under another lookup key, too.
CREATE OR REPLACE FUNCTION document_is_printed_once() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['content_sealed', 'pdf_sealed', 'code_hash'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'document % is printed once and never rewritten', OLD.number USING ERRCODE = 'restrict_violation';
END $$;
