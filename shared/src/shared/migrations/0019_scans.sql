-- Scans (扫描件) that a maker attaches to what is proposed: drawn anew (a PDF of pictures), sealed, seen by who decides, kept with it.
CREATE TABLE proposal_paper (
    id             uuid        PRIMARY KEY,
    proposal_id    uuid        NOT NULL REFERENCES proposal,
    name           text        NOT NULL CONSTRAINT a_scan_has_a_name CHECK (btrim(name) <> ''),
    sent_bytes     integer     NOT NULL,
    sent_sha256    text        NOT NULL,
    content_sealed text        NOT NULL,
    uploaded_by    uuid        NOT NULL,
    uploaded_at    timestamptz NOT NULL
);
CREATE INDEX proposal_paper_of ON proposal_paper (proposal_id, uploaded_at, id);
COMMENT ON COLUMN proposal_paper.sent_sha256 IS 'of the file as it was sent';

-- Whether it takes effect only with a scan of the paper that the rule asks for.
ALTER TABLE proposal ADD COLUMN scan_needed boolean NOT NULL DEFAULT false;

-- A scan comes while its proposal is open, of who proposed it, and is never rewritten.
CREATE FUNCTION scan_of_an_open_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM proposal WHERE id = NEW.proposal_id AND state = 'open' AND proposed_by = NEW.uploaded_by) THEN
        RAISE EXCEPTION 'a scan belongs to an open proposal of who sends it' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER scan_of_an_open_proposal BEFORE INSERT ON proposal_paper
    FOR EACH ROW EXECUTE FUNCTION scan_of_an_open_proposal();

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON proposal_paper FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON proposal_paper TO %I', runtime_role);
END $$;
