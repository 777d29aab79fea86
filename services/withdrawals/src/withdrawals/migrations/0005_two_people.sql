-- Review, bans and calendar are proposals that another person decides; what they say of themselves is there.

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES
    ('withdrawal.approve', '2015-01-01',        0, 'checker', 72,  0, false),
    ('withdrawal.approve', '2015-01-01', 10000000, 'checker', 72, 30, false),
    ('withdrawal.approve', '2015-01-01', 20000000, 'senior',  72, 30, false),
    ('withdrawal.reject',  '2015-01-01',        0, 'checker', 72,  0, false),
    ('ban.impose',         '2015-01-01',        0, 'checker', 168, 0, false),
    ('ban.lift',           '2015-01-01',        0, 'senior',  168, 0, true),
    ('calendar.edit',      '2015-01-01',        0, 'checker', 168, 0, false);

-- Opinions on all applications of a person, whoever gave them.
CREATE INDEX proposal_on_person ON proposal USING gin (person_ids);

-- A proposal that waited for its checker: the application stays in review and the opinion stays readable
-- (review_opinion); a maker proposes again.
UPDATE review SET proposal = NULL, proposed_by = NULL, proposed_by_name = NULL, proposed_at = NULL, proposal_text = NULL
WHERE closed_at IS NULL AND proposal IS NOT NULL;
COMMENT ON TABLE review_opinion IS 'what reviewers said before 0005; since then it is what their proposals say';
REVOKE INSERT ON review_opinion FROM withdrawals;
