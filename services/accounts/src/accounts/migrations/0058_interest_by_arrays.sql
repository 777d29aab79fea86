-- The interest that is due as before (0034, R-INT-2, 3, 4), entry by entry without a join: periods of a rate and fund years
-- are few, and are arrays now; a day's period is found by bisection. Joined, their sizes were guessed at millions of rows, and
-- every entry of a run was sorted three times.
CREATE OR REPLACE FUNCTION interest_due(ledger_account_ids bigint[], until date)
RETURNS TABLE (ledger_account_id bigint, interest_fen bigint) LANGUAGE sql STABLE AS $$
    WITH rate AS (
        SELECT effective_from AS starts, rate FROM interest_rate UNION ALL SELECT date '1900-01-01', 0
    ), period AS MATERIALIZED (
        SELECT array_agg(starts ORDER BY starts) AS days, array_agg(rate ORDER BY starts) AS rates,
               array_agg(weight ORDER BY starts) AS weights
        FROM (
            SELECT starts, rate, coalesce(sum(rate * (ends - starts)) OVER (
                       ORDER BY starts ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS weight
            FROM (SELECT *, lead(starts, 1, date '9999-12-31') OVER (ORDER BY starts) AS ends FROM rate) AS one
        ) AS weighed
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
        SELECT fund_year, weights[first] + rates[first] * (opens - days[first]) AS weight_from,
               weights[last] + rates[last] * (closes - days[last]) AS weight_to
        FROM period
        CROSS JOIN generate_series((SELECT min(fund_year(starts)) FROM reckoned), fund_year(until - 1)) AS fund_year
        CROSS JOIN LATERAL (
            SELECT make_date(fund_year - 1, 7, 1) AS opens, least(make_date(fund_year, 7, 1), until) AS closes) AS day
        CROSS JOIN LATERAL (
            SELECT width_bucket(opens, days) AS first, width_bucket(closes, days) AS last) AS within
    ), years AS MATERIALIZED (
        SELECT min(fund_year) - 1 AS before_first, array_agg(weight_to - weight_from ORDER BY fund_year) AS weights,
               array_agg(weight_to ORDER BY fund_year) AS weights_to
        FROM year
    ), counted AS (
        SELECT reckoned.ledger_account_id, entry.amount_fen, day.counts_from,
               fund_year(least(day.counts_from, until - 1)) AS fund_year,
               entry.business_type = '09' AND entry.value_date > reckoned.starts AS is_interest,
               entry.business_type = '09' AND entry.value_date > reckoned.starts AND EXISTS (
                   SELECT FROM interest_settlement AS done
                   WHERE done.account_number = reckoned.number AND done.interest_fen = entry.amount_fen
                     AND make_date(done.fund_year, 7, 1) = entry.value_date) AS is_yearly
        FROM reckoned JOIN entry USING (ledger_account_id)
        CROSS JOIN LATERAL (SELECT greatest(entry.value_date, reckoned.starts) AS counts_from) AS day
        WHERE (entry.value_date < until OR (entry.business_type = '09' AND entry.value_date = until))
          AND reckoned.starts < until
    ), moved AS (
        SELECT ledger_account_id, fund_year, amount_fen AS fen, counts_from, is_interest, is_yearly,
               weights_to[fund_year - before_first] - period.weights[within]
                   - rates[within] * (counts_from - days[within]) AS left_weight
        FROM counted CROSS JOIN period CROSS JOIN years
        CROSS JOIN LATERAL (SELECT width_bucket(counts_from, days) AS within) AS one
        UNION ALL
        SELECT ledger_account_id, year.fund_year, 0, NULL, false, false, 0
        FROM reckoned JOIN year ON year.fund_year >= fund_year(starts) AND reckoned.starts < until
    ), by_year AS (
        SELECT ledger_account_id, fund_year,
               sum(CASE WHEN is_interest THEN 0 ELSE fen END) AS fen,
               sum(CASE WHEN is_interest THEN 0 ELSE fen * left_weight END) AS product,
               sum(CASE WHEN is_yearly AND counts_from < until THEN fen ELSE 0 END) AS opening_fen,
               sum(CASE WHEN is_interest AND NOT is_yearly THEN fen ELSE 0 END) AS early_fen,
               sum(CASE WHEN is_interest AND NOT is_yearly THEN fen * left_weight ELSE 0 END) AS early_product,
               max(CASE WHEN is_interest AND NOT is_yearly THEN left_weight END) AS early_weight,
               sum(CASE WHEN is_interest THEN fen ELSE 0 END) AS booked_fen
        FROM moved GROUP BY 1, 2
    )
    SELECT ledger_account_id,
           (capitalised_interest(fen, product, weights[fund_year - before_first], opening_fen, early_fen, early_product,
                                 early_weight ORDER BY fund_year) - sum(booked_fen))::bigint
    FROM by_year CROSS JOIN years GROUP BY 1
$$;
