"""Parts of long texts that citizens sent, as statements."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from notifications.carriers import Place
from shared.base.db import Connection

PHONES_AT_ONCE = 200


@dataclass(frozen=True, repr=False)
class PartRow:
    """A row of `mo_part`."""

    part_id: uuid.UUID
    phone_sealed: str
    phone_hash: str
    place: Place
    alphabet: int
    octets_sealed: str
    octets_hash: str
    received_at: datetime
    text_id: uuid.UUID | None


HOLD = "SELECT pg_advisory_xact_lock(hashtextextended('parts of ' || phone, 0)) FROM unnest($1::text[]) phone"
OF_PHONES = """
SELECT part_id, phone_sealed, phone_hash, reference, total, number, alphabet, octets_sealed, octets_hash,
       received_at, text_id
FROM mo_part WHERE phone_hash = ANY($1::text[]) ORDER BY received_at, part_id
"""


async def of_phones(connection: Connection, phone_hashes: Sequence[str]) -> list[PartRow]:
    """Read what came from phones, in order; until the end of the transaction nobody else joins theirs.

    Two carriers, or two instances, may each have one part of a text in hand at this moment.
    """
    await connection.execute(HOLD, sorted(phone_hashes))
    rows = await connection.fetch(OF_PHONES, phone_hashes)
    return [
        PartRow(
            part_id=row["part_id"],
            phone_sealed=row["phone_sealed"],
            phone_hash=row["phone_hash"],
            place=Place(row["reference"], row["total"], row["number"]),
            alphabet=row["alphabet"],
            octets_sealed=row["octets_sealed"],
            octets_hash=row["octets_hash"],
            received_at=row["received_at"],
            text_id=row["text_id"],
        )
        for row in rows
    ]


KEEP = """
INSERT INTO mo_part (part_id, phone_sealed, phone_hash, reference, total, number, alphabet, octets_sealed,
                     octets_hash, received_at, text_id)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::smallint[],
                     $7::smallint[], $8::text[], $9::text[], $10::timestamptz[], $11::uuid[])
"""


async def keep(connection: Connection, rows: Sequence[PartRow]) -> None:
    """Keep parts that came."""
    if not rows:
        return
    await connection.execute(
        KEEP,
        [row.part_id for row in rows],
        [row.phone_sealed for row in rows],
        [row.phone_hash for row in rows],
        [row.place.reference for row in rows],
        [row.place.total for row in rows],
        [row.place.number for row in rows],
        [row.alphabet for row in rows],
        [row.octets_sealed for row in rows],
        [row.octets_hash for row in rows],
        [row.received_at for row in rows],
        [row.text_id for row in rows],
    )


SETTLE = """
UPDATE mo_part SET text_id = told.text_id FROM unnest($1::uuid[], $2::uuid[]) AS told (part_id, text_id)
WHERE mo_part.part_id = told.part_id
"""


async def settle(connection: Connection, texts: Mapping[uuid.UUID, uuid.UUID]) -> None:
    """Write down which texts parts have become."""
    if texts:
        await connection.execute(SETTLE, list(texts), list(texts.values()))


WAITING = """
SELECT phone_hash FROM mo_part WHERE text_id IS NULL
GROUP BY phone_hash, reference, total HAVING max(received_at) <= $1 ORDER BY phone_hash LIMIT $2
"""


async def phones_waiting_since(connection: Connection, since: datetime) -> list[str]:
    """Whose texts have lacked a part for so long, some of them."""
    rows = await connection.fetch(WAITING, since, PHONES_AT_ONCE)
    return sorted({row["phone_hash"] for row in rows})


PRUNE = "DELETE FROM mo_part WHERE text_id IS NOT NULL AND received_at <= $1"


async def prune(connection: Connection, before: datetime) -> None:
    """Forget parts of texts that were understood, of which none comes again any more."""
    await connection.execute(PRUNE, before)
