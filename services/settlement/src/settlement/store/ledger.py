"""What the ledger booked, as accounts tells it, for the comparison with the bank and the orders."""

from collections.abc import Sequence
from datetime import date

from settlement.domain import EntryKind
from shared.messages.accounts import FundsPosted, FundsRestored, LoanMoneyBooked, ReceiptRecorded
from shared.messaging.unit import Unit

Booked = ReceiptRecorded | FundsPosted | FundsRestored | LoanMoneyBooked
"""Its subject is the key: the order's, or a receipt's bank serial."""


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


async def remember(unit: Unit, bookings: Sequence[tuple[Booked, EntryKind, date]]) -> None:
    """Keep bookings, each as what the bank books for it, with its day.

    One that was told before with another amount is parked.
    """
    kinds = [kind.value for _, kind, _ in bookings]
    keys = [event.subject for event, _, _ in bookings]
    await unit.connection.execute(
        REMEMBER,
        kinds,
        keys,
        [event.amount_fen for event, _, _ in bookings],
        [booked_on for _, _, booked_on in bookings],
    )
    known = await unit.connection.fetch(KNOWN, kinds, keys)
    amounts = {(row["kind"], row["key"]): row["amount_fen"] for row in known}
    for event, kind, _ in bookings:
        before = amounts[kind.value, event.subject]
        if before != event.amount_fen:
            unit.park(event, f"the ledger told another amount before: {before} fen")
