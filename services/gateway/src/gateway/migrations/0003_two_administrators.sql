-- Staff are people whom two administrators know: an ID number, a phone of their own, and since when they are here.

ALTER TABLE identity
    ADD COLUMN id_number_sealed text,
    ADD COLUMN phone_hash       text,
    ADD COLUMN senior           boolean NOT NULL DEFAULT false
        CONSTRAINT only_checkers_are_senior CHECK (NOT senior OR role = 'staff_checker'),
    ADD COLUMN active_since     timestamptz,
    ADD CONSTRAINT active_staff_are_known CHECK (active_since IS NULL
        OR (id_number_hash IS NOT NULL AND id_number_sealed IS NOT NULL AND phone_hash IS NOT NULL));
COMMENT ON COLUMN identity.active_since IS
    'of staff: when created, let in again, or given another role or second factor, whichever came last';
CREATE UNIQUE INDEX one_staff_login_per_phone ON identity (phone_hash)
    WHERE role LIKE 'staff%' AND disabled_at IS NULL;
CREATE INDEX identity_of_phone ON identity (phone_hash) WHERE phone_hash IS NOT NULL;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('staff.create',      '2019-01-01', 'admin', 72),
    ('staff.reset',       '2019-01-01', 'admin', 24),
    ('staff.enable',      '2019-01-01', 'admin', 72),
    ('staff.change_role', '2019-01-01', 'admin', 72),
    ('device.register',   '2019-01-01', 'admin', 72);
