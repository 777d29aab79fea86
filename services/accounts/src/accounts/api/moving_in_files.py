"""HTTP about an older system that moves in by files (期初): send, follow, compare, have it signed."""

from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Header, Path, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from accounts.access import MakerPost, PageSize, Staff, actor, after_text
from accounts.handlers import moving_in_files as handlers
from accounts.operations import moving_in as operations
from accounts.shapes import moving_in_files as shapes
from accounts.shapes.list_files import ListFileError
from accounts.store.moving_in_files import NewFile
from accounts.views import moving_in_files as views
from shared.base.db import Connection, Pool
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, encode_cursor
from shared.http.exports import CONTENT, Export, Form, Wanted, export
from shared.http.problems import not_found
from shared.http.uploads import Upload, UploadBody, shown_name
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["期初"])

MAX_BYTES = 32 * 1024 * 1024
SHOWN_MAX = 100
FILES = UploadBody(
    MAX_BYTES,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-excel",
    "text/csv",
    "application/octet-stream",
)
SentFile = Annotated[Upload, Depends(FILES)]
BatchId = Annotated[UUID, Path(description="期初批次的编号")]
FileId = Annotated[UUID, Path(description="期初文件的编号")]
FileName = Annotated[
    str | None,
    Header(
        alias="File-Name",
        max_length=2_000,
        description="What the file is called, percent-encoded UTF-8; the same name replaces it.",
        examples=["%E4%BD%99%E9%A2%9D1.csv"],
    ),
]


@router.post(
    "/moving-ins", status_code=201, response_model=shapes.MovingInBatch, summary="新建期初批次"
)
async def begin(body: shapes.NewMovingIn, caller: MakerPost) -> Response:
    """Begin a moving in of an older system; its files follow, and nothing counts before two people sign."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        batch_id = await handlers.begin(unit, body.as_of, body.source, actor(principal).name)
        return await _shown(unit.connection, batch_id)

    return await post.once(body, 201, handle, _location)


@router.get("/moving-ins", summary="期初批次列表")
async def batches(_principal: Staff, context: ContextDependency) -> shapes.MovingInBatches:
    """List the latest movings in, newest first."""
    rows = await views.batches(context.pool, SHOWN_MAX)
    return shapes.MovingInBatches(
        items=[shapes.MovingInSummary.model_validate(shapes.summary(row)) for row in rows]
    )


@router.get("/moving-ins/{batch_id}", summary="期初批次：文件、合计与入账进度")
async def batch(
    batch_id: BatchId, _principal: Staff, context: ContextDependency
) -> shapes.MovingInBatch:
    """Return how far a moving in is."""
    return await _shown(context.pool, batch_id)


@router.post(
    "/moving-ins/{batch_id}/{kind}/uploads",
    status_code=202,
    response_model=shapes.MovingInFile,
    summary="上传期初文件",
    openapi_extra=FILES.described,
)
async def upload(
    batch_id: BatchId,
    kind: shapes.KindPath,
    file: SentFile,
    caller: MakerPost,
    file_name: FileName = None,
) -> Response:
    """Take a file as xlsx, xls or CSV, of at most 200,000 rows; what is in it is read afterwards."""
    principal, post = caller
    name = shown_name(file_name)
    body = shapes.NewMovingInFile(
        kind=kind, file_name=name, sha256=file.name.sha256, size_bytes=file.name.size_bytes
    )

    async def handle(unit: Unit) -> BaseModel:
        new = NewFile(
            uuid4(), batch_id, kind, name, body.size_bytes, body.sha256, actor(principal).name
        )
        file.file.seek(0)
        await handlers.receive(unit, new, file.file)
        row = await views.file(unit.connection, new.file_id)
        assert row is not None
        return shapes.MovingInFile.of(row)

    return await post.once(body, 202, handle)


@router.get("/moving-in-files/{file_id}/errors", summary="期初文件：错误明细")
async def errors(
    file_id: FileId,
    _principal: Staff,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 100,
) -> shapes.MovingInErrors:
    """Return every error with its cell, what is allowed, and the rule."""
    if await views.file(context.pool, file_id) is None:
        raise not_found()
    after = after_text(cursor) or "-1"
    if not after.lstrip("-").isdecimal():
        raise bad_cursor()
    rows = await views.flaws(context.pool, file_id, int(after), limit + 1)
    page, more = rows[:limit], len(rows) > limit
    return shapes.MovingInErrors(
        items=[ListFileError.of(row) for row in page],
        next_cursor=encode_cursor(str(page[-1]["position"])) if more else None,
    )


@router.get(
    "/moving-ins/{batch_id}/differences/export",
    summary="导出期初差异报告",
    response_class=StreamingResponse,
    responses=CONTENT,
)
async def differences(
    batch_id: BatchId, _principal: Staff, context: ContextDependency, form: Wanted = Form.XLSX
) -> StreamingResponse:
    """Return former books, files and what is booked side by side: all, employers, people who differ."""
    if await views.batch(context.pool, batch_id) is None:
        raise not_found()
    wanted = Export(shapes.DIFFERENCES, views.DIFFERENCES, [batch_id], shapes.difference)
    return await export(context, wanted, form)


@router.post(
    "/moving-ins/{batch_id}/signature",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请录入期初批次",
)
async def sign(
    batch_id: BatchId, body: shapes.Signature, caller: MakerPost, context: ContextDependency
) -> Response:
    """Propose what the files add up to; another person signs it too, then it is booked, employer by employer.

    What the second person signs are the very files that the first one did. Employers that could not be booked
    are tried again by another signature.
    """
    digest = await views.digest(context.pool, batch_id)
    return await answer_proposed(
        caller, operations.MOVE_IN_FILES, body, batch_id=batch_id, digest=digest
    )


@router.post(
    "/moving-ins/{batch_id}/withdrawal",
    response_model=shapes.MovingInBatch,
    summary="放弃期初批次",
)
async def drop(batch_id: BatchId, caller: MakerPost) -> Response:
    """Give up what nobody has signed; its files are deleted."""
    _, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.drop(unit, batch_id)
        return await _shown(unit.connection, batch_id)

    return await post.once(None, 200, handle)


async def _shown(where: Pool | Connection, batch_id: UUID) -> shapes.MovingInBatch:
    row = await views.batch(where, batch_id)
    if row is None:
        raise not_found()
    return shapes.MovingInBatch.model_validate(
        {
            **shapes.summary(row),
            "files": [shapes.MovingInFile.of(one) for one in await views.files(where, batch_id)],
            "totals": shapes.MovingInTotals.of(await views.totals(where, batch_id)),
            "digest": await views.digest(where, batch_id),
        }
    )


def _location(answer: BaseModel) -> str:
    assert isinstance(answer, shapes.MovingInBatch)
    return f"/api/accounts/moving-ins/{answer.id}"
