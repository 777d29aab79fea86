"""HTTP about lower ratios (降低缴存比例) of employers in hardship."""

from fastapi import APIRouter, Response

from accounts.access import MakerPost, Office, demand_own
from accounts.operations import lowerings as operations
from accounts.shapes import lowerings as shapes
from accounts.views import lowerings as views
from shared.http.callers import ContextDependency
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["缓缴"])


@router.post(
    "/employers/{employer_number}/ratio-lowerings",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请降低缴存比例",
)
async def lower(employer_number: str, body: shapes.LoweringBody, caller: MakerPost) -> Response:
    """Propose a lower ratio for a while, on the resolution of the staff; a senior decides (R-DEP-9)."""
    return await answer_proposed(caller, operations.LOWER, body, employer_number=employer_number)


@router.get("/employers/{employer_number}/ratio-lowerings", summary="单位降低缴存比例")
async def lowerings(
    employer_number: str, principal: Office, context: ContextDependency
) -> shapes.Lowerings:
    """Return an employer's lower ratios, latest first."""
    demand_own(principal, employer_number)
    rows = await views.of(context.pool, employer_number)
    return shapes.Lowerings(items=[shapes.Lowering.of(row) for row in rows])
