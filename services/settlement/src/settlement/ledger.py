"""What the ledger booked, as accounts tells it, for the comparison with the bank and the orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.messages import Event
from shared.unit import Unit


@dataclass(frozen=True)
class Booking:
    """One line of the ledger."""

    kind: str
    """`payout`, `return` or `receipt`, as `EntryKind` names them."""
    key: str
    """The application's id, or a receipt's bank serial."""
    amount_fen: int
    booked_on: date


REMEMBER = """
INSERT INTO ledger_entry (kind, key, amount_fen, booked_on)
SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::date[])
    AS booking (kind, key, amount_fen, booked_on)
ORDER BY kind, key
ON CONFLICT (kind, key) DO NOTHING
"""
KNOWN = "SELECT kind, key, amount_fen FROM ledger_entry WHERE kind = $1 AND key = ANY($2::text[])"


async def remember(unit: Unit, bookings: Sequence[tuple[Event, Booking]]) -> None:
    """Keep bookings of one kind; one that was told before with another amount is parked."""
    rows = [booking for _, booking in bookings]
    await unit.connection.execute(
        REMEMBER,
        [row.kind for row in rows],
        [row.key for row in rows],
        [row.amount_fen for row in rows],
        [row.booked_on for row in rows],
    )
    known = await unit.connection.fetch(KNOWN, rows[0].kind, [row.key for row in rows])
    amounts = {row["key"]: row["amount_fen"] for row in known}
    for event, booking in bookings:
        if amounts[booking.key] != booking.amount_fen:
            unit.park(event, f"the ledger told another amount before: {amounts[booking.key]} fen")
