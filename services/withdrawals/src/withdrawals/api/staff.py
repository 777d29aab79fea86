"""HTTP for staff: review, overdue steps, bans, working calendar, the pace of a day. No rule here."""

from datetime import UTC, datetime, time, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from shared.base.clock import BUSINESS_ZONE
from shared.http.callers import ContextDependency, looking, require
from shared.http.confirmations import for_somebody
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, STAFF, Principal, Role
from shared.proposals.api import answer_proposed
from shared.proposals.at_counter import demand_their_code
from shared.proposals.shapes import Grounds, ProposalAnswer
from withdrawals import operations
from withdrawals.rules import TYPES
from withdrawals.shapes.counter import CounterApplication
from withdrawals.shapes.staff import (
    BanBody,
    BanList,
    CalendarBody,
    CalendarYear,
    DayPace,
    OverduePage,
    ReviewBody,
    ReviewDetail,
    ReviewPage,
)
from withdrawals.views import citizens as views
from withdrawals.views import figures
from withdrawals.views import staff as staff_views

router = APIRouter(tags=["提取审核与管理"])

PAGE_MAX_ITEMS = 200
OLDEST = (datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0))

Staff = Annotated[Principal, Depends(require(*BUSINESS))]
AnyStaff = Annotated[Principal, Depends(require(*STAFF))]
Reviewing = Annotated[Principal, Depends(require(Role.STAFF_MAKER, Role.STAFF_CHECKER))]
Looker = Annotated[Principal, Depends(looking(Role.STAFF_MAKER, Role.STAFF_CHECKER))]
Operators = Annotated[Principal, Depends(require(*BUSINESS, Role.SERVICE))]
CounterPost = Annotated[tuple[Principal, IdempotentPost], Depends(for_somebody(Role.STAFF_MAKER))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)]


@router.get("/reviews", summary="待审核的提取申请")
async def reviews(
    _principal: Reviewing,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> ReviewPage:
    """Return applications in review, oldest first, with their facts masked."""
    after = decode_position(cursor) if cursor else OLDEST
    found = await staff_views.reviews(context.pool, context.personal_data, after, limit + 1)
    page, more = found[:limit], len(found) > limit
    return ReviewPage(
        items=page,
        next_cursor=encode_cursor(page[-1].opened_at.isoformat(), str(page[-1].id))
        if more
        else None,
    )


@router.get("/reviews/{application_id}", summary="待审核申请的全部事实和历次意见")
async def review_detail(
    application_id: UUID, principal: Looker, context: ContextDependency
) -> ReviewDetail:
    """Return one application in review with everything said before; the look is recorded."""
    found = await staff_views.reviews(
        context.pool, context.personal_data, OLDEST, 1, application_id
    )
    if not found:
        raise not_found()
    await staff_views.note_view(
        context.pool, application_id, principal.identity_id, context.clock.now()
    )
    return ReviewDetail(
        **found[0].model_dump(),
        history=await views.history(context.pool, application_id),
        opinions=await staff_views.opinions(context.pool, found[0].person_id),
    )


@router.post(
    "/reviews/{application_id}/proposal",
    status_code=202,
    response_model=ProposalAnswer,
    summary="初审：提出意见",
)
async def propose(application_id: UUID, body: ReviewBody, caller: MakerPost) -> Response:
    """Propose to approve or to refuse; another person decides, then it takes effect."""
    return await answer_proposed(
        caller, operations.REVIEWS[body.proposal], body, application_id=application_id
    )


@router.post(
    "/counter-applications",
    status_code=202,
    response_model=ProposalAnswer,
    summary="柜台受理提取申请（本人、监护人或受托人）",
)
async def take(body: CounterApplication, caller: CounterPost) -> Response:
    """Propose an application for somebody at the counter; another person decides, then it begins.

    The holder confirms it with a code (`Confirmation`), unless the phone on file cannot be reached.
    """
    _, post = caller
    demand_their_code(post, body, [body.person_id])
    return await answer_proposed(caller, operations.TAKE, body, confirmed_by=post.confirmed_by)


@router.get("/overdue", summary="超过时限的步骤")
async def overdue(
    _principal: Operators, context: ContextDependency, limit: PageSize = 100
) -> OverduePage:
    """Return the steps past their deadline, with what is known."""
    items = await staff_views.overdue(context.pool, context.clock.now(), limit)
    return OverduePage(items=items)


@router.get("/bans", summary="限制提取的人员")
async def ban_list(
    _principal: Staff,
    context: ContextDependency,
    person_id: UUID | None = None,
    limit: PageSize = 100,
) -> BanList:
    """Return bans, newest first."""
    today = context.clock.today()
    return BanList(items=await staff_views.bans(context.pool, today, limit, person_id=person_id))


@router.post("/bans", status_code=202, response_model=ProposalAnswer, summary="登记限制提取")
async def ban(body: BanBody, caller: MakerPost) -> Response:
    """Propose a ban; it is in force when another person has agreed (R-WDR-14)."""
    return await answer_proposed(caller, operations.IMPOSE, body)


@router.post(
    "/bans/{ban_id}/lift", status_code=202, response_model=ProposalAnswer, summary="解除限制提取"
)
async def ban_lift(ban_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Propose to take a wrong ban back; it stays on record."""
    return await answer_proposed(caller, operations.LIFT, body, ban_id=ban_id)


@router.get("/figures", summary="当日提取时效")
async def pace_of_today(_principal: AnyStaff, context: ContextDependency) -> DayPace:
    """Return how many withdrawals of today are paid, and how fast those went that nobody reviewed."""
    day = context.clock.today()
    since = datetime.combine(day, time(), BUSINESS_ZONE)
    kinds = [one.kind for one in TYPES]
    found = await figures.pace(context.pool, kinds, since, since + timedelta(days=1))
    return DayPace(day=day, **dict(found))


@router.get("/calendar/{year}", summary="工作日历")
async def calendar(
    year: Annotated[int, Path(ge=2000, le=2100)], _principal: Staff, context: ContextDependency
) -> CalendarYear:
    """Return the days of a year, and whether the year is published."""
    return await staff_views.calendar_year(context.pool, year)


@router.post(
    "/calendar/days", status_code=202, response_model=ProposalAnswer, summary="调整工作日历"
)
async def edit_calendar(body: CalendarBody, caller: MakerPost) -> Response:
    """Propose changed days; once agreed, open applications are promised anew within seconds (R-CAL-3)."""
    return await answer_proposed(caller, operations.EDIT_CALENDAR, body)
