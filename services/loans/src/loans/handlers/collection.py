"""The instalment day (扣款日): all that is due, some thousand loans at a time, resumable at any step.

A loan is asked for once a run, by unique keys; its money is priced under the lock on its contract, and while
it is under way nothing else happens to the loan. Each outcome comes back as a message (`debits`, `offsets`).
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from loans import announcements
from loans.domain.contracts import CardInUse, Contract, OffsetAgreement, ShortBalance, State
from loans.domain.orders import NewDebit, OffsetUse
from loans.handlers import debits
from loans.handlers.debits import in_debit_window
from loans.rules.account import LoanAccount
from loans.rules.collection import next_agreement, prepays, wanted_fen
from loans.store import bookings, books, cards, offsets, runs
from loans.store import contracts as contract_store
from loans.store import debits as debit_store
from shared.messages.loans import DebitPurpose
from shared.messaging.unit import Unit

COLLECTION = "collection"


@dataclass
class Sources:
    """What can pay for some loans on a day."""

    run_on: date
    day: date
    cards: Mapping[str, CardInUse]
    agreements: Mapping[str, Sequence[OffsetAgreement]]
    used: Mapping[str, set[uuid.UUID]]


@dataclass
class Asked:
    """What is asked for in one transaction."""

    debits: list[tuple[NewDebit, Contract, CardInUse]] = field(default_factory=list)
    offsets: list[OffsetUse] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.debits) + len(self.offsets)


async def collect_some(unit: Unit, limit: int) -> bool:
    """Carry on today's run with the next loans; False when there is nothing to do."""
    day = unit.clock.today()
    after = await runs.take(unit.connection, COLLECTION, day, unit.clock.now())
    if after is None:
        return False
    numbers = await runs.due(unit.connection, day, after, limit)
    if not numbers:
        await runs.finish(unit.connection, COLLECTION, day, unit.clock.now())
        return True
    asked = await _collect(unit, numbers, day)
    await runs.advance(
        unit.connection, COLLECTION, day, numbers[-1], looked_at=len(numbers), acted_on=asked
    )
    return True


async def _collect(unit: Unit, numbers: Sequence[str], day: date) -> int:
    locked = await contract_store.contracts_of(unit.connection, numbers, lock=True)
    busy = await debit_store.under_way(unit.connection, numbers)
    contracts = {
        number: contract
        for number, contract in locked.items()
        if contract.state is State.NORMAL and number not in busy
    }
    accounts = await books.accounts_of(unit.connection, contracts.values(), until=day)
    due: dict[str, LoanAccount] = {}
    for number, stored in accounts.items():
        account = stored.account
        account.catch_up(day)
        if in_debit_window(account, day, day):
            due[number] = account
        elif window_just_closed(account, day):
            unit.emit(announcements.overdue(contracts[number], account, day))
    return await ask(unit, contracts, due, day)


def window_just_closed(account: LoanAccount, day: date) -> bool:
    """Tell whether yesterday was the last day of the debit window: from now on it is arrears."""
    overdue = account.overdue(day)
    days = account.rulebook.policy_on(day).debit_days
    return bool(overdue) and day == overdue[-1].due_on + timedelta(days=days)


async def ask(
    unit: Unit,
    contracts: Mapping[str, Contract],
    due: Mapping[str, LoanAccount],
    run_on: date,
) -> int:
    """Ask the next source of each loan for what is owed today: a fund account by agreement, else the card."""
    if not due:
        return 0
    numbers, day = list(due), unit.clock.today()
    sources = Sources(
        run_on,
        day,
        await cards.cards_in_use(unit.connection, numbers),
        await contract_store.agreements_of_all(unit.connection, numbers),
        await offsets.used_on(unit.connection, numbers, run_on),
    )
    chosen = {
        number: next_agreement(
            sources.agreements[number],
            sources.used.get(number, set()),
            contracts[number].borrower,
            day,
        )
        for number in numbers
    }
    whole = [number for number, one in chosen.items() if one is not None and prepays(one)]
    accounts = dict(due) | await _whole_plans(unit, contracts, whole, day)
    asked = Asked()
    for number, agreement in chosen.items():
        _choose(asked, contracts[number], accounts[number], agreement, sources)
    await _request_offsets(unit, asked.offsets)
    await debits.request(unit, asked.debits)
    return len(asked)


async def _whole_plans(
    unit: Unit, contracts: Mapping[str, Contract], numbers: Sequence[str], day: date
) -> dict[str, LoanAccount]:
    """Read the whole plans of the few loans that a fund account may prepay."""
    if not numbers:
        return {}
    found = await books.accounts_of(unit.connection, [contracts[number] for number in numbers])
    for stored in found.values():
        stored.account.catch_up(day)
    return {number: stored.account for number, stored in found.items()}


def _choose(
    asked: Asked,
    contract: Contract,
    account: LoanAccount,
    agreement: OffsetAgreement | None,
    sources: Sources,
) -> None:
    number, day = contract.contract_number, sources.day
    owed = account.owed_by(day)
    if owed == 0:
        return
    if agreement is not None:
        asked.offsets.append(
            OffsetUse(
                uuid.uuid4(),
                number,
                agreement.agreement_id,
                agreement.person_id,
                wanted_fen(account, agreement, day),
                agreement.short_balance is ShortBalance.ALL_OR_NOTHING,
                prepays(agreement),
                sources.run_on,
            )
        )
        return
    card = sources.cards.get(number)
    if card is None:
        return
    purpose = DebitPurpose.ARREARS if account.overdue(day) else DebitPurpose.INSTALMENT
    debit = NewDebit(
        uuid.uuid4(),
        number,
        purpose,
        owed,
        card.card_id,
        day,
        bookings.SYSTEM,
        run_on=sources.run_on,
    )
    asked.debits.append((debit, contract, card))


async def _request_offsets(unit: Unit, uses: Sequence[OffsetUse]) -> None:
    if not uses:
        return
    await offsets.add(unit.connection, uses, unit.clock.now())
    for use in uses:
        unit.emit(announcements.offset_requested(use))
