"""HTTP for citizens: apply, follow, cancel. Parses, authorises, calls, answers; no rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.responses import StreamingResponse

from shared.base.cards import DebitCard
from shared.base.errors import ServiceError
from shared.base.identifiers import BankCard
from shared.http.admission import Admission
from shared.http.batching import GroupCommit
from shared.http.callers import ContextDependency, require, still_logged_in
from shared.http.confirmations import confirmed
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import Asked, IdempotentPost, idempotent
from shared.http.problems import ProblemError, not_found
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context, Unit
from withdrawals.domain import Case
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import applications as handlers
from withdrawals.handlers import cards, gathering
from withdrawals.process import STATES
from withdrawals.settings import Settings
from withdrawals.shapes.citizens import (
    Application,
    ApplicationDetail,
    ApplicationPage,
    NewApplication,
    TypesOffered,
)
from withdrawals.shapes.estimates import EstimateAsked, EstimateShown
from withdrawals.shapes.types import types_offered
from withdrawals.store import rulebooks
from withdrawals.views import citizens as views
from withdrawals.work import live
from withdrawals.work.redrawing import Redrawing

router = APIRouter(tags=["提取"])

PAGE_MAX_ITEMS = 100
NEWEST = (datetime(9999, 1, 1, tzinfo=UTC), UUID(int=2**128 - 1))

Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
ConfirmedPost = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)]


@router.post(
    "/applications", status_code=202, response_model=Application, summary="申请提取住房公积金"
)
async def apply(
    body: NewApplication, caller: ConfirmedPost, request: Request, context: ContextDependency
) -> Response:
    """Accept an application that was confirmed; what follows is asynchronous, see its `events`."""
    principal, post = caller
    shared = Running.of(request)
    await shared.admission.enter()
    submission = handlers.Submission(
        person_id=person_of(principal),
        channel=principal.channel,
        kind=body.kind,
        card=await _card(context, body, principal),
        loan_contract_number=body.loan_contract_number,
        subject=body.subject,
        wanted_fen=body.amount_fen,
    )
    return await shared.submissions.once(post, body, submission)


async def _card(context: Context, body: NewApplication, principal: Principal) -> BankCard:
    if (body.card_number is None) == (body.card_id is None):
        raise Refused(Reason.ONE_CARD)
    if body.card_id is not None:
        return await cards.number_of(context, body.card_id, person_of(principal))
    return DebitCard.parse(body.card_number or "")


async def _submit(
    unit: Unit, asked: Sequence[Asked[handlers.Submission]]
) -> list[Application | ServiceError]:
    cases = await handlers.submit(unit, [(each.item, each.traceparent) for each in asked])
    return [Application.of(case) if isinstance(case, Case) else case for case in cases]


@dataclass(frozen=True)
class Running:
    """What the requests of one process share."""

    settings: Settings
    progress: live.Progress
    submissions: GroupCommit[handlers.Submission, Application]
    """Applications that come at the same time share their transactions."""
    admission: Admission
    """The bound on what was accepted and is not decided yet."""
    redrawing: Redrawing
    """The workers that redraw what people upload."""

    @classmethod
    def begin(cls, context: Context[Settings], progress: live.Progress) -> "Running":
        """Make it for a process."""
        settings, limit = context.settings, context.settings.undecided_applications_max
        admission = Admission(partial(views.undecided, context.pool, limit), limit)
        submissions = GroupCommit(202, _submit, _location)
        return cls(settings, progress, submissions, admission, Redrawing.begin(settings))

    @classmethod
    def of(cls, request: Request) -> "Running":
        """Find that of a request's process."""
        running: Running = request.app.state.running
        return running


