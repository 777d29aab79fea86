-- No password is used again: the last ones of each login, as hashes. One's own sessions are listed by when they began.
CREATE TABLE password_history (
    identity_id   uuid        NOT NULL REFERENCES identity,
    set_at        timestamptz NOT NULL,
    password_hash text        NOT NULL,
    PRIMARY KEY (identity_id, set_at)
);
INSERT INTO password_history (identity_id, set_at, password_hash)
SELECT identity_id, now(), password_hash FROM staff_credential WHERE password_hash IS NOT NULL;
