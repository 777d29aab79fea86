"""What the ledger booked, as accounts tells it, for the comparison with the bank and the orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from settlement.domain import EntryKind
from shared.base.db import Connection
from shared.base.money import Fen


@dataclass(frozen=True)
class Booking:
    """What stands in the ledger, as the kind that the bank books for it."""

    kind: EntryKind
    key: str
    """The order's, or a receipt's bank serial."""
    amount_fen: Fen
    booked_on: date


REMEMBER = """
INSERT INTO ledger_entry (kind, key, amount_fen, booked_on)
SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::date[])
    AS booking (kind, key, amount_fen, booked_on)
ORDER BY kind, key
ON CONFLICT (kind, key) DO NOTHING
"""
KNOWN = """
SELECT known.kind, known.key, known.amount_fen
FROM ledger_entry AS known
JOIN unnest($1::text[], $2::text[]) AS booking (kind, key) USING (kind, key)
"""


async def remember(
    connection: Connection, bookings: Sequence[Booking]
) -> dict[tuple[EntryKind, str], Fen]:
    """Keep bookings, the first of each kind and key; return the amount that is kept of each."""
    kinds = [booking.kind.value for booking in bookings]
    keys = [booking.key for booking in bookings]
    await connection.execute(
        REMEMBER,
        kinds,
        keys,
        [booking.amount_fen for booking in bookings],
        [booking.booked_on for booking in bookings],
    )
    known = await connection.fetch(KNOWN, kinds, keys)
    return {(EntryKind(row["kind"]), row["key"]): Fen(row["amount_fen"]) for row in known}
