-- A loan that was paid out before this system moves in with its history and balances (期初): two people, with papers.
INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours, evidence_needed)
VALUES ('loan.move_in', '2019-01-01', 'checker', 720, true);
