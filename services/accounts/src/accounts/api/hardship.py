"""HTTP about what employers in hardship ask for online (缓缴、降低缴存比例): asked, answered, its files."""

import base64
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from accounts.access import (
    MakerPost,
    Office,
    OfficeLook,
    PageSize,
    ReleasePost,
    Staff,
    actor,
    demand_own,
)
from accounts.errors import Reason, Refused
from accounts.handlers import hardship as handlers
from accounts.operations import hardship as operations
from accounts.rules.hardship import NewPaper
from accounts.sealed import HARDSHIP_PAPER
from accounts.shapes import hardship as shapes
from accounts.views import hardship as views
from shared.audit import trail as audit
from shared.base.redrawing import Flaw, NotRedrawn, Redrawing
from shared.http.callers import ContextDependency
from shared.http.cursors import decode_position, encode_cursor
from shared.http.problems import not_found
from shared.http.uploads import Upload, UploadBody, attached
from shared.messaging.unit import Unit
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["缓缴"])

MAX_BYTES = 10 * 1024 * 1024
"""A photograph of a telephone, a scan of twenty pages."""
SHOWN_AT_MOST = 100
FILES = UploadBody(MAX_BYTES, "image/jpeg", "image/png", "application/pdf")
SentFile = Annotated[Upload, Depends(FILES)]
PaperName = Annotated[
    str, Query(min_length=1, max_length=60, description="材料名称", examples=["职工代表大会决议"])
]
WHY = {
    Flaw.DAMAGED: Reason.PAPER_DAMAGED,
    Flaw.LOCKED: Reason.PAPER_LOCKED,
    Flaw.TOO_LARGE: Reason.PAPER_TOO_LARGE,
    Flaw.TOO_MANY_PAGES: Reason.PAPER_TOO_LONG,
    Flaw.BUSY: Reason.PAPERS_BUSY,
}


@router.post(
    "/employers/{employer_number}/hardship-papers/uploads",
    status_code=201,
    response_model=shapes.HardshipPaper,
    summary="上传困难申请的材料",
    openapi_extra=FILES.described,
)
async def upload(
    employer_number: str, name: PaperName, file: SentFile, caller: ReleasePost, request: Request
) -> Response:
    """Take a picture or a PDF, the resolution for one; what is kept is drawn anew from what one sees."""
    principal, post = caller
    demand_own(principal, employer_number)
    said = "".join(filter(str.isprintable, name)).strip() or "材料"
    body = shapes.NewHardshipPaper(**file.name.model_dump(), name=said)
    pdf = await redrawn(request.app.state.redrawing, file)

    async def handle(unit: Unit) -> BaseModel:
        paper_id = uuid4()
        sealed = unit.personal_data.seal(base64.b64encode(pdf).decode(), HARDSHIP_PAPER, paper_id)
        who = actor(principal)
        new = NewPaper(
            paper_id,
            employer_number,
            said,
            body.size_bytes,
            body.sha256,
            sealed,
            who.name,
            unit.clock.now(),
        )
        await handlers.keep_paper(unit, new, who)
        return shapes.HardshipPaper(paper_id=paper_id, name=said, gone=False)

    return await post.once(body, 201, handle)


async def redrawn(redrawing: Redrawing, file: Upload) -> bytes:
    """Draw a file anew; raises `Refused`, in words, where it cannot be read."""
    try:
        return await redrawing.redraw(file.file.read(), file.media_type)
    except NotRedrawn as error:
        raise Refused(WHY[error.flaw]) from error


@router.get(
    "/employers/{employer_number}/hardship-papers/{paper_id}",
    summary="下载困难申请的材料",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "由图像组成的PDF"}},
)
async def fetch(
    employer_number: str, paper_id: UUID, principal: OfficeLook, context: ContextDependency
) -> Response:
    """Fetch one as a file, never to be shown inside a page; of staff the look is recorded."""
    demand_own(principal, employer_number)
    row = await views.paper(context.pool, employer_number, paper_id)
    if row is None:
        raise not_found()
    audit.looked_at([employer_number])
    pdf = base64.b64decode(
        context.personal_data.open(row["content_sealed"], HARDSHIP_PAPER, paper_id)
    )
    return attached(pdf, paper_id)


