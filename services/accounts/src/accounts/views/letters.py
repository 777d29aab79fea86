"""Whom another centre's letter (联系函) is about."""

from collections.abc import Sequence

from accounts.domain import Row
from shared.base.db import Connection

PEOPLE = "SELECT id, id_number_hash, name_sealed FROM person WHERE id_number_hash = ANY($1::text[])"


async def people_of(connection: Connection, hashes: Sequence[str]) -> dict[str, Row]:
    """Return people by the hashes of their documents, with their sealed names."""
    rows = await connection.fetch(PEOPLE, hashes)
    return {row["id_number_hash"]: row for row in rows}
