"""HTTP about employers: register, agreement, staff's accounts, suspense."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from accounts.access import (
    PROPOSED,
    BindingPost,
    MakerPost,
    Office,
    OfficeLook,
    OfficePost,
    PageSize,
    Staff,
    actor,
    after_text,
    by_staff,
    demand_own,
    grounds,
)
from accounts.operations import employers as operations
from accounts.shapes import employers as shapes
from accounts.views import employers as views
from accounts.views import staff as staff_views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency
from shared.http.cursors import encode_cursor
from shared.http.gate import LIST_MAX_BYTES, up_to
from shared.http.problems import not_found
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["单位"])


@router.post("/employers", status_code=202, response_model=ProposalAnswer, summary="单位缴存登记")
async def register(body: shapes.RegisterProposal, caller: MakerPost) -> Response:
    """Propose to register an employer with its operator (R-ACC-6), and its agreement if one is given."""
    return await answer_proposed(caller, operations.REGISTER, body)


@router.get("/employers", summary="全部缴存单位")
async def employers(
    _principal: Staff, context: ContextDependency, cursor: str | None = None, limit: PageSize = 50
) -> shapes.EmployerPage:
    """Return employers by number."""
    rows = await views.employers(context.pool, after_text(cursor), limit + 1)
    items = [shapes.Employer.of(row, context.clock.today()) for row in rows[:limit]]
    more = len(rows) > limit
    return shapes.EmployerPage(
        items=items, next_cursor=encode_cursor(items[-1].employer_number) if more else None
    )


@router.get("/employers/{employer_number}", summary="单位信息")
async def employer(
    employer_number: str, principal: Office, context: ContextDependency
) -> shapes.Employer:
    """Return an employer with its money in suspense."""
    demand_own(principal, employer_number)
    row = await views.employer(context.pool, employer_number)
    if row is None:
        raise not_found()
    return shapes.Employer.of(row, context.clock.today())


@router.post(
    "/employers/{employer_number}/agreement",
    status_code=202,
    response_model=ProposalAnswer,
    summary="签订网上业务协议",
)
async def sign(employer_number: str, body: shapes.AgreementBody, caller: BindingPost) -> Response:
    """Propose the online agreement (R-ACC-1), as an operator or for one; the centre agrees."""
    demand_own(caller[0], employer_number)
    return await answer_proposed(caller, operations.SIGN, body, employer_number=employer_number)


@router.post(
    "/employers/{employer_number}/agreement/revocation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="终止网上业务协议",
)
async def revoke(employer_number: str, body: Grounds, caller: BindingPost) -> Response:
    """Propose to end the agreement, as an operator or for one; confirmed lists still complete (R-ACC-9)."""
    demand_own(caller[0], employer_number)
    return await answer_proposed(caller, operations.REVOKE, body, employer_number=employer_number)


@router.post(
    "/employers/{employer_number}/accounts",
    status_code=201,
    response_model=shapes.OpenedAccounts,
    responses=PROPOSED,
    summary="批量开立个人账户",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def open_accounts(
    employer_number: str, body: shapes.OpeningBody, caller: OfficePost
) -> Response:
    """Open individual accounts, all or none (R-ACC-8): an operator; a maker proposes it, 202."""
    principal, post = caller
    demand_own(principal, employer_number)
    if by_staff(principal):
        named = {"employer_number": employer_number, **grounds(body).model_dump()}
        return await answer_proposed(caller, operations.OPEN_ACCOUNTS, body, **named)

    async def handle(unit: Unit) -> BaseModel:
        return await operations.open_accounts(unit, employer_number, body, actor(principal))

    return await post.once(body, 201, handle)


@router.get("/employers/{employer_number}/accounts", summary="单位职工账户")
async def staff_accounts(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    query: Annotated[shapes.StaffQuery, Query()],
) -> shapes.StaffPage:
    """Return the employer's individual accounts, without balances."""
    demand_own(principal, employer_number)
    wanted = staff_views.StaffPage(
        employer_number, after_text(query.cursor), query.state, query.limit + 1
    )
    rows = await staff_views.staff_of(context.pool, wanted, context.clock.today())
    page = rows[: query.limit]
    items = [shapes.StaffAccount.of(row, context.personal_data) for row in page]
    more = len(rows) > query.limit
    audit.looked_at([item.account_number for item in items])
    return shapes.StaffPage(
        items=items, next_cursor=encode_cursor(items[-1].account_number) if more else None
    )


@router.get("/employers/{employer_number}/owed-months", summary="欠缴月份")
async def owed_months(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> shapes.OwedPage:
    """Return for whom months of employment are not contributed in time (R-DEP-5)."""
    demand_own(principal, employer_number)
    today, after = context.clock.today(), after_text(cursor)
    rows = await staff_views.owed_by(context.pool, employer_number, today, after, limit + 1)
    items = [shapes.Owed.of(row, context.personal_data) for row in rows[:limit]]
    more = len(rows) > limit
    audit.looked_at([item.account_number for item in items])
    return shapes.OwedPage(
        items=items, next_cursor=encode_cursor(items[-1].account_number) if more else None
    )
