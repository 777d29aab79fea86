-- What was found by looking at every row, which a city's years make ever slower.

-- A receipt is held against every list of its employer's month, those that were taken back too.
CREATE INDEX remittance_list_by_month ON remittance_list (employer_number, month);
-- What reverses a transfer, whether a return or a correction: each of the two indexes has one of them.
CREATE INDEX transfer_by_reversed ON transfer (reverses) WHERE reverses IS NOT NULL;
-- Whether a withdrawal is open on an account: asked for everybody on a list, in an interest run, on a day of offsets.
CREATE INDEX reservation_open ON reservation (account_number) WHERE state = 'reserved';
