"""HTTP about lists that employers upload as files: send, follow, see what is wrong, accept."""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from accounts.access import DraftPost, Office, PageSize, actor, after_text, bound, demand_own
from accounts.domain import FILE_STATES, Month
from accounts.errors import Reason, Refused
from accounts.handlers import list_files as handlers
from accounts.operations import lists as operations
from accounts.settings import Settings
from accounts.shapes import list_files as shapes
from accounts.shapes.fields import MonthText, Row
from accounts.shapes.lists import ListDetail
from accounts.store.list_files import NewFile
from accounts.views import list_files as views
from accounts.work import list_copies
from shared.base.cells import column_index
from shared.http.callers import get_context
from shared.http.cursors import bad_cursor, encode_cursor
from shared.http.gate import LIST_MAX_BYTES, up_to
from shared.http.problems import ProblemError, not_found
from shared.http.uploads import Upload, UploadBody, shown_name
from shared.identity.principal import Principal
from shared.messaging.unit import Context, Unit

router = APIRouter(tags=["当月汇缴"])

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_BYTES = 32 * 1024 * 1024
FOLLOW_SECONDS = 0.5
FOLLOW_MAX_SECONDS = 900.0
READING = ("received", "reading")

LISTS = UploadBody(
    MAX_BYTES, XLSX, "application/vnd.ms-excel", "text/csv", "application/octet-stream"
)
SentFile = Annotated[Upload, Depends(LISTS)]
ServiceContext = Annotated[Context[Settings], Depends(get_context)]
FileName = Annotated[
    str | None,
    Header(
        alias="File-Name",
        max_length=2_000,
        description="What the file is called, percent-encoded UTF-8.",
        examples=["3%E6%9C%88.xlsx"],
    ),
]


@router.post(
    "/employers/{employer_number}/lists/uploads",
    status_code=202,
    response_model=shapes.ListFile,
    summary="上传汇缴清册文件",
    openapi_extra=LISTS.described,
)
async def upload(
    employer_number: str,
    month: Annotated[MonthText, Query(description="汇缴月份")],
    file: SentFile,
    caller: DraftPost,
    file_name: FileName = None,
) -> Response:
    """Take a month's list as xlsx, xls or CSV (R-DEP-6); what is in it is read afterwards, follow it."""
    principal, post = caller
    demand_own(principal, employer_number)
    name = shown_name(file_name)
    body = shapes.NewListFile(
        month=month, file_name=name, sha256=file.name.sha256, size_bytes=file.name.size_bytes
    )

    async def handle(unit: Unit) -> BaseModel:
        new = NewFile(
            uuid4(),
            employer_number,
            Month.parse(month).first,
            name,
            body.size_bytes,
            body.sha256,
            actor(principal).name,
        )
        file.file.seek(0)
        await handlers.receive(unit, new, file.file)
        row = await views.file(unit.connection, new.file_id)
        assert row is not None
        return shapes.ListFile.of(row, _keep_days(unit.context))

    return await post.once(body, 202, handle, _location)


@router.get(
    "/lists/template",
    summary="下载汇缴清册模板",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}}},
)
async def template(_principal: Office, context: ServiceContext) -> Response:
    """Return the file that employers fill in: what identifies is text, so that no digit is lost."""
    made = await list_copies.template(context)
    return Response(made, media_type=XLSX, headers=_attached("template.xlsx"))


@router.get("/list-files/{file_id}", summary="上传的清册：状态与预览")
async def list_file(file_id: UUID, principal: Office, context: ServiceContext) -> shapes.ListFile:
    """Return how far an uploaded list is, and what it will be (R-CHG-5)."""
    return shapes.ListFile.of(await _own(context, file_id, principal), _keep_days(context))


@router.get("/list-files/{file_id}/errors", summary="上传的清册：错误明细")
async def errors(
    file_id: UUID,
    principal: Office,
    context: ServiceContext,
    cursor: str | None = None,
    limit: PageSize = 100,
) -> shapes.ListFileErrors:
    """Return every error of every row, with its cell, what is allowed, and the rule."""
    await _own(context, file_id, principal)
    after = after_text(cursor) or "-1"
    if not after.lstrip("-").isdecimal():
        raise bad_cursor()
    rows = await views.flaws(context.pool, file_id, int(after), limit + 1)
    page, more = rows[:limit], len(rows) > limit
    return shapes.ListFileErrors(
        items=[shapes.ListFileError.of(row) for row in page],
        next_cursor=encode_cursor(str(page[-1]["position"])) if more else None,
    )


