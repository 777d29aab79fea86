"""HTTP about changes of accounts: seal, unseal, freeze, unfreeze, base."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from fastapi import APIRouter, Response
from pydantic import BaseModel

from accounts.access import PROPOSED, MakerPost, OfficePost, actor, by_staff, grounds
from accounts.handlers.changes import Actor
from accounts.operations import changes as operations
from accounts.shapes import changes as shapes
from accounts.shapes import fields
from accounts.shapes.fields import OnBehalf
from shared.http.gate import LIST_MAX_BYTES, up_to
from shared.http.idempotency import IdempotentPost
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.operation import Operation
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["变更与启封存"])
B = TypeVar("B", bound=OnBehalf)


@router.post(
    "/accounts/seal",
    response_model=shapes.SealedAccounts,
    responses=PROPOSED,
    summary="封存",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def seal(body: shapes.SealsBody, caller: OfficePost) -> Response:
    """Seal accounts, all or none (R-SEAL-1, 2, 3): an operator its own staff's; a maker proposes it, 202."""
    return await _done_or_proposed(body, caller, operations.seal, operations.SEAL)


async def _done_or_proposed(
    body: B,
    caller: tuple[Principal, IdempotentPost],
    work: Callable[[Unit, B, Actor], Awaitable[BaseModel]],
    operation: Operation,
) -> Response:
    """Let an operator do it; what staff want done in an employer's stead another person decides."""
    principal, post = caller
    if by_staff(principal):
        return await answer_proposed(caller, operation, body, **grounds(body).model_dump())

    async def handle(unit: Unit) -> BaseModel:
        return await work(unit, body, actor(principal))

    return await post.once(body, 200, handle)


@router.post(
    "/accounts/{account_number}/centre-seal",
    status_code=202,
    response_model=ProposalAnswer,
    summary="中心封存（单位逾期不办）",
)
async def centre_seal(
    account_number: fields.Number, body: shapes.CentreSealBody, caller: MakerPost
) -> Response:
    """Propose to seal in the employer's stead, on evidence, 30 days after the employment ended (R-SEAL-7)."""
    return await answer_proposed(
        caller, operations.CENTRE_SEAL, body, account_number=account_number
    )


@router.post(
    "/accounts/unseal",
    response_model=shapes.UnsealedAccounts,
    responses=PROPOSED,
    summary="启封",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def unseal(body: shapes.UnsealsBody, caller: OfficePost) -> Response:
    """Unseal accounts, all or none (R-SEAL-2, 5): an operator its own staff's; a maker proposes it, 202."""
    return await _done_or_proposed(body, caller, operations.unseal, operations.UNSEAL)


@router.post(
    "/accounts/base",
    response_model=shapes.ChangedBases,
    responses=PROPOSED,
    summary="基数调整",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def change_bases(body: shapes.BasesBody, caller: OfficePost) -> Response:
    """Set bases from a month on, all or none (R-CHG-2, 3, 6): an operator; a maker proposes it, 202."""
    return await _done_or_proposed(body, caller, operations.change_bases, operations.CHANGE_BASES)


@router.post(
    "/accounts/{account_number}/freeze",
    status_code=202,
    response_model=ProposalAnswer,
    summary="冻结",
)
async def freeze(account_number: fields.Number, body: Grounds, caller: MakerPost) -> Response:
    """Freeze an account at once on an authority's demand: state 06; another person checks the document."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        return await operations.freeze(unit, account_number, body, principal)

    return await post.once(body, 202, handle)


@router.post(
    "/accounts/{account_number}/unfreeze",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请解冻",
)
async def unfreeze(account_number: fields.Number, body: Grounds, caller: MakerPost) -> Response:
    """Propose to lift a freeze, on the authority's document; once agreed the state before it comes back."""
    return await answer_proposed(caller, operations.UNFREEZE, body, account_number=account_number)
