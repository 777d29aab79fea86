-- Who may have no loan (R-WDR-14), as withdrawals says; one that was lifted stays lifted, whichever is heard first.
CREATE TABLE ban (
    ban_id    uuid    PRIMARY KEY,
    person_id uuid    NOT NULL,
    cause     text    NOT NULL CONSTRAINT cause_is_known CHECK (cause IN ('false_materials', 'loan_fraud')),
    found_on  date    NOT NULL,
    ends_on   date    NOT NULL,
    lifted    boolean NOT NULL
);
CREATE INDEX ban_in_force ON ban (person_id, ends_on) WHERE NOT lifted;
REVOKE DELETE, TRUNCATE ON ban FROM loans;