@router.get("/applications", summary="我的提取申请")
async def applications(
    principal: Citizen,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 20,
) -> ApplicationPage:
    """Return the caller's applications, newest first."""
    before = decode_position(cursor) if cursor else NEWEST
    cases = await views.applications_of(context.pool, person_of(principal), before, limit + 1)
    page = cases[:limit]
    more = len(cases) > limit
    return ApplicationPage(
        items=[Application.of(case) for case in page],
        next_cursor=encode_cursor(page[-1].submitted_at.isoformat(), str(page[-1].id))
        if more
        else None,
    )


@router.get("/applications/{application_id}", summary="一笔提取申请的进度")
async def application(
    application_id: UUID, principal: Citizen, context: ContextDependency
) -> ApplicationDetail:
    """Return status, deadline, reason and history; a stranger's application is not found."""
    case = await _own(context, application_id, principal)
    history = await views.history(context.pool, application_id)
    return ApplicationDetail(**Application.of(case).model_dump(), history=history)


@router.get(
    "/applications/{application_id}/events",
    summary="实时进度（server-sent events）",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/event-stream": {}}, "description": "每行历史一个 progress 事件"},
        204: {"description": "已经办结，没有更多进度"},
    },
)
async def follow(
    application_id: UUID,
    principal: Citizen,
    context: ContextDependency,
    request: Request,
    last_event_id: Annotated[str | None, Header(alias="Last-Event-ID", max_length=20)] = None,
) -> Response:
    """Send the history, then each step as it happens; resumes after `Last-Event-ID`."""
    case = await _own(context, application_id, principal)
    last = int(last_event_id) if last_event_id and last_event_id.isdecimal() else 0
    if STATES[case.state].final and last >= await views.last_line(context.pool, application_id):
        return Response(status_code=204)
    settings, progress = Running.of(request).settings, Running.of(request).progress
    if progress.open_streams >= settings.live_streams_max:
        raise ProblemError(
            503, "too-many-streams", "查看进度的人较多，请稍后刷新页面。", retry_after_seconds=5
        )
    return StreamingResponse(
        live.events(
            progress,
            settings,
            live.Follower(application_id, last, partial(still_logged_in, request)),
        ),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


@router.post(
    "/applications/{application_id}/cancel", response_model=Application, summary="撤销提取申请"
)
async def cancel(application_id: UUID, caller: CitizenPost) -> Response:
    """Take an application back before payment."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> Application:
        return Application.of(await handlers.cancel(unit, application_id, person_id))

    return await post.once(None, 200, handle)


@router.get("/types", summary="提取类型和条件")
async def types(context: ContextDependency) -> TypesOffered:
    """Return the types on offer today, with their conditions; public."""
    async with context.unit() as unit:
        moment = await rulebooks.moment(unit)
    return types_offered(moment.book, moment.today)


@router.post(
    "/estimates",
    status_code=202,
    response_model=EstimateAsked,
    summary="申请前测算：能否提取、能提多少",
)
async def ask_estimate(caller: CitizenPost) -> Response:
    """Ask what would be decided of each type now; the rules are those that decide (R-WDR-27)."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> EstimateAsked:
        return EstimateAsked(id=await gathering.ask_for_estimate(unit, person_id))

    return await post.once(None, 202, handle)


@router.get("/estimates/{estimate_id}", summary="测算结果")
async def estimate(
    estimate_id: UUID, principal: Citizen, context: ContextDependency
) -> EstimateShown:
    """Return the answer, or what is still waited for; a stranger's estimate is not found."""
    found = await views.estimate(context.pool, estimate_id, person_of(principal))
    if found is None:
        raise not_found()
    return found


async def _own(context: Context, application_id: UUID, principal: Principal) -> Case:
    case = await views.application(context.pool, application_id)
    if case is None or case.person_id != person_of(principal):
        raise not_found()
    return case


def person_of(principal: Principal) -> UUID:
    """Return who calls; raises `ProblemError` where it is nobody with an account."""
    if principal.person_id is None:
        raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
    return principal.person_id


def _location(answer: Application) -> str:
    return f"/api/withdrawals/applications/{answer.id}"
