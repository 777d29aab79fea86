-- The plan of a generated city, in a schema of its own that goes again: who deposits how much for which month.
-- $first_month is month 0, $months of them; fund years count from that of month 0. What a year's interest is follows
-- from products of days and balances (R-INT-3), with the rates of each day: a day weighs as much as all days before it.
CREATE UNLOGGED TABLE making.month AS
SELECT i, (date '$first_month' + make_interval(months => i))::date AS month,
       fund_year((date '$first_month' + make_interval(months => i))::date) - fund_year(date '$first_month') AS f
FROM generate_series(0, $months) AS i;

CREATE FUNCTION making.weight(day date) RETURNS numeric LANGUAGE sql STABLE AS $$$$
    SELECT sum(rate * greatest(0, least(ends, day) - effective_from))
    FROM (SELECT effective_from, rate, lead(effective_from, 1, date '9999-12-31') OVER (ORDER BY effective_from) AS ends
          FROM interest_rate) AS period
$$$$;

CREATE UNLOGGED TABLE making.due AS
SELECT payday, i, month + payday - 1 AS day,
       sum(making.weight(month + payday - 1)) OVER (PARTITION BY payday ORDER BY i) AS weights
FROM making.month CROSS JOIN (SELECT DISTINCT payday FROM making.employer) AS one
UNION ALL
SELECT DISTINCT payday, -1, NULL::date, 0::numeric FROM making.employer;
CREATE UNIQUE INDEX ON making.due (payday, i);

-- A fund year: months first..last of it, the day on which its interest becomes principal, whether that day has come.
CREATE UNLOGGED TABLE making.year AS
SELECT f, first, last, ends, ends <= date '$settled_by' AS settles, fund_year(ends - 1) AS fund_year,
       making.weight((ends - interval '1 year')::date) AS weight_from, making.weight(ends) AS weight_to
FROM (SELECT f, min(i) AS first, max(i) FILTER (WHERE i < $months) AS last,
             make_date(fund_year(min(month)), 7, 1) AS ends
      FROM making.month GROUP BY f) AS one
WHERE last IS NOT NULL;

-- One of twenty came later, one of thirty-three was sealed since; the first of each employer is always there. Every July
-- brings another base (基数调整).
CREATE UNLOGGED TABLE making.account AS
SELECT n, '3714' || (10000000 + n) AS number, $ledger_ids + $employers + n AS ledger_id, k, payday, employer_bp,
       employee_bp, joins, sealed_after, least(sealed_after, paid) AS last, 400000 + n::bigint * 7919 % 9000 * 100 AS base_fen
FROM making.employer, LATERAL (
    SELECT n, CASE WHEN n <> first_n AND n % 20 = 0 THEN least(n / 20 % $months, paid) ELSE 0 END AS joins
    FROM generate_series(first_n, last_n) AS n) AS one, LATERAL (
    SELECT CASE WHEN n <> first_n AND n % 33 = 0 AND $months - 2 - n / 33 % 12 >= joins
                THEN $months - 2 - n / 33 % 12 END AS sealed_after) AS seal;
ALTER TABLE making.account ADD PRIMARY KEY (n);
CREATE FUNCTION making.base_in(base_fen bigint, f integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS
    'SELECT base_fen * (100 + 3 * f) / 10000 * 100';
CREATE FUNCTION making.side(base_fen bigint, bp integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS
    'SELECT (base_fen * bp + 5000) / 10000';

CREATE UNLOGGED TABLE making.list AS
SELECT k, i, gen_random_uuid() AS list_id, gen_random_uuid() AS list_transfer, gen_random_uuid() AS receipt_transfer,
       count(*)::integer AS people,
       sum(making.side(making.base_in(base_fen, f), employer_bp))::bigint AS employer_fen,
       sum(making.side(making.base_in(base_fen, f), employee_bp))::bigint AS employee_fen
FROM making.account JOIN making.month ON i BETWEEN joins AND account.last
GROUP BY k, i;
CREATE INDEX ON making.list (i);

CREATE UNLOGGED TABLE making.settled (
    f integer, n integer, deposit_fen bigint, months integer, interest_fen bigint, balance_fen bigint, entry_id bigint,
    transfer_id uuid, PRIMARY KEY (n, f)
);
ANALYZE making.month, making.due, making.year, making.account, making.list, making.employer;
