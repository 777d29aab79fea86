"""Contracts, and disbursements and repayments of the past as staff record them."""

import uuid
from collections.abc import Sequence
from datetime import date

from loans import announcements, process
from loans.domain.contracts import Contract, SealedAccount, State
from loans.errors import Reason, Refused
from loans.handlers import disbursements
from loans.handlers.bans import nobody_banned
from loans.handlers.booking import book, nothing_under_way
from loans.process import Step
from loans.rules.account import LoanAccount, disburse
from loans.rules.booking import Change
from loans.rules.repayment import Booked, Repayment
from loans.store import bookings, books, cards
from loans.store import contracts as store
from shared.messaging.unit import Unit


async def enter_contract(
    unit: Unit,
    contract: Contract,
    card: SealedAccount | None = None,
    payee: SealedAccount | None = None,
) -> None:
    """A maker enters a signed contract; it waits for a checker.

    With a payee settlement pays the loan out once it is confirmed; a loan paid out in the past has none.
    """
    not_in_the_future(unit, contract.signed_on, "签订日期")
    if len({party.person_id for party in contract.parties}) < len(contract.parties):
        raise Refused(Reason.PERSON_TWICE)
    if payee is not None and card is None:
        raise Refused(Reason.CARD_MISSING)
    lent_on = contract.signed_on if payee is None else unit.clock.today()
    await nobody_banned(unit, contract, lent_on)
    now, number = unit.clock.now(), contract.contract_number
    await store.add_contract(unit.connection, contract, now)
    if card is not None:
        await cards.register_card(unit.connection, number, card, contract.entered_by, now)
    if payee is not None:
        await cards.add_payee(unit.connection, number, payee, contract.entered_by, now)


async def decide_contract(
    unit: Unit, contract_number: str, checker: uuid.UUID, step: Step, note: str | None
) -> State:
    """A checker, who is not the maker, confirms or rejects a contract."""
    contract = await locked(unit, contract_number)
    state = process.after(contract.state, step)
    if checker == contract.entered_by:
        raise Refused(Reason.MAKER_IS_CHECKER)
    await store.decide_contract(
        unit.connection,
        contract_number,
        state,
        checker=checker,
        at=unit.clock.now(),
        note=note,
    )
    if step is Step.CONFIRM:
        await disbursements.approve(unit, contract, checker)
    return state


async def record_disbursement(
    unit: Unit, contract_number: str, disbursed_on: date, serial: str, by: uuid.UUID
) -> LoanAccount:
    """The money was paid out: open the account and make the first plan."""
    contract = await locked(unit, contract_number)
    state = process.after(contract.state, Step.DISBURSE)
    not_in_the_future(unit, disbursed_on, "放款日期")
    if disbursed_on < contract.signed_on:
        raise Refused(Reason.DISBURSED_BEFORE_SIGNED)
    if await disbursements.under_way(unit, contract_number):
        raise Refused(Reason.DISBURSEMENT_UNDER_WAY)
    await nobody_banned(unit, contract, disbursed_on)
    account = disburse(contract.lent_on(disbursed_on), await books.rulebook(unit.connection))
    await bookings.open_accounts(unit.connection, [(account, serial)], by, unit.clock.now())
    await store.set_state(unit.connection, [contract_number], state)
    opened = Change(account, 1)
    unit.emit(
        announcements.history_recorded(contract, opened, contract.amount_fen, unit.clock.today())
    )
    return account


async def record_repayments(
    unit: Unit, contract_number: str, repayments: Sequence[Repayment], by: uuid.UUID
) -> tuple[LoanAccount, list[Booked]]:
    """Book repayments in their order, all or none, each judged by the schedule (R-REP-7)."""
    contract = await locked(unit, contract_number)
    process.after(contract.state, Step.REPAY)
    await nothing_under_way(unit, contract_number)
    found = await books.account_of(unit.connection, contract)
    assert found is not None, "a loan in repayment has an account"
    account, booked = found.account, []
    for repayment in repayments:
        not_in_the_future(unit, repayment.on, "还款日期")
        booked.append(account.record(repayment))
    change = Change(account, found.entries, booked)
    await book(unit, {contract_number: contract}, [change], by)
    if any(one.principal_fen for one in booked):
        unit.emit(announcements.history_recorded(contract, change, 0, unit.clock.today()))
    return account, booked


async def locked(unit: Unit, contract_number: str) -> Contract:
    """Lock a contract before something happens to it."""
    contract = await store.contract_of(unit.connection, contract_number, lock=True)
    if contract is None:
        raise Refused(Reason.NOT_FOUND)
    return contract


def not_in_the_future(unit: Unit, day: date, what: str) -> None:
    """Refuse a date that has not come."""
    if day > unit.clock.today():
        raise Refused(Reason.DATE_IN_THE_FUTURE, what=what)
