"""What the counter (柜面) changes of a loan once two people have agreed: its card, and who is paid."""

import uuid

from loans import announcements, process
from loans.domain.contracts import BankAccount, Contract, State
from loans.errors import Reason, Refused
from loans.handlers import disbursements, people
from loans.handlers.booking import nothing_under_way
from loans.handlers.contracts import locked
from loans.process import Step
from loans.store import cards
from shared.messaging.unit import Unit


async def card_changeable(unit: Unit, contract_number: str, holder_name: str) -> Contract:
    """Lock a contract that may get another repayment card; refuses it otherwise (R-REP-2)."""
    contract = await locked(unit, contract_number)
    await nothing_under_way(unit, contract_number)
    await people.holds_card(unit, contract, holder_name)
    return contract


async def change_card(unit: Unit, contract: Contract, card: BankAccount, by: uuid.UUID) -> None:
    """Register another card; the debits to come use it (R-REP-2)."""
    number = contract.contract_number
    card_id = await cards.register_card(unit, number, card, by, unit.clock.now())
    unit.emit(announcements.card_changed(contract, card_id, card, unit.clock.today()))


async def payee_changeable(unit: Unit, contract_number: str, holder_name: str) -> Contract:
    """Lock a contract that waits to be paid out again; refuses it otherwise."""
    contract = await locked(unit, contract_number)
    if contract.state is not State.TO_DISBURSE:
        process.after(contract.state, Step.DISBURSE)
    if await disbursements.under_way(unit, contract_number):
        raise Refused(Reason.DISBURSEMENT_UNDER_WAY)
    await people.may_be_paid(unit, contract, holder_name, None)
    return contract


async def pay_out_again(
    unit: Unit, contract: Contract, payee: BankAccount, *, maker: uuid.UUID, checker: uuid.UUID
) -> None:
    """Correct the payee of a disbursement that failed or came back, and pay out again."""
    now = unit.clock.now()
    await cards.add_payee(unit, contract.contract_number, payee, maker, now)
    await disbursements.approve(unit, contract, checker)
