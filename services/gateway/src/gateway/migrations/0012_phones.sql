-- Whose phone became another one, by whom: the person with codes of both phones, or the counter with two people (R-INF-2).
CREATE TABLE phone_change (
    id           uuid        PRIMARY KEY,
    identity_id  uuid        NOT NULL REFERENCES identity,
    at           timestamptz NOT NULL,
    by_whom      text        NOT NULL CONSTRAINT who_changed_is_known CHECK (by_whom IN ('oneself', 'counter')),
    tail_before  text        NOT NULL,
    tail_after   text        NOT NULL
);
CREATE INDEX phone_change_of_identity ON phone_change (identity_id, at);
REVOKE UPDATE, TRUNCATE ON phone_change FROM gateway;
CREATE TRIGGER phone_change_is_kept BEFORE DELETE ON phone_change
    FOR EACH ROW WHEN (OLD.at > now() - interval '6 months') EXECUTE FUNCTION refuse_to_forget_a_login();

ALTER TABLE session DROP CONSTRAINT end_reason_is_known, ADD CONSTRAINT end_reason_is_known CHECK (end_reason IN (
    'logged_out', 'refresh_reused', 'disabled', 'activated_anew', 'wrong_confirmations', 'ended_by_owner', 'too_many',
    'password_changed', 'deceased', 'terminal_revoked', 'phone_changed'));

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('phone.change', '2019-01-01', 'checker', 72);
