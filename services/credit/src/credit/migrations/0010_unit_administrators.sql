-- Administrators of units (单位管理员) are let in by two administrators of the platform.

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('user.appoint', '2019-01-01', 'admin', 72);
