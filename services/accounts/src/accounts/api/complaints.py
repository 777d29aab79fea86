"""HTTP about complaints (投诉): made by people, answered by the centre, seen by employers if people want."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel

from accounts.access import Citizen, Looker, MakerPost, OfficeLook, PageSize, demand_own, person
from accounts.handlers import complaints as handlers
from accounts.shapes import complaints as shapes
from accounts.shapes.fields import Row
from accounts.views import complaints as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["投诉"])

OWN_MOST = 100
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]


@router.post("/my/complaints", status_code=201, response_model=shapes.Complaint, summary="投诉欠缴")
async def complain(body: shapes.ComplaintBody, caller: CitizenPost) -> Response:
    """Complain that the employer has not paid months, unseen by it if wanted (R-DEP-10)."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        complaint_id = await handlers.complain(
            unit,
            person(principal),
            body.about(),
            body.words,
            unseen_by_employer=body.unseen_by_employer,
        )
        row = await views.one(unit.connection, complaint_id)
        assert row is not None
        return shapes.Complaint.of(row, unit.personal_data)

    return await post.once(body, 201, handle)


@router.get("/my/complaints", summary="我的投诉")
async def own(principal: Citizen, context: ContextDependency) -> shapes.Complaints:
    """Return one's own complaints with their answers, latest first."""
    rows = await views.of_person(context.pool, person(principal), OWN_MOST)
    return shapes.Complaints(
        items=[shapes.Complaint.of(row, context.personal_data) for row in rows]
    )


@router.get("/complaints", summary="投诉列表")
async def cases(
    _principal: Looker,
    context: ContextDependency,
    *,
    state: Annotated[
        Literal["open", "answered"] | None, Query(description="Only those in this state")
    ] = None,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> shapes.ComplaintPage:
    """Return complaints, oldest first; `state=open` is the work list. Staff say why they look (R-QRY-5)."""
    after = decode_position(cursor) if cursor else None
    return _page(context, await views.cases(context.pool, state, after, limit + 1), limit)


@router.post(
    "/complaints/{complaint_id}/answer", response_model=shapes.ComplaintCase, summary="答复投诉"
)
async def answer(complaint_id: UUID, body: shapes.AnswerBody, caller: MakerPost) -> Response:
    """Answer a complaint, once; the person is told."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        staff = (principal.identity_id, principal.name)
        await handlers.answer(unit, complaint_id, body.text, staff)
        row = await views.one(unit.connection, complaint_id)
        assert row is not None
        return shapes.ComplaintCase.of(row, unit.personal_data)

    return await post.once(body, 200, handle)


@router.get("/employers/{employer_number}/complaints", summary="职工投诉")
async def seen_by_employer(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> shapes.ComplaintPage:
    """Return the complaints that people let their employer see, latest first."""
    demand_own(principal, employer_number)
    before = decode_position(cursor) if cursor else None
    rows = await views.seen_by_employer(context.pool, employer_number, before, limit + 1)
    return _page(context, rows, limit)


def _page(context: ContextDependency, rows: list[Row], limit: int) -> shapes.ComplaintPage:
    items = [shapes.ComplaintCase.of(row, context.personal_data) for row in rows[:limit]]
    audit.looked_at([item.account_number for item in items])
    last = items[-1] if len(rows) > limit else None
    next_cursor = encode_cursor(last.made_at.isoformat(), str(last.id)) if last else None
    return shapes.ComplaintPage(items=items, next_cursor=next_cursor)
