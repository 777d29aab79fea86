-- Interest that a closing payment booked within a fund year is what was due then: it pays first what had been capitalised
-- in the reckoning and was not booked yet, the rest is of that year (R-WDR-12, R-INT-2, 4). Before, it was principal beside
-- both: a year that was reckoned again behind a correction, or beyond the year of a payment that came back, earned twice.

-- A year's interest, rounded once, becomes principal of the next (R-INT-2, 3). What is kept: the balance that earns, the
-- interest so far, and how much of it was booked. `early_fen` was booked within the year, `early_product` is its product
-- up to the year's end, `early_weight` what the days from the first of it weigh; `opening_fen` was booked as it began.
CREATE FUNCTION capitalise(state numeric[], fen numeric, product numeric, weight numeric, opening_fen numeric,
                           early_fen numeric, early_product numeric, early_weight numeric)
RETURNS numeric[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    unbooked numeric := state[2] - state[3] - opening_fen;
    earned numeric := state[1] * weight + product + early_product - unbooked * coalesce(early_weight, 0);
    interest numeric := round(earned / 360);
BEGIN
    RETURN ARRAY[state[1] + fen + interest, state[2] + interest, state[3] + opening_fen + early_fen];
END $$;
CREATE AGGREGATE capitalised_interest(fen numeric, product numeric, weight numeric, opening_fen numeric,
                                      early_fen numeric, early_product numeric, early_weight numeric) (
    SFUNC = capitalise, STYPE = numeric[], INITCOND = '{0,0,0}', FINALFUNC = capitalised
);

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
        WHERE (entry.value_date < until OR (entry.business_type = '09' AND entry.value_date = until))
          AND reckoned.starts < until
    ), moved AS (
        SELECT ledger_account_id, year.fund_year, amount_fen AS fen, counts_from, is_interest, is_yearly,
               weight_to - weight - rate * (counts_from - starts) AS left_weight
        FROM counted
        JOIN year ON year.fund_year = fund_year(least(counts_from, until - 1))
        JOIN period ON starts <= counts_from AND counts_from < ends
        UNION ALL
        SELECT ledger_account_id, year.fund_year, 0, NULL, false, false, 0
        FROM reckoned JOIN year ON year.fund_year >= fund_year(starts) AND reckoned.starts < until
    ), by_year AS (
        SELECT ledger_account_id, moved.fund_year, weight_to - weight_from AS weight,
               sum(CASE WHEN is_interest THEN 0 ELSE fen END) AS fen,
               sum(CASE WHEN is_interest THEN 0 ELSE fen * left_weight END) AS product,
               sum(CASE WHEN is_yearly AND counts_from < until THEN fen ELSE 0 END) AS opening_fen,
               sum(CASE WHEN is_interest AND NOT is_yearly THEN fen ELSE 0 END) AS early_fen,
               sum(CASE WHEN is_interest AND NOT is_yearly THEN fen * left_weight ELSE 0 END) AS early_product,
               max(CASE WHEN is_interest AND NOT is_yearly THEN left_weight END) AS early_weight,
               sum(CASE WHEN is_interest THEN fen ELSE 0 END) AS booked_fen
        FROM moved JOIN year USING (fund_year) GROUP BY 1, 2, 3
    )
    SELECT ledger_account_id,
           (capitalised_interest(fen, product, weight, opening_fen, early_fen, early_product, early_weight
                                 ORDER BY fund_year) - sum(booked_fen))::bigint
    FROM by_year GROUP BY 1
$$;
DROP AGGREGATE capitalised_interest(numeric, numeric, numeric);
DROP FUNCTION capitalise(numeric[], numeric, numeric, numeric);

-- What a closing payment takes back of interest that an account should not have earned (R-INT-4, R-WDR-12).
ALTER TABLE reservation ADD COLUMN taken_back_fen bigint NOT NULL DEFAULT 0
    CONSTRAINT taken_back_not_negative CHECK (taken_back_fen >= 0),
    ADD CONSTRAINT taken_back_or_paid CHECK (taken_back_fen = 0 OR interest_fen = 0);
COMMENT ON COLUMN reservation.taken_back_fen IS
    'interest that was booked and should not have been: stays with the fund as the account closes; no part of principal_fen';
ALTER TABLE estate_distribution ADD COLUMN taken_back_fen bigint NOT NULL DEFAULT 0
    CONSTRAINT taken_back_of_an_estate CHECK (taken_back_fen >= 0 AND (taken_back_fen = 0 OR interest_fen = 0));

-- What must stay on accounts because it was interest that they should not have earned, up to, not including, a day; only
-- of those where it can be: something came behind a settled year, or interest was paid within this one.
CREATE FUNCTION interest_overpaid(ledger_account_ids bigint[], until date)
RETURNS TABLE (ledger_account_id bigint, overpaid_fen bigint) LANGUAGE sql STABLE AS $$
    SELECT due.ledger_account_id, -due.interest_fen
    FROM interest_due((
        SELECT array_agg(account.ledger_account_id) FROM individual_account AS account
        WHERE account.ledger_account_id = ANY (ledger_account_ids)
          AND EXISTS (SELECT FROM entry
                      WHERE entry.ledger_account_id = account.ledger_account_id AND entry.id > account.interest_entry_id
                        AND (entry.value_date < account.interest_from OR entry.business_type = '09'))
    ), until) AS due
    WHERE due.interest_fen < 0
$$;
