-- Erasing (个人信息保护法 art. 47): the phone and every login of who asked accounts for it; who it was, once the time is over.
CREATE TABLE erased_person (
    person_id  uuid        PRIMARY KEY,
    whole      boolean     NOT NULL,
    erased_at  timestamptz NOT NULL,
    erased_on  date        NOT NULL
);
COMMENT ON TABLE erased_person IS 'who was forgotten, by an id: what was told of them before counts no more, however late it comes';
REVOKE DELETE, TRUNCATE ON erased_person FROM gateway;

ALTER TABLE identity ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN identity.erased_at IS 'since then there is no phone; of staff and operators: since then nobody knows who it was';
ALTER TABLE identity DROP CONSTRAINT codes_reach_a_phone, ADD CONSTRAINT codes_reach_a_phone CHECK (
    role NOT IN ('individual', 'employer_operator')
    OR id_number_hash IS NOT NULL AND (phone_sealed IS NOT NULL OR erased_at IS NOT NULL));
CREATE INDEX identity_shut_for_long ON identity (disabled_at, id)
    WHERE disabled_at IS NOT NULL AND erased_at IS NULL AND role NOT IN ('individual', 'kiosk');

ALTER TABLE session DROP CONSTRAINT end_reason_is_known, ADD CONSTRAINT end_reason_is_known CHECK (end_reason IN (
    'logged_out', 'refresh_reused', 'disabled', 'activated_anew', 'wrong_confirmations', 'ended_by_owner', 'too_many',
    'password_changed', 'deceased', 'terminal_revoked', 'phone_changed', 'upgraded', 'erased'));
