-- Closing interest runs to the day on which the bank paid (R-WDR-12). The order that is paid never changes; the interest of
-- the days between its price and its payment is booked beside it, and stays on the account until it is paid too.
ALTER TABLE reservation ADD COLUMN late_interest_fen bigint NOT NULL DEFAULT 0
    CONSTRAINT late_interest_not_negative CHECK (late_interest_fen >= 0);

-- As before; and interest that was booked on the very day up to which it is reckoned is taken off what is due.
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
        SELECT ledger_account_id, year.fund_year, CASE WHEN is_yearly THEN 0 ELSE amount_fen END AS fen,
               CASE WHEN is_yearly THEN 0
                    ELSE amount_fen * (weight_to - weight - rate * (counts_from - starts)) END AS product,
               CASE WHEN is_interest THEN amount_fen ELSE 0 END AS booked_fen
        FROM counted
        JOIN year ON year.fund_year = fund_year(least(counts_from, until - 1))
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
