-- Rates and policy are put in force by migrations, and by the owner of the database; never by the service.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON deposit_policy, interest_rate, missed_month_policy FROM accounts;
