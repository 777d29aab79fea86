-- Two people (双人复核): what one proposes another decides, and the decision executes it once, in its own transaction.

-- Which operations need two, above which sum whom, within what time. The newest rows in force hold.
CREATE TABLE proposal_policy (
    kind           text    NOT NULL,
    effective_from date    NOT NULL,
    from_fen       bigint  NOT NULL DEFAULT 0 CONSTRAINT sums_are_not_negative CHECK (from_fen >= 0),
    decider        text    NOT NULL CONSTRAINT decider_is_known CHECK (decider IN ('checker', 'senior', 'admin')),
    deadline_hours integer NOT NULL CONSTRAINT a_proposal_ends CHECK (deadline_hours BETWEEN 1 AND 8760),
    newcomer_days  integer NOT NULL DEFAULT 0 CONSTRAINT newcomer_days_count CHECK (newcomer_days >= 0),
    evidence_needed boolean NOT NULL DEFAULT false,
    PRIMARY KEY (kind, effective_from, from_fen)
);
COMMENT ON COLUMN proposal_policy.newcomer_days IS
    'who was created or let in again less than so many days ago neither proposes nor decides';

-- How every member of staff stands, as the gateway says; nobody can be decided for by who is not there any more.
CREATE TABLE staff_standing (
    identity_id uuid        PRIMARY KEY,
    role        text        NOT NULL,
    active      boolean     NOT NULL,
    person_id   uuid,
    since       timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL
);
COMMENT ON COLUMN staff_standing.since IS 'when created, let in again, or given another role or second factor';

CREATE TABLE proposal (
    id               uuid        PRIMARY KEY,
    kind             text        NOT NULL,
    subject          text        NOT NULL,
    state            text        NOT NULL DEFAULT 'open' CONSTRAINT proposal_state_is_known CHECK (state IN (
        'open', 'executed', 'rejected', 'withdrawn', 'expired')),
    person_ids       uuid[]      NOT NULL,
    amount_fen       bigint      CONSTRAINT amount_is_positive CHECK (amount_fen > 0),
    body_sealed      text        NOT NULL,
    summary          text        NOT NULL,
    reason           text        NOT NULL CONSTRAINT a_proposal_has_a_reason CHECK (btrim(reason) <> ''),
    evidence         text[]      NOT NULL,
    decider          text        NOT NULL,
    newcomer_days    integer     NOT NULL,
    proposed_by      uuid        NOT NULL,
    proposed_by_name text        NOT NULL,
    proposed_by_person uuid,
    proposed_at      timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    decision_reason  text,
    result           text,
    CONSTRAINT two_people_decide CHECK (state NOT IN ('executed', 'rejected')
        OR (decided_by IS NOT NULL AND decided_by <> proposed_by AND decided_at IS NOT NULL)),
    CONSTRAINT open_is_undecided CHECK ((state = 'open') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX one_open_proposal ON proposal (kind, subject) WHERE state = 'open';
CREATE INDEX proposal_by_time ON proposal (proposed_at DESC, id DESC);
CREATE INDEX proposal_on_subject ON proposal (subject, proposed_at DESC);
CREATE INDEX open_proposal_by_end ON proposal (expires_at) WHERE state = 'open';

-- What was proposed and by whom is never rewritten, and what was decided is never decided anew.
CREATE FUNCTION proposal_is_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decision text[] := ARRAY['state', 'decided_by', 'decided_by_name', 'decided_at', 'decision_reason', 'result'];
BEGIN
    IF OLD.state = 'open' AND to_jsonb(OLD) - decision = to_jsonb(NEW) - decision THEN
        RETURN NEW;
    END IF;
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['body_sealed'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'proposal % is decided once and never rewritten', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER proposal_is_decided_once BEFORE UPDATE ON proposal
    FOR EACH ROW EXECUTE FUNCTION proposal_is_decided_once();

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON proposal, proposal_policy FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON proposal_policy TO %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON proposal TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (state, decided_by, decided_by_name, decided_at, decision_reason, result)
                    ON proposal TO %I', runtime_role);
END $$;
