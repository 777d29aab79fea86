"""HTTP for a person: ask for a document, see how far it is, fetch it."""

import base64
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from documents import views
from documents.domain import Asker, Request, RequestState
from documents.errors import Reason, Refused
from documents.handlers import asking
from documents.sealed import PDF
from documents.shapes.requests import NewRequest, RequestAnswer, RequestPage, address_of
from shared.http.callers import ContextDependency, looking, require
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Context, Unit

router = APIRouter(tags=["出具证明"])

Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]
Reader = Annotated[Principal, Depends(looking(Role.INDIVIDUAL, *BUSINESS))]
PageSize = Annotated[int, Query(ge=1, le=200)]


@router.post("/requests", status_code=202, response_model=RequestAnswer, summary="申请证明")
async def ask(body: NewRequest, citizen: CitizenPost) -> Response:
    """Ask for a document about oneself; the same facts give the same document all day."""
    caller, post = citizen
    if caller.person_id is None:
        raise not_found()
    wanted = body.wanted_of(caller.person_id)
    asker = Asker(caller.identity_id, caller.role, caller.name, caller.channel, "")

    async def handle(unit: Unit) -> RequestAnswer:
        return RequestAnswer.of(await asking.ask(unit, wanted, asker))

    return await post.once(body, 202, handle, lambda made: address_of(made.request_id))


@router.get("/requests", summary="我的证明")
async def my_requests(
    context: ContextDependency, caller: Citizen, cursor: str | None = None, limit: PageSize = 50
) -> RequestPage:
    """List what was asked for about oneself, also at the counter, latest first."""
    if caller.person_id is None:
        raise not_found()
    before = decode_position(cursor) if cursor else None
    found = await views.requests_of_person(context.pool, caller.person_id, before, limit + 1)
    shown = found[:limit]
    last = shown[-1] if len(found) > limit else None
    return RequestPage(
        items=[RequestAnswer.of(one) for one in shown],
        next_cursor=encode_cursor(last.requested_at.isoformat(), str(last.request_id))
        if last
        else None,
    )


@router.get("/requests/{request_id}", summary="证明进度")
async def show(request_id: UUID, context: ContextDependency, caller: Reader) -> RequestAnswer:
    """Show how far a request is: to the person, and to staff, whose every look is recorded."""
    return RequestAnswer.of(await _visible(context, request_id, caller))


@router.get(
    "/requests/{request_id}/pdf",
    summary="下载证明",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "PDF/A，带电子签名"}},
)
async def fetch(request_id: UUID, context: ContextDependency, caller: Reader) -> Response:
    """Fetch the signed document; the same bytes each time."""
    found = await _visible(context, request_id, caller)
    if found.state is not RequestState.ISSUED:
        raise Refused(Reason.NOT_READY)
    assert found.number is not None, "an issued request has a document"
    sealed = await views.printed(context.pool, found.number)
    if sealed is None:
        raise Refused(Reason.NOT_ISSUED)
    pdf = base64.b64decode(context.personal_data.open(sealed, PDF, found.number))
    headers = {"Content-Disposition": f'attachment; filename="{found.number}.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=headers)


async def _visible(context: Context, request_id: UUID, caller: Principal) -> Request:
    """Read a request of one's own; a stranger's answers 404 like one that is not there. Staff see all."""
    found = await views.request(context.pool, request_id)
    mine = found is not None and found.wanted.person_id == caller.person_id
    if found is None or not (mine or caller.role in BUSINESS):
        raise not_found()
    return found
