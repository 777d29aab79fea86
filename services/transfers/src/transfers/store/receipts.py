"""Bank receipts that name a letter of ours."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection
from transfers.domain import Seen

ADD = """
INSERT INTO receipt_seen (bank_serial, letter_id, amount_fen, value_date, seen_at)
SELECT bank_serial, letter_id, amount_fen, value_date, $5
FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::date[])
    AS came (bank_serial, letter_id, amount_fen, value_date)
ON CONFLICT (bank_serial) DO NOTHING
"""


async def add(connection: Connection, came: Sequence[Seen], now: datetime) -> None:
    """Remember receipts, each once."""
    await connection.execute(
        ADD,
        [one.bank_serial for one in came],
        [one.letter_id for one in came],
        [one.amount_fen for one in came],
        [one.value_date for one in came],
        now,
    )


OF_LETTERS = """
SELECT bank_serial, letter_id, amount_fen, value_date, used FROM receipt_seen
WHERE letter_id = ANY($1::uuid[]) ORDER BY letter_id, value_date, bank_serial
"""


async def of_letters(connection: Connection, letter_ids: Sequence[UUID]) -> dict[UUID, list[Seen]]:
    """Return what came for locked letters."""
    found: dict[UUID, list[Seen]] = {letter_id: [] for letter_id in letter_ids}
    for row in await connection.fetch(OF_LETTERS, letter_ids):
        found[row["letter_id"]].append(Seen(**row))
    return found


USE = "UPDATE receipt_seen SET used = true WHERE bank_serial = ANY($1::text[])"


async def use(connection: Connection, serials: Sequence[str]) -> None:
    """A receipt was taken, for its letter or for something else."""
    await connection.execute(USE, serials)
