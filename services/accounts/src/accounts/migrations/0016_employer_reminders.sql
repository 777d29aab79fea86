-- What an employer's operator was reminded of, once for each case: staff without accounts 20 days after registration
-- (R-ACC-6), a month that is not booked 5 days after payday (R-DEP-5).

CREATE TABLE employer_reminder (
    employer_number text NOT NULL REFERENCES employer,
    kind            text NOT NULL CONSTRAINT known_reminder CHECK (kind IN ('accounts_missing', 'remittance_late')),
    about           date NOT NULL,
    reminded_on     date NOT NULL,
    PRIMARY KEY (employer_number, kind, about)
);
COMMENT ON COLUMN employer_reminder.about IS 'the day of registration, or the first of the month that is not booked';
REVOKE UPDATE, DELETE, TRUNCATE ON employer_reminder FROM accounts;
