-- What takes two people here (双人复核); a large sum takes a senior checker who has been here for a while.
INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('order.conclude',     '2019-01-01', 0,           'checker', 72,  0,  true),
    ('order.conclude',     '2019-01-01', 50000000,    'senior',  72,  30, true),
    ('difference.explain', '2019-01-01', 0,           'checker', 168, 0,  false),
    ('difference.explain', '2019-01-01', 50000000,    'senior',  168, 30, false),
    ('odd_entry.explain',  '2019-01-01', 0,           'senior',  168, 30, true);

-- A conclusion that waits for its second person becomes a proposal when the service starts: only it can seal one.
ALTER TABLE order_conclusion ADD COLUMN adopted_as uuid REFERENCES proposal;
COMMENT ON COLUMN order_conclusion.adopted_as IS
    'the proposal that decides it instead: it was proposed before proposals were one mechanism';
GRANT UPDATE (adopted_as) ON order_conclusion TO settlement;
