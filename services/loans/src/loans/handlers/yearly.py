"""The change of rate on 1 January, over all loans (R-LOAN-1, E16), and the texts before a due date."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta

from loans import announcements
from loans.domain.contracts import CardInUse, Contract, OffsetAgreement, State
from loans.rules.booking import Change
from loans.rules.collection import next_agreement
from loans.store import bookings, books, cards, debits, runs
from loans.store import contracts as contract_store
from shared.messages.loans import LoanRepaymentDueSoon
from shared.messaging.unit import Unit

REMINDER = "reminder"


async def reprice_some(unit: Unit, limit: int) -> bool:
    """Give the next loans the rate that holds from this 1 January; False when all have it.

    A loan whose money is under way keeps its plan until the outcome is booked; then its turn comes.
    """
    today = unit.clock.today()
    numbers = await runs.old_rates(unit.connection, today.year, limit)
    if not numbers:
        return False
    contracts = await contract_store.contracts_of(unit.connection, numbers, lock=True)
    busy = await debits.under_way(unit.connection, numbers)
    free = [contract for number, contract in contracts.items() if number not in busy]
    accounts = await books.accounts_of(unit.connection, free)
    changes = []
    for number, stored in accounts.items():
        account = stored.account
        if account.settled_on is not None:
            continue
        account.catch_up(today)
        changes.append(Change(account, stored.entries))
        if account.new_plans:
            unit.emit(announcements.new_rate(contracts[number], account, uuid.uuid4()))
    await bookings.save(unit.connection, changes, by=bookings.SYSTEM, at=unit.clock.now())
    return bool(changes)


async def remind_some(unit: Unit, limit: int) -> bool:
    """Text the next borrowers whose instalment falls due in some days; False when all were told."""
    today = unit.clock.today()
    after = await runs.take(unit.connection, REMINDER, today, unit.clock.now())
    if after is None:
        return False
    policy = (await books.rulebook(unit.connection)).policy_on(today)
    due_on = today + timedelta(days=policy.due_soon_days)
    numbers = await runs.due_on(unit.connection, due_on, after, limit)
    if not numbers:
        await runs.finish(unit.connection, REMINDER, today, unit.clock.now())
        return True
    contracts = await contract_store.contracts_of(unit.connection, numbers, lock=False)
    accounts = await books.accounts_of(unit.connection, contracts.values(), until=due_on)
    in_use = await cards.cards_in_use(unit.connection, numbers)
    agreements = await contract_store.agreements_of_all(unit.connection, numbers)
    told = _due_soon(contracts, accounts, in_use, agreements)
    for event in told:
        unit.emit(event)
    await runs.advance(
        unit.connection, REMINDER, today, numbers[-1], looked_at=len(numbers), acted_on=len(told)
    )
    return True


def _due_soon(
    contracts: Mapping[str, Contract],
    accounts: Mapping[str, books.Books],
    in_use: Mapping[str, CardInUse],
    agreements: Mapping[str, Sequence[OffsetAgreement]],
) -> list[LoanRepaymentDueSoon]:
    """Write to those who repay from a card; what fund accounts hold is not known here."""
    told = []
    for number, stored in accounts.items():
        contract, account = contracts[number], stored.account
        if contract.state is not State.NORMAL or number not in in_use or not account.unpaid:
            continue
        due_on = account.unpaid[0].due_on
        account.catch_up(due_on)
        agreement = next_agreement(agreements[number], (), contract.borrower, due_on)
        told.append(announcements.due_soon(contract, account, due_on, in_use[number], agreement))
    return told
