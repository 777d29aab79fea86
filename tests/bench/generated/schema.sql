-- What a generated city is planned in, a schema of its own that goes again; employers are copied into it.
CREATE SCHEMA making;
CREATE UNLOGGED TABLE making.employer (
    k integer PRIMARY KEY, number text, name text, code text, payday integer, employer_bp integer, employee_bp integer,
    first_n integer, last_n integer, paid integer, operator_name text, operator_id_number text, operator_phone text,
    registered_on date, ledger_id bigint
);
CREATE FUNCTION making.serial(k integer, i integer) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT 'G' || lpad(i::text, 4, '0') || lpad(k::text, 8, '0') $$;
CREATE FUNCTION making.reference(list_id uuid, employer text, month date) RETURNS text LANGUAGE sql STABLE AS
    $$ SELECT 'HJ' || employer || to_char(month, 'YYYYMM') || upper(left(list_id::text, 6)) $$;