@router.get(
    "/list-files/{file_id}/marked",
    summary="上传的清册：标出错误的文件",
    response_class=StreamingResponse,
    responses={200: {"content": {XLSX: {}}}},
)
async def marked(file_id: UUID, principal: Office, context: ServiceContext) -> Response:
    """Return the file with its bad cells marked and what is wrong beside each row."""
    row = await _own(context, file_id, principal)
    if row["state"] != "flawed":
        raise ProblemError(409, "list-file-state", "没有可标出的错误。")
    return StreamingResponse(
        list_copies.marked(context, file_id), media_type=XLSX, headers=_attached("marked.xlsx")
    )


@router.get(
    "/list-files/{file_id}/events",
    summary="上传的清册：实时进度（server-sent events）",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/event-stream": {}}, "description": "每有进展一个 progress 事件"}
    },
)
async def follow(
    file_id: UUID, principal: Office, context: ServiceContext, request: Request
) -> Response:
    """Send how far the reading is whenever it goes on, until it has ended."""
    await _own(context, file_id, principal)
    streams: asyncio.Semaphore = request.app.state.list_file_streams
    if streams.locked():
        raise ProblemError(
            503, "too-many-streams", "查看进度的人较多，请稍后刷新页面。", retry_after_seconds=5
        )
    return StreamingResponse(
        _progress(context, file_id, streams),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _progress(
    context: Context[Settings], file_id: UUID, streams: asyncio.Semaphore
) -> AsyncIterator[str]:
    told, loop = "", asyncio.get_running_loop()
    ends_at = loop.time() + FOLLOW_MAX_SECONDS
    async with streams:
        while loop.time() < ends_at:
            row = await views.file(context.pool, file_id)
            if row is None:
                return
            text = shapes.ListFile.of(row, _keep_days(context)).model_dump_json()
            if text != told:
                told = text
                yield f"event: progress\ndata: {text}\n\n"
            if row["state"] not in READING:
                yield "event: end\ndata: {}\n\n"
                return
            await asyncio.sleep(FOLLOW_SECONDS)


@router.post(
    "/list-files/{file_id}/acceptance",
    status_code=201,
    response_model=ListDetail,
    summary="采用预览过的清册",
)
async def accept(file_id: UUID, body: shapes.Acceptance, caller: DraftPost) -> Response:
    """Make a draft of exactly what was previewed (R-CHG-5); bases that it changes count from its month on."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        who = actor(principal)
        assert who.employer_number is not None
        list_id = await handlers.accept_file(
            unit, file_id, body.digest, who.employer_number, who.name
        )
        return await operations.detail(unit, list_id)

    return await post.once(body, 201, handle, _list_location)


@router.post(
    "/list-files/{file_id}/corrections",
    status_code=202,
    response_model=shapes.ListFile,
    summary="改正有误的单元格，重新检查",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def correct(
    file_id: UUID, body: shapes.Corrections, caller: DraftPost, context: ServiceContext
) -> Response:
    """Make a new file of a flawed one with what was typed, and read it; the old one stays as it is."""
    principal, post = caller
    row = await _own(context, file_id, principal)
    if row["state"] != "flawed":
        raise Refused(Reason.FILE_STATE, state=FILE_STATES[row["state"]])
    with tempfile.TemporaryFile() as mended:
        await list_copies.mended(context, file_id, _typed(body), mended)
        mended.seek(0)
        digest, size_bytes = hashlib.file_digest(mended, "sha256"), mended.tell()
        if size_bytes == 0:
            raise Refused(Reason.FILE_NOT_MENDABLE)

        async def handle(unit: Unit) -> BaseModel:
            new = NewFile(
                uuid4(),
                row["employer_number"],
                row["month"],
                row["file_name"],
                size_bytes,
                digest.hexdigest(),
                actor(principal).name,
            )
            mended.seek(0)
            await handlers.receive(unit, new, mended)
            made = await views.file(unit.connection, new.file_id)
            assert made is not None
            return shapes.ListFile.of(made, _keep_days(unit.context))

        return await post.once(body, 202, handle, _location)


def _typed(body: shapes.Corrections) -> list[list_copies.Typed]:
    return [
        (one.row, column_index(one.column) if one.column else None, one.text) for one in body.cells
    ]


async def _own(context: Context[Settings], file_id: UUID, principal: Principal) -> Row:
    row = await views.file(context.pool, file_id)
    if row is None or bound(principal) not in (None, row["employer_number"]):
        raise not_found()
    return row


def _keep_days(context: Context) -> int:
    settings = context.settings
    assert isinstance(settings, Settings)
    return settings.list_file_keep_days


def _location(answer: BaseModel) -> str:
    assert isinstance(answer, shapes.ListFile)
    return f"/api/accounts/list-files/{answer.id}"


def _list_location(answer: BaseModel) -> str:
    assert isinstance(answer, ListDetail)
    return f"/api/accounts/lists/{answer.id}"


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
