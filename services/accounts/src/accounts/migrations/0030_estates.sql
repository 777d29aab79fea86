-- Who has died, what that made of the account, and what was set aside for who inherits (R-WDR-45, 46).
CREATE TABLE deceased (
    death_id       uuid    PRIMARY KEY,
    person_id      uuid    NOT NULL,
    died_on        date    NOT NULL,
    revoked        boolean NOT NULL,
    account_number text    REFERENCES individual_account,
    state_before   text,
    reason_before  text
);
CREATE INDEX deceased_person ON deceased (person_id) WHERE NOT revoked;
COMMENT ON COLUMN deceased.state_before IS 'of the account that it sealed; none where it was sealed already, or there was none';

CREATE TABLE estate_distribution (
    request_id         uuid   PRIMARY KEY,
    estate_id          uuid   NOT NULL,
    person_id          uuid   NOT NULL,
    account_number     text   REFERENCES individual_account,
    instead_of         uuid,
    principal_fen      bigint NOT NULL CONSTRAINT inherited_principal CHECK (principal_fen >= 0),
    interest_fen       bigint NOT NULL CONSTRAINT inherited_interest CHECK (interest_fen >= 0),
    income_transfer_id uuid   UNIQUE REFERENCES transfer,
    refused_code       text,
    decided_on         date   NOT NULL,
    CONSTRAINT refused_sets_nothing_aside CHECK (refused_code IS NULL OR principal_fen + interest_fen = 0)
);
CREATE INDEX estate_distribution_person ON estate_distribution (person_id);
CREATE UNIQUE INDEX a_share_is_set_aside_anew_once ON estate_distribution (instead_of) WHERE refused_code IS NULL;

-- Shares lie side by side on the account until each is paid; every other withdrawal is alone there (R-WDR-10).
ALTER TABLE reservation ADD COLUMN estate_request_id uuid REFERENCES estate_distribution;
CREATE INDEX reservation_of_estate ON reservation (estate_request_id) WHERE estate_request_id IS NOT NULL;
DROP INDEX r_wdr_10_one_reservation_per_account;
CREATE UNIQUE INDEX r_wdr_10_one_reservation_per_account ON reservation (account_number)
    WHERE state = 'reserved' AND estate_request_id IS NULL;

REVOKE DELETE, TRUNCATE ON deceased, estate_distribution FROM accounts;
REVOKE UPDATE ON estate_distribution FROM accounts;
