-- What callers and agents said, where it was announced and not refused: sealed, a piece every few seconds.

ALTER TABLE call ADD COLUMN recording_agreed boolean;
COMMENT ON COLUMN call.recording_agreed IS 'it was announced: false where the caller refused it; none where nothing was to be recorded';

CREATE TABLE call_recording (
    call_id  uuid        PRIMARY KEY REFERENCES call,
    began_at timestamptz NOT NULL,
    bytes    bigint      NOT NULL CONSTRAINT a_recording_has_sound CHECK (bytes > 0)
);
COMMENT ON COLUMN call_recording.bytes IS 'A-law, 8 kHz, the caller left and the agent right';
CREATE INDEX call_recording_by_time ON call_recording (began_at);

CREATE TABLE recording_piece (
    call_id     uuid    NOT NULL REFERENCES call_recording,
    position    integer NOT NULL CONSTRAINT positions_begin_at_0 CHECK (position >= 0),
    data_sealed text    NOT NULL,
    PRIMARY KEY (call_id, position)
);

CREATE FUNCTION only_what_was_agreed_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM call WHERE call.call_id = NEW.call_id AND recording_agreed) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'call % is not to be recorded', NEW.call_id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER only_what_was_agreed_is_kept BEFORE INSERT ON call_recording FOR EACH ROW
    EXECUTE FUNCTION only_what_was_agreed_is_kept();

-- What was said is not said otherwise later.
CREATE FUNCTION a_recording_is_not_altered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['data_sealed'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the recording of call % is as it is', OLD.call_id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER a_recording_is_not_altered BEFORE UPDATE ON recording_piece FOR EACH ROW
    EXECUTE FUNCTION a_recording_is_not_altered();
