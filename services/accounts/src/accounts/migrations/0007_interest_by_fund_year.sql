-- Interest that is due does not depend on when a yearly run came by, nor on the order in which facts were entered: each
-- 30 June that has passed is capitalised in the reckoning (R-INT-2), and what came behind a settled year is reckoned
-- from that year on again, less what was booked for it (R-INT-4).

ALTER TABLE individual_account ADD COLUMN entered_on date NOT NULL DEFAULT date '1991-01-01';
COMMENT ON COLUMN individual_account.entered_on IS
    'business date on which it was entered here: its past may still be entered on that day, and is settled from the next';

-- Who awaits a settlement; after 30 June everybody, then hardly anybody.
CREATE INDEX individual_account_by_unsettled_day ON individual_account (interest_from)
    WHERE state NOT IN ('03', '04', '05');

CREATE FUNCTION fund_year(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT extract(year FROM day + interval '6 months')::integer
$$;
COMMENT ON FUNCTION fund_year IS 'the year in which it ends: 1 July 2018 to 30 June 2019 is 2019';

-- A year's interest, rounded once, becomes principal of the next (R-INT-2, 3): the balance at the year's beginning times
-- the weight of its days, and the product of what moved in it.
CREATE FUNCTION capitalise(state numeric[], fen numeric, product numeric, weight numeric) RETURNS numeric[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    interest numeric := round((state[1] * weight + product) / 360);
BEGIN
    RETURN ARRAY[state[1] + fen + interest, state[2] + interest];
END $$;
CREATE FUNCTION capitalised(state numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT state[2]';
CREATE AGGREGATE capitalised_interest(fen numeric, product numeric, weight numeric) (
    SFUNC = capitalise, STYPE = numeric[], INITCOND = '{0,0}', FINALFUNC = capitalised
);

-- Interest that is due on accounts up to, not including, a day. A day weighs as much as its rate, so that a product
-- between two days is a difference of weights. What a yearly run booked within the years that are reckoned again is no
-- principal there, and is taken off what is due.
CREATE OR REPLACE FUNCTION interest_due(ledger_account_ids bigint[], until date)
RETURNS TABLE (ledger_account_id bigint, interest_fen bigint) LANGUAGE sql STABLE AS $$
    WITH rate AS (
        SELECT effective_from AS starts, rate FROM interest_rate UNION ALL SELECT date '1900-01-01', 0
    ), period AS MATERIALIZED (
        SELECT starts, ends, rate, coalesce(sum(rate * (ends - starts)) OVER (
                   ORDER BY starts ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS weight
        FROM (SELECT *, lead(starts, 1, date '9999-12-31') OVER (ORDER BY starts) AS ends FROM rate) AS one
    ), reckoned AS MATERIALIZED (
        SELECT account.number, account.ledger_account_id,
               least(account.interest_from, make_date(fund_year(late.value_date) - 1, 7, 1)) AS starts
        FROM individual_account AS account
        LEFT JOIN LATERAL (
            SELECT min(value_date) AS value_date FROM entry
            WHERE entry.ledger_account_id = account.ledger_account_id
              AND entry.id > account.interest_entry_id AND entry.value_date < account.interest_from
        ) AS late ON true
        WHERE account.ledger_account_id = ANY (ledger_account_ids)
    ), year AS MATERIALIZED (
        SELECT fund_year, first.weight + first.rate * (opens - first.starts) AS weight_from,
               last.weight + last.rate * (closes - last.starts) AS weight_to
        FROM (SELECT fund_year, make_date(fund_year - 1, 7, 1) AS opens, least(make_date(fund_year, 7, 1), until) AS closes
              FROM generate_series((SELECT min(fund_year(starts)) FROM reckoned), fund_year(until - 1)) AS fund_year) AS one
        JOIN period AS first ON first.starts <= opens AND opens < first.ends
        JOIN period AS last ON last.starts <= closes AND closes < last.ends
    ), counted AS (
        SELECT reckoned.ledger_account_id, entry.amount_fen, greatest(entry.value_date, reckoned.starts) AS counts_from,
               entry.business_type = '09' AND entry.value_date > reckoned.starts AS is_interest,
               entry.business_type = '09' AND entry.value_date > reckoned.starts AND EXISTS (
                   SELECT FROM interest_settlement AS done
                   WHERE done.account_number = reckoned.number AND done.interest_fen = entry.amount_fen
                     AND make_date(done.fund_year, 7, 1) = entry.value_date) AS is_yearly
        FROM reckoned JOIN entry USING (ledger_account_id)
        WHERE entry.value_date < until AND reckoned.starts < until
    ), moved AS (
        SELECT ledger_account_id, year.fund_year, CASE WHEN is_yearly THEN 0 ELSE amount_fen END AS fen,
               CASE WHEN is_yearly THEN 0
                    ELSE amount_fen * (weight_to - weight - rate * (counts_from - starts)) END AS product,
               CASE WHEN is_interest THEN amount_fen ELSE 0 END AS booked_fen
        FROM counted
        JOIN year ON year.fund_year = fund_year(counts_from)
        JOIN period ON starts <= counts_from AND counts_from < ends
        UNION ALL
        SELECT ledger_account_id, year.fund_year, 0, 0, 0
        FROM reckoned JOIN year ON year.fund_year >= fund_year(starts) AND reckoned.starts < until
    ), by_year AS (
        SELECT ledger_account_id, moved.fund_year, weight_to - weight_from AS weight, sum(fen) AS fen,
               sum(product) AS product, sum(booked_fen) AS booked_fen
        FROM moved JOIN year USING (fund_year) GROUP BY 1, 2, 3
    )
    SELECT ledger_account_id,
           (capitalised_interest(fen, product, weight ORDER BY fund_year) - sum(booked_fen))::bigint
    FROM by_year GROUP BY 1
$$;
