-- Whoever fails is slowed down where it fails: by the subject together with a device or an address, and never
-- where a device that has logged in before goes on. Earlier codes live out their few minutes.

DROP INDEX one_active_challenge;
DELETE FROM challenge WHERE state = 'superseded';
ALTER TABLE challenge
    DROP CONSTRAINT challenge_state_is_known,
    ADD CONSTRAINT challenge_state_is_known CHECK (state IN ('active', 'used', 'exhausted')),
    ADD COLUMN source       text    NOT NULL DEFAULT '',
    ADD COLUMN known_device boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN challenge.source IS 'keyed hash of the subject with the device or the address that asked';

-- Counted by subject and source together from now on, and for all strangers together under the subject's own hash.
DELETE FROM login_lock;

-- A device that somebody has logged in with: only a hash of what it shows.
CREATE TABLE known_device (
    token_hash   text        PRIMARY KEY,
    subject_hash text        NOT NULL,
    identity_id  uuid        NOT NULL REFERENCES identity,
    since        timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL
);
CREATE INDEX known_device_of_subject ON known_device (subject_hash, last_used_at DESC);
CREATE INDEX known_device_of_identity ON known_device (identity_id);
CREATE INDEX known_device_by_age ON known_device (last_used_at);
