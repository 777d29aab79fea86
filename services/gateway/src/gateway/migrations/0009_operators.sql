-- Employers have several operators (单位经办人), each with rights; they log in as staff do, by password and authenticator.

ALTER TABLE identity ADD COLUMN rights text[];
UPDATE identity SET rights = ARRAY['draft', 'confirm', 'pay', 'look'] WHERE role = 'employer_operator';
ALTER TABLE identity
    ADD COLUMN id_type text NOT NULL DEFAULT '01',
    ADD CONSTRAINT operators_have_rights CHECK ((role = 'employer_operator') = (rights IS NOT NULL)),
    ADD CONSTRAINT rights_are_known CHECK (
        cardinality(rights) > 0 AND rights <@ ARRAY['draft', 'confirm', 'pay', 'look']);
COMMENT ON COLUMN identity.rights IS 'of an employer''s operator: 编制, 确认, 缴款, 查询';
COMMENT ON COLUMN identity.active_since IS
    'of staff and operators: when created, let in again, or given another role or second factor, whichever came last';

-- Who was shut may come back as somebody new.
DROP INDEX one_operator_per_id_and_employer;
CREATE UNIQUE INDEX one_operator_per_id_and_employer ON identity (id_number_hash, employer_number)
    WHERE role = 'employer_operator' AND disabled_at IS NULL;
CREATE INDEX operators_of_employer ON identity (employer_number) WHERE role = 'employer_operator';

-- Those of before get a login; a reset by two of the centre sends the code with which they activate it.
INSERT INTO staff_credential (identity_id, login)
SELECT id, 'u' || employer_number || '.' || row_number() OVER (PARTITION BY employer_number ORDER BY created_at, id)
FROM identity WHERE role = 'employer_operator';

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('operator.invite', '2019-01-01', 'checker', 168),
    ('operator.change', '2019-01-01', 'checker', 168),
    ('operator.shut',   '2019-01-01', 'checker', 168),
    ('operator.reset',  '2019-01-01', 'checker', 72);
