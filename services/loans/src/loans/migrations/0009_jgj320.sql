-- JGJ/T 320-2014 (贯标): what the standard's tables of loans show of this database. Read-only views with its names, codes and
-- lengths, for a role that may do nothing else. A field that is not kept here is null; what is sealed stands in small letters
-- behind the standard's columns: whoever has the keys opens it.
CREATE SCHEMA jgj320;
COMMENT ON SCHEMA jgj320 IS 'JGJ/T 320-2014, read-only';

CREATE VIEW jgj320.st_housing_personal_loan AS
SELECT contract.contract_number::varchar(30) AS "JKHTBH", NULL::varchar(30) AS "GFHTBH", NULL::varchar(255) AS "SWTYHMC",
       NULL::varchar(3) AS "SWTYHDM", coalesce(guarantee_type, '01')::varchar(2) AS "DKDBLX", account.disbursed_on AS "YDFKRQ",
       (account.disbursed_on + make_interval(months => periods))::date AS "YDDQRQ", method::varchar(2) AS "DKHKFS",
       NULL::varchar(30) AS "HKZH", NULL::varchar(255) AS "ZHKHYHMC", NULL::varchar(3) AS "ZHKHYHDM",
       (contract.amount_fen::numeric / 100)::numeric(18, 2) AS "HTDKJE", NULL::varchar(2) AS "DKLX",
       periods::smallint AS "DKQS", NULL::varchar(255) AS "FWZL", NULL::numeric(18, 2) AS "FWJZMJ",
       NULL::numeric(18, 2) AS "FWTNMJ", NULL::varchar(2) AS "FWXZ", NULL::numeric(18, 2) AS "FWZJ",
       first.annual_rate AS "JKHTLL", NULL::numeric(4, 2) AS "LLFDBL", NULL::numeric(18, 2) AS "GFSFK",
       NULL::varchar(20) AS "JKRGJJZH", NULL::varchar(120) AS "JKRXM", NULL::varchar(2) AS "JKRZJLX",
       NULL::varchar(18) AS "JKRZJH", NULL::varchar(255) AS "SFRMC", NULL::varchar(30) AS "SFRZHHM",
       NULL::varchar(3) AS "SFRKHYHDM", NULL::varchar(255) AS "SFRKHYHMC", signed_on AS "JKHTQDRQ",
       to_char(account.disbursed_on, 'DD')::varchar(2) AS "YDHKR", party.person_id, person.name AS name_sealed
FROM contract
JOIN party ON party.contract_number = contract.contract_number AND party.role = 'borrower'
LEFT JOIN person ON person.person_id = party.person_id
LEFT JOIN account ON account.contract_number = contract.contract_number
LEFT JOIN plan_version AS first ON first.contract_number = contract.contract_number AND first.version = 1
WHERE contract.state NOT IN ('6', '8');
COMMENT ON VIEW jgj320.st_housing_personal_loan IS '个人住房贷款借款合同信息 表6.0.2';

CREATE VIEW jgj320.st_housing_coborrower AS
SELECT NULL::varchar(20) AS "GTJKRGJJZH", party.contract_number::varchar(30) AS "JKHTBH", NULL::varchar(120) AS "GTJKRXM",
       NULL::varchar(2) AS "GTJKRZJLX", NULL::varchar(18) AS "GTJKRZJHM", NULL::numeric(18, 2) AS "YSR",
       NULL::varchar(2) AS "CDGX", NULL::varchar(20) AS "GDDHHM", NULL::varchar(11) AS "SJHM",
       party.person_id, person.name AS name_sealed
FROM party JOIN contract USING (contract_number) LEFT JOIN person ON person.person_id = party.person_id
WHERE party.role = 'co_borrower' AND contract.state NOT IN ('6', '8');
COMMENT ON VIEW jgj320.st_housing_coborrower IS '共同借款人信息 表6.0.4';

