"""HTTP for staff: notes after calls, cases, the figures of a day."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from hotline import views
from hotline.handlers import notes
from hotline.rules.queueing import IN_TIME
from hotline.shapes.notes import (
    AskedFor,
    CaseAnswer,
    CaseLine,
    CaseList,
    DayFigures,
    Kept,
    NewNote,
)
from shared.audit import trail as audit
from shared.base.clock import BUSINESS_ZONE
from shared.http.callers import ContextDependency, looking, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal
from shared.messaging.unit import Unit

router = APIRouter(tags=["12329热线"])

CASES_MAX = 200
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
StaffPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*BUSINESS))]
Day = Annotated[date | None, Query(description="业务日期，缺省为今天")]


def span_of(day: date) -> tuple[datetime, datetime]:
    """When a business day begins and ends."""
    begins = datetime.combine(day, time(), BUSINESS_ZONE).astimezone(UTC)
    return begins, begins + timedelta(days=1)


@router.post("/calls/{call_id}/note", status_code=201, response_model=Kept, summary="话后小结")
async def write_note(call_id: UUID, body: NewNote, staff: StaffPost) -> Response:
    """Write down what a call was about; what is not solved is a case."""
    caller, post = staff

    async def handle(unit: Unit) -> Kept:
        await notes.note(unit, call_id, caller.identity_id, body.text, solved=body.solved)
        return Kept(call_id=call_id)

    return await post.once(body, 201, handle)


@router.get("/cases", summary="待办工单")
async def list_cases(context: ContextDependency, _caller: Looker) -> CaseList:
    """List cases that nobody has answered yet, the oldest first."""
    found = await views.open_cases(context.pool, CASES_MAX)
    audit.looked_at([str(row["call_id"]) for row in found])
    return CaseList(items=[CaseLine.of(row, context.personal_data) for row in found])


@router.post("/cases/{call_id}/answer", status_code=201, response_model=Kept, summary="答复工单")
async def answer_case(call_id: UUID, body: CaseAnswer, staff: StaffPost) -> Response:
    """Answer a case, by name; once."""
    caller, post = staff

    async def handle(unit: Unit) -> Kept:
        await notes.close(unit, call_id, caller.identity_id, body.answer)
        return Kept(call_id=call_id)

    return await post.once(body, 201, handle)


@router.get("/figures", summary="热线日报")
async def show_figures(context: ContextDependency, _staff: Staff, day: Day = None) -> DayFigures:
    """Show the figures of the calls that began on a business day; nobody is named."""
    wanted = day or context.clock.today()
    begins, ends = span_of(wanted)
    found = await views.of_a_day(context.pool, begins, ends, IN_TIME)
    still_open = await views.still_open(context.pool)
    asked = await views.asked_of_a_day(context.pool, begins, ends)
    return DayFigures(day=wanted, **found, **still_open, asked=[AskedFor(**row) for row in asked])
