-- Parked messages as staff see them (停放消息). They lie in the broker; one process of the service looks, writes down what it
-- found, and does what staff want: that stands in the row before anything moves, and is tried again until it is done.
CREATE TABLE parked_message (
    queue         text        NOT NULL,
    message_id    uuid        NOT NULL,
    type          text        NOT NULL,
    subject       text        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    attempts      integer     NOT NULL,
    error         text        NOT NULL,
    seen_at       timestamptz NOT NULL,
    state         text        NOT NULL DEFAULT 'parked' CONSTRAINT parked_state_is_known CHECK (state IN (
        'parked', 'replaying', 'setting_aside', 'replayed', 'set_aside', 'gone')),
    asked_by      uuid,
    asked_by_name text,
    asked_at      timestamptz,
    proposal_id   uuid,
    ended_at      timestamptz,
    headers       text,
    body          bytea,
    PRIMARY KEY (queue, message_id),
    CONSTRAINT what_moves_was_asked_for CHECK (state NOT IN ('replaying', 'setting_aside') OR asked_at IS NOT NULL),
    CONSTRAINT two_people_set_aside CHECK (state NOT IN ('setting_aside', 'set_aside') OR proposal_id IS NOT NULL),
    CONSTRAINT what_is_set_aside_is_kept CHECK (state <> 'set_aside' OR (headers IS NOT NULL AND body IS NOT NULL)),
    CONSTRAINT an_end_has_its_time CHECK ((state IN ('replayed', 'set_aside', 'gone')) = (ended_at IS NOT NULL))
);
COMMENT ON COLUMN parked_message.body IS 'of what is set aside: the whole message, its personal data sealed as it came';
COMMENT ON COLUMN parked_message.seen_at IS 'when it was first found parked, since it last was not';
CREATE INDEX parked_message_by_time ON parked_message (seen_at, queue, message_id) WHERE state NOT IN ('replayed', 'gone');
CREATE INDEX parked_message_to_move ON parked_message (queue) WHERE state IN ('replaying', 'setting_aside');

CREATE FUNCTION what_was_set_aside_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'message % of % was set aside and is kept', OLD.message_id, OLD.queue USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER what_was_set_aside_stays BEFORE DELETE ON parked_message
    FOR EACH ROW WHEN (OLD.body IS NOT NULL AND OLD.state IN ('setting_aside', 'set_aside', 'replaying'))
    EXECUTE FUNCTION what_was_set_aside_stays();

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours)
VALUES ('parked_message.set_aside', DATE '2019-01-01', 'senior', 168);
