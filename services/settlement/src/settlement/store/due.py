"""What there is to do by now: one look for all who send, ask and doubt, instead of one by each."""

from collections.abc import Sequence
from dataclasses import dataclass

from settlement.domain import Kind, Living
from settlement.store.entries import READY
from shared.base.db import Pool


@dataclass(frozen=True)
class Due:
    """For whom the time has come."""

    to_send: Sequence[Kind]
    silent: bool
    """A sent order whose answer is overdue."""
    lapsed: bool
    """An order that waited longer than its kind lives."""
    to_ask: bool
    """An order in doubt about which the bank is to be asked."""
    cards: bool
    """A question whose card it is."""
    evidence: bool
    """An entry of the bank whose order is ready for it, or which has none."""


DUE = f"""
SELECT ARRAY(
           SELECT kind FROM unnest($3::text[]) AS kind
           WHERE EXISTS (SELECT FROM payment_order o
                         WHERE o.state = 'to_send' AND o.kind = kind.kind AND o.next_at <= now())
       ) AS to_send,
       EXISTS (SELECT FROM payment_order WHERE state = 'sent' AND next_at <= now()) AS silent,
       EXISTS (SELECT FROM payment_order
               WHERE state = 'to_send' AND next_at <= now()
                 AND requested_on < CASE kind WHEN 'debit' THEN $2::date ELSE $1::date END) AS lapsed,
       EXISTS (SELECT FROM payment_order WHERE state = 'unknown' AND next_at <= now()) AS to_ask,
       EXISTS (SELECT FROM card_check WHERE verdict IS NULL AND next_at <= now()) AS cards,
       EXISTS (SELECT {READY}) AS evidence
"""  # noqa: S608


async def look(pool: Pool, living: Living) -> Due:
    """Say what is due; `living` tells which orders still live on the business date."""
    row = await pool.fetchrow(
        DUE, living.payments_since, living.debits_since, [kind.value for kind in Kind]
    )
    assert row is not None
    return Due(
        [Kind(kind) for kind in row["to_send"]],
        row["silent"],
        row["lapsed"],
        row["to_ask"],
        row["cards"],
        row["evidence"],
    )
