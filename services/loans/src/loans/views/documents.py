"""Which loans a document is about."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from shared.base.db import Connection

CONTRACTS_OF_PEOPLE = """
SELECT asked.request_id, contract_number
FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS asked (request_id, person_id, wanted)
JOIN party ON party.person_id = asked.person_id AND party.role = ANY($4::text[])
    AND (asked.wanted IS NULL OR asked.wanted = party.contract_number)
JOIN contract USING (contract_number)
ORDER BY asked.request_id, signed_on DESC, contract_number
"""


async def contracts_of_people(
    connection: Connection,
    request_ids: Sequence[UUID],
    person_ids: Sequence[UUID],
    wanted: Sequence[str | None],
    roles: Sequence[str],
) -> dict[UUID, list[str]]:
    """Name for each request the loan that it is about if it is the person's, else all, latest first."""
    rows = await connection.fetch(CONTRACTS_OF_PEOPLE, request_ids, person_ids, wanted, roles)
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for row in rows:
        found[row["request_id"]].append(row["contract_number"])
    return found
