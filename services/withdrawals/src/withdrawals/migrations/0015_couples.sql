-- What spouses sign about their agreements (夫妻约定): a fixed order or percentages, in force when both signed (R-WDR-49).
ALTER TABLE agreement
    DROP CONSTRAINT agreement_state_is_known,
    ADD CONSTRAINT agreement_state_is_known CHECK (state IN ('proposed', 'active', 'paused', 'ended')),
    ADD COLUMN household text;
COMMENT ON COLUMN agreement.household IS 'number of the marriage certificate by the register at its last run by what spouses signed';

CREATE TABLE couple (
    id               uuid    PRIMARY KEY,
    code             text    NOT NULL CONSTRAINT couple_code_names_one UNIQUE
                             CONSTRAINT couple_code_can_be_read_out CHECK (code ~ '^[2-9A-HJKMNP-Z]{10}$'),
    proposer_id      uuid    NOT NULL REFERENCES agreement,
    partner_id       uuid    REFERENCES agreement,
    manner           text    NOT NULL CONSTRAINT manner_is_known CHECK (manner IN ('order', 'shares')),
    proposer_first   boolean,
    proposer_bp      integer CONSTRAINT both_have_a_part CHECK (proposer_bp BETWEEN 1 AND 9999),
    proposed_on      date    NOT NULL,
    sign_by          date    NOT NULL,
    state            text    NOT NULL CONSTRAINT couple_state_is_known CHECK (state IN (
        'proposed', 'agreed', 'lapsed', 'ended')),
    CONSTRAINT an_order_says_who_is_first CHECK ((manner = 'order') = (proposer_first IS NOT NULL)),
    CONSTRAINT shares_say_how_much CHECK ((manner = 'shares') = (proposer_bp IS NOT NULL)),
    CONSTRAINT r_wdr_49_both_have_signed CHECK (state <> 'agreed' OR partner_id IS NOT NULL),
    CONSTRAINT nobody_signs_twice CHECK (partner_id <> proposer_id)
);
CREATE UNIQUE INDEX couple_of_proposer ON couple (proposer_id, state) WHERE state IN ('proposed', 'agreed');
CREATE UNIQUE INDEX couple_of_partner ON couple (partner_id, state) WHERE state IN ('proposed', 'agreed');
CREATE INDEX couple_lapsing ON couple (sign_by) WHERE state = 'proposed';
COMMENT ON COLUMN couple.proposer_id IS 'the agreement of whoever signed first';
COMMENT ON COLUMN couple.proposer_bp IS 'the percentage of whoever signed first; the spouse has the rest';

ALTER TABLE agreement_run ADD COLUMN couple_id uuid REFERENCES couple;
COMMENT ON COLUMN agreement_run.couple_id IS 'by what spouses signed it takes, whatever they sign meanwhile';

REVOKE DELETE, TRUNCATE ON couple FROM withdrawals;
