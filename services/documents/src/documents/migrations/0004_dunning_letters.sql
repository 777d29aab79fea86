-- Dunning letters 催缴函 (R-DEP-10): written as accounts says that they are due, printed and sealed as every document, listed until
-- somebody has sent them. They are about an employer, so no person has them.
ALTER TABLE document
    DROP CONSTRAINT kind_is_known,
    ADD CONSTRAINT kind_is_known CHECK (kind IN (
        'contribution', 'cross_city', 'payoff', 'statement', 'repayment_plan', 'entries', 'sheet', 'dunning_letter')),
    DROP CONSTRAINT a_sheet_is_of_another_centres_person,
    ADD CONSTRAINT sheets_and_letters_are_of_no_person_here CHECK ((kind IN ('sheet', 'dunning_letter')) = (person_id IS NULL));

CREATE TABLE dunning_letter (
    letter_id       uuid    PRIMARY KEY,
    number          text    NOT NULL UNIQUE REFERENCES document,
    employer_number text    NOT NULL,
    employer_name   text    NOT NULL,
    stage           integer NOT NULL CONSTRAINT stage_is_known CHECK (stage IN (1, 2)),
    from_month      text    NOT NULL,
    until_month     text    NOT NULL,
    owed_fen        bigint  NOT NULL,
    pay_by          date    NOT NULL,
    written_on      date    NOT NULL,
    sent_on         date,
    sent_way        text    CONSTRAINT way_is_known CHECK (sent_way IN ('post', 'by_hand', 'electronic')),
    sent_by         uuid,
    sent_by_name    text,
    CONSTRAINT sending_is_whole CHECK (num_nonnulls(sent_on, sent_way, sent_by, sent_by_name) IN (0, 4))
);
CREATE INDEX dunning_letter_newest ON dunning_letter (written_on DESC, number DESC);
CREATE INDEX dunning_letter_to_send ON dunning_letter (written_on, number) WHERE sent_on IS NULL;

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON dunning_letter FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON dunning_letter TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (sent_on, sent_way, sent_by, sent_by_name) ON dunning_letter TO %I', runtime_role);
END $$;
