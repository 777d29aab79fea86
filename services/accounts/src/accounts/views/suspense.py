"""What lies in suspense (暂收) and why, and what was sent back."""

from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Pool

SUSPENSE = """
SELECT receipt.bank_serial, receipt.amount_fen, receipt.taken_fen, receipt.origin, payer_name,
       payer_account_tail, remittance_information, value_date, recorded_at, refunding.fen AS refunding_fen,
       receipt.amount_fen - taken_fen + refunding.fen AS left_fen,
       coalesce(list.state, back.state) AS list_state,
       list.month AS list_month,
       coalesce(list.employer_fen + list.employee_fen, back.employer_fen + back.employee_fen) AS list_fen,
       named.fen AS named_fen
FROM receipt
CROSS JOIN LATERAL (
    SELECT coalesce(sum(amount_fen), 0)::bigint AS fen FROM refund
    WHERE refund.bank_serial = receipt.bank_serial AND state = 'ordered'
) AS refunding
LEFT JOIN remittance_list AS meant ON meant.payment_reference = receipt.reference
LEFT JOIN LATERAL (
    SELECT * FROM remittance_list AS anew
    WHERE anew.employer_number = meant.employer_number AND anew.month = meant.month
    ORDER BY anew.state = 'withdrawn', anew.created_at DESC LIMIT 1
) AS list ON true
LEFT JOIN back_payment AS back ON back.payment_reference = receipt.reference
LEFT JOIN LATERAL (
    SELECT sum(other.amount_fen)::bigint AS fen FROM receipt AS other
    WHERE other.list_id IS NULL AND other.taken_fen = 0 AND other.reference IN (
        SELECT alike.payment_reference FROM remittance_list AS alike
        WHERE alike.employer_number = list.employer_number AND alike.month = list.month
        UNION ALL SELECT back.payment_reference)
) AS named ON true
WHERE receipt.employer_number IS NOT DISTINCT FROM $1 AND receipt.list_id IS NULL AND loan_claim IS NULL
  AND receipt.amount_fen - taken_fen + refunding.fen > 0 AND receipt.bank_serial > $2
ORDER BY receipt.bank_serial LIMIT $3
"""


async def suspense(
    pool: Pool, employer_number: str | None, after: str, limit: int
) -> list[asyncpg.Record]:
    """Return an employer's receipts that pay no list (R-DEP-7); None for those of nobody."""
    return await pool.fetch(SUSPENSE, employer_number, after, limit)


REFUNDS = """
SELECT refund.id, refund.bank_serial, refund.employer_number, refund.amount_fen, state, outcome_unknown,
       payer_name, payer_account_tail, ordered_at, settled_on, return_serial, reason_text
FROM refund JOIN receipt USING (bank_serial)
WHERE ($1::text IS NULL OR refund.employer_number = $1)
  AND ($2::timestamptz IS NULL OR (ordered_at, refund.id) < ($2, $3::uuid))
ORDER BY ordered_at DESC, refund.id DESC LIMIT $4
"""


async def refunds(
    pool: Pool, employer_number: str | None, before: tuple[datetime, UUID] | None, limit: int
) -> list[asyncpg.Record]:
    """Return an employer's refunds, latest first; None for all."""
    at, refund_id = before or (None, None)
    return await pool.fetch(REFUNDS, employer_number, at, refund_id, limit)
