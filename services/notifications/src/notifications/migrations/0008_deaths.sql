-- To whom no text goes any more (R-WDR-45), as withdrawals says; what was revoked stays revoked.
CREATE TABLE deceased (
    death_id  uuid    PRIMARY KEY,
    person_id uuid    NOT NULL,
    revoked   boolean NOT NULL
);
CREATE INDEX deceased_person ON deceased (person_id) WHERE NOT revoked;
REVOKE DELETE, TRUNCATE ON deceased FROM notifications;
