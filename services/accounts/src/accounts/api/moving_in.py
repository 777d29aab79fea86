"""HTTP about balances from before this system (期初): proposed, and compared with the former books."""

from fastapi import APIRouter, Response

from accounts.access import MakerPost, Staff
from accounts.operations import moving_in as operations
from accounts.shapes import moving_in as shapes
from accounts.views import moving_in as views
from shared.http.callers import ContextDependency
from shared.http.gate import LIST_MAX_BYTES, up_to
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["期初"])


@router.post(
    "/employers/{employer_number}/opening-balances",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请录入期初余额",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def propose(employer_number: str, body: shapes.MovingInBody, caller: MakerPost) -> Response:
    """Propose an employer's balances from former books; another person signs them too."""
    return await answer_proposed(caller, operations.MOVE_IN, body, employer_number=employer_number)


@router.get("/employers/{employer_number}/opening-balances", summary="期初差异报告")
async def report(
    employer_number: str, _principal: Staff, context: ContextDependency
) -> shapes.MovedInReports:
    """Compare what was moved in with the control sums of the former books."""
    rows = await views.moved_in(context.pool, employer_number)
    left = await views.without_opening(context.pool, employer_number)
    return shapes.MovedInReports(
        items=[shapes.MovedInReport.of(row) for row in rows], without_opening=left
    )
