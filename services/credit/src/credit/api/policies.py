"""HTTP for notices and policies: staff publish and take down, anybody searches and reads."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.shapes.policies import NewPolicy, Policies, PolicyFile, PolicyText
from credit.views import documents as views
from shared.base.cleaning import shown_name
from shared.http.callers import ContextDependency
from shared.http.gate import LIST_MAX_BYTES, up_to
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import Principal, Role
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["政策法规"], dependencies=WITHOUT_AUDITORS)
reading = APIRouter(prefix="/public", tags=["政策法规"])
"""For anybody."""

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
DocumentId = Annotated[UUID, Path(description="Id of the document.")]
Year = Annotated[int | None, Query(ge=1949, le=2199, description="成文年份")]
PageNumber = Annotated[int, Query(ge=1, le=1_000, description="第几页")]
Words = Annotated[str, Query(max_length=100, description="标题、文号、发文机关或正文中的词")]


@router.post("/policies", status_code=202, response_model=ProposalAnswer, summary="发布政策文件")
async def publish(body: NewPolicy, maker: MakerPost) -> Response:
    """Propose that the public site shows a document."""
    return await answer_proposed(maker, operations.policies.PUBLISH, body)


@router.post(
    "/policies/files",
    status_code=202,
    response_model=ProposalAnswer,
    summary="批量发布政策文件",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def publish_file(body: PolicyFile, maker: MakerPost) -> Response:
    """Propose that the public site shows all documents of a file; each flaw is told by row and column."""
    return await answer_proposed(maker, operations.policies.PUBLISH_FILE, body)


@router.post(
    "/policies/{document_id}/withdrawal",
    status_code=202,
    response_model=ProposalAnswer,
    summary="撤下政策文件",
)
async def withdraw(document_id: DocumentId, body: Grounds, maker: MakerPost) -> Response:
    """Propose that it shows a document no more."""
    return await answer_proposed(maker, operations.policies.WITHDRAW, body, document_id=document_id)


@reading.get("/policies", summary="查找政策文件")
async def search(
    context: ContextDependency, q: Words = "", year: Year = None, page: PageNumber = 1
) -> Policies:
    """Find documents in which words stand, of a year or of all, the latest first, a page of them."""
    words = shown_name(q).replace("\x00", "")
    return Policies.of(await views.found(context.pool, words, year, page))


@reading.get("/policies/{document_id}", summary="政策文件")
async def read(document_id: DocumentId, context: ContextDependency) -> PolicyText:
    """Show a document."""
    row = await views.one(context.pool, document_id)
    if row is None:
        raise not_found()
    return PolicyText.of(row)
