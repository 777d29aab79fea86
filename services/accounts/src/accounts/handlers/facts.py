"""What documents asks about contributions is answered of one instant (R-CRT-2)."""

from collections.abc import Sequence

from accounts import announcements
from accounts.domain import Month
from accounts.rules.continuity import months_in_a_row
from accounts.rules.deposit import DepositPolicy
from accounts.views import accounts as views
from accounts.views import documents
from accounts.views.documents import Period
from shared.messages.documents import DocumentRequested
from shared.messaging.unit import Received, Unit, events_of


async def tell(unit: Unit, batch: Sequence[Received[DocumentRequested]]) -> None:
    """Answer every request, also of somebody without an account: three statements for all of them."""
    events = events_of(batch)
    people = [event.person_id for event in events]
    found = await views.own_accounts(unit.connection, people, unit.clock.today())
    periods = [
        Period(
            event.request_id,
            found[event.person_id]["ledger_account_id"],
            event.entries_from,
            event.entries_until,
        )
        for event in events
        if event.person_id in found
    ]
    entries = await documents.entries_of(unit.connection, periods)
    months = await documents.contributed_months(
        unit.connection, [row["ledger_account_id"] for row in found.values()]
    )
    now = unit.clock.now()
    for event in events:
        row = found.get(event.person_id)
        told = None
        if row is not None:
            policy = DepositPolicy(
                **{name: row[name] for name in DepositPolicy.__dataclass_fields__}
            )
            contributed = {Month.of(day) for day in months.get(row["ledger_account_id"], ())}
            last = Month.of(row["paid_up_to"]) if row["paid_up_to"] else None
            told = announcements.contribution_account(
                row, policy, months_in_a_row(contributed, last)
            )
        unit.emit(
            announcements.contribution_facts(
                event, row, told, entries[event.request_id], now, data=unit.personal_data
            )
        )
