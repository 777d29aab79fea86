-- Agents: who is on the line, free or not, with whom; and when a caller began to wait and was answered.

CREATE TABLE agent (
    identity_id uuid        PRIMARY KEY,
    state       text        NOT NULL DEFAULT 'away' CONSTRAINT agent_state_is_known CHECK (state IN (
        'free', 'busy', 'break', 'away')),
    since       timestamptz NOT NULL,
    code_hash   text,
    code_until  timestamptz,
    line_id     uuid,
    instance    text,
    call_id     uuid        REFERENCES call ON DELETE SET NULL,
    speaking    boolean     NOT NULL DEFAULT false,
    CONSTRAINT a_code_ends CHECK ((code_hash IS NULL) = (code_until IS NULL)),
    CONSTRAINT a_line_is_of_a_process CHECK ((line_id IS NULL) = (instance IS NULL)),
    CONSTRAINT who_has_no_line_is_away CHECK (line_id IS NOT NULL OR (state = 'away' AND NOT speaking)),
    CONSTRAINT who_speaks_is_busy CHECK (NOT speaking OR state = 'busy')
);
COMMENT ON COLUMN agent.code_hash IS 'keyed hash of the code that proves a telephone to be this agent''s, once';
COMMENT ON COLUMN agent.line_id IS 'the standing call of the agent''s telephone';
COMMENT ON COLUMN agent.call_id IS 'with which the agent speaks, or of which the note is being written';
CREATE UNIQUE INDEX agent_by_code ON agent (code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX agent_on_the_line ON agent (instance) WHERE line_id IS NOT NULL;
CREATE INDEX agent_of_call ON agent (call_id) WHERE call_id IS NOT NULL;

ALTER TABLE call
    ADD COLUMN queued_at   timestamptz,
    ADD COLUMN answered_at timestamptz,
    ADD COLUMN answered_by uuid,
    ADD CONSTRAINT an_answer_says_by_whom CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
    ADD CONSTRAINT who_was_answered_has_waited CHECK (answered_at IS NULL OR answered_at >= queued_at);
COMMENT ON COLUMN call.queued_at IS 'since when the caller wanted an agent, the first time';
COMMENT ON COLUMN call.answered_at IS 'when an agent answered, the first time; answered_by is who spoke last';
CREATE INDEX call_waiting ON call (queued_at) WHERE state = 'queued';
