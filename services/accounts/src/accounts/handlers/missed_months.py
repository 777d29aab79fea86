"""A month that was not paid is told to the person too: who else would know? (R-DEP-5, R-DEP-10)"""

from accounts import deposit_announcements
from accounts.rules.reminders import may_remind
from accounts.store import missed_months as store
from shared.messaging.unit import Unit

MOST_PEOPLE = 5_000
"""Told of in one transaction; the next look goes on."""


async def tell_people(unit: Unit) -> int:
    """Tell whoever's month is overdue for as long as the policy says; return how many there were."""
    if not may_remind(unit.clock.now()):
        return 0
    rows = await store.tell(unit.connection, unit.clock.today(), MOST_PEOPLE)
    for row in rows:
        unit.emit(deposit_announcements.contribution_missed(row))
    return len(rows)
