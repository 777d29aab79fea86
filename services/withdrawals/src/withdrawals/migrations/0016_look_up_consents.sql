-- Who consents that registers are asked about the own person when the spouse applies (配偶授权查询, R-WDR-20).
CREATE TABLE look_up_consent (
    id             uuid        PRIMARY KEY,
    person_id      uuid,
    id_number_hash text        CONSTRAINT id_number_hash_is_a_hash CHECK (id_number_hash ~ '^[0-9a-f]{64}$'),
    way            text        NOT NULL CONSTRAINT way_is_known CHECK (way IN ('online', 'paper')),
    given_on       date        NOT NULL,
    ends_on        date        NOT NULL,
    asked_at       timestamptz NOT NULL,
    withdrawn_at   timestamptz,
    evidence       text[]      NOT NULL DEFAULT '{}',
    proposed_by    uuid,
    decided_by     uuid,
    CONSTRAINT a_consent_ends CHECK (ends_on > given_on),
    CONSTRAINT online_is_by_a_person CHECK ((way = 'online') = (person_id IS NOT NULL)),
    CONSTRAINT paper_names_a_number CHECK (way = 'online' OR id_number_hash IS NOT NULL),
    CONSTRAINT paper_takes_two CHECK (way = 'online' OR (proposed_by <> decided_by
        AND proposed_by IS NOT NULL AND decided_by IS NOT NULL AND cardinality(evidence) > 0))
);
CREATE UNIQUE INDEX one_consent_of_a_person ON look_up_consent (person_id) WHERE withdrawn_at IS NULL;
CREATE INDEX look_up_consent_of_number ON look_up_consent (id_number_hash) WHERE withdrawn_at IS NULL;
CREATE INDEX look_up_consent_nameless ON look_up_consent (asked_at) WHERE id_number_hash IS NULL AND withdrawn_at IS NULL;
COMMENT ON COLUMN look_up_consent.person_id IS 'who gave it online; none on paper, which names a number only';
COMMENT ON COLUMN look_up_consent.id_number_hash IS 'keyed hash of the giver''s number; none until accounts has told it';
COMMENT ON COLUMN look_up_consent.asked_at IS 'when accounts was asked for the number, or when the paper was taken';
REVOKE DELETE, TRUNCATE ON look_up_consent FROM withdrawals;

ALTER TABLE inquiry ADD COLUMN spouse_hash text;
COMMENT ON COLUMN inquiry.spouse_hash IS 'keyed hash of the spouse about whom nobody was asked, for want of consent';
CREATE INDEX inquiry_for_want_of_consent ON inquiry (spouse_hash) WHERE spouse_hash IS NOT NULL;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES ('consent.take', '2015-01-01', 0, 'checker', 72, 0, true);
