-- JGJ/T 320-2014 (贯标): what the standard's tables of collection show of this database. Read-only views with its names, codes and
-- lengths, for a role that may do nothing else. A field that is not kept here is null. What is sealed has no standard column
-- here but a sealed one in small letters behind them: whoever has the keys opens it. No function of ours that reads tables is
-- called: it would read them with the rights of whoever looks.
CREATE SCHEMA jgj320;
COMMENT ON SCHEMA jgj320 IS 'JGJ/T 320-2014, read-only';

-- 当年归集 begins on 1 July; whoever makes a report for another day says which.
CREATE FUNCTION jgj320.year_begins() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT make_date(fund_year(coalesce(nullif(current_setting('jgj320.as_of', true), '')::date,
                                        (now() AT TIME ZONE 'Asia/Shanghai')::date)) - 1, 7, 1)
$$;

CREATE VIEW jgj320.st_common_unit AS
SELECT name::varchar(255) AS "DWMC", number::varchar(20) AS "DWZH", NULL::varchar(255) AS "DWDZ",
       NULL::varchar(120) AS "DWFRDBXM", NULL::varchar(2) AS "DWFRDBZJLX", NULL::varchar(18) AS "DWFRDBZJHM",
       NULL::varchar(2) AS "DWLSGX", NULL::varchar(2) AS "DWJJLX", NULL::varchar(4) AS "DWSSHY",
       NULL::varchar(6) AS "DWYB", NULL::varchar(120) AS "DWDZXX", lpad(payday::text, 2, '0')::varchar(2) AS "DWFXR",
       NULL::varchar(120) AS "JBRXM", NULL::varchar(20) AS "JBRGDDHHM", NULL::varchar(11) AS "JBRSJHM",
       NULL::varchar(2) AS "JBRZJLX", NULL::varchar(18) AS "JBRZJHM",
       left(social_credit_code, 20)::varchar(20) AS "ZZJGDM", NULL::date AS "DWSLRQ", registered_on AS "DWKHRQ",
       NULL::varchar(255) AS "STYHMC", NULL::varchar(3) AS "STYHDM",
       operator_name_sealed, operator_phone_sealed, operator_id_number_sealed
FROM employer;
COMMENT ON VIEW jgj320.st_common_unit IS '缴存单位信息 表4.0.2';

CREATE VIEW jgj320.st_common_person AS
SELECT account.number::varchar(20) AS "GRZH", NULL::varchar(120) AS "XingMing", NULL::varchar(255) AS "XMQP",
       NULL::varchar(1) AS "XingBie", NULL::varchar(20) AS "GDDHHM", NULL::varchar(11) AS "SJHM",
       person.id_type::varchar(2) AS "ZJLX", NULL::varchar(18) AS "ZJHM", NULL::date AS "CSNY",
       NULL::varchar(2) AS "HYZK", NULL::varchar(2) AS "ZhiYe", NULL::varchar(3) AS "ZhiChen",
       NULL::varchar(4) AS "ZhiWu", NULL::varchar(3) AS "XueLi", NULL::varchar(6) AS "YZBM",
       NULL::varchar(255) AS "JTZZ", NULL::numeric(18, 2) AS "JTYSR",
       person.id AS person_id, person.name_sealed, person.phone_sealed, person.id_number_sealed
FROM individual_account AS account JOIN person ON person.id = account.person_id;
COMMENT ON VIEW jgj320.st_common_person IS '个人信息 表4.0.3';

CREATE VIEW jgj320.st_common_policy AS
SELECT (ratio_max_bp / 100.0)::numeric(4, 2) AS "DWJCBLSX", (ratio_min_bp / 100.0)::numeric(4, 2) AS "DWJCBLXX",
       (ratio_max_bp / 100.0)::numeric(4, 2) AS "GRJCBLSX", (ratio_min_bp / 100.0)::numeric(4, 2) AS "GRJCBLXX",
       (2 * base_max_fen::numeric * ratio_max_bp / 1000000)::numeric(18, 2) AS "YJCESX",
       (2 * base_min_fen::numeric * ratio_min_bp / 1000000)::numeric(18, 2) AS "YJCEXX",
       NULL::smallint AS "GRZFDKZCNX", NULL::numeric(18, 2) AS "GRZFDKZGED", NULL::numeric(3, 2) AS "GRZFDKZGDKBL",
       '04'::varchar(2) AS "LLLX",
       (SELECT rate FROM interest_rate WHERE effective_from <= now() ORDER BY effective_from DESC LIMIT 1)::numeric(8, 7)
           AS "ZXLL",
       NULL::smallint AS "XMDKZCNX", NULL::numeric(4, 2) AS "XMDKZGDKBL"
