"""Work at the counter (柜面): a maker enters it, another person confirms it, and only then it is done."""

import json
import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from loans import announcements, process
from loans.domain.contracts import Contract, PrepaymentEffect, SealedAccount, State
from loans.errors import Reason, Refused
from loans.handlers import disbursements, early
from loans.handlers.booking import book, nothing_under_way
from loans.handlers.contracts import locked, not_in_the_future
from loans.process import Step
from loans.rules.booking import Change, Origin
from loans.rules.early import EarlyKind, Wish
from loans.rules.repayment import Repayment, RepaymentKind
from loans.store import books, cards
from loans.store import operations as store
from loans.store.operations import Operation
from shared.base.money import Fen
from shared.messages.loans import RepaymentSource
from shared.messaging.unit import Unit


class Kind(StrEnum):
    """What the counter does for a borrower."""

    CARD_CHANGE = "card_change"
    """变更还款银行卡"""
    PAYEE_CHANGE = "payee_change"
    """更正收款人并重新放款"""
    CARD_REPAYMENT = "card_repayment"
    """柜面扣款还款"""
    TRANSFER_REPAYMENT = "transfer_repayment"
    """登记转账还款"""
    EARLY_REPAYMENT = "early_repayment"
    """柜面提前还款"""


@dataclass(frozen=True)
class Entered:
    """An operation as the maker enters it; `details` are sealed before they are kept."""

    contract_number: str
    kind: Kind
    details: dict[str, Any]


async def enter(unit: Unit, entered: Entered, by: uuid.UUID) -> Operation:
    """Keep an operation for a checker; it changes nothing yet."""
    await locked(unit, entered.contract_number)
    operation = Operation(
        uuid.uuid4(),
        entered.contract_number,
        entered.kind,
        unit.personal_data.seal(json.dumps(entered.details)),
        by,
        unit.clock.now(),
        "to_confirm",
        None,
    )
    await store.add(unit.connection, operation)
    return operation


async def decide(
    unit: Unit, operation_id: uuid.UUID, checker: uuid.UUID, *, confirm: bool, note: str | None
) -> str:
    """The checker, who is not the maker, confirms: it is done in this transaction; or rejects."""
    found = await store.read(unit.connection, operation_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    contract = await locked(unit, found.contract_number)
    operation = await store.read(unit.connection, operation_id)
    assert operation is not None, "operations are kept"
    if operation.state != "to_confirm":
        raise Refused(Reason.OPERATION_DECIDED)
    if checker == operation.entered_by:
        raise Refused(Reason.MAKER_IS_CHECKER)
    if confirm:
        await _do(unit, contract, operation, checker)
    state = "done" if confirm else "rejected"
    await store.decide(
        unit.connection, operation_id, state, by=checker, at=unit.clock.now(), note=note
    )
    return state


async def _do(unit: Unit, contract: Contract, operation: Operation, checker: uuid.UUID) -> None:
    details = json.loads(unit.personal_data.open(operation.details))
    match Kind(operation.kind):
        case Kind.CARD_CHANGE:
            await _change_card(unit, contract, details, operation.entered_by)
        case Kind.PAYEE_CHANGE:
            payee = _sealed(unit, details)
            await _pay_out_again(unit, contract, payee, operation.entered_by, checker)
        case Kind.CARD_REPAYMENT:
            await early.pay_owed(unit, contract, details["amount_fen"], operation.entered_by)
        case Kind.TRANSFER_REPAYMENT:
            await _record_transfer(unit, contract, details, operation)
        case Kind.EARLY_REPAYMENT:
            effect = details["effect"]
            wish = Wish(
                EarlyKind(details["kind"]),
                details["amount_fen"],
                unit.clock.today(),
                counter=True,
                effect=PrepaymentEffect(effect) if effect else None,
            )
            await early.request(unit, contract, wish, operation.entered_by, None)


def _sealed(unit: Unit, details: dict[str, Any]) -> SealedAccount:
    number, name = details["number"], details["holder_name"]
    seal = unit.personal_data.seal
    return SealedAccount(seal(number), number[-4:], seal(name))


async def _change_card(
    unit: Unit, contract: Contract, details: dict[str, Any], by: uuid.UUID
) -> None:
    """Register another card; the debits to come use it (R-REP-2)."""
    card, number = _sealed(unit, details), contract.contract_number
    await nothing_under_way(unit, number)
    card_id = await cards.register_card(unit.connection, number, card, by, unit.clock.now())
    unit.emit(announcements.card_changed(contract, card_id, card, unit.clock.today()))


async def _pay_out_again(
    unit: Unit, contract: Contract, payee: SealedAccount, maker: uuid.UUID, checker: uuid.UUID
) -> None:
    """Correct the payee of a disbursement that failed or came back, and pay out again."""
    if contract.state is not State.TO_DISBURSE:
        process.after(contract.state, Step.DISBURSE)
    number, now = contract.contract_number, unit.clock.now()
    await cards.add_payee(unit.connection, number, payee, maker, now)
    await disbursements.approve(unit, contract, checker)


async def _record_transfer(
    unit: Unit, contract: Contract, details: dict[str, Any], operation: Operation
) -> None:
    """Book money that came by transfer, in the order of R-REP-7."""
    process.after(contract.state, Step.REPAY)
    await nothing_under_way(unit, contract.contract_number)
    found = await books.account_of(unit.connection, contract)
    assert found is not None, "a loan in repayment has an account"
    paid_on = date.fromisoformat(details["paid_on"])
    not_in_the_future(unit, paid_on, "还款日期")
    effect = details["effect"]
    repayment = Repayment(
        details["serial"],
        paid_on,
        RepaymentKind(details["kind"]),
        Fen(details["amount_fen"]),
        PrepaymentEffect(effect) if effect else None,
        current_too=True,
    )
    change = Change(found.account, found.entries)
    change.add(
        found.account.record(repayment), Origin(RepaymentSource.COUNTER, operation.operation_id)
    )
    await book(unit, {contract.contract_number: contract}, [change], operation.entered_by)
