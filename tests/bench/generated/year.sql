-- A fund year ($1) of accounts $2 to $3, given what was there before it: deposits, and the interest that 30 June brings.
INSERT INTO making.settled
SELECT f, n, deposit_fen, paid, interest_fen, before_fen + paid * deposit_fen + interest_fen,
       CASE WHEN interest_fen > 0 THEN nextval(pg_get_serial_sequence('entry', 'id')) END,
       CASE WHEN interest_fen > 0 THEN gen_random_uuid() END
FROM (
    SELECT year.f, account.n, one.deposit_fen, one.paid, coalesce(before.balance_fen, 0) AS before_fen,
           CASE WHEN year.settles THEN round((coalesce(before.balance_fen, 0) * (weight_to - weight_from)
               + one.deposit_fen * CASE WHEN one.paid > 0
                   THEN one.paid * weight_to - (until.weights - since.weights) ELSE 0 END) / 360)::bigint
           ELSE 0 END AS interest_fen
    FROM making.account AS account JOIN making.year AS year ON year.f = $1 AND account.joins <= year.last
        AND account.n BETWEEN $2 AND $3
    LEFT JOIN making.settled AS before ON before.f = $1 - 1 AND before.n = account.n
    CROSS JOIN LATERAL (
        SELECT making.side(base, employer_bp) + making.side(base, employee_bp) AS deposit_fen,
               greatest(0, least(account.last, year.last) - greatest(joins, year.first) + 1) AS paid
        FROM making.base_in(account.base_fen, year.f) AS base) AS one
    JOIN making.due AS until ON until.payday = account.payday AND until.i = least(account.last, year.last)
    JOIN making.due AS since ON since.payday = account.payday AND since.i = greatest(joins, year.first) - 1
) AS reckoned
