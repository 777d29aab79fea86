"""Repayment by transfer: a bank receipt that accounts takes out of suspense for the loan, then the entry."""

import uuid
from collections.abc import Sequence

from loans import announcements, process
from loans.domain.contracts import Contract
from loans.domain.orders import Claim
from loans.errors import Reason, Refused
from loans.handlers.booking import book, nothing_under_way
from loans.handlers.contracts import locked, not_in_the_future
from loans.process import Step
from loans.rules.booking import Change, Origin
from loans.rules.repayment import Repayment, RepaymentKind
from loans.store import bookings, books
from loans.store import claims as store
from loans.store import contracts as contract_store
from loans.store.claims import End
from shared.base.money import Fen
from shared.messages.loans import RepaymentSource
from shared.messages.receipts import ReceiptAllotted, ReceiptEvent, ReceiptWithheld
from shared.messaging.unit import Received, Unit, events_of

REQUESTED, APPLIED, REFUSED = "requested", "applied", "refused"


async def claimable(unit: Unit, claim: Claim) -> Contract:
    """Lock the contract and try the repayment: refuses what the receipt could not repay (R-REP-7)."""
    contract = await locked(unit, claim.contract_number)
    process.after(contract.state, Step.REPAY)
    await nothing_under_way(unit, claim.contract_number)
    not_in_the_future(unit, claim.paid_on, "还款日期")
    if await store.taken(unit.connection, claim.bank_serial):
        raise Refused(Reason.RECEIPT_TAKEN)
    found = await books.account_of(unit.connection, contract)
    assert found is not None, "a loan in repayment has an account"
    found.account.record(_repayment(claim))
    return contract


def _repayment(claim: Claim) -> Repayment:
    return Repayment(
        claim.bank_serial,
        claim.paid_on,
        RepaymentKind(claim.kind),
        Fen(claim.amount_fen),
        claim.effect,
        current_too=True,
    )


async def request(unit: Unit, claim: Claim, by: uuid.UUID) -> None:
    """Ask accounts for the receipt; until it answers nothing else happens to the loan."""
    contract = await claimable(unit, claim)
    await store.add(unit.connection, claim, by, unit.clock.now())
    unit.emit(announcements.receipt_claimed(claim, contract))


async def _locked(
    unit: Unit, batch: Sequence[Received[ReceiptEvent]]
) -> tuple[dict[str, Contract], dict[uuid.UUID, Claim]]:
    events = events_of(batch)
    numbers = sorted({event.contract_number for event in events})
    contracts = await contract_store.contracts_of(unit.connection, numbers, lock=True)
    return contracts, await store.by_id(unit.connection, [event.claim_id for event in events])


async def allotted(unit: Unit, batch: Sequence[Received[ReceiptAllotted]]) -> None:
    """The receipt is the loan's: book the repayment as of the day that the money came."""
    contracts, found = await _locked(unit, batch)
    ready: dict[uuid.UUID, Claim] = {}
    for received in batch:
        event = received.event
        claim = found.get(event.claim_id)
        if claim is None or claim.state == REFUSED or event.amount_fen != claim.amount_fen:
            unit.park(received, "never asked for, refused before, or another amount")
        elif claim.state == REQUESTED:
            ready[claim.claim_id] = claim
    if not ready:
        return
    numbers = [claim.contract_number for claim in ready.values()]
    accounts = await books.accounts_of(unit.connection, [contracts[number] for number in numbers])
    changes, ends = [], []
    for claim in ready.values():
        stored = accounts[claim.contract_number]
        change = Change(stored.account, stored.entries)
        origin = Origin(RepaymentSource.COUNTER, claim.claim_id)
        ends.append(
            End(claim.claim_id, change.add(stored.account.record(_repayment(claim)), origin))
        )
        changes.append(change)
    await book(unit, contracts, changes, bookings.SYSTEM)
    await store.end(unit.connection, APPLIED, ends, unit.clock.now())


async def withheld(unit: Unit, batch: Sequence[Received[ReceiptWithheld]]) -> None:
    """The receipt is not the loan's: the loan is what it was."""
    _, found = await _locked(unit, batch)
    ends: dict[uuid.UUID, End] = {}
    for received in batch:
        event = received.event
        claim = found.get(event.claim_id)
        if claim is None or claim.state == APPLIED:
            unit.park(received, "never asked for, or repaid before")
        elif claim.state == REQUESTED:
            ends[claim.claim_id] = End(
                claim.claim_id, reason_code=event.reason_code, reason_text=event.reason_text
            )
    await store.end(unit.connection, REFUSED, list(ends.values()), unit.clock.now())
