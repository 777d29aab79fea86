"""HTTP: loans that an older system has paid out move in (期初)."""

from fastapi import APIRouter, Response

from loans import access
from loans.access import Maker, Staff
from loans.handlers import moving_in
from loans.operations import moving_in as operations
from loans.shapes.moving_in import MovingInBody, MovingInProposal, MovingInReport
from shared.http.callers import ContextDependency
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["期初贷款"])


@router.post("/moving-in/reports", summary="期初贷款差异报告")
async def report(context: ContextDependency, staff: Staff, body: MovingInBody) -> MovingInReport:
    """Say what a loan's history gives by the rules, and where the older system's figures differ."""
    past = moving_in.past_of(body, staff.identity_id)
    async with access.reading(context) as connection:
        lived = await moving_in.live(connection, past, context.clock.today())
    return MovingInReport.of(lived.account, body.stated.as_of, lived.differences)


@router.post("/moving-in", status_code=202, response_model=ProposalAnswer, summary="移入期初贷款")
async def propose(body: MovingInProposal, maker: Maker) -> Response:
    """Propose that a loan moves in; another person signs its figures, and then it is here."""
    return await answer_proposed(maker, operations.MOVE_IN, body)
