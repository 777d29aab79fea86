"""HTTP for papers (证明材料): handed in by the applicant, accepted or sent back by staff. No rule."""

import base64
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Query, Request, Response

from shared.base.db import Connection, Pool
from shared.http.callers import ContextDependency, looking
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.http.uploads import Upload, UploadBody, attached
from shared.identity.principal import STAFF, Principal, Role
from shared.messaging.unit import Context, Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer
from withdrawals import operations
from withdrawals.api.citizens import CitizenPost, Running, person_of
from withdrawals.api.staff import PageSize, Reviewing
from withdrawals.domain import Case, State
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import papers as handlers
from withdrawals.sealed import PAPER
from withdrawals.shapes.citizens import Application
from withdrawals.shapes.papers import (
    AcceptanceBody,
    NewPaper,
    PaperList,
    PaperRequestShown,
    PaperReviewPage,
    PaperShown,
    Return,
    SheetShown,
)
from withdrawals.store import papers as store
from withdrawals.views import citizens as views
from withdrawals.views import papers as paper_views
from withdrawals.views import staff as staff_views

router = APIRouter(tags=["证明材料"])

MAX_BYTES = 10 * 1024 * 1024
"""A photograph of a telephone, a scan of twenty pages."""
OLDEST = (datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0))
FILES = UploadBody(MAX_BYTES, "image/jpeg", "image/png", "application/pdf")
SentFile = Annotated[Upload, Depends(FILES)]
Reader = Annotated[
    Principal, Depends(looking(Role.INDIVIDUAL, Role.STAFF_MAKER, Role.STAFF_CHECKER))
]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
ReviewerPost = Annotated[
    tuple[Principal, IdempotentPost],
    Depends(idempotent(Role.STAFF_MAKER, Role.STAFF_CHECKER)),
]
PaperName = Annotated[
    str,
    Query(min_length=1, max_length=60, description="材料名称", examples=["房屋租赁合同"]),
]


@router.post(
    "/applications/{application_id}/papers/uploads",
    status_code=201,
    response_model=PaperShown,
    summary="上传一份证明材料",
    openapi_extra=FILES.described,
)
async def upload(
    application_id: UUID, name: PaperName, file: SentFile, caller: CitizenPost, request: Request
) -> Response:
    """Take a picture or a PDF; what is kept is drawn anew from what one sees of it."""
    principal, post = caller
    person_id = person_of(principal)
    case = await _visible(post.context, application_id, principal)
    if case.state is not State.AWAITING_PAPERS:
        raise Refused(Reason.PAPERS_NOT_ASKED)
    body = NewPaper(
        **file.name.model_dump(),
        application_id=application_id,
        name="".join(filter(str.isprintable, name)),
        media_type=file.media_type,
    )
    pdf = await Running.of(request).redrawing.redraw(file.file.read(), file.media_type)

    async def handle(unit: Unit) -> PaperShown:
        paper_id = uuid4()
        new = store.Redrawn(
            id=paper_id,
            application_id=application_id,
            name=body.name,
            media_type=body.media_type,
            sent_bytes=body.size_bytes,
            sent_sha256=body.sha256,
            content_sealed=handlers.sealed(unit.personal_data, paper_id, pdf),
        )
        return PaperShown.of(await handlers.add(unit, new, person_id))

    return await post.once(body, 201, handle)


@router.get("/applications/{application_id}/papers", summary="需要提交和已经上传的材料")
async def papers(application_id: UUID, principal: Reader, context: ContextDependency) -> PaperList:
    """Return what was asked for and what there is; of staff the look is recorded."""
    await _looked_at(context, application_id, principal)
    return await _list(context.pool, application_id)


async def _list(source: Connection | Pool, application_id: UUID) -> PaperList:
    requests = await store.requests(source, application_id)
    papers = await store.of_application(source, application_id)
    sheets = await store.sheets(source, application_id)
    return PaperList(
        requests=[PaperRequestShown.of(one) for one in requests],
        papers=[PaperShown.of(one) for one in papers],
        sheets=[SheetShown.of(one) for one in sheets],
    )


@router.get(
    "/applications/{application_id}/papers/{paper_id}",
    summary="下载一份证明材料",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "由图像组成的PDF"}},
)
async def fetch(
    application_id: UUID, paper_id: UUID, principal: Reader, context: ContextDependency
) -> Response:
    """Fetch one as a file, never to be shown inside a page; of staff the look is recorded."""
    await _looked_at(context, application_id, principal)
    found = await store.content(context.pool, application_id, paper_id)
    if found is None:
        raise not_found()
    pdf = base64.b64decode(context.personal_data.open(found[1], PAPER, paper_id))
    return attached(pdf, paper_id)


@router.post(
    "/applications/{application_id}/papers/{paper_id}/withdrawal",
    response_model=PaperList,
    summary="撤回一份证明材料",
)
async def take_back(application_id: UUID, paper_id: UUID, caller: CitizenPost) -> Response:
    """Delete what is in a paper that is not handed in yet."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> PaperList:
        await handlers.take_back(unit, application_id, paper_id, person_id)
        return await _list(unit.connection, application_id)

    return await post.once(None, 200, handle)


@router.post(
    "/applications/{application_id}/papers/hand-in",
    response_model=Application,
    summary="提交材料审核",
)
async def hand_in(application_id: UUID, caller: CitizenPost) -> Response:
    """Hand in what was uploaded: staff look at it, and the dates are promised anew."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> Application:
        return Application.of(await handlers.hand_in(unit, application_id, person_id))

    return await post.once(None, 200, handle)


@router.get("/paper-reviews", summary="待审核材料的提取申请")
async def reviews(
    _principal: Reviewing,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> PaperReviewPage:
    """Return applications whose papers wait for staff, oldest first, masked."""
    after = decode_position(cursor) if cursor else OLDEST
    found = await paper_views.reviews(context.pool, context.personal_data, after, limit + 1)
    page, more = found[:limit], len(found) > limit
    return PaperReviewPage(
        items=page,
        next_cursor=encode_cursor(page[-1].submitted_at.isoformat(), str(page[-1].id))
        if more
        else None,
    )


@router.post(
    "/paper-reviews/{application_id}/acceptance",
    status_code=202,
    response_model=ProposalAnswer,
    summary="初审：认可材料内容",
)
async def propose(application_id: UUID, body: AcceptanceBody, caller: MakerPost) -> Response:
    """Propose what was read from the papers; another person compares and decides (R-WDR-21)."""
    return await answer_proposed(
        caller, operations.ACCEPT_PAPERS, body, application_id=application_id
    )


@router.post("/reviews/{application_id}/return", response_model=Application, summary="退回补正")
async def send_back(application_id: UUID, body: Return, caller: ReviewerPost) -> Response:
    """Send an application back to be mended; it keeps its place, its history and its rule book (R-WDR-17)."""
    principal, post = caller

    async def handle(unit: Unit) -> Application:
        return Application.of(
            await handlers.send_back(
                unit, application_id, principal.identity_id, principal.own_person_id, body.text
            )
        )

    return await post.once(body, 200, handle)


async def _visible(context: Context, application_id: UUID, principal: Principal) -> Case:
    """Read one's own application, or as staff anybody's; a stranger's answers 404."""
    case = await views.application(context.pool, application_id)
    if case is None or (principal.role not in STAFF and case.person_id != person_of(principal)):
        raise not_found()
    return case


async def _looked_at(context: Context, application_id: UUID, principal: Principal) -> None:
    await _visible(context, application_id, principal)
    if principal.role in STAFF:
        await staff_views.note_view(
            context.pool, application_id, principal.identity_id, context.clock.now()
        )
