"""Paying a loan out (放款): approved by the checker, paid by settlement, booked when the bank has paid."""

import uuid
from collections.abc import Sequence

from loans import announcements, process
from loans.domain.contracts import Contract, State
from loans.domain.orders import Disbursement, DisbursementState, NewDisbursement
from loans.errors import Reason, Refused
from loans.handlers.bans import nobody_banned
from loans.handlers.booking import receivable
from loans.process import Fact, Step
from loans.rules.account import disburse
from loans.store import bookings, books, cards, debits
from loans.store import contracts as contract_store
from loans.store import disbursements as store
from loans.store.disbursements import End
from shared.messages.settlement import (
    DisbursementEvent,
    DisbursementFailed,
    DisbursementReturned,
    DisbursementSucceeded,
    DisbursementUnknown,
)
from shared.messaging.unit import Received, Unit, events_of

OPEN = (DisbursementState.PAYING, DisbursementState.PAID)


async def approve(unit: Unit, contract: Contract, by: uuid.UUID) -> None:
    """Let settlement pay the loan out to the payee of the contract, if it has one."""
    found = await cards.latest_payee(unit.connection, unit.personal_data, contract.contract_number)
    if found is None:
        return
    payee_number, payee = found
    await nobody_banned(unit, contract, unit.clock.today())
    if await under_way(unit, contract.contract_number):
        raise Refused(Reason.DISBURSEMENT_UNDER_WAY)
    order = NewDisbursement(
        uuid.uuid4(),
        contract.contract_number,
        contract.amount_fen,
        payee_number,
        unit.clock.today(),
        by,
    )
    await store.add(unit.connection, order)
    unit.emit(announcements.disbursement_approved(contract, order, payee))


async def under_way(unit: Unit, contract_number: str) -> bool:
    """Tell whether the loan is being paid out by settlement, or was."""
    tried = await store.of_contract(unit.connection, contract_number)
    return any(each.state in OPEN for each in tried)


async def succeeded(unit: Unit, batch: Sequence[Received[DisbursementSucceeded]]) -> None:
    """The bank paid: open the account and make the first plan at the rate of that day."""
    contracts, found = await _locked(unit, batch)
    ready = []
    for received, order in receivable(unit, batch, found, _id_of, Fact.SUCCEEDED):
        if received.event.amount_fen == order.amount_fen:
            ready.append((received.event, order))
        else:
            unit.park(
                received, f"{received.event.amount_fen} fen, but {order.amount_fen} were to be paid"
            )
    if not ready:
        return
    rulebook = await books.rulebook(unit.connection)
    numbers = [order.contract_number for _, order in ready]
    versions = await store.returned_versions(unit.connection, numbers)
    opened = []
    for event, order in ready:
        contract = contracts[order.contract_number]
        process.after(contract.state, Step.DISBURSE)
        version = versions.get(contract.contract_number, 0) + 1
        account = disburse(contract.lent_on(event.paid_on), rulebook, version)
        opened.append((account, str(event.disbursement_id)))
        unit.emit(announcements.disbursed(contract, order, account))
    await bookings.open_accounts(unit.connection, opened, bookings.SYSTEM, unit.clock.now())
    ends = [End(e.disbursement_id, e.paid_on, bank_serial=e.bank_serial) for e, _ in ready]
    await store.end(unit.connection, DisbursementState.PAID, ends)
    await contract_store.set_state(unit.connection, numbers, State.NORMAL)


def _id_of(event: DisbursementEvent) -> uuid.UUID:
    return event.disbursement_id


async def _locked(
    unit: Unit, batch: Sequence[Received[DisbursementEvent]]
) -> tuple[dict[str, Contract], dict[uuid.UUID, Disbursement]]:
    ids = [event.disbursement_id for event in events_of(batch)]
    numbers = await store.contracts_of(unit.connection, ids)
    contracts = await contract_store.contracts_of(unit.connection, numbers, lock=True)
    return contracts, await store.by_id(unit.connection, ids)


async def failed(unit: Unit, batch: Sequence[Received[DisbursementFailed]]) -> None:
    """The bank refused for good: the loan still waits to be paid out, staff may correct the payee."""
    _, found = await _locked(unit, batch)
    ready = receivable(unit, batch, found, _id_of, Fact.FAILED)
    today = unit.clock.today()
    await store.end(
        unit.connection,
        DisbursementState.FAILED,
        [
            End(e.disbursement_id, today, reason_code=e.reason_code, reason_text=e.reason_text)
            for e in events_of([received for received, _ in ready])
        ],
    )


async def unknown(unit: Unit, batch: Sequence[Received[DisbursementUnknown]]) -> None:
    """No answer: it just waits; settlement asks the bank about the key."""
    _, found = await _locked(unit, batch)
    ready = receivable(unit, batch, found, _id_of, Fact.UNKNOWN)
    events = events_of([received for received, _ in ready])
    await store.note_unknown(
        unit.connection, [e.disbursement_id for e in events], [e.since for e in events]
    )


async def returned(unit: Unit, batch: Sequence[Received[DisbursementReturned]]) -> None:
    """The receiving bank sent the money back (退票): the loan waits to be paid out again."""
    contracts, found = await _locked(unit, batch)
    ready = receivable(unit, batch, found, _id_of, Fact.TAKEN_BACK)
    accounts = await books.accounts_of(
        unit.connection, [contracts[order.contract_number] for _, order in ready], settled_too=True
    )
    busy = await debits.under_way(unit.connection, list(accounts))
    back = []
    for received, order in ready:
        event = received.event
        account = accounts[order.contract_number].account
        if order.contract_number in busy:
            unit.retry_later(received, "the loan's money is under way")
        elif event.amount_fen != order.amount_fen or account.last_repayment_on is not None:
            unit.park(received, "another amount, or repaid already: a person must decide")
        else:
            process.after(contracts[order.contract_number].state, Step.TAKE_BACK)
            back.append((event, order.contract_number))
    if not back:
        return
    numbers = [number for _, number in back]
    await store.take_back(
        unit.connection,
        numbers,
        [event.returned_on for event, _ in back],
        bookings.SYSTEM,
        unit.clock.now(),
    )
    await store.end(
        unit.connection,
        DisbursementState.RETURNED,
        [
            End(
                e.disbursement_id,
                e.returned_on,
                reason_code=e.reason_code,
                reason_text=e.reason_text,
            )
            for e, _ in back
        ],
    )
    await contract_store.set_state(unit.connection, numbers, State.TO_DISBURSE)
