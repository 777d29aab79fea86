-- Consent to the handling of personal information, by purpose and version; and how long logins are kept.

CREATE TABLE consent (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id   uuid        NOT NULL,
    identity_id uuid        NOT NULL REFERENCES identity,
    purpose     text        NOT NULL,
    version     text        NOT NULL,
    given       boolean     NOT NULL,
    channel     text        NOT NULL,
    at          timestamptz NOT NULL
);
COMMENT ON TABLE consent IS 'Each time that somebody consents or takes it back (个人信息保护法 art. 14, 15); the last one holds';
CREATE INDEX consent_of_person ON consent (person_id, purpose, id DESC);
REVOKE UPDATE, DELETE, TRUNCATE ON consent FROM gateway;

-- Logins go after years, and never before the six months of 网络安全法 art. 21.
CREATE INDEX login_attempt_by_age ON login_attempt USING brin (at);
GRANT DELETE ON login_attempt TO gateway;
CREATE FUNCTION refuse_to_forget_a_login() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a login is kept for six months at least' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER login_is_kept BEFORE DELETE ON login_attempt
    FOR EACH ROW WHEN (OLD.at > now() - interval '6 months') EXECUTE FUNCTION refuse_to_forget_a_login();
