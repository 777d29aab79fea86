"""Whoever's deposit was booked is told, some people at a time, after the booking and beside it (R-SMS-2)."""

from datetime import timedelta

from accounts import deposit_announcements
from accounts.store import booking_texts as store
from shared.messaging.unit import Unit

PEOPLE_AT_A_TIME = 500
WORTH_TELLING = timedelta(days=2)
"""What was booked before is no news."""


async def tell_some(unit: Unit) -> bool:
    """Tell the next people of the oldest booking; say whether there may be more."""
    since = unit.clock.now() - WORTH_TELLING
    booking = await store.next_booking(unit.connection, since)
    if booking is None:
        return False
    rows = await store.people(unit.connection, booking, PEOPLE_AT_A_TIME)
    after = rows[-1]["account_number"] if rows else booking["after_number"]
    finished = len(rows) < PEOPLE_AT_A_TIME
    await store.advance(unit.connection, booking["id"], after, finished=finished)
    if rows:
        unit.emit(deposit_announcements.contributions_booked(booking, rows))
    return True
