"""Balance inquiries that came in by text (余额, YE)."""

from collections.abc import Sequence

from accounts import announcements
from accounts.views import accounts as views
from shared.messages.notifications import BalanceAsked
from shared.messaging.unit import Received, Unit, events_of


async def tell_balances(unit: Unit, batch: Sequence[Received[BalanceAsked]]) -> None:
    """Answer each inquiry with the person's balance now."""
    events = events_of(batch)
    found = await views.balances(unit.connection, [event.person_id for event in events])
    for event in events:
        account = found.get(event.person_id)
        unit.emit(announcements.balance_told(event, account, unit.clock.now()))
