-- What takes two people here (双人复核): whatever the centre does for an employer or a person, and lifting a freeze.
-- Nothing of it waited anywhere before, so that there is nothing to take over.
INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('employer.register',         '1991-01-01', 0,        'checker', 168, 0,  false),
    ('employer.sign_agreement',   '1991-01-01', 0,        'checker', 168, 0,  false),
    ('employer.revoke_agreement', '1991-01-01', 0,        'checker', 168, 0,  false),
    ('accounts.open',             '1991-01-01', 0,        'checker', 168, 0,  false),
    ('accounts.seal',             '1991-01-01', 0,        'checker', 168, 0,  false),
    ('account.centre_seal',       '1991-01-01', 0,        'checker', 168, 0,  true),
    ('accounts.unseal',           '1991-01-01', 0,        'checker', 168, 0,  false),
    ('accounts.change_base',      '1991-01-01', 0,        'checker', 168, 0,  false),
    ('account.unfreeze',          '1991-01-01', 0,        'checker', 72,  0,  true),
    ('account.unfreeze',          '1991-01-01', 50000000, 'senior',  72,  30, true),
    ('remittance_list.confirm',   '1991-01-01', 0,        'checker', 168, 0,  false);
