-- Fines on employers that do not register, or open no accounts for their staff (R-CRD-4); owing deposits is no cause:
-- the law has payment ordered and enforced by a court, and no late fee (R-DEP-10).

CREATE TABLE penalty_policy (
    effective_from date   NOT NULL,
    cause          text   NOT NULL CONSTRAINT cause_is_known CHECK (cause IN ('not_registered', 'accounts_not_opened')),
    least_fen      bigint NOT NULL CONSTRAINT a_fine_is_money CHECK (least_fen > 0),
    most_fen       bigint NOT NULL,
    basis          text   NOT NULL,
    PRIMARY KEY (cause, effective_from),
    CONSTRAINT least_is_not_most CHECK (least_fen <= most_fen)
);

INSERT INTO penalty_policy (effective_from, cause, least_fen, most_fen, basis)
SELECT effective_from::date, cause, least_fen, most_fen, basis
FROM (VALUES ('1999-04-03', 1000000, 5000000, '《住房公积金管理条例》第三十七条'),
             ('2026-09-20', 5000000, 30000000, '《住房公积金管理条例》第三十九条')
     ) AS laws (effective_from, least_fen, most_fen, basis),
     (VALUES ('not_registered'), ('accounts_not_opened')) AS causes (cause);

CREATE TABLE employer_penalty (
    penalty_id         uuid        PRIMARY KEY,
    social_credit_code text        NOT NULL,
    name               text        NOT NULL,
    cause              text        NOT NULL CONSTRAINT penalty_has_a_cause CHECK (cause IN ('not_registered', 'accounts_not_opened')),
    facts              text        NOT NULL,
    basis              text        NOT NULL,
    fine_fen           bigint      NOT NULL CONSTRAINT fined CHECK (fine_fen > 0),
    order_number       text        NOT NULL,
    ordered_until      date        NOT NULL,
    decided_on         date        NOT NULL,
    document_number    text        NOT NULL,
    maker_id           uuid        NOT NULL,
    checker_id         uuid        NOT NULL CONSTRAINT two_people_fine CHECK (checker_id <> maker_id),
    imposed_at         timestamptz NOT NULL,
    lifted_at          timestamptz,
    lift_reason        text,
    lift_maker_id      uuid,
    lift_checker_id    uuid,
    CONSTRAINT ordered_before_it_is_decided CHECK (ordered_until < decided_on),
    CONSTRAINT two_people_lift CHECK (lift_checker_id <> lift_maker_id),
    CONSTRAINT lifted_by_two CHECK (num_nulls(lifted_at, lift_reason, lift_maker_id, lift_checker_id) IN (0, 4))
);
CREATE UNIQUE INDEX one_penalty_a_document ON employer_penalty (document_number) WHERE lifted_at IS NULL;
CREATE INDEX penalty_by_code ON employer_penalty (social_credit_code, decided_on DESC);
COMMENT ON COLUMN employer_penalty.ordered_until IS 'last day of the order to register or to open accounts (责令限期办理), which was not obeyed';

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON penalty_policy FROM accounts;
REVOKE UPDATE, DELETE, TRUNCATE ON employer_penalty FROM accounts;
GRANT UPDATE (lifted_at, lift_reason, lift_maker_id, lift_checker_id) ON employer_penalty TO accounts;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed) VALUES
    ('employer.fine', '2019-01-01', 0, 'senior', 72, 7, true),
    ('employer.lift_fine', '2019-01-01', 0, 'senior', 72, 7, true);
