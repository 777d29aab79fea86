-- Notices and policies of the public site (政策法规): each published, and taken down, by two people.

CREATE TABLE policy_document (
    document_id  uuid        PRIMARY KEY,
    title        text        NOT NULL CONSTRAINT with_a_title CHECK (btrim(title) <> ''),
    issuer       text        NOT NULL CONSTRAINT with_an_issuer CHECK (btrim(issuer) <> ''),
    document_no  text        NOT NULL CONSTRAINT with_a_number CHECK (btrim(document_no) <> ''),
    issued_on    date        NOT NULL,
    body         text        NOT NULL CONSTRAINT with_a_text CHECK (btrim(body) <> ''),
    published_at timestamptz NOT NULL,
    proposal_id  uuid        NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    withdrawn_proposal_id uuid,
    CONSTRAINT withdrawn_by_two CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)
        AND (withdrawn_at IS NULL) = (withdrawn_proposal_id IS NULL))
);
CREATE UNIQUE INDEX one_document_a_number ON policy_document (document_no) WHERE withdrawn_at IS NULL;
CREATE INDEX document_by_day ON policy_document (issued_on DESC, document_id) WHERE withdrawn_at IS NULL;

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON policy_document FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON policy_document TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (withdrawn_at, withdrawn_reason, withdrawn_proposal_id) ON policy_document TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('policy.publish', '2019-01-01', 'checker', 72),
    ('policy.withdraw', '2019-01-01', 'checker', 72);
