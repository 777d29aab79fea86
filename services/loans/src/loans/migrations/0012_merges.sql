-- Merging 合并 of one person's two accounts, as accounts asks about it and ends it (R-ACC-8): whoever goes begins nothing new
-- from the answer on; their loans are the other's once it is done.
CREATE TABLE person_merge (
    merge_id     uuid        PRIMARY KEY,
    goes_person  uuid        NOT NULL,
    stays_person uuid        NOT NULL,
    state        text        NOT NULL CONSTRAINT merge_state_is_known CHECK (state IN ('asked', 'ended', 'merged')),
    heard_at     timestamptz NOT NULL
);
CREATE INDEX person_merge_of_who_goes ON person_merge (goes_person) WHERE state <> 'ended';
REVOKE DELETE, TRUNCATE ON person_merge FROM loans;

-- Who owes a loan never changes; as whom they are known does, once.
CREATE FUNCTION is_merged(goes uuid, stays uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM person_merge WHERE goes_person = goes AND stays_person = stays AND state = 'merged')
$$;

CREATE FUNCTION only_merged_people_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - 'person_id' = to_jsonb(NEW) - 'person_id' AND is_merged(OLD.person_id, NEW.person_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'party rows are kept as they are (R-BK-2)'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'rows_are_kept';
END $$;
DROP TRIGGER rows_are_kept ON party;
CREATE TRIGGER rows_are_kept BEFORE DELETE OR TRUNCATE ON party FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_merged_people BEFORE UPDATE ON party FOR EACH ROW EXECUTE FUNCTION only_merged_people_change();
GRANT UPDATE (person_id) ON party TO loans;

ALTER TABLE offset_agreement DROP CONSTRAINT offset_agreement_contract_number_person_id_fkey,
    ADD CONSTRAINT offset_agreement_of_a_party FOREIGN KEY (contract_number, person_id) REFERENCES party ON UPDATE CASCADE;
CREATE OR REPLACE FUNCTION only_end_an_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - 'person_id' = to_jsonb(NEW) - 'person_id' AND is_merged(OLD.person_id, NEW.person_id) THEN
        RETURN NEW;
    END IF;
    IF OLD.ended_on IS NOT NULL
       OR (to_jsonb(OLD) - '{ended_on,ended_by,ended_at}'::text[])
          <> (to_jsonb(NEW) - '{ended_on,ended_by,ended_at}'::text[]) THEN
        RAISE EXCEPTION 'an offset agreement can only be ended, once (R-WDR-4)'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'agreements_are_kept';
    END IF;
    RETURN NEW;
END $$;
