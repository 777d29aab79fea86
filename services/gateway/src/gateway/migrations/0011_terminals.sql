-- What somebody opened at a terminal (自助终端) is bound to it and ends with it; a terminal says how it is.

ALTER TABLE session ADD COLUMN terminal_id uuid REFERENCES identity;
COMMENT ON COLUMN session.terminal_id IS 'the device through which it was opened';
CREATE INDEX session_of_terminal ON session (terminal_id) WHERE terminal_id IS NOT NULL AND ended_at IS NULL;
ALTER TABLE session DROP CONSTRAINT end_reason_is_known, ADD CONSTRAINT end_reason_is_known CHECK (end_reason IN (
    'logged_out', 'refresh_reused', 'disabled', 'activated_anew', 'wrong_confirmations', 'ended_by_owner', 'too_many',
    'password_changed', 'deceased', 'terminal_revoked'));

ALTER TABLE device_credential
    ADD COLUMN seen_at timestamptz,
    ADD COLUMN printer text CONSTRAINT printer_state_is_known CHECK (printer IN (
        'ready', 'out_of_paper', 'jammed', 'away', 'none')),
    ADD COLUMN reader  text CONSTRAINT reader_state_is_known CHECK (reader IN ('ready', 'away', 'none')),
    ADD CONSTRAINT told_when_seen CHECK ((seen_at IS NULL) = (printer IS NULL) AND (seen_at IS NULL) = (reader IS NULL));
COMMENT ON COLUMN device_credential.seen_at IS 'when it last said how it is';
