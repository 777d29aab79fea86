"""HTTP for notices and policies: staff publish and take down, anybody searches and reads."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.shapes.policies import NewPolicy, Policies, Policy, PolicyText
from credit.views import documents as views
from shared.base.cleaning import shown_name
from shared.http.callers import ContextDependency
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
Words = Annotated[str, Query(max_length=100, description="标题、文号、发文机关或正文中的词")]


@router.post("/policies", status_code=202, response_model=ProposalAnswer, summary="发布政策文件")
async def publish(body: NewPolicy, maker: MakerPost) -> Response:
    """Propose that the public site shows a document."""
    return await answer_proposed(maker, operations.policies.PUBLISH, body)


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
async def search(context: ContextDependency, q: Words = "") -> Policies:
    """Find documents in which words stand, the latest first; all of them without a word."""
    rows = await views.found(context.pool, shown_name(q).replace("\x00", ""))
    return Policies(items=[Policy.of(row) for row in rows])


@reading.get("/policies/{document_id}", summary="政策文件")
async def read(document_id: DocumentId, context: ContextDependency) -> PolicyText:
    """Show a document."""
    row = await views.one(context.pool, document_id)
    if row is None:
        raise not_found()
    return PolicyText.of(row)
