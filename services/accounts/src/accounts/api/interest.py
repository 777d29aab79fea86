"""HTTP about the yearly interest settlement (年终结息)."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from accounts.access import MakerPost, Staff
from accounts.handlers import interest as handlers
from accounts.shapes import interest as shapes
from accounts.views import employers as views
from shared.http.callers import ContextDependency
from shared.http.problems import not_found
from shared.messaging.unit import Unit

router = APIRouter(tags=["年终结息"])


@router.post(
    "/interest-runs",
    status_code=202,
    response_model=shapes.InterestRun,
    summary="年终结息",
)
async def request_run(body: shapes.FundYearBody, caller: MakerPost) -> Response:
    """Settle a fund year that is over; asked again, it settles what was left out (R-INT-2, 5)."""
    _, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.request_run(unit, body.fund_year)
        row = await views.interest_run(unit.connection, body.fund_year)
        assert row is not None
        return shapes.InterestRun.of(row)

    return await post.once(body, 202, handle, _location)


@router.get("/interest-runs/{fund_year}", summary="结息进度")
async def interest_run(
    fund_year: int, _principal: Staff, context: ContextDependency
) -> shapes.InterestRun:
    """Return how far a run is."""
    row = await views.interest_run(context.pool, fund_year)
    if row is None:
        raise not_found()
    return shapes.InterestRun.of(row)


def _location(answer: BaseModel) -> str:
    assert isinstance(answer, shapes.InterestRun)
    return f"/api/accounts/interest-runs/{answer.fund_year}"
