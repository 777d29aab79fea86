"""Whose name or number is another one, and what here rests on it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection

KEEP = """
INSERT INTO person_change (person_id, changed_at)
SELECT DISTINCT ON (person_id) person_id, changed_at
FROM unnest($1::uuid[], $2::timestamptz[]) AS told (person_id, changed_at)
ORDER BY person_id, changed_at DESC
ON CONFLICT (person_id) DO UPDATE SET changed_at = excluded.changed_at
WHERE person_change.changed_at < excluded.changed_at
RETURNING person_id, changed_at
"""


async def keep(
    connection: Connection, told: Sequence[tuple[UUID, datetime]]
) -> set[tuple[UUID, datetime]]:
    """Keep when people changed; returns what is newer than known."""
    rows = await connection.fetch(KEEP, [one for one, _ in told], [at for _, at in told])
    return {(row["person_id"], row["changed_at"]) for row in rows}


RENUMBER = """
UPDATE look_up_consent SET id_number_hash = told.hash
FROM unnest($1::uuid[], $2::text[]) AS told (person_id, hash)
WHERE coalesce(look_up_consent.person_id, giver_id) = told.person_id AND withdrawn_at IS NULL
"""


async def renumber(connection: Connection, hashes: Mapping[UUID, str]) -> None:
    """Let the consents that people gave be those of their new numbers (R-WDR-20)."""
    await connection.execute(RENUMBER, list(hashes), list(hashes.values()))
