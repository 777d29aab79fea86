-- Who has died (R-WDR-45), as withdrawals says: nobody logs in as them. What was revoked stays revoked, whichever
-- is heard first; who is not known as a citizen yet is found here as soon as they are.
CREATE TABLE deceased (
    death_id  uuid    PRIMARY KEY,
    person_id uuid    NOT NULL,
    died_on   date    NOT NULL,
    revoked   boolean NOT NULL
);
CREATE INDEX deceased_person ON deceased (person_id) WHERE NOT revoked;
REVOKE DELETE, TRUNCATE ON deceased FROM gateway;

ALTER TABLE session DROP CONSTRAINT end_reason_is_known, ADD CONSTRAINT end_reason_is_known CHECK (end_reason IN (
    'logged_out', 'refresh_reused', 'disabled', 'activated_anew', 'wrong_confirmations', 'ended_by_owner', 'too_many',
    'password_changed', 'deceased'));
