"""HTTP about fines on employers (行政处罚)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from accounts.access import MakerPost, Staff
from accounts.operations import penalties as operations
from accounts.shapes import penalties as shapes
from accounts.views import penalties as views
from shared.http.callers import ContextDependency
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["行政处罚"])

Code = Annotated[str | None, Query(max_length=40, description="统一社会信用代码")]
PenaltyId = Annotated[UUID, Path(description="Id of the fine.")]


@router.post(
    "/penalties", status_code=202, response_model=ProposalAnswer, summary="对单位作出行政处罚"
)
async def fine(body: shapes.NewPenalty, caller: MakerPost) -> Response:
    """Propose a fine on an employer; once a senior agrees, the credit platform drafts its row (R-CRD-4)."""
    return await answer_proposed(caller, operations.FINE, body)


@router.post(
    "/penalties/{penalty_id}/lifting",
    status_code=202,
    response_model=ProposalAnswer,
    summary="撤销行政处罚",
)
async def lift(penalty_id: PenaltyId, body: Grounds, caller: MakerPost) -> Response:
    """Propose to take a fine back; nobody is shown it any more."""
    return await answer_proposed(caller, operations.LIFT, body, penalty_id=penalty_id)


@router.get("/penalties", summary="单位行政处罚")
async def penalties(
    _principal: Staff, context: ContextDependency, social_credit_code: Code = None
) -> shapes.Penalties:
    """List fines on an employer, or on all, the latest first."""
    rows = await views.penalties(context.pool, social_credit_code)
    return shapes.Penalties(items=[shapes.Penalty.of(row) for row in rows])
