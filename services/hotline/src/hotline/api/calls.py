"""HTTP for staff: calls, and who is to be called back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from hotline import views
from hotline.handlers import call_backs
from hotline.shapes.calls import CallBackLine, CallBackList, CalledBack, CallLine, CallPage
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal
from shared.messaging.unit import Unit

router = APIRouter(tags=["12329热线"])

CALL_BACKS_MAX = 200
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
StaffPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*BUSINESS))]
PageSize = Annotated[int, Query(ge=1, le=200)]


@router.get("/calls", summary="来电记录")
async def list_calls(
    context: ContextDependency,
    _caller: Looker,
    person_id: UUID | None = None,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> CallPage:
    """List calls, latest first; of one person where one is named."""
    before = decode_position(cursor) if cursor else None
    found = await views.calls(context.pool, person_id, before, limit + 1)
    shown = found[:limit]
    audit.looked_at([str(row["call_id"]) for row in shown])
    last = shown[-1] if len(found) > limit else None
    return CallPage(
        items=[CallLine.of(row, context.personal_data) for row in shown],
        next_cursor=encode_cursor(last["began_at"].isoformat(), str(last["call_id"]))
        if last
        else None,
    )


@router.get("/call-backs", summary="待回电")
async def list_call_backs(context: ContextDependency, _caller: Looker) -> CallBackList:
    """List who waits to be called back, the first one first."""
    found = await views.open_call_backs(context.pool, CALL_BACKS_MAX)
    audit.looked_at([str(row["call_id"]) for row in found])
    return CallBackList(items=[CallBackLine.of(row, context.personal_data) for row in found])


@router.post(
    "/call-backs/{call_id}/outcome",
    status_code=200,
    response_model=CalledBack,
    summary="登记回电结果",
)
async def called_back(call_id: UUID, body: CalledBack, staff: StaffPost) -> Response:
    """Keep that somebody was called back, and whether anybody answered; once."""
    caller, post = staff

    async def handle(unit: Unit) -> CalledBack:
        await call_backs.finish(unit, call_id, caller.identity_id, body.outcome)
        return body

    return await post.once(body, 200, handle)
