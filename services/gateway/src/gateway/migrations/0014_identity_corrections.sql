-- Corrections of a citizen's name and identity document (R-INF-1, R-INF-2): asked for by the person, proposed by the
-- employer, or made at the counter; taken by the word of the register of identities, or by two people of the centre.
CREATE TABLE identity_correction (
    id                      uuid        PRIMARY KEY,
    identity_id             uuid        NOT NULL REFERENCES identity,
    by_whom                 text        NOT NULL CONSTRAINT who_corrects_is_known CHECK (
        by_whom IN ('oneself', 'employer', 'counter')),
    state                   text        NOT NULL CONSTRAINT correction_state_is_known CHECK (
        state IN ('asking', 'referred', 'taken', 'refused', 'expired', 'withdrawn')),
    reason                  text,
    asked_at                timestamptz NOT NULL,
    tries                   integer     NOT NULL DEFAULT 0,
    next_ask_at             timestamptz,
    state_since             timestamptz NOT NULL,
    id_type                 text        NOT NULL,
    id_type_before          text        NOT NULL,
    name_sealed             text        NOT NULL,
    id_number_sealed        text        NOT NULL,
    name_before_sealed      text        NOT NULL,
    id_number_before_sealed text        NOT NULL,
    id_number_hash_before   text        NOT NULL,
    evidence                text[]      NOT NULL DEFAULT '{}',
    CONSTRAINT only_who_waits_is_asked_about CHECK ((state = 'asking') = (next_ask_at IS NOT NULL)),
    CONSTRAINT a_refusal_says_why CHECK (state NOT IN ('referred', 'refused') OR reason IS NOT NULL)
);
COMMENT ON COLUMN identity_correction.id_number_hash_before IS 'keyed hash: who was known by it is not somebody else';
CREATE UNIQUE INDEX one_open_correction ON identity_correction (identity_id) WHERE state IN ('asking', 'referred');
CREATE INDEX correction_due ON identity_correction (next_ask_at) WHERE state = 'asking';
CREATE INDEX correction_referred ON identity_correction (state_since, id) WHERE state = 'referred';
CREATE INDEX correction_of_identity ON identity_correction (identity_id, asked_at);
CREATE INDEX correction_from ON identity_correction (id_number_hash_before) WHERE state = 'taken';

-- What has ended stays as it is; sealed anew with another key it says the same.
CREATE FUNCTION refuse_to_rewrite_a_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'correction % has ended as %', OLD.id, OLD.state USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER correction_ends_once BEFORE UPDATE OF state, reason, by_whom, asked_at, state_since ON identity_correction
    FOR EACH ROW WHEN (OLD.state IN ('taken', 'refused', 'expired', 'withdrawn'))
    EXECUTE FUNCTION refuse_to_rewrite_a_correction();
REVOKE TRUNCATE ON identity_correction FROM gateway;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('identity.correct', '2019-01-01', 'checker', 168);
