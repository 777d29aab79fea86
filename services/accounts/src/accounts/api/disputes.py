"""HTTP about disputes (异议) of booked rows: bank and centre answer, both sides see it (R-QRY-4)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel

from accounts.access import Citizen, Looker, MakerPost, PageSize, Staff, person
from accounts.handlers import disputes as handlers
from accounts.rules.dispute import DisputeState
from accounts.shapes import disputes as shapes
from accounts.views import disputes as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["异议"])

OWN_MOST = 100
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]


@router.post(
    "/my/disputes", status_code=201, response_model=shapes.Dispute, summary="对明细提出异议"
)
async def dispute(body: shapes.DisputeBody, caller: CitizenPost) -> Response:
    """Dispute a booked row of one's own, or the balance; the bank answers within five working days."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        made = await handlers.dispute(unit, person(principal), body.entry_id, body.words)
        return await _own(unit, made)

    return await post.once(body, 201, handle)


@router.get("/my/disputes", summary="我的异议")
async def own(principal: Citizen, context: ContextDependency) -> shapes.Disputes:
    """Return one's own disputes with their answers, latest first."""
    rows = await views.of_person(context.pool, person(principal), OWN_MOST)
    today, data = context.clock.today(), context.personal_data
    return shapes.Disputes(items=[shapes.Dispute.of(row, data, today) for row in rows])


@router.post(
    "/my/disputes/{dispute_id}/objection",
    response_model=shapes.Dispute,
    summary="对银行答复仍有异议，提请中心核实",
)
async def objection(dispute_id: UUID, body: shapes.ObjectionBody, caller: CitizenPost) -> Response:
    """Turn to the centre, with the bank's answer or when it is late; five working days again."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.object_(unit, person(principal), dispute_id, body.words)
        return await _own(unit, dispute_id)

    return await post.once(body, 200, handle)


@router.get("/disputes", summary="异议列表")
async def cases(
    _principal: Looker,
    context: ContextDependency,
    *,
    state: Annotated[DisputeState | None, Query(description="Only those in this state")] = None,
    late: Annotated[bool, Query(description="Only those whose answer is late")] = False,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> shapes.DisputePage:
    """Return disputes, oldest first: the work list is those at the bank and at the centre."""
    today, data = context.clock.today(), context.personal_data
    after = decode_position(cursor) if cursor else None
    rows = await views.cases(context.pool, state, today if late else None, after, limit + 1)
    items = [shapes.DisputeCase.of(row, data, today) for row in rows[:limit]]
    audit.looked_at([item.account_number for item in items])
    last = items[-1] if len(rows) > limit else None
    next_cursor = encode_cursor(last.made_at.isoformat(), str(last.id)) if last else None
    return shapes.DisputePage(items=items, next_cursor=next_cursor)


@router.get("/disputes/figures", summary="待答复异议的件数")
async def figures(_principal: Staff, context: ContextDependency) -> shapes.DisputesWaiting:
    """Count the disputes that wait for an answer, for the desk's first page; nobody is named."""
    found = await views.waiting(context.pool, context.clock.today())
    return shapes.DisputesWaiting(**dict(found))


@router.post("/disputes/{dispute_id}/answer", response_model=shapes.DisputeCase, summary="答复异议")
async def answer(dispute_id: UUID, body: shapes.DisputeAnswerBody, caller: MakerPost) -> Response:
    """Enter the bank's written answer, or give the centre's; each once, and the person is told."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.answer(unit, dispute_id, body.text, principal)
        row = await views.one(unit.connection, dispute_id)
        return shapes.DisputeCase.of(row, unit.personal_data, unit.clock.today())

    return await post.once(body, 200, handle)


async def _own(unit: Unit, dispute_id: UUID) -> shapes.Dispute:
    row = await views.one(unit.connection, dispute_id)
    return shapes.Dispute.of(row, unit.personal_data, unit.clock.today())
