-- Policy from a later day on is decided on the desk by two people, the second a senior one (ADR 61).
INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES ('policy.enact', '2015-01-01', 0, 'senior', 336, 30, true);
