"""Deferrals (缓缴) that two people agreed on; never changed. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.rules.deferral import Deferral
from shared.base.db import Connection

ADD = """
INSERT INTO deferral (id, employer_number, from_month, until_month, catch_up_by, resolution_number,
                      resolution_on, maker_id, checker_id, decided_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


@dataclass(frozen=True)
class NewDeferral:
    """A deferral to be kept."""

    id: UUID
    employer_number: str
    asked: Deferral
    resolution_number: str
    maker_id: UUID
    checker_id: UUID
    decided_at: datetime


async def add(connection: Connection, new: NewDeferral) -> None:
    """Keep a deferral."""
    await connection.execute(
        ADD,
        new.id,
        new.employer_number,
        new.asked.first.first,
        new.asked.last.first,
        new.asked.catch_up_by,
        new.resolution_number,
        new.asked.resolution_on,
        new.maker_id,
        new.checker_id,
        new.decided_at,
    )


OVERLAPS = """
SELECT EXISTS (SELECT FROM deferral
               WHERE employer_number = $1 AND from_month <= $3 AND until_month >= $2)
"""


async def overlaps(connection: Connection, employer_number: str, first: date, last: date) -> bool:
    """Tell whether another deferral has one of these months."""
    found: bool = await connection.fetchval(OVERLAPS, employer_number, first, last)
    return found


MONTHS = """
SELECT employer_number, month::date FROM deferral
CROSS JOIN LATERAL generate_series(from_month, until_month, '1 month') AS month
WHERE employer_number = ANY($1::text[])
"""


async def months(
    connection: Connection, employer_numbers: Sequence[str]
) -> dict[str, frozenset[date]]:
    """Return by employer the months that it need not remit in time."""
    found: dict[str, set[date]] = {number: set() for number in employer_numbers}
    for row in await connection.fetch(MONTHS, employer_numbers):
        found[row["employer_number"]].add(row["month"])
    return {number: frozenset(months) for number, months in found.items()}
