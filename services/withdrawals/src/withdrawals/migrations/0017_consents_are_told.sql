-- Who is told of consents to look-ups, and whom a spouse is invited by (R-WDR-20).
ALTER TABLE look_up_consent ADD COLUMN giver_id uuid;
COMMENT ON COLUMN look_up_consent.giver_id IS 'of a consent on paper: the account holder whose number it names, as accounts told';
CREATE INDEX look_up_consent_of_giver ON look_up_consent (giver_id) WHERE withdrawn_at IS NULL;

ALTER TABLE inquiry ADD COLUMN looked_up_hash text;
COMMENT ON COLUMN inquiry.looked_up_hash IS 'keyed hash of the spouse about whom registers were asked, with that spouse''s consent';
CREATE INDEX inquiry_by_consent ON inquiry (looked_up_hash) WHERE looked_up_hash IS NOT NULL;

CREATE TABLE consent_invitation (
    id_number_hash text PRIMARY KEY CONSTRAINT invited_is_a_hash CHECK (id_number_hash ~ '^[0-9a-f]{64}$'),
    application_id uuid NOT NULL,
    invited_on     date NOT NULL,
    person_id      uuid
);
COMMENT ON TABLE consent_invitation IS 'whose spouse was invited to consent, so that nobody is invited again within days';
COMMENT ON COLUMN consent_invitation.person_id IS 'the account holder whom the invitation went to; none before accounts has told, or where there is none';
CREATE INDEX consent_invitation_of_application ON consent_invitation (application_id);
