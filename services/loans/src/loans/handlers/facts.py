"""What documents asks about loans is answered of one instant (R-CRT-2)."""

from collections.abc import Sequence

from loans import announcements
from loans.domain.contracts import OWING
from loans.store import books
from loans.store import contracts as store
from loans.views import documents as views
from shared.messages.documents import DocumentRequested
from shared.messaging.unit import Received, Unit, events_of


async def tell(unit: Unit, batch: Sequence[Received[DocumentRequested]]) -> None:
    """Answer who wants loans in a document, also where there are none; who wants none is told nothing."""
    asked = [event for event in events_of(batch) if event.loans_wanted]
    if not asked:
        return
    named = await views.contracts_of_people(
        unit.connection,
        [event.request_id for event in asked],
        [event.person_id for event in asked],
        [event.contract_number for event in asked],
        OWING,
    )
    numbers = {number for of_request in named.values() for number in of_request}
    contracts = await store.contracts_of(unit.connection, numbers, lock=False)
    accounts = await books.accounts_of(unit.connection, contracts.values())
    today, now = unit.clock.today(), unit.clock.now()
    for one in accounts.values():
        if one.account.settled_on is None:
            one.account.catch_up(today)
    for event in asked:
        found = [
            (contracts[number], accounts[number].account)
            for number in named.get(event.request_id, ())
            if number in accounts
        ]
        unit.emit(announcements.loan_facts(event, found, now))
