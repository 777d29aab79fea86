-- Deaths as two of the staff record them (R-WDR-45), who inherits, and what is paid to each (R-WDR-46).
CREATE TABLE death (
    id            uuid        PRIMARY KEY,
    person_id     uuid        NOT NULL,
    died_on       date        NOT NULL,
    source        text        NOT NULL CONSTRAINT death_source_is_known CHECK (source IN ('register', 'paper')),
    evidence      text[]      NOT NULL CONSTRAINT death_is_shown CHECK (cardinality(evidence) >= 1),
    recorded_on   date        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    proposed_by   uuid        NOT NULL,
    decided_by    uuid        NOT NULL,
    revoked_at    timestamptz,
    revoked_by    uuid,
    revoke_reason text,
    CONSTRAINT nobody_dies_after_it_is_known CHECK (died_on <= recorded_on),
    CONSTRAINT two_people_record_a_death CHECK (proposed_by <> decided_by),
    CONSTRAINT revoking_is_whole CHECK (num_nonnulls(revoked_at, revoked_by, revoke_reason) IN (0, 3))
);
CREATE UNIQUE INDEX a_person_dies_once ON death (person_id) WHERE revoked_at IS NULL;
CREATE INDEX death_newest ON death (recorded_at DESC, id);

CREATE TABLE estate (
    id             uuid        PRIMARY KEY,
    death_id       uuid        NOT NULL REFERENCES death,
    person_id      uuid        NOT NULL,
    basis          text        NOT NULL CONSTRAINT basis_is_known
        CHECK (basis IN ('notary', 'court', 'declaration', 'nobody')),
    evidence       text[]      NOT NULL CONSTRAINT inheriting_is_shown CHECK (cardinality(evidence) >= 1),
    state          text        NOT NULL CONSTRAINT estate_state_is_known
        CHECK (state IN ('requested', 'paying', 'paid', 'income', 'refused')),
    most_fen       bigint,
    set_aside_fen  bigint      NOT NULL DEFAULT 0,
    refusal_code   text,
    refusal_text   text,
    account_tail   text,
    claimed_on     date        NOT NULL,
    claimed_at     timestamptz NOT NULL,
    proposal_id    uuid        NOT NULL,
    proposed_by    uuid        NOT NULL,
    decided_by     uuid        NOT NULL,
    CONSTRAINT two_people_take_a_claim CHECK (proposed_by <> decided_by),
    CONSTRAINT only_a_declaration_has_a_limit CHECK ((basis = 'declaration') = (most_fen IS NOT NULL))
);
CREATE UNIQUE INDEX a_death_has_one_estate ON estate (death_id) WHERE state <> 'refused';

CREATE TABLE estate_heir (
    id               uuid    PRIMARY KEY,
    estate_id        uuid    NOT NULL REFERENCES estate,
    position         integer NOT NULL,
    parts            integer NOT NULL CONSTRAINT an_heir_has_a_part CHECK (parts > 0),
    id_type          text    NOT NULL,
    name_sealed      text    NOT NULL,
    id_number_sealed text    NOT NULL,
    card_sealed      text,
    card_tail        text    CONSTRAINT heirs_card_tail CHECK (card_tail ~ '^[0-9]{4}$'),
    CONSTRAINT one_place_an_heir UNIQUE (estate_id, position),
    CONSTRAINT a_card_has_its_tail CHECK ((card_sealed IS NULL) = (card_tail IS NULL))
);

-- One payment to one heir; its id names the frozen money, the bank's order and the posting.
CREATE TABLE estate_payment (
    id          uuid   PRIMARY KEY,
    estate_id   uuid   NOT NULL REFERENCES estate,
    heir_id     uuid   NOT NULL REFERENCES estate_heir,
    request_id  uuid   NOT NULL,
    purpose     text   NOT NULL CONSTRAINT purpose_of_payment CHECK (purpose IN ('share', 'supplement', 'again')),
    instead_of  uuid   REFERENCES estate_payment,
    state       text   NOT NULL CONSTRAINT payment_state_is_known CHECK (state IN (
        'requested', 'held', 'card_check', 'ordered', 'paid', 'returned', 'nothing', 'replaced')),
    fen         bigint CONSTRAINT a_share_is_not_negative CHECK (fen >= 0),
    card_sealed text,
    card_tail   text,
    check_id    uuid   NOT NULL UNIQUE,
    reason      text,
    ordered_on  date,
    paid_on     date,
    bank_serial text,
    CONSTRAINT what_is_ordered_has_an_amount_and_a_card CHECK (
        state NOT IN ('card_check', 'ordered', 'paid', 'returned') OR (fen > 0 AND card_sealed IS NOT NULL)),
    CONSTRAINT what_is_paid_has_its_serial CHECK (state NOT IN ('paid', 'returned') OR bank_serial IS NOT NULL)
);
CREATE UNIQUE INDEX a_payment_is_replaced_once ON estate_payment (instead_of) WHERE state <> 'nothing';
CREATE INDEX estate_payment_of_estate ON estate_payment (estate_id);
CREATE INDEX estate_payment_of_request ON estate_payment (request_id);

REVOKE DELETE, TRUNCATE ON death, estate, estate_heir, estate_payment FROM withdrawals;
REVOKE UPDATE ON death, estate_heir FROM withdrawals;
GRANT UPDATE (revoked_at, revoked_by, revoke_reason) ON death TO withdrawals;
GRANT UPDATE (name_sealed, id_number_sealed, card_sealed, card_tail) ON estate_heir TO withdrawals;

INSERT INTO policy (kind, effective_from, document_number, parameters) VALUES
('estate', '2015-01-01', '住房公积金管理条例第二十四条', '{"small_estate_fen": 5000000}');
INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES ('death.record', '2015-01-01', 0, 'checker', 72, 0, true),
       ('death.revoke', '2015-01-01', 0, 'senior', 72, 30, true),
       ('estate.claim', '2015-01-01', 0, 'senior', 168, 30, true),
       ('estate.pay_again', '2015-01-01', 0, 'checker', 72, 30, true);
