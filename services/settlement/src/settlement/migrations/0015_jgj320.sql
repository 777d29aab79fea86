-- JGJ/T 320-2014 (贯标): what the standard's tables of money show of this database. Read-only views with its names, codes and
-- lengths, for a role that may do nothing else. A field that is not kept here is null; what is sealed stands in small letters
-- behind the standard's columns: whoever has the keys opens it. Codes of banks, kinds of money business and states of posting
-- (附A.28) are the bank's and the accountants', not ours.
CREATE SCHEMA jgj320;
COMMENT ON SCHEMA jgj320 IS 'JGJ/T 320-2014, read-only';

CREATE VIEW jgj320.st_settlement_daybook AS
SELECT left(md5(coalesce(entry.key::text, entry.serial)), 20)::varchar(20) AS "YWLSH", NULL::varchar(2) AS "ZJYWLX",
       NULL::varchar(20) AS "YWPZHM", left(entry.serial, 40)::varchar(40) AS "YHJSLSH",
       (entry.amount_fen::numeric / 100)::numeric(18, 2) AS "FSE", entry.booked_on AS "JSFSRQ", NULL::varchar(3) AS "JSYHDM",
       NULL::varchar(3) AS "FKYHDM", NULL::varchar(30) AS "FKZHHM", NULL::varchar(120) AS "FKZHMC",
       NULL::varchar(3) AS "SKYHDM", NULL::varchar(30) AS "SKZHHM", NULL::varchar(120) AS "SKZHMC",
       left(coalesce(paid.remittance, entry.reason_text), 255)::varchar(255) AS "ZhaiYao",
       entry.number AS entry_number, entry.credit, paid.order_id, paid.card_sealed, paid.holder_sealed
FROM bank_entry AS entry LEFT JOIN payment_order AS paid ON paid.order_id = entry.key;
COMMENT ON VIEW jgj320.st_settlement_daybook IS
    '银行结算流水信息 表9.0.2; the same YWLSH is the same order: paid, and returned';

CREATE VIEW jgj320.st_finance_bank_deposit_journal AS
SELECT number::varchar(20) AS "CNLSH", NULL::varchar(30) AS "YHZHHM",
       (CASE WHEN credit THEN amount_fen::numeric ELSE 0 END / 100)::numeric(18, 2) AS "JFFSE",
       (CASE WHEN credit THEN 0 ELSE amount_fen::numeric END / 100)::numeric(18, 2) AS "DFFSE",
       NULL::numeric(18, 2) AS "YuE", NULL::varchar(2) AS "YEJDFX", left(serial, 40)::varchar(40) AS "YHJSLSH",
       left(reason_text, 255)::varchar(255) AS "ZhaiYao", booked_on AS "JZRQ", value_on AS "RZRQ",
       NULL::varchar(2) AS "RZZT", date_trunc('month', booked_on)::date AS "PZSSNY", '01'::varchar(2) AS "CZBS",
       NULL::varchar(2) AS "ZJYWLX", NULL::varchar(20) AS "JZPZH"
FROM bank_entry;
COMMENT ON VIEW jgj320.st_finance_bank_deposit_journal IS
    '银行存款日记账信息 表8.0.6; what came in is a debit of the centre''s deposit. Vouchers and balances are the accountants''';

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
