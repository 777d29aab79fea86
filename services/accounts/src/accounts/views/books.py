"""The books as people read them: trial balance, balance sheet, added value, vouchers."""

from collections.abc import Sequence
from datetime import date

import asyncpg

from shared.base.db import Pool

SUBJECTS = """
SELECT subject.code, subject.name, subject.class,
       coalesce(sum(line.credit_fen - line.debit_fen)
                FILTER (WHERE voucher.month < $1), 0)::bigint AS opening_fen,
       coalesce(sum(line.debit_fen) FILTER (WHERE voucher.month = $1), 0)::bigint AS debit_fen,
       coalesce(sum(line.credit_fen) FILTER (WHERE voucher.month = $1), 0)::bigint AS credit_fen,
       coalesce(sum(line.credit_fen - line.debit_fen) FILTER (
           WHERE voucher.kind <> 'closing' AND voucher.month >= date_trunc('year', $1::date)
       ), 0)::bigint AS year_fen
FROM ledger_subject AS subject
LEFT JOIN voucher_line AS line ON line.subject = subject.code
LEFT JOIN voucher ON voucher.id = line.voucher_id AND voucher.month <= $1
GROUP BY 1, 2, 3 ORDER BY 1
"""
PERIODS = """
SELECT period.month, period.state, period.closed_at, count(voucher.id) AS vouchers
FROM accounting_period AS period LEFT JOIN voucher USING (month)
WHERE $1::date IS NULL OR period.month < $1 GROUP BY 1 ORDER BY 1 DESC LIMIT $2
"""
PERIOD = "SELECT month, state, closed_at FROM accounting_period WHERE month = $1"
VOUCHERS = """
SELECT id, number, kind, booked_on, business_type, summary FROM voucher
WHERE month = $1 AND number > $2 ORDER BY number LIMIT $3
"""
LINES = """
SELECT line.voucher_id, line.subject, subject.name, line.debit_fen, line.credit_fen
FROM voucher_line AS line JOIN ledger_subject AS subject ON subject.code = line.subject
WHERE line.voucher_id = ANY($1::bigint[]) ORDER BY line.voucher_id, line.position
"""


async def subjects(pool: Pool, month: date) -> list[asyncpg.Record]:
    """Every subject with what it had before a month, what moved in it, and the year's own result."""
    return await pool.fetch(SUBJECTS, month)


async def periods(pool: Pool, before: date | None, limit: int) -> list[asyncpg.Record]:
    """Return periods, latest first."""
    return await pool.fetch(PERIODS, before, limit)


async def period(pool: Pool, month: date) -> asyncpg.Record | None:
    """Return one period."""
    return await pool.fetchrow(PERIOD, month)


async def vouchers(pool: Pool, month: date, after: int, limit: int) -> list[asyncpg.Record]:
    """Return vouchers of a period by number."""
    return await pool.fetch(VOUCHERS, month, after, limit)


async def lines(pool: Pool, voucher_ids: Sequence[int]) -> list[asyncpg.Record]:
    """Return the lines of vouchers, in their order."""
    return await pool.fetch(LINES, voucher_ids)