FROM deposit_policy WHERE effective_from = (SELECT max(effective_from) FROM deposit_policy WHERE effective_from <= now());
COMMENT ON VIEW jgj320.st_common_policy IS '政策信息 表4.0.4';

CREATE VIEW jgj320.st_collection_unit_account AS
SELECT number::varchar(20) AS "DWZH", (ratio.employer_ratio_bp / 100.0)::numeric(4, 2) AS "DWJCBL",
       (ratio.employee_ratio_bp / 100.0)::numeric(4, 2) AS "GRJCBL", people.normal::numeric(18, 0) AS "DWJCRS",
       people.sealed::numeric(18, 0) AS "DWFCRS", (people.fen / 100)::numeric(18, 2) AS "DWZHYE",
       NULL::date AS "DWXHRQ", NULL::varchar(2) AS "DWXHYY", state::varchar(2) AS "DWZHZT", paid_up_to AS "JZNY"
FROM employer
CROSS JOIN LATERAL (
    SELECT coalesce(changed.employer_ratio_bp, employer.employer_ratio_bp) AS employer_ratio_bp,
           coalesce(changed.employee_ratio_bp, employer.employee_ratio_bp) AS employee_ratio_bp
    FROM (SELECT) AS one LEFT JOIN LATERAL (
        SELECT * FROM ratio_change WHERE ratio_change.employer_number = employer.number
          AND effective_month <= (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY effective_month DESC LIMIT 1) AS changed ON true) AS ratio
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE account.state IN ('01', '06')) AS normal,
           count(*) FILTER (WHERE account.state = '02') AS sealed, coalesce(sum(balance.posted_fen), 0) AS fen
    FROM individual_account AS account JOIN ledger_balance AS balance USING (ledger_account_id)
    WHERE account.employer_number = employer.number) AS people;
COMMENT ON VIEW jgj320.st_collection_unit_account IS '单位账户信息 表5.0.2';

CREATE VIEW jgj320.st_collection_unit_business_details AS
SELECT employer_number::varchar(20) AS "DWZH", (booked_at AT TIME ZONE 'Asia/Shanghai')::date AS "JZRQ",
       ((employer_fen + employee_fen)::numeric / 100)::numeric(18, 2) AS "FSE", 0::numeric(18, 2) AS "FSLXE",
       head_count::numeric(18, 0) AS "FSRS", kind::varchar(2) AS "YWMXLX", month AS "HBJNY",
       left(payment_reference, 20)::varchar(20) AS "YWLSH", '01'::varchar(2) AS "CZBZ"
FROM (
    SELECT employer_number, booked_at, employer_fen, employee_fen, head_count, '01' AS kind, month, payment_reference
    FROM remittance_list WHERE state = 'booked'
    UNION ALL
    SELECT employer_number, booked_at, employer_fen, employee_fen, head_count, '02',
           (SELECT max(month) FROM back_payment_line WHERE back_payment_id = back_payment.id), payment_reference
    FROM back_payment WHERE state = 'booked') AS booked;
COMMENT ON VIEW jgj320.st_collection_unit_business_details IS '单位业务明细信息 表5.0.3';

CREATE VIEW jgj320.st_collection_personal_account AS
SELECT account.number::varchar(20) AS "GRZH", (side.base / 100)::numeric(18, 2) AS "GRJCJS", account.state::varchar(2) AS "GRZHZT",
       account.opened_on AS "KHRQ", (balance.posted_fen::numeric / 100)::numeric(18, 2) AS "GRZHYE",
       (greatest(balance.posted_fen - this_year.fen, 0) / 100)::numeric(18, 2) AS "GRZHSNJZYE",
       (least(this_year.fen, balance.posted_fen) / 100)::numeric(18, 2) AS "GRZHDNGJYE",
       (side.employee_fen / 100)::numeric(18, 2) AS "GRYJCE", (side.employer_fen / 100)::numeric(18, 2) AS "DWYJCE",
       account.closed_on AS "XHRQ", CASE WHEN account.closed_on IS NOT NULL THEN '99' END::varchar(2) AS "FCHXHYY",
       NULL::varchar(30) AS "GRCKZHHM", NULL::varchar(255) AS "GRCKZHKHYHMC", NULL::varchar(3) AS "GRCKZHKHYHDM"
