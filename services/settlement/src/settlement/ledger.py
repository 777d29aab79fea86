"""What the ledger booked, as accounts tells it, for the comparison with the bank and the orders."""

from collections.abc import Sequence
from datetime import date

from shared.messages.accounts import FundsPosted, FundsRestored, ReceiptRecorded
from shared.unit import Unit

Booked = ReceiptRecorded | FundsPosted | FundsRestored
"""Its subject is the key: the application's id, or a receipt's bank serial."""


REMEMBER = """
INSERT INTO ledger_entry (kind, key, amount_fen, booked_on)
SELECT $1, booking.* FROM unnest($2::text[], $3::bigint[], $4::date[])
    AS booking (key, amount_fen, booked_on)
ORDER BY key
ON CONFLICT (kind, key) DO NOTHING
"""
KNOWN = "SELECT key, amount_fen FROM ledger_entry WHERE kind = $1 AND key = ANY($2::text[])"


async def remember(unit: Unit, kind: str, bookings: Sequence[tuple[Booked, date]]) -> None:
    """Keep bookings of one kind (`payout`, `return`, `receipt`, as `EntryKind` names them), with their days.

    One that was told before with another amount is parked.
    """
    keys = [event.subject for event, _ in bookings]
    await unit.connection.execute(
        REMEMBER,
        kind,
        keys,
        [event.amount_fen for event, _ in bookings],
        [booked_on for _, booked_on in bookings],
    )
    known = await unit.connection.fetch(KNOWN, kind, keys)
    amounts = {row["key"]: row["amount_fen"] for row in known}
    for event, _ in bookings:
        if amounts[event.subject] != event.amount_fen:
            unit.park(event, f"the ledger told another amount before: {amounts[event.subject]} fen")
