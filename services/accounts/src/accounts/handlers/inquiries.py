"""Balance inquiries that came in by text (余额, YE)."""

from collections.abc import Sequence

from accounts.domain import month_text
from accounts.views import accounts as views
from shared.messages.accounts import BalanceTold
from shared.messages.notifications import BalanceAsked
from shared.messaging.unit import Unit


async def tell_balances(unit: Unit, events: Sequence[BalanceAsked]) -> None:
    """Answer each inquiry with the person's balance now."""
    found = await views.balances(unit.connection, [event.person_id for event in events])
    for event in events:
        row = found.get(event.person_id)
        unit.emit(
            BalanceTold(
                inquiry_id=event.inquiry_id,
                person_id=event.person_id,
                account_tail=row["number"][-4:] if row else None,
                balance_fen=row["posted_fen"] if row else None,
                paid_up_to=month_text(row["paid_up_to"]) if row else None,
                told_at=unit.clock.now(),
            )
        )
