"""A contract is entered and paid out by two people; whom it pays can be corrected by two."""

from loans.domain.contracts import BankAccount, Contract, State
from loans.handlers import contracts as handlers
from loans.handlers import counter, people
from loans.operations.parts import about, tail
from loans.shapes.answers import StateAnswer
from loans.shapes.proposed import PayeeProposed
from loans.shapes.requests import ContractBody
from shared.base.identifiers import mask_name
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


def _contract(body: ContractBody, by: Principal | Decision) -> Contract:
    return Contract(
        body.contract_number,
        Fen(body.amount_fen),
        body.method,
        body.periods,
        body.home,
        body.signed_on,
        State.TO_CONFIRM,
        by.identity_id if isinstance(by, Principal) else by.maker_id,
        body.parties,
        basis=body.basis,
    )


async def _examine(unit: Unit, body: ContractBody, by: Principal) -> Facts:
    contract = _contract(body, by)
    await handlers.check_contract(unit, contract)
    await people.holds_card(unit, contract, body.repayment_card.holder_name)
    await people.may_be_paid(unit, contract, body.payee.holder_name, body.payee.kind)
    summary = (
        f"签订借款合同{body.contract_number}并放款{yuan(body.amount_fen)}元，{body.periods}期，"
        f"申请{body.application_number}，收款人{mask_name(body.payee.holder_name)}"
        f"（{tail(body.payee.number)}）"
    )
    concerned = frozenset(party.person_id for party in contract.parties)
    return Facts(body.contract_number, summary, concerned, contract.amount_fen)


async def _enter(unit: Unit, body: ContractBody, decision: Decision) -> StateAnswer:
    state = await handlers.enter_contract(
        unit,
        _contract(body, decision),
        card=BankAccount(body.repayment_card.number, body.repayment_card.holder_name),
        payee=BankAccount(body.payee.number, body.payee.holder_name),
        kind=body.payee.kind,
        decision=decision,
    )
    return StateAnswer.of(body.contract_number, state)


async def _examine_payee(unit: Unit, body: PayeeProposed, _by: Principal) -> Facts:
    contract = await counter.payee_changeable(unit, body.contract_number, body.holder_name)
    what = f"更正收款人为{mask_name(body.holder_name)}（{tail(body.number)}）并重新放款"
    return about(contract, what, contract.amount_fen)


async def _change_payee(unit: Unit, body: PayeeProposed, decision: Decision) -> None:
    contract = await counter.payee_changeable(unit, body.contract_number, body.holder_name)
    payee = BankAccount(body.number, body.holder_name)
    await counter.pay_out_again(
        unit, contract, payee, maker=decision.maker_id, checker=decision.checker_id
    )


ENTER = Operation("contract.enter", "签订借款合同并放款", ContractBody, _examine, _enter)
CHANGE_PAYEE = Operation(
    "payee.change", "更正收款人并重新放款", PayeeProposed, _examine_payee, _change_payee
)
OPERATIONS = (ENTER, CHANGE_PAYEE)
