"""Whether loans still needs a person, of whatever side of a contract."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from shared.base.db import Connection

# 3 paid off, 8 void (1.2): every other contract needs its people.
STANDING = """
SELECT party.person_id, bool_or(contract.state NOT IN ('3', '8')) AS under_way,
       max(account.settled_on) AS settled_on
FROM party JOIN contract USING (contract_number) LEFT JOIN account USING (contract_number)
WHERE party.person_id = ANY($1::uuid[])
GROUP BY party.person_id
"""


async def standing(
    connection: Connection, person_ids: Sequence[UUID]
) -> dict[UUID, tuple[bool, date | None]]:
    """By person with a contract: whether one goes on, and when the last one was paid off."""
    rows = await connection.fetch(STANDING, person_ids)
    return {row["person_id"]: (row["under_way"], row["settled_on"]) for row in rows}
