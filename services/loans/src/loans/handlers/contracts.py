"""Contracts as two people enter them, and what everything that happens to one begins with."""

from datetime import date

from loans import process
from loans.credit_announcements import loan_credit_asked
from loans.domain.contracts import BankAccount, Contract, PayeeKind, State
from loans.errors import Reason, Refused
from loans.handlers import disbursements, merges, people
from loans.handlers.bans import nobody_banned
from loans.process import Step
from loans.store import cards
from loans.store import contracts as store
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


async def check_contract(unit: Unit, contract: Contract) -> Contract | None:
    """Refuse what cannot be, ask credit about its people; return the same one where it waits since before
    proposals.
    """
    not_in_the_future(unit, contract.signed_on, "签订日期")
    if len({party.person_id for party in contract.parties}) < len(contract.parties):
        raise Refused(Reason.PERSON_TWICE)
    await people.all_known(unit, contract)
    await merges.demand_stay(unit, [party.person_id for party in contract.parties])
    await nobody_banned(unit, contract, unit.clock.today())
    waiting = await store.contract_of(unit.connection, contract.contract_number, lock=True)
    if waiting is not None and not _waits(waiting, contract):
        raise Refused(Reason.CONTRACT_NUMBER_TAKEN)
    if await store.application_used(unit.connection, contract):
        raise Refused(Reason.APPLICATION_USED)
    for party in contract.parties:
        today = unit.clock.today()
        unit.emit(loan_credit_asked(contract.contract_number, party.person_id, today))
    return waiting


def _waits(waiting: Contract, contract: Contract) -> bool:
    """Tell whether one person has entered this same contract before it took a proposal."""
    return waiting.state is State.TO_CONFIRM and waiting.terms == contract.terms


async def enter_contract(
    unit: Unit,
    contract: Contract,
    *,
    card: BankAccount,
    payee: BankAccount,
    kind: PayeeKind,
    decision: Decision,
) -> State:
    """Keep a signed contract and let settlement pay it out."""
    waiting = await check_contract(unit, contract)
    now, number, maker = unit.clock.now(), contract.contract_number, decision.maker_id
    if waiting is None:
        await store.add_contract(unit.connection, contract, now)
    await store.keep_basis(unit.connection, contract)
    await cards.register_card(unit, number, card, maker, now)
    await cards.add_payee(unit, number, payee, maker, now, kind=kind)
    state = process.after(State.TO_CONFIRM, Step.CONFIRM)
    await store.decide_contract(
        unit.connection, number, state, checker=decision.checker_id, at=now, note=decision.reason
    )
    await disbursements.approve(unit, contract, decision.checker_id)
    return state


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
