"""HTTP for staff: permits and penalties (双公示) from entry to their end."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.api.cursors import day_and_id
from credit.domain import DecisionState, RecordState, Row
from credit.handlers import records as handlers
from credit.handlers import users
from credit.shapes.decisions import FundDecision, FundDecisions
from credit.shapes.penalties import FundPenalties, FundPenalty
from credit.shapes.records import (
    CorrectionBody,
    NewRecord,
    Publication,
    RecordAnswer,
    RecordDetail,
    RecordPage,
    RecordVersion,
)
from credit.shapes.users import UserRole
from credit.views import decisions as decision_views
from credit.views import records as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking, require
from shared.http.cursors import encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Context, Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["双公示"], dependencies=WITHOUT_AUDITORS)

RecordId = Annotated[UUID, Path(description="Id of the record.")]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
Cursor = Annotated[str | None, Query(description="`next_cursor` of the page before")]
PageSize = Annotated[int, Query(ge=1, le=200, description="How many at the most")]


@router.post("/records", status_code=201, response_model=RecordDetail, summary="录入双公示信息")
async def enter(body: NewRecord, maker: MakerPost) -> Response:
    """Write a row down; every flaw is told by its cell. It is public when another person agrees."""
    caller, post = maker

    async def handle(unit: Unit) -> RecordDetail:
        await users.acting(unit, caller.identity_id, UserRole.REPORTER)
        (record_id,) = await handlers.enter(unit, [body.entry], caller.identity_id)
        return await _detail(unit.context, record_id, unit)

    return await post.once(body, 201, handle, lambda made: f"/api/credit/records/{made.record_id}")


@router.get("/records", summary="双公示信息清单")
async def list_records(
    _staff: Staff,
    context: ContextDependency,
    state: Annotated[RecordState, Query(description="In this state")] = RecordState.ENTERED,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> RecordPage:
    """List records by the day on which they must be public; without a word, what nobody has published yet."""
    after = day_and_id(cursor) if cursor else views.FIRST
    found = await views.page(context.pool, state, after, limit + 1)
    return _page(found, limit, context.clock.today(), "due_on")


@router.get("/subjects/{subject_id}/records", summary="一个主体的双公示信息")
async def of_subject(
    subject_id: Annotated[UUID, Path(description="Id of the subject.")],
    _looker: Looker,
    context: ContextDependency,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> RecordPage:
    """List a subject's records in every state, the latest decision first."""
    after = day_and_id(cursor) if cursor else views.LATEST
    found = await views.of_subject(context.pool, subject_id, after, limit + 1)
    audit.looked_at([str(subject_id)])
    return _page(found, limit, context.clock.today(), "decided_on")


def _page(found: Sequence[Row], limit: int, today: date, ordered_by: str) -> RecordPage:
    shown = found[:limit]
    last = shown[-1] if len(found) > limit else None
    return RecordPage(
        items=[RecordAnswer.of(row, today) for row in shown],
        next_cursor=encode_cursor(last[ordered_by].isoformat(), str(last["record_id"]))
        if last
        else None,
    )


@router.get("/fund-decisions", summary="本中心决定的报送情况")
async def fund_decisions(
    _staff: Staff,
    context: ContextDependency,
    state: Annotated[DecisionState | None, Query(description="Of which this became")] = None,
) -> FundDecisions:
    """List what the fund decided about people and which row came of it; two people publish that."""
    rows = await decision_views.decisions(context.pool, state)
    return FundDecisions(items=[FundDecision.of(row) for row in rows])


@router.get("/fund-penalties", summary="本中心行政处罚的报送情况")
async def fund_penalties(
    _staff: Staff,
    context: ContextDependency,
    state: Annotated[DecisionState | None, Query(description="Of which this became")] = None,
) -> FundPenalties:
    """List the fund's fines on employers and which row came of each; two people publish that."""
    rows = await decision_views.penalties(context.pool, state)
    return FundPenalties(items=[FundPenalty.of(row) for row in rows])


@router.get("/records/{record_id}", summary="一条双公示信息")
async def show(record_id: RecordId, _looker: Looker, context: ContextDependency) -> RecordDetail:
    """Show a record with what it says and every state that it was in."""
    return await _detail(context, record_id)


async def _detail(context: Context, record_id: UUID, unit: Unit | None = None) -> RecordDetail:
    found = await views.record(unit.connection if unit else context.pool, record_id)
    if found is None:
        raise not_found()
    row, versions = found
    return RecordDetail(
        **RecordAnswer.of(row, context.clock.today()).model_dump(),
        content=handlers.opened(context.personal_data, row),
        versions=[RecordVersion.model_validate(dict(one)) for one in versions],
    )


@router.post(
    "/records/publications", status_code=202, response_model=ProposalAnswer, summary="提交公示"
)
async def publish(body: Publication, maker: MakerPost) -> Response:
    """Propose that entered records are published; whoever entered one of them does not decide."""
    return await answer_proposed(maker, operations.records.PUBLISH, body)


@router.post(
    "/records/{record_id}/correction",
    status_code=202,
    response_model=ProposalAnswer,
    summary="更正信息",
)
async def correct(record_id: RecordId, body: CorrectionBody, maker: MakerPost) -> Response:
    """Propose what a published record should say; what it said stays as a version."""
    return await answer_proposed(maker, operations.records.CORRECT, body, record_id=record_id)


@router.post(
    "/records/{record_id}/withdrawal",
    status_code=202,
    response_model=ProposalAnswer,
    summary="撤销信息",
)
async def withdraw(record_id: RecordId, body: Grounds, maker: MakerPost) -> Response:
    """Propose that nobody sees a record any more that should not have been there."""
    return await answer_proposed(maker, operations.records.WITHDRAW, body, record_id=record_id)
