"""Employers that are late are reminded, once for a case; nobody has to ask for it (R-ACC-6, R-DEP-5)."""

from accounts import announcements
from accounts.rules.reminders import may_remind
from accounts.store import reminders as store
from shared.messaging.unit import Unit


async def remind_employers(unit: Unit) -> int:
    """Tell of every case that is late today and was not told yet; return how many there were."""
    if not may_remind(unit.clock.now()):
        return 0
    rows = await store.remind(unit.connection, unit.clock.today())
    for row in rows:
        unit.emit(announcements.employer_reminded(row, unit.personal_data))
    return len(rows)
