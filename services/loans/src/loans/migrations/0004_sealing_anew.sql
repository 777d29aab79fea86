-- Card and holder of a repayment card may be sealed anew under another key; the card can still only be replaced.
CREATE OR REPLACE FUNCTION only_replace_a_card() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['card', 'holder_name'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    IF OLD.replaced_at IS NOT NULL
       OR to_jsonb(OLD) - 'replaced_at' <> to_jsonb(NEW) - 'replaced_at' THEN
        RAISE EXCEPTION 'a repayment card can only be replaced, once (R-REP-2)'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'cards_are_kept';
    END IF;
    RETURN NEW;
END $$;
