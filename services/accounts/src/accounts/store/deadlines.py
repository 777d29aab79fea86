"""Last days in working days of what is still open, reckoned anew; by the day asked on, many rows at once."""

from collections.abc import Mapping
from datetime import date

from shared.base.db import Connection

DISPUTED_ON = """
SELECT DISTINCT (coalesce(objected_at, made_at) AT TIME ZONE 'Asia/Shanghai')::date AS asked_on
FROM dispute WHERE state IN ('at_bank', 'at_centre')
"""


async def disputed_on(connection: Connection) -> list[date]:
    """On which days those asked whom the bank or the centre has not answered yet."""
    return [row["asked_on"] for row in await connection.fetch(DISPUTED_ON)]


ANSWER_BY = """
UPDATE dispute SET due_on = reckoned.due_on
FROM unnest($1::date[], $2::date[]) AS reckoned (asked_on, due_on)
WHERE state IN ('at_bank', 'at_centre') AND dispute.due_on <> reckoned.due_on
  AND (coalesce(objected_at, made_at) AT TIME ZONE 'Asia/Shanghai')::date = reckoned.asked_on
"""


async def answer_by(connection: Connection, ends: Mapping[date, date]) -> None:
    """Have disputes answered by other days."""
    await connection.execute(ANSWER_BY, list(ends), list(ends.values()))


TRANSFERS_ASKED = """
SELECT DISTINCT asked_on, release_working_days
FROM (SELECT (asked_at AT TIME ZONE 'Asia/Shanghai')::date AS asked_on
      FROM account_transfer WHERE state IN ('asked', 'consented')) AS asked
CROSS JOIN LATERAL (
    SELECT release_working_days FROM transfer_policy
    WHERE effective_from <= asked_on ORDER BY effective_from DESC LIMIT 1) AS term
"""


async def transfers_asked(connection: Connection) -> dict[date, int]:
    """On which days open transfers were asked for, and how many working days the former employer has."""
    rows = await connection.fetch(TRANSFERS_ASKED)
    return {row["asked_on"]: row["release_working_days"] for row in rows}


RELEASE_BY = """
UPDATE account_transfer SET release_by = reckoned.release_by
FROM unnest($1::date[], $2::date[]) AS reckoned (asked_on, release_by)
WHERE state IN ('asked', 'consented') AND account_transfer.release_by < reckoned.release_by
  AND (asked_at AT TIME ZONE 'Asia/Shanghai')::date = reckoned.asked_on
"""


async def release_by(connection: Connection, ends: Mapping[date, date]) -> None:
    """Give former employers until later days; none of them gets an earlier one than was said."""
    await connection.execute(RELEASE_BY, list(ends), list(ends.values()))
