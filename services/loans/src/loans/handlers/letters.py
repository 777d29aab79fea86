"""What somebody owes whose account another centre asks for (异地转出, R-TRF-4)."""

from collections.abc import Sequence

from loans import letter_announcements as announcements
from loans.store import bans
from loans.views import contracts as views
from loans.views import standing
from shared.messages.transfers import TransferOutLoansAsked
from shared.messaging.unit import Received, Unit, events_of


async def tell(unit: Unit, batch: Sequence[Received[TransferOutLoansAsked]]) -> None:
    """Answer every question, also of somebody who never had a loan."""
    events, today = events_of(batch), unit.clock.today()
    people = [event.person_id for event in events]
    keys = [event.letter_id for event in events]
    debts = await views.unpaid_loans(unit.connection, keys, people)
    unpaid = {one.application_id: one for one in debts}
    had = await standing.loans_of(unit.connection, people, today)
    cheats = await bans.cheats(unit.connection, people, today)
    for event in events:
        loans = sum(row["person_id"] == event.person_id for row in had)
        fraud = event.person_id in cheats
        unit.emit(announcements.loans_told(event, unpaid[event.letter_id], loans, fraud=fraud))
