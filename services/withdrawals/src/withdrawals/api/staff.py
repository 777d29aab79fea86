"""HTTP for staff: review, overdue steps, bans, working calendar. No rule here."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel

from shared.http.callers import ContextDependency, require
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messages.withdrawals import BanCause
from shared.messaging.unit import Unit
from withdrawals.handlers import bans, review
from withdrawals.handlers.review import Proposal, Reviewer
from withdrawals.shapes.citizens import Application
from withdrawals.shapes.staff import (
    Ban,
    BanBody,
    BanList,
    CalendarBody,
    CalendarEdited,
    CalendarYear,
    ConfirmationBody,
    LiftBody,
    OverduePage,
    ProposalBody,
    ReviewDetail,
    ReviewPage,
)
from withdrawals.store import rulebooks
from withdrawals.views import citizens as views
from withdrawals.views import staff as staff_views

router = APIRouter(tags=["提取审核与管理"])

PAGE_MAX_ITEMS = 200
OLDEST = (datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0))

Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Reviewing = Annotated[Principal, Depends(require(Role.STAFF_MAKER, Role.STAFF_CHECKER))]
Operators = Annotated[Principal, Depends(require(*BUSINESS, Role.SERVICE))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
CheckerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_CHECKER))]
AdminPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_ADMIN))]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)]


@router.get("/reviews", summary="待审核的提取申请")
async def reviews(
    _principal: Reviewing,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> ReviewPage:
    """Return applications in review, oldest first, with their facts masked."""
    after = _position(cursor) if cursor else OLDEST
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
    application_id: UUID, principal: Reviewing, context: ContextDependency
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
    "/reviews/{application_id}/proposal", response_model=Application, summary="初审：提出意见"
)
async def propose(application_id: UUID, body: ProposalBody, caller: MakerPost) -> Response:
    """Record the maker's proposal."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        proposal = Proposal(body.proposal)
        case = await review.propose(
            unit, application_id, _reviewer(principal), proposal, body.opinion
        )
        return Application.of(case)

    return await post.once(body, 200, handle)


@router.post(
    "/reviews/{application_id}/confirmation", response_model=Application, summary="复核：同意或退回"
)
async def confirm(application_id: UUID, body: ConfirmationBody, caller: CheckerPost) -> Response:
    """Another person agrees, and the proposal takes effect, or sends it back."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        reviewer = _reviewer(principal)
        if not body.agree:
            case = await review.send_back(unit, application_id, reviewer, body.opinion)
        else:
            proposal = Proposal(body.proposal)
            case = await review.confirm(unit, application_id, reviewer, proposal, body.opinion)
        return Application.of(case)

    return await post.once(body, 200, handle)


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


@router.post("/bans", status_code=201, response_model=Ban, summary="登记限制提取")
async def ban(body: BanBody, caller: MakerPost) -> Response:
    """Propose a ban; it is in force when another person has confirmed it (R-WDR-14)."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        ban_id = await bans.propose(
            unit,
            _reviewer(principal),
            person_id=body.person_id,
            cause=BanCause(body.cause),
            found_on=body.found_on,
            document_number=body.document_number,
        )
        return await _ban(unit, ban_id)

    return await post.once(body, 201, handle)


@router.post("/bans/{ban_id}/confirmation", response_model=Ban, summary="复核限制提取")
async def ban_confirm(ban_id: UUID, caller: CheckerPost) -> Response:
    """Put a ban in force."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await bans.confirm(unit, ban_id, _reviewer(principal))
        return await _ban(unit, ban_id)

    return await post.once(None, 200, handle)


@router.post("/bans/{ban_id}/lift", response_model=Ban, summary="解除限制提取")
async def ban_lift(ban_id: UUID, body: LiftBody, caller: CheckerPost) -> Response:
    """Take a wrong ban back; it stays on record."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await bans.lift(unit, ban_id, _reviewer(principal), body.reason)
        return await _ban(unit, ban_id)

    return await post.once(body, 200, handle)


@router.get("/calendar/{year}", summary="工作日历")
async def calendar(
    year: Annotated[int, Path(ge=2000, le=2100)], _principal: Staff, context: ContextDependency
) -> CalendarYear:
    """Return the days of a year, and whether the year is published."""
    return await staff_views.calendar_year(context.pool, year)


@router.post("/calendar/days", response_model=CalendarEdited, summary="调整工作日历")
async def edit_calendar(body: CalendarBody, caller: AdminPost) -> Response:
    """Put changed days in force; open applications are promised anew within seconds (R-CAL-3)."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        days = {item.day: item.is_workday for item in body.days}
        version = await rulebooks.edit_days(unit, days, body.source, principal.identity_id)
        count = await rulebooks.open_applications(unit.connection)
        return CalendarEdited(version=version, open_applications=count)

    return await post.once(body, 200, handle)


def _reviewer(principal: Principal) -> Reviewer:
    return Reviewer(principal.identity_id, principal.name)


async def _ban(unit: Unit, ban_id: UUID) -> Ban:
    (found,) = await staff_views.bans(unit.connection, unit.clock.today(), 1, ban_id=ban_id)
    return found


def _position(cursor: str) -> tuple[datetime, UUID]:
    try:
        at, application_id = decode_cursor(cursor)
        return datetime.fromisoformat(at), UUID(application_id)
    except (ValueError, TypeError) as error:
        raise bad_cursor() from error
