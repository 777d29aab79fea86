"""HTTP for citizens: apply, follow, cancel. Parses, authorises, calls, answers; no rule."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from shared.base.identifiers import BankCard
from shared.http.admission import Admission
from shared.http.batching import Together
from shared.http.callers import ContextDependency, require
from shared.http.cursors import decode_cursor, encode_cursor
from shared.http.idempotency import Edge, edge_for
from shared.http.problems import ProblemError, not_found
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context, Unit
from withdrawals.domain import Case
from withdrawals.handlers import applications as handlers
from withdrawals.process import STATES
from withdrawals.settings import Settings
from withdrawals.shapes.citizens import (
    Application,
    ApplicationDetail,
    ApplicationPage,
    NewApplication,
    TypesOffered,
)
from withdrawals.shapes.types import types_offered
from withdrawals.store import rulebooks
from withdrawals.views import citizens as views
from withdrawals.work import live

router = APIRouter(tags=["提取"])

PAGE_MAX_ITEMS = 100
NEWEST = (datetime(9999, 1, 1, tzinfo=UTC), UUID(int=2**128 - 1))

Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
CitizenEdge = Annotated[tuple[Principal, Edge], Depends(edge_for(Role.INDIVIDUAL))]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)]


@router.post(
    "/applications", status_code=202, response_model=Application, summary="申请提取住房公积金"
)
async def apply(body: NewApplication, caller: CitizenEdge, request: Request) -> Response:
    """Accept an application; what follows is asynchronous, see its `events`."""
    principal, edge = caller
    await _admission(request).enter()
    submission = handlers.Submission(
        person_id=_person(principal),
        channel=principal.channel,
        kind=body.kind,
        card=BankCard.parse(body.card_number),
        loan_contract_number=body.loan_contract_number,
    )
    together: Together[handlers.Submission] = request.app.state.submissions
    answer = await together.once(edge, body, submission)
    if answer is not None:
        return answer

    async def handle(unit: Unit) -> BaseModel:
        return Application.of(await handlers.submit(unit, submission))

    return await edge.once(body, 202, handle, _location)


def _admission(request: Request) -> Admission:
    """The bound on what was accepted and is not decided yet; made when somebody first applies."""
    state = request.app.state
    if not hasattr(state, "admission"):
        limit = state.settings.undecided_applications_max
        state.admission = Admission(partial(views.undecided, state.context.pool, limit), limit)
    admission: Admission = state.admission
    return admission


async def _accept_all(
    unit: Unit, submissions: Sequence[tuple[handlers.Submission, str]]
) -> list[BaseModel | None]:
    cases = await handlers.submit_all(unit, submissions)
    return [None if case is None else Application.of(case) for case in cases]


def submissions_together() -> Together[handlers.Submission]:
    """Let applications that come at the same time share their transactions."""
    return Together(202, _accept_all, _location)


@router.get("/applications", summary="我的提取申请")
async def applications(
    principal: Citizen,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 20,
) -> ApplicationPage:
    """Return the caller's applications, newest first."""
    before = _position(cursor) if cursor else NEWEST
    cases = await views.applications_of(context.pool, _person(principal), before, limit + 1)
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
    settings: Settings = request.app.state.settings
    progress: live.Progress = request.app.state.progress
    if progress.open_streams >= settings.live_streams_max:
        raise ProblemError(
            503, "too-many-streams", "查看进度的人较多，请稍后刷新页面。", retry_after_seconds=5
        )
    return StreamingResponse(
        live.events(progress, settings, application_id, last),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


@router.post(
    "/applications/{application_id}/cancel", response_model=Application, summary="撤销提取申请"
)
async def cancel(application_id: UUID, caller: CitizenEdge) -> Response:
    """Take an application back before payment."""
    principal, edge = caller
    person_id = _person(principal)

    async def handle(unit: Unit) -> BaseModel:
        return Application.of(await handlers.cancel(unit, application_id, person_id))

    return await edge.once(None, 200, handle)


@router.get("/types", summary="提取类型和条件")
async def types(context: ContextDependency) -> TypesOffered:
    """Return the types on offer today, with their conditions; public."""
    async with context.unit() as unit:
        moment = await rulebooks.moment(unit)
    return types_offered(moment.book, moment.today)


async def _own(context: Context, application_id: UUID, principal: Principal) -> Case:
    case = await views.application(context.pool, application_id)
    if case is None or case.person_id != _person(principal):
        raise not_found()
    return case


def _person(principal: Principal) -> UUID:
    if principal.person_id is None:
        raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
    return principal.person_id


def _location(answer: BaseModel) -> str:
    if not isinstance(answer, Application):
        raise TypeError("only an application has an address")
    return f"/api/withdrawals/applications/{answer.id}"


def _position(cursor: str) -> tuple[datetime, UUID]:
    try:
        at, application_id = decode_cursor(cursor)
        return datetime.fromisoformat(at), UUID(application_id)
    except (ValueError, TypeError) as error:
        raise ProblemError(400, "bad-cursor", "分页参数 cursor 无效。") from error
