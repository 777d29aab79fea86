"""Telling the money of loans once a business date: one end of the comparison of services."""

from datetime import datetime, time

from loans import announcements
from loans.store import totals as store
from shared.base.clock import BUSINESS_ZONE
from shared.messaging.unit import Unit


async def tell(unit: Unit) -> bool:
    """Tell the totals as of today's beginning; False when that is done."""
    as_of = unit.clock.today()
    if not await store.claim(unit.connection, as_of, unit.clock.now()):
        return False
    begins = datetime.combine(as_of, time(), BUSINESS_ZONE)
    for event in announcements.totals_told(as_of, await store.totals(unit.connection, begins)):
        unit.emit(event)
    return True
