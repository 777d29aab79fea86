"""HTTP about same-city transfers (同城转移) and people's own requests to be sealed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from accounts.access import (
    Citizen,
    DraftPost,
    MakerPost,
    Office,
    ReleasePost,
    Staff,
    actor,
    demand_own,
    person,
)
from accounts.handlers import seal_requests
from accounts.handlers import transfers as handlers
from accounts.operations import transfers as operations
from accounts.shapes import transfers as shapes
from accounts.store import seal_requests as requests
from accounts.store import transfers as store
from shared.http.callers import ContextDependency
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["同城转移"])
SHOWN_AT_MOST = 200
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]


@router.post(
    "/employers/{employer_number}/transfers",
    status_code=201,
    response_model=shapes.Answered,
    summary="申请同城转入",
)
async def ask(employer_number: str, body: shapes.TransferBody, caller: DraftPost) -> Response:
    """Ask for somebody's account of another employer (R-TRF-1, 3); the person must agree."""
    principal, post = caller
    demand_own(principal, employer_number)
    wanted = body.wanted()

    async def handle(unit: Unit) -> shapes.Answered:
        made = await handlers.ask(unit, employer_number, wanted, actor(principal))
        return shapes.Answered(id=made)

    return await post.once(body, 201, handle)


@router.get("/employers/{employer_number}/transfers", summary="单位的同城转移")
async def of_employer(
    employer_number: str, principal: Office, context: ContextDependency
) -> shapes.Transfers:
    """Return what an employer gives and takes, latest first."""
    demand_own(principal, employer_number)
    rows = await store.of_employer(context.pool, employer_number, SHOWN_AT_MOST)
    return shapes.Transfers(items=[shapes.Transfer.of(row) for row in rows])


@router.post(
    "/transfers/{transfer_id}/release", response_model=shapes.Answered, summary="原单位确认转出"
)
async def release(transfer_id: UUID, caller: ReleasePost) -> Response:
    """Confirm as the former employer: the account is sealed and moves once the person agrees (R-TRF-3)."""
    principal, post = caller

    async def handle(unit: Unit) -> shapes.Answered:
        await handlers.release(unit, transfer_id, actor(principal))
        return shapes.Answered(id=transfer_id)

    return await post.once(None, 200, handle)


@router.post(
    "/transfers/{transfer_id}/withdrawal", response_model=shapes.Answered, summary="撤回转入申请"
)
async def withdraw(transfer_id: UUID, caller: DraftPost) -> Response:
    """Take a request back, as the employer that made it."""
    principal, post = caller

    async def handle(unit: Unit) -> shapes.Answered:
        await handlers.withdraw(unit, transfer_id, actor(principal))
        return shapes.Answered(id=transfer_id)

    return await post.once(None, 200, handle)


@router.post(
    "/transfers/{transfer_id}/centre-decision",
    status_code=202,
    response_model=ProposalAnswer,
    summary="中心决定转移（原单位逾期不办）",
)
async def decide(transfer_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Propose to do it in the former employer's stead, on evidence, once its time is over (R-TRF-3)."""
    return await answer_proposed(caller, operations.TRANSFER, body, transfer_id=transfer_id)


@router.get("/my/transfers", summary="我的同城转移")
async def my_transfers(principal: Citizen, context: ContextDependency) -> shapes.Transfers:
    """Return the caller's transfers, latest first."""
    rows = await store.of_person(context.pool, person(principal), SHOWN_AT_MOST)
    return shapes.Transfers(items=[shapes.Transfer.of(row) for row in rows])


@router.post(
    "/my/transfers/{transfer_id}/consent",
    response_model=shapes.Answered,
    summary="同意或不同意转移",
)
async def consent(transfer_id: UUID, body: shapes.ConsentBody, caller: CitizenPost) -> Response:
    """Agree that one's account moves, or refuse it (R-TRF-3)."""
    principal, post = caller

    async def handle(unit: Unit) -> shapes.Answered:
        await handlers.answer(unit, transfer_id, person(principal), agree=body.agree)
        return shapes.Answered(id=transfer_id)

    return await post.once(body, 200, handle)


@router.post(
    "/my/seal-requests", status_code=201, response_model=shapes.Answered, summary="申请封存我的账户"
)
async def ask_seal(body: shapes.SealRequestBody, caller: CitizenPost) -> Response:
    """Ask to be sealed; the employer is told, and the centre may seal after its 30 days (R-SEAL-7)."""
    principal, post = caller

    async def handle(unit: Unit) -> shapes.Answered:
        return shapes.Answered(id=await seal_requests.ask(unit, person(principal), body.wish()))

    return await post.once(body, 201, handle)


@router.post(
    "/my/seal-requests/{request_id}/withdrawal",
    response_model=shapes.Answered,
    summary="撤回封存申请",
)
async def withdraw_seal(request_id: UUID, caller: CitizenPost) -> Response:
    """Take one's own request back."""
    principal, post = caller

    async def handle(unit: Unit) -> shapes.Answered:
        await seal_requests.withdraw(unit, person(principal), request_id)
        return shapes.Answered(id=request_id)

    return await post.once(None, 200, handle)


@router.get("/my/seal-requests", summary="我的封存申请")
async def my_seal_requests(principal: Citizen, context: ContextDependency) -> shapes.SealRequests:
    """Return the caller's requests, latest first."""
    rows = await requests.of_person(context.pool, person(principal), SHOWN_AT_MOST)
    return shapes.SealRequests(items=[shapes.SealRequest.of(row) for row in rows])


@router.get("/seal-requests", summary="待办的封存申请")
async def seal_requests_waiting(
    _principal: Staff, context: ContextDependency
) -> shapes.SealRequests:
    """Return open requests, oldest end of employment first: the centre presses, then seals (R-SEAL-7)."""
    rows = await requests.waiting(context.pool, SHOWN_AT_MOST)
    return shapes.SealRequests(items=[shapes.SealRequest.of(row) for row in rows])
