"""HTTP about an employer's proposals of another name or ID number of its staff (信息修改, R-INF-2)."""

from fastapi import APIRouter, Response

from accounts.access import Office, ReleasePost, actor, demand_own
from accounts.handlers import identity_proposals as handlers
from accounts.shapes import identity_proposals as shapes
from accounts.store import identity_proposals as store
from shared.http.callers import ContextDependency
from shared.messaging.unit import Unit

router = APIRouter(tags=["信息修改"])
SHOWN_AT_MOST = 200


@router.post(
    "/employers/{employer_number}/accounts/{account_number}/identity-proposals",
    status_code=202,
    response_model=shapes.Proposed,
    summary="单位提出更正职工姓名、证件号码",
)
async def propose(
    employer_number: str,
    account_number: str,
    body: shapes.IdentityProposalBody,
    caller: ReleasePost,
) -> Response:
    """Propose another name or ID number of somebody; the register decides, or two of the centre."""
    principal, post = caller
    demand_own(principal, employer_number)
    wanted = body.wanted()

    async def handle(unit: Unit) -> shapes.Proposed:
        made = await handlers.propose(
            unit, employer_number, account_number, wanted, actor(principal)
        )
        return shapes.Proposed(proposal_id=made)

    return await post.once(body, 202, handle)


@router.get("/employers/{employer_number}/identity-proposals", summary="单位提出的更正")
async def of_employer(
    employer_number: str, principal: Office, context: ContextDependency
) -> shapes.IdentityProposals:
    """Return what an employer has proposed and how it stands, latest first."""
    demand_own(principal, employer_number)
    rows = await store.of_employer(context.pool, employer_number, SHOWN_AT_MOST)
    return shapes.IdentityProposals(items=[shapes.IdentityProposal.of(row) for row in rows])
