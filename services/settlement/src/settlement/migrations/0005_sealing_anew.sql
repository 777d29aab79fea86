-- Card and holder of an order may be sealed anew under another key; its content still never changes.
CREATE OR REPLACE FUNCTION refuse_other_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['card_sealed', 'holder_sealed'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the content of payment order % never changes', OLD.order_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'r_wdr_13_content_stays';
END $$;
