"""HTTP for those who may hear recordings (录音): checkers, each look and each hearing with its reason."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse

from hotline.api.notes import Day, span_of
from hotline.errors import Reason, Refused
from hotline.handlers import recordings
from hotline.shapes.recordings import RecordingLine, RecordingList
from hotline.store import recordings as store
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking
from shared.identity.principal import Principal, Role

router = APIRouter(tags=["12329热线"])

RECORDINGS_MAX = 500
Listener = Annotated[Principal, Depends(looking(Role.STAFF_CHECKER))]


@router.get("/recordings", summary="录音列表")
async def list_recordings(
    context: ContextDependency, _caller: Listener, day: Day = None
) -> RecordingList:
    """List the recordings that began on a business day, the latest first."""
    begins, ends = span_of(day or context.clock.today())
    found = await store.of_a_day(context.pool, begins, ends, RECORDINGS_MAX)
    audit.looked_at([str(row["call_id"]) for row in found])
    return RecordingList(items=[RecordingLine.of(row) for row in found])


@router.get(
    "/calls/{call_id}/recording",
    summary="调听录音",
    response_class=StreamingResponse,
    responses={200: {"content": {"audio/wav": {}}, "description": "WAV，左声道来电人，右声道坐席"}},
)
async def hear(call_id: UUID, context: ContextDependency, _caller: Listener) -> StreamingResponse:
    """Hear what was said in a call."""
    length = await store.length(context.pool, call_id)
    if length is None:
        raise Refused(Reason.NOT_FOUND)
    heard = recordings.wav(context.pool, context.personal_data, call_id, length)
    headers = {"Content-Disposition": f'attachment; filename="{call_id}.wav"'}
    return StreamingResponse(heard, media_type="audio/wav", headers=headers)