@router.post(
    "/employers/{employer_number}/hardship-requests",
    status_code=201,
    response_model=shapes.HardshipRequest,
    summary="在线申请缓缴或降低缴存比例",
)
async def ask(employer_number: str, body: shapes.HardshipBody, caller: ReleasePost) -> Response:
    """Ask for a deferral or a lower ratio; nothing changes until two of the centre agree (R-DEP-9)."""
    principal, post = caller
    demand_own(principal, employer_number)
    wanted = body.wanted()

    async def handle(unit: Unit) -> BaseModel:
        made = await handlers.ask(unit, employer_number, wanted, actor(principal))
        return await _shown(unit, made)

    return await post.once(body, 201, handle)


async def _shown(unit: Unit, request_id: UUID) -> shapes.HardshipRequest:
    row = await views.one(unit.connection, request_id, unit.clock.now())
    assert row is not None
    return shapes.HardshipRequest.of(row)


@router.get(
    "/employers/{employer_number}/hardship-requests", summary="单位的缓缴和降低缴存比例申请"
)
async def of_employer(
    employer_number: str, principal: Office, context: ContextDependency
) -> shapes.HardshipRequests:
    """Return what an employer has asked for and how it stands, latest first."""
    demand_own(principal, employer_number)
    now = context.clock.now()
    rows = await views.of_employer(context.pool, employer_number, now, SHOWN_AT_MOST)
    return shapes.HardshipRequests(items=[shapes.HardshipRequest.of(row) for row in rows])


@router.post(
    "/employers/{employer_number}/hardship-requests/{request_id}/withdrawal",
    response_model=shapes.HardshipRequest,
    summary="撤回缓缴或降低缴存比例申请",
)
async def withdraw(employer_number: str, request_id: UUID, caller: ReleasePost) -> Response:
    """Take a request back as long as the centre has not agreed, whoever of the employer asked."""
    principal, post = caller
    demand_own(principal, employer_number)

    async def handle(unit: Unit) -> BaseModel:
        await handlers.withdraw(unit, employer_number, request_id, actor(principal))
        return await _shown(unit, request_id)

    return await post.once(None, 200, handle)


@router.get("/hardship-requests", summary="待办的缓缴和降低缴存比例申请")
async def waiting(
    _principal: Staff, context: ContextDependency, cursor: str | None = None, limit: PageSize = 50
) -> shapes.HardshipCasePage:
    """Return what employers ask for and is not answered yet, oldest first: the work list."""
    after = decode_position(cursor) if cursor else None
    rows = await views.waiting(context.pool, after, context.clock.now(), limit + 1)
    items = [shapes.HardshipCase.of(row) for row in rows[:limit]]
    last = items[-1] if len(rows) > limit else None
    next_cursor = encode_cursor(last.asked_at.isoformat(), str(last.id)) if last else None
    return shapes.HardshipCasePage(items=items, next_cursor=next_cursor)


@router.post(
    "/hardship-requests/{request_id}/proposal",
    status_code=202,
    response_model=ProposalAnswer,
    summary="受理缓缴或降低缴存比例申请",
)
async def propose(request_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Put a request to a checker, exactly as it was asked for; a senior decides (R-DEP-9)."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        return await operations.propose(unit, request_id, body, principal)

    return await post.once(body, 202, handle)


@router.post(
    "/hardship-requests/{request_id}/return",
    response_model=shapes.HardshipRequest,
    summary="退回缓缴或降低缴存比例申请",
)
async def send_back(request_id: UUID, body: shapes.HardshipReturn, caller: MakerPost) -> Response:
    """Send a request back with a reason in words; the operator is told by text."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.send_back(unit, request_id, body.text, actor(principal))
        return await _shown(unit, request_id)

    return await post.once(body, 200, handle)
