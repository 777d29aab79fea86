"""HTTP about deferrals (缓缴) of employers."""

from fastapi import APIRouter, Response

from accounts.access import MakerPost, Office, demand_own
from accounts.operations import deferrals as operations
from accounts.shapes import deferrals as shapes
from accounts.views import deferrals as views
from shared.http.callers import ContextDependency
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["缓缴"])


@router.post(
    "/employers/{employer_number}/deferrals",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请缓缴",
)
async def defer(employer_number: str, body: shapes.DeferralBody, caller: MakerPost) -> Response:
    """Propose a deferral on the resolution of an employer's staff; a senior checker decides (R-DEP-9)."""
    return await answer_proposed(caller, operations.DEFER, body, employer_number=employer_number)


@router.get("/employers/{employer_number}/deferrals", summary="单位缓缴")
async def deferrals(
    employer_number: str, principal: Office, context: ContextDependency
) -> shapes.Deferrals:
    """Return an employer's deferrals, latest first."""
    demand_own(principal, employer_number)
    rows = await views.of(context.pool, employer_number)
    return shapes.Deferrals(items=[shapes.Deferral.of(row) for row in rows])
