-- Who of the people of loans has died, as withdrawals says; a revoked one stays revoked, whichever is heard first (R-WDR-45).
CREATE TABLE death (
    death_id  uuid    PRIMARY KEY,
    person_id uuid    NOT NULL,
    died_on   date    NOT NULL,
    heard_on  date    NOT NULL,
    revoked   boolean NOT NULL
);
CREATE INDEX death_of_person ON death (person_id) WHERE NOT revoked;
REVOKE DELETE, TRUNCATE ON death FROM loans;

-- What staff settled about a loan whose borrower, co-borrower or guarantor died.
CREATE TABLE death_answer (
    death_id        uuid        NOT NULL REFERENCES death,
    contract_number text        NOT NULL REFERENCES contract,
    text            text        NOT NULL,
    answered_by     uuid        NOT NULL,
    answered_at     timestamptz NOT NULL,
    PRIMARY KEY (death_id, contract_number)
);
REVOKE UPDATE, DELETE, TRUNCATE ON death_answer FROM loans;
