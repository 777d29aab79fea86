-- A freeze takes effect at once by one of the centre (协助冻结); another person holds it against the scanned document of the authority.
INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed) VALUES
    ('account.check_freeze', '1991-01-01', 0, 'checker', 72, 0, false);