CREATE VIEW jgj320.st_housing_personal_account AS
SELECT account.contract_number::varchar(30) AS "DKZH", account.contract_number::varchar(30) AS "JKHTBH",
       NULL::varchar(2) AS "DKFXDJ", (account.amount_fen::numeric / 100)::numeric(18, 2) AS "DKFFE",
       account.disbursed_on AS "DKFFRQ", (account.balance_fen::numeric / 100)::numeric(18, 2) AS "DKYE",
       account.annual_rate AS "DKLL", NULL::numeric(4, 2) AS "LLFDBL", contract.periods::smallint AS "DKQS",
       ((line.principal_fen + line.interest_fen)::numeric / 100)::numeric(18, 2) AS "DQJHHKJE",
       (line.principal_fen::numeric / 100)::numeric(18, 2) AS "DQJHGHBJ",
       (line.interest_fen::numeric / 100)::numeric(18, 2) AS "DQJHCHLX", NULL::numeric(18, 2) AS "DQYHJE",
       NULL::numeric(18, 2) AS "DQYHBJ", NULL::numeric(18, 2) AS "DQYHLX", NULL::numeric(18, 2) AS "DQYHFX",
       account.settled_on AS "DKJQRQ", (account.principal_repaid_fen::numeric / 100)::numeric(18, 2) AS "HSBJZE",
       (account.interest_repaid_fen::numeric / 100)::numeric(18, 2) AS "HSLXZE",
       (account.penalty_repaid_fen::numeric / 100)::numeric(18, 2) AS "FXZE",
       (early.fen / 100)::numeric(18, 2) AS "TQGHBJZE", NULL::numeric(18, 2) AS "YQBJZE", NULL::numeric(18, 2) AS "YQLXZE",
       NULL::smallint AS "LJYQQS"
FROM account JOIN contract USING (contract_number)
LEFT JOIN LATERAL (
    SELECT principal_fen, interest_fen FROM instalment
    WHERE instalment.contract_number = account.contract_number AND instalment.version <= account.version
      AND instalment.number = account.paid_through + 1
    ORDER BY instalment.version DESC LIMIT 1) AS line ON account.settled_on IS NULL
CROSS JOIN LATERAL (
    SELECT coalesce(sum(principal_fen), 0) AS fen FROM entry
    WHERE entry.contract_number = account.contract_number AND entry.kind = '03') AS early
WHERE account.returned_on IS NULL;
COMMENT ON VIEW jgj320.st_housing_personal_account IS
    '个人住房贷款账户信息 表6.0.5; what is owed on a day (当期应还, 逾期) is reckoned by the service, not here';

CREATE VIEW jgj320.st_housing_business_details AS
SELECT contract_number::varchar(30) AS "DKZH",
       CASE WHEN length(serial) <= 20 THEN serial ELSE left(md5(serial), 20) END::varchar(20) AS "YWLSH",
       kind::varchar(2) AS "DKYWMXLX", booked_on AS "YWFSRQ", NULL::varchar(3) AS "DKYHDM",
       (amount_fen::numeric / 100)::numeric(18, 2) AS "FSE", (principal_fen::numeric / 100)::numeric(18, 2) AS "BJJE",
       (interest_fen::numeric / 100)::numeric(18, 2) AS "LXJE", (penalty_fen::numeric / 100)::numeric(18, 2) AS "FXJE",
       NULL::smallint AS "DQQC", NULL::numeric(18, 2) AS "ZCZYQBJJE", NULL::numeric(18, 2) AS "YQZZCBJJE",
       booked_on AS "JZRQ", entry_number, serial
FROM entry;
COMMENT ON VIEW jgj320.st_housing_business_details IS
    '个人住房贷款业务明细信息 表6.0.6; a longer serial is shortened by its digest, and whole behind it';

DO $$
DECLARE
    service text := regexp_replace(current_user, '_owner$', '');
    reader  text;
BEGIN
    FOR reader IN SELECT rolname FROM pg_roles WHERE rolname IN (service, service || '_reader') LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA jgj320 TO %I', reader);
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA jgj320 TO %I', reader);
    END LOOP;
END $$;
