-- Firms that a court reorganises (破产重整): while the plan is carried out nobody is shown their penalties, and no
-- measure of a serious list applies (R-CRD-24).

CREATE TABLE shield (
    shield_id      uuid        PRIMARY KEY,
    subject_id     uuid        NOT NULL REFERENCES subject,
    court_name     text        NOT NULL CONSTRAINT with_its_court CHECK (btrim(court_name) <> ''),
    ruling_no      text        NOT NULL CONSTRAINT with_its_ruling CHECK (btrim(ruling_no) <> ''),
    ruled_on       date        NOT NULL,
    plan_until     date        NOT NULL,
    entered_at     timestamptz NOT NULL,
    proposal_id    uuid        NOT NULL,
    ended_at       timestamptz,
    ended_reason   text,
    ended_proposal_id uuid,
    CONSTRAINT ruled_before_it_ends CHECK (ruled_on <= plan_until),
    CONSTRAINT ended_with_a_reason CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
);
CREATE UNIQUE INDEX one_shield_a_ruling ON shield (subject_id, ruling_no) WHERE ended_at IS NULL;
CREATE INDEX shield_to_end ON shield (plan_until) WHERE ended_at IS NULL;
COMMENT ON COLUMN shield.plan_until IS 'last day of the plan (重整计划执行期): a task ends the shield behind it, and a late one is late in the firm''s favour';

CREATE OR REPLACE VIEW visible_record AS
    SELECT * FROM record WHERE state = 'published' AND public
        AND (kind <> 'penalty' OR NOT EXISTS (
            SELECT FROM shield WHERE shield.subject_id = record.subject_id AND shield.ended_at IS NULL));

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON shield FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON shield TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (subject_id, ended_at, ended_reason, ended_proposal_id) ON shield TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('shield.begin', '2019-01-01', 'checker', 72),
    ('shield.end', '2019-01-01', 'checker', 72);
