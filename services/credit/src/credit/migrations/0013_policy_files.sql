-- Notices and policies by file: all of it by one decision of two people.

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('policy.publish_file', '2019-01-01', 'checker', 72);
