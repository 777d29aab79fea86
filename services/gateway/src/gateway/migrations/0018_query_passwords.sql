-- The query password (查询密码): with it 12329 reads to its owner without the phone. It opens nothing else.

CREATE TABLE query_password (
    identity_id   uuid        PRIMARY KEY REFERENCES identity,
    password_hash text        NOT NULL,
    set_at        timestamptz NOT NULL
);
COMMENT ON COLUMN query_password.password_hash IS
    'of the digits as our key and whose they are make them: six digits alone are soon tried';
