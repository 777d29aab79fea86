"""Employers that owe months for long get letters (催缴函), each once; nobody asks for it (R-DEP-10)."""

from accounts import deposit_announcements
from accounts.store import dunning as store
from shared.messaging.unit import Unit

LETTERS_AT_ONCE = 200


async def write_letters(unit: Unit) -> int:
    """Have every letter printed that is due today and was not written; return how many there were."""
    rows = await store.write(unit.connection, unit.clock.today(), unit.clock.now(), LETTERS_AT_ONCE)
    for row in rows:
        unit.emit(deposit_announcements.dunning_letter_due(row))
    return len(rows)
