-- Every call, from its answer to its end, and who is to be called back.

CREATE TABLE call (
    call_id       uuid        PRIMARY KEY,
    channel       text        NOT NULL DEFAULT 'hotline' CONSTRAINT a_call_is_of_its_channel CHECK (channel = 'hotline'),
    instance      text        NOT NULL,
    began_at      timestamptz NOT NULL,
    caller_sealed text,
    caller_hash   text,
    state         text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'menu', 'queued', 'agent', 'ended')),
    person_id     uuid,
    proved_by     text        CONSTRAINT proof_is_known CHECK (proved_by IN ('password', 'code')),
    asked         text[]      NOT NULL DEFAULT '{}',
    ended_at      timestamptz,
    ending        text        CONSTRAINT ending_is_known CHECK (ending IN (
        'caller', 'given_up', 'served', 'agent', 'call_back', 'silent', 'failed')),
    CONSTRAINT a_caller_is_known_by_both CHECK ((caller_sealed IS NULL) = (caller_hash IS NULL)),
    CONSTRAINT a_person_has_proved_it CHECK ((person_id IS NULL) = (proved_by IS NULL)),
    CONSTRAINT an_end_says_how CHECK ((state = 'ended') = (ended_at IS NOT NULL)
        AND (ended_at IS NULL) = (ending IS NULL)),
    CONSTRAINT a_call_ends_after_it_began CHECK (ended_at >= began_at)
);
COMMENT ON COLUMN call.instance IS 'the process that answered it: what it left open when it was killed is closed by its next start';
COMMENT ON COLUMN call.caller_sealed IS 'number of the telephone, as the trunk says; none where it is withheld';
COMMENT ON COLUMN call.asked IS 'what was asked for, in order';
CREATE INDEX call_by_time ON call (began_at DESC, call_id DESC);
CREATE INDEX call_of_person ON call (person_id, began_at DESC) WHERE person_id IS NOT NULL;
CREATE INDEX call_open ON call (instance) WHERE state <> 'ended';

CREATE TABLE call_back (
    call_id      uuid        PRIMARY KEY REFERENCES call,
    asked_at     timestamptz NOT NULL,
    done_at      timestamptz,
    done_by      uuid,
    outcome      text        CONSTRAINT outcome_is_known CHECK (outcome IN ('reached', 'not_reached')),
    CONSTRAINT done_says_by_whom CHECK ((done_at IS NULL) = (done_by IS NULL)
        AND (done_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX call_back_open ON call_back (asked_at) WHERE done_at IS NULL;

-- What has ended is not rewritten.
CREATE FUNCTION a_call_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['caller_sealed'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'call % has ended', OLD.call_id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER a_call_ends_once BEFORE UPDATE ON call FOR EACH ROW WHEN (OLD.state = 'ended')
    EXECUTE FUNCTION a_call_ends_once();

CREATE FUNCTION a_call_back_is_done_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'call back % is done', OLD.call_id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER a_call_back_is_done_once BEFORE UPDATE ON call_back FOR EACH ROW WHEN (OLD.done_at IS NOT NULL)
    EXECUTE FUNCTION a_call_back_is_done_once();
