"""What a document about contributions rests on: entries of a period, the months that were contributed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Connection


@dataclass(frozen=True)
class Period:
    """The booking days of which a request wants the entries, both included; none where it wants none."""

    request_id: UUID
    ledger_account_id: int
    from_day: date | None
    until_day: date | None


# The order of booking days is that of a statement; within a day, the order in which it was booked.
ENTRIES_OF = """
SELECT asked.request_id, page.*
FROM unnest($1::uuid[], $2::bigint[], $3::date[], $4::date[])
    AS asked (request_id, ledger_account_id, from_day, until_day)
CROSS JOIN LATERAL (
    SELECT entry.booked_on, entry.business_type, reversal_flag, contribution_month, amount_fen,
           balance_after_fen, booked_on < asked.from_day AS before
    FROM (
        SELECT *, sum(amount_fen) OVER (ORDER BY booked_on, id)::bigint AS balance_after_fen
        FROM entry WHERE ledger_account_id = asked.ledger_account_id AND booked_on <= asked.until_day
    ) AS entry JOIN transfer ON transfer.id = entry.transfer_id
    WHERE booked_on >= coalesce((
        SELECT max(booked_on) FROM entry AS earlier
        WHERE earlier.ledger_account_id = asked.ledger_account_id AND booked_on < asked.from_day
    ), asked.from_day)
    ORDER BY booked_on, entry.id
) AS page
"""


async def entries_of(
    connection: Connection, periods: Sequence[Period]
) -> dict[UUID, list[asyncpg.Record]]:
    """Return the entries of each period in order, and before them those of the last day `before` it."""
    rows = await connection.fetch(
        ENTRIES_OF,
        [period.request_id for period in periods],
        [period.ledger_account_id for period in periods],
        [period.from_day for period in periods],
        [period.until_day for period in periods],
    )
    found: defaultdict[UUID, list[asyncpg.Record]] = defaultdict(list)
    for row in rows:
        found[row["request_id"]].append(row)
    return found


CONTRIBUTED_MONTHS = """
SELECT ledger_account_id, array_agg(contribution_month ORDER BY contribution_month) AS months
FROM (
    SELECT ledger_account_id, contribution_month FROM entry
    WHERE ledger_account_id = ANY($1::bigint[]) AND contribution_month IS NOT NULL
    GROUP BY ledger_account_id, contribution_month HAVING sum(amount_fen) > 0
) AS contributed GROUP BY ledger_account_id
"""


async def contributed_months(
    connection: Connection, ledger_account_ids: Sequence[int]
) -> dict[int, list[date]]:
    """Return the months, by their first days, that were contributed and not taken back."""
    rows = await connection.fetch(CONTRIBUTED_MONTHS, ledger_account_ids)
    return {row["ledger_account_id"]: row["months"] for row in rows}
