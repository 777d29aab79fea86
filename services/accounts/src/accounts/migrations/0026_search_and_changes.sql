-- An employer finds its people by a part of a name that is sealed at rest, and reads what was changed of them.

-- Keyed hashes of the characters and pairs of characters of a name, the employer's number among what is hashed: the
-- same name at two employers has nothing in common (ADR 24). In the order of the accounts, so that a page of a common
-- surname is read without a look at all who have it.
CREATE TABLE account_part (
    part           bigint NOT NULL,
    account_number text   NOT NULL REFERENCES individual_account ON DELETE CASCADE,
    PRIMARY KEY (part, account_number)
);
CREATE INDEX account_part_by_account ON account_part (account_number);

-- Accounts whose name is to be hashed: new ones, and those that came to another employer.
CREATE TABLE account_to_index (
    account_number text PRIMARY KEY REFERENCES individual_account ON DELETE CASCADE
);
CREATE FUNCTION new_accounts_are_indexed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO account_to_index SELECT number FROM added ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER new_accounts_are_indexed AFTER INSERT ON individual_account REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION new_accounts_are_indexed();
CREATE FUNCTION moved_accounts_are_indexed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO account_to_index VALUES (NEW.number) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER moved_accounts_are_indexed AFTER UPDATE OF employer_number ON individual_account
    FOR EACH ROW WHEN (OLD.employer_number IS DISTINCT FROM NEW.employer_number)
    EXECUTE FUNCTION moved_accounts_are_indexed();
INSERT INTO account_to_index SELECT number FROM individual_account;

-- What happened to accounts while they were with an employer, latest first without a look at all of its people.
CREATE TABLE employer_change (
    employer_number text   NOT NULL REFERENCES employer,
    history_id      bigint NOT NULL,
    business_type   text   NOT NULL,
    PRIMARY KEY (employer_number, history_id)
);
CREATE INDEX employer_change_by_type ON employer_change (employer_number, business_type, history_id);
CREATE FUNCTION history_is_of_an_employer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO employer_change (employer_number, history_id, business_type)
        SELECT account.employer_number, added.id, added.business_type
        FROM added JOIN individual_account AS account ON account.number = added.account_number;
    RETURN NULL;
END $$;
CREATE TRIGGER history_is_of_an_employer AFTER INSERT ON account_history REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION history_is_of_an_employer();
INSERT INTO employer_change (employer_number, history_id, business_type)
    SELECT coalesce((SELECT moved.from_employer FROM account_transfer AS moved
                     WHERE moved.account_number = history.account_number AND moved.state = 'done'
                       AND history.on_date < moved.ended_at::date AND history.business_type <> '06'
                     ORDER BY moved.ended_at LIMIT 1), account.employer_number), history.id, history.business_type
    FROM account_history AS history JOIN individual_account AS account ON account.number = history.account_number;

REVOKE UPDATE, DELETE, TRUNCATE ON employer_change FROM accounts;