FROM individual_account AS account
JOIN ledger_balance AS balance USING (ledger_account_id)
JOIN employer ON employer.number = account.employer_number
CROSS JOIN LATERAL (
    SELECT greatest(coalesce(sum(amount_fen), 0), 0) AS fen FROM entry
    WHERE entry.ledger_account_id = account.ledger_account_id AND business_type IN ('01', '02')
      AND booked_on >= jgj320.year_begins()) AS this_year
CROSS JOIN (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) AS clock
CROSS JOIN LATERAL (
    SELECT coalesce(changed.employer_ratio_bp, employer.employer_ratio_bp) AS employer_ratio_bp,
           coalesce(changed.employee_ratio_bp, employer.employee_ratio_bp) AS employee_ratio_bp
    FROM (SELECT) AS one LEFT JOIN LATERAL (
        SELECT * FROM ratio_change WHERE ratio_change.employer_number = employer.number
          AND effective_month <= clock.today ORDER BY effective_month DESC LIMIT 1) AS changed ON true) AS ratio
CROSS JOIN LATERAL (
    SELECT *, CASE rounding WHEN 'fen_half_up' THEN 1 ELSE 100 END AS unit FROM deposit_policy
    WHERE effective_from <= clock.today ORDER BY effective_from DESC LIMIT 1) AS policy
CROSS JOIN LATERAL (
    SELECT least(greatest(coalesce((SELECT changed.base_fen FROM base_change AS changed
                                    WHERE changed.account_number = account.number AND effective_month <= clock.today
                                    ORDER BY effective_month DESC LIMIT 1), account.base_fen),
                          base_min_fen), base_max_fen)::numeric AS base) AS counted
CROSS JOIN LATERAL (
    SELECT base, base * ratio.employer_ratio_bp / 10000 / unit AS employer_units,
           base * ratio.employee_ratio_bp / 10000 / unit AS employee_units) AS units
CROSS JOIN LATERAL (
    SELECT units.base,
           CASE rounding WHEN 'yuan_up' THEN ceil(employer_units) ELSE round(employer_units) END * unit AS employer_fen,
           CASE rounding WHEN 'yuan_up' THEN ceil(employee_units) ELSE round(employee_units) END * unit AS employee_fen
) AS side;
COMMENT ON VIEW jgj320.st_collection_personal_account IS
    '个人账户信息 表5.0.4; what left the account is taken from 上年结转 first';

CREATE VIEW jgj320.st_collection_personal_business_details AS
SELECT account.number::varchar(20) AS "GRZH", booked_on AS "JZRQ",
       CASE entry.business_type WHEN '77' THEN '99' ELSE entry.business_type END::varchar(2) AS "GJHTQYWLX",
       (amount_fen::numeric / 100)::numeric(18, 2) AS "FSE",
       (CASE WHEN entry.business_type IN ('01', '02') THEN amount_fen::numeric ELSE 0 END / 100)::numeric(18, 2) AS "DNGJFSE",
       (CASE WHEN entry.business_type IN ('01', '02') THEN 0 ELSE amount_fen::numeric END / 100)::numeric(18, 2) AS "SNJZFSE",
       (CASE entry.business_type WHEN '09' THEN amount_fen::numeric ELSE 0 END / 100)::numeric(18, 2) AS "FSLXE",
       CASE WHEN entry.business_type IN ('11', '12') THEN coalesce(withdrawal_reason, '99') END::varchar(2) AS "TQYY",
       CASE WHEN entry.business_type IN ('11', '12') THEN '02' END::varchar(2) AS "TQFS",
       account.employer_number::varchar(20) AS "DWZH", reversal_flag::varchar(2) AS "CZBZ", entry.id AS entry_id
FROM entry JOIN individual_account AS account USING (ledger_account_id)
JOIN transfer ON transfer.id = entry.transfer_id;
COMMENT ON VIEW jgj320.st_collection_personal_business_details IS
    '个人业务明细信息 表5.0.5; FSE is negative for what left the account, so that all of it is its balance';

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
