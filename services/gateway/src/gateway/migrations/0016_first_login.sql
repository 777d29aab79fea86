-- The phone on file of somebody new was handed in by the employer. It logs nobody in before the carriers or the counter say whose it is.

ALTER TABLE identity ADD COLUMN phone_proved_by text CONSTRAINT who_proved_the_phone_is_known CHECK (
    phone_proved_by IN ('carriers', 'oneself', 'counter', 'logins_before'));
COMMENT ON COLUMN identity.phone_proved_by IS
    'who has said that the phone is the person''s own; none: only whoever handed it in. Of citizens';

UPDATE identity SET phone_proved_by = 'logins_before'
WHERE role = 'individual' AND EXISTS (SELECT FROM session WHERE session.identity_id = identity.id);
