"""HTTP for codes of other centres: read at the counter and in the hall; the sheet lies with the case."""

import base64
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from documents import views
from documents.domain import Asker, CaseKind, ReadingState
from documents.errors import Reason, Refused
from documents.handlers import reading as handlers
from documents.sealed import PDF
from documents.shapes.codes import (
    CaseReadings,
    CounterReading,
    NewReading,
    ReadingAnswer,
    Reference,
)
from documents.store import readings
from documents.store.readings import Reading
from shared.http.callers import ContextDependency, looking
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Context, Unit

router = APIRouter(tags=["亮码可办"])

READINGS_MAX = 100
"""Shown of one case; nobody reads as many."""
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Reader = Annotated[Principal, Depends(looking(Role.INDIVIDUAL, *BUSINESS))]
Business = Annotated[Principal, Depends(looking(*BUSINESS))]
ReadingId = Annotated[UUID, Path(description="读取的编号")]
Kind = Annotated[CaseKind, Query(description="业务种类")]
CaseReference = Annotated[Reference, Query(description="提取申请编号或借款合同编号")]


@router.post("/readings", status_code=202, response_model=ReadingAnswer, summary="读取外地亮码")
async def read(body: NewReading, citizen: CitizenPost) -> Response:
    """Have a code read that another centre gave oneself or one's family, for an application of one's own."""
    caller, post = citizen
    if caller.person_id is None:
        raise not_found()
    if body.case_kind is not CaseKind.WITHDRAWAL:
        raise Refused(Reason.CASE_NOT_ALLOWED)
    asker = Asker(caller.identity_id, caller.role, caller.name, caller.channel, "")
    return await _asked(body, post, asker, caller.person_id)


@router.post(
    "/counter-readings", status_code=202, response_model=ReadingAnswer, summary="柜台读取外地亮码"
)
async def read_at_the_counter(body: CounterReading, maker: MakerPost) -> Response:
    """Read the code that somebody shows at the counter, and have its sheet printed into the case."""
    caller, post = maker
    asker = Asker(caller.identity_id, caller.role, caller.name, caller.channel, body.reason)
    return await _asked(body, post, asker, None)


async def _asked(
    body: NewReading, post: IdempotentPost, asker: Asker, person_id: UUID | None
) -> Response:
    case = (body.case_kind, body.case_reference)

    async def handle(unit: Unit) -> ReadingAnswer:
        return ReadingAnswer.of(
            await handlers.ask(
                unit, body.code, body.id_number, case, asker=asker, person_id=person_id
            )
        )

    return await post.once(
        body, 202, handle, lambda made: f"/api/documents/readings/{made.reading_id}"
    )


@router.get("/case-readings", summary="业务档案中的信息表")
async def of_case(
    context: ContextDependency, _caller: Business, case_kind: Kind, case_reference: CaseReference
) -> CaseReadings:
    """List what was read for a case; each look is recorded."""
    found = await readings.of_case(context.pool, case_kind, case_reference, READINGS_MAX)
    return CaseReadings(items=[ReadingAnswer.of(one) for one in found])


@router.get("/readings/{reading_id}", summary="读取进度")
async def show(reading_id: ReadingId, context: ContextDependency, caller: Reader) -> ReadingAnswer:
    """Show how far a reading is: to who had it read, and to staff."""
    return ReadingAnswer.of(await _visible(context, reading_id, caller))


@router.get(
    "/readings/{reading_id}/pdf",
    summary="下载信息表",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "PDF/A，带电子签名"}},
)
async def fetch(reading_id: ReadingId, context: ContextDependency, caller: Business) -> Response:
    """Fetch the sheet that lies with the case; for staff alone, and each look is recorded."""
    found = await _visible(context, reading_id, caller)
    if found.state is not ReadingState.FILED:
        raise Refused(Reason.NOT_READY)
    assert found.number is not None, "a filed reading has a sheet"
    sealed = await views.printed(context.pool, found.number)
    if sealed is None:
        raise Refused(Reason.NOT_ISSUED)
    pdf = base64.b64decode(context.personal_data.open(sealed, PDF, found.number))
    headers = {
        "Content-Disposition": f'attachment; filename="{found.number}.pdf"',
        "Cache-Control": "no-store",
    }
    return Response(pdf, media_type="application/pdf", headers=headers)


async def _visible(context: Context, reading_id: UUID, caller: Principal) -> Reading:
    found = await readings.one(context.pool, reading_id)
    if found is None or (caller.role is Role.INDIVIDUAL and found.person_id != caller.person_id):
        raise not_found()
    return found
