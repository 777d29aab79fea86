"""HTTP for the counter (柜面): makers enter operations, checkers confirm or reject them."""

import uuid
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from loans import access
from loans.access import ContractNumber, Maker, Staff
from loans.errors import Reason, Refused
from loans.handlers import counter
from loans.handlers.counter import Entered, Kind
from loans.shapes import money, requests
from loans.store import debits, disbursements, operations
from shared.http.callers import ContextDependency
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

MAX_TO_CONFIRM = 100
"""Operations in a checker's list."""
MAX_UNDER_WAY = 500
"""Debits without an outcome in the operators' list."""

router = APIRouter(tags=["柜面业务"])

Checker = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_CHECKER))]


async def _enter(
    maker: tuple[Principal, IdempotentPost],
    number: str,
    kind: Kind,
    body: requests.Body,
    details: dict[str, Any],
) -> Response:
    caller, post = maker

    async def handle(unit: Unit) -> money.OperationAnswer:
        made = await counter.enter(unit, Entered(number, kind, details), caller.identity_id)
        return money.OperationAnswer.of(made)

    return await post.once(body, 201, handle)


@router.post(
    "/contracts/{contract_number}/counter/card-changes",
    status_code=201,
    response_model=money.OperationAnswer,
    summary="变更还款银行卡",
)
async def change_card(
    contract_number: ContractNumber, body: requests.CardBody, maker: Maker
) -> Response:
    """Enter another repayment card (R-REP-2)."""
    return await _enter(maker, contract_number, Kind.CARD_CHANGE, body, body.model_dump())


@router.post(
    "/contracts/{contract_number}/counter/payee-changes",
    status_code=201,
    response_model=money.OperationAnswer,
    summary="更正收款人并重新放款",
)
async def change_payee(
    contract_number: ContractNumber, body: requests.PayeeBody, maker: Maker
) -> Response:
    """Enter the payee of a loan whose disbursement failed or came back; it is then paid out again."""
    return await _enter(maker, contract_number, Kind.PAYEE_CHANGE, body, body.model_dump())


@router.post(
    "/contracts/{contract_number}/counter/card-repayments",
    status_code=201,
    response_model=money.OperationAnswer,
    summary="柜面扣款还款",
)
async def repay_by_card(
    contract_number: ContractNumber, body: requests.CardRepaymentBody, maker: Maker
) -> Response:
    """Enter a debit of the card now in use, of all that is owed today or a part (R-REP-7)."""
    return await _enter(maker, contract_number, Kind.CARD_REPAYMENT, body, body.model_dump())


@router.post(
    "/contracts/{contract_number}/counter/transfer-repayments",
    status_code=201,
    response_model=money.OperationAnswer,
    summary="登记转账还款",
)
async def record_transfer(
    contract_number: ContractNumber, body: requests.RepaymentBody, maker: Maker
) -> Response:
    """Enter a repayment that came by transfer."""
    details = body.model_dump(mode="json")
    return await _enter(maker, contract_number, Kind.TRANSFER_REPAYMENT, body, details)


@router.post(
    "/contracts/{contract_number}/counter/early-repayments",
    status_code=201,
    response_model=money.OperationAnswer,
    summary="柜面提前还款",
)
async def repay_early(
    contract_number: ContractNumber, body: requests.CounterEarlyBody, maker: Maker
) -> Response:
    """Enter an early repayment, without an agreement and with arrears too (3.10)."""
    if (body.kind == "partial") == (body.amount_fen is None):
        raise Refused(Reason.AMOUNT)
    details = body.model_dump(mode="json")
    return await _enter(maker, contract_number, Kind.EARLY_REPAYMENT, body, details)


@router.get("/counter-operations", summary="待复核柜面业务")
async def list_operations(context: ContextDependency, _staff: Staff) -> money.OperationsAnswer:
    """List what waits for a checker, the oldest first; cards and accounts by their last digits."""
    async with access.reading(context) as connection:
        found = await operations.to_confirm(connection, MAX_TO_CONFIRM)
    opened = context.personal_data
    return money.OperationsAnswer(
        operations=[money.OperationAnswer.of(one, opened) for one in found]
    )


@router.post(
    "/counter-operations/{operation_id}/confirmation",
    response_model=money.DecidedAnswer,
    summary="复核通过",
)
async def confirm(
    operation_id: uuid.UUID, body: requests.DecisionBody, checker: Checker
) -> Response:
    """Confirm an operation that somebody else entered: it is done at once."""
    return await _decide(operation_id, body, checker, confirm=True)


@router.post(
    "/counter-operations/{operation_id}/rejection",
    response_model=money.DecidedAnswer,
    summary="复核退回",
)
async def reject(
    operation_id: uuid.UUID, body: requests.DecisionBody, checker: Checker
) -> Response:
    """Reject an operation that somebody else entered."""
    return await _decide(operation_id, body, checker, confirm=False)


async def _decide(
    operation_id: uuid.UUID,
    body: requests.DecisionBody,
    checker: tuple[Principal, IdempotentPost],
    *,
    confirm: bool,
) -> Response:
    caller, post = checker

    async def handle(unit: Unit) -> money.DecidedAnswer:
        state = await counter.decide(
            unit, operation_id, caller.identity_id, confirm=confirm, note=body.note
        )
        return money.DecidedAnswer(operation_id=operation_id, state=state)

    return await post.once(body, 200, handle)


@router.get("/debits-under-way", summary="结果未明的扣款")
async def debits_under_way(context: ContextDependency, _staff: Staff) -> money.DebitsAnswer:
    """List the debits whose outcome is not known yet, the oldest first, for operators."""
    async with access.reading(context) as connection:
        found = await debits.all_under_way(connection, MAX_UNDER_WAY)
    return money.DebitsAnswer(debits=[money.DebitAnswer.of(one) for one in found])


@router.get("/contracts/{contract_number}/disbursements", summary="放款记录")
async def list_disbursements(
    context: ContextDependency, staff: Staff, contract_number: ContractNumber
) -> money.DisbursementsAnswer:
    """List every attempt to pay a loan out."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, staff)
        found = await disbursements.of_contract(connection, contract_number)
    return money.DisbursementsAnswer(
        disbursements=[money.DisbursementAnswer.of(one) for one in found]
    )
