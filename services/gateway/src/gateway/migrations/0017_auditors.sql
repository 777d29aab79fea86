-- Who reads what the others did, and does nothing else (审计管理, GB/T 22239-2019 8.1.5.3).
ALTER TABLE identity DROP CONSTRAINT role_is_known, ADD CONSTRAINT role_is_known CHECK (role IN (
    'individual', 'employer_operator', 'staff_maker', 'staff_checker', 'staff_admin', 'staff_auditor', 'kiosk'));
