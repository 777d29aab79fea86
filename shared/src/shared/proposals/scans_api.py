"""HTTP for scans (扫描件) of what two people decide, where business is done at the counter."""

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response

from shared.audit import trail as audit
from shared.base.redrawing import Flaw, NotRedrawn, Redrawing, RedrawingSettings
from shared.http.callers import ContextDependency, looking
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.http.uploads import Upload, UploadBody, UploadName, attached
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals import papers, store
from shared.proposals.errors import Reason, Refused
from shared.proposals.operation import Operation, catalogue
from shared.proposals.shapes import ScanShown

MAX_BYTES = 10 * 1024 * 1024
"""A scan of twenty pages."""
FILES = UploadBody(MAX_BYTES, "image/jpeg", "image/png", "application/pdf")
SentFile = Annotated[Upload, Depends(FILES)]
ScanName = Annotated[
    str, Query(min_length=1, max_length=60, description="材料名称", examples=["公证书"])
]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
WHY = {
    Flaw.DAMAGED: Reason.SCAN_DAMAGED,
    Flaw.LOCKED: Reason.SCAN_LOCKED,
    Flaw.TOO_LARGE: Reason.SCAN_TOO_LARGE,
    Flaw.TOO_MANY_PAGES: Reason.SCAN_TOO_LONG,
    Flaw.BUSY: Reason.SCANS_BUSY,
}


class NewScan(UploadName):
    """What makes it the same upload."""

    name: str


def prepare(app: FastAPI, settings: RedrawingSettings) -> None:
    """Give a service its workers."""
    app.state.redrawing = Redrawing.begin(settings)


async def _redrawn(request: Request, file: Upload) -> bytes:
    redrawing: Redrawing = request.app.state.redrawing
    try:
        return await redrawing.redraw(file.file.read(), file.media_type)
    except NotRedrawn as error:
        raise Refused(WHY[error.flaw]) from error


def router_of(declared: Iterable[Operation]) -> APIRouter:
    """Make the routes by which a maker attaches scans, and who decides fetches them."""
    operations = catalogue(declared)
    router = APIRouter(tags=["双人复核"])

    @router.post(
        "/proposals/{proposal_id}/papers/uploads",
        status_code=201,
        response_model=ScanShown,
        summary="附一份扫描件",
        openapi_extra=FILES.described,
    )
    async def attach(
        proposal_id: UUID, name: ScanName, file: SentFile, caller: MakerPost, request: Request
    ) -> Response:
        """Attach a picture or a PDF to what one has proposed; what is kept is drawn anew from it."""
        maker, post = caller
        said = "".join(filter(str.isprintable, name)).strip() or "材料"
        body = NewScan(**file.name.model_dump(), name=said)
        pdf = await _redrawn(request, file)

        async def handle(unit: Unit) -> ScanShown:
            sent = (said, body.size_bytes, body.sha256)
            made = await papers.attach(unit, papers.Scan(uuid4(), proposal_id, *sent, pdf), maker)
            return ScanShown(paper_id=made.paper_id, name=said, uploaded_at=made.uploaded_at)

        return await post.once(body, 201, handle)

    @router.get(
        "/proposals/{proposal_id}/papers/{paper_id}",
        summary="下载一份扫描件",
        response_class=Response,
        responses={200: {"content": {"application/pdf": {}}, "description": "由图像组成的PDF"}},
    )
    async def fetch(
        proposal_id: UUID, paper_id: UUID, caller: Looker, context: ContextDependency
    ) -> Response:
        """Fetch one as a file, never to be shown inside a page; the look is recorded."""
        found = await store.read(context.pool, proposal_id)
        seen = operations[found.kind] if found else None
        if found is None or seen is None or caller.role not in seen.makers | seen.deciders:
            raise not_found()
        pdf = await papers.content(context.pool, context.personal_data, proposal_id, paper_id)
        if pdf is None:
            raise not_found()
        audit.looked_at([found.subject])
        return attached(pdf, paper_id)

    return router
