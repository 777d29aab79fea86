"""HTTP about loans of an older system that move in by files (期初): send, follow, compare, sign."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Header, Path, Query, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from loans.access import Maker, Staff
from loans.handlers import moving_in_files as handlers
from loans.operations import moving_in_files as operations
from loans.shapes import moving_in_files as shapes
from loans.store.moving_in_files import NewBatch, NewFile
from loans.views import moving_in_files as views
from shared.base.db import Connection, Pool
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.exports import CONTENT, Export, Form, Wanted, export
from shared.http.problems import not_found
from shared.http.uploads import Upload, UploadBody, shown_name
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["期初贷款"])

MAX_BYTES = 64 * 1024 * 1024
SHOWN_MAX = 100
PAGE_MAX = 500
LINES_MAX = 2**31 - 1
FILES = UploadBody(
    MAX_BYTES, "application/jsonl", "application/x-ndjson", "application/octet-stream"
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
        examples=["%E8%B4%B7%E6%AC%BE1.jsonl"],
    ),
]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX)]


@router.post(
    "/moving-ins", status_code=201, response_model=shapes.MovingInBatch, summary="新建期初贷款批次"
)
async def begin(body: shapes.NewMovingInFiles, caller: Maker) -> Response:
    """Begin a moving in of an older system's loans, with what its books add up to; the files follow."""
    principal, post = caller
    actor = f"{principal.role.value}:{principal.identity_id}"

    async def handle(unit: Unit) -> BaseModel:
        new = NewBatch(uuid4(), body.as_of, body.source, body.loans, body.balance_fen, actor)
        await handlers.begin(unit, new)
        return await _shown(unit.connection, new.batch_id)

    return await post.once(body, 201, handle, _location)


@router.get("/moving-ins", summary="期初贷款批次列表")
async def batches(_principal: Staff, context: ContextDependency) -> shapes.MovingInBatches:
    """List the latest movings in, newest first."""
    rows = await views.batches(context.pool, SHOWN_MAX)
    return shapes.MovingInBatches(
        items=[shapes.MovingInSummary.model_validate(shapes.summary(row)) for row in rows]
    )


@router.get("/moving-ins/{batch_id}", summary="期初贷款批次：文件、合计与入账进度")
async def batch(
    batch_id: BatchId, _principal: Staff, context: ContextDependency
) -> shapes.MovingInBatch:
    """Return how far a moving in is."""
    return await _shown(context.pool, batch_id)


@router.post(
    "/moving-ins/{batch_id}/uploads",
    status_code=202,
    response_model=shapes.MovingInFile,
    summary="上传期初贷款文件",
    openapi_extra=FILES.described,
)
async def upload(
    batch_id: BatchId, file: SentFile, caller: Maker, file_name: FileName = None
) -> Response:
    """Take a file of JSON Lines, UTF-8: a loan a line, as `POST /moving-in` takes one without its grounds.

    People stand there by the number of their resident ID, or as `{"id_type": "03", "id_number": "E1234567"}`.
    It is read afterwards, and every loan lived through by the rules.
    """
    principal, post = caller
    name = shown_name(file_name)
    body = shapes.NewMovingInFile(
        file_name=name, sha256=file.name.sha256, size_bytes=file.name.size_bytes
    )
    actor = f"{principal.role.value}:{principal.identity_id}"

    async def handle(unit: Unit) -> BaseModel:
        new = NewFile(uuid4(), batch_id, name, body.size_bytes, body.sha256, actor)
        file.file.seek(0)
        await handlers.receive(unit, new, file.file)
        row = await views.file(unit.connection, new.file_id)
        assert row is not None
        return shapes.MovingInFile.of(row)

    return await post.once(body, 202, handle)


@router.get("/moving-in-files/{file_id}/errors", summary="期初贷款文件：错误明细")
async def errors(
    file_id: FileId,
    _principal: Staff,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 100,
) -> shapes.MovingInFileErrors:
    """Return what is wrong, line by line."""
    if await views.file(context.pool, file_id) is None:
        raise not_found()
    rows = await views.flaws(context.pool, file_id, _after(cursor), limit + 1)
    page, more = rows[:limit], len(rows) > limit
    return shapes.MovingInFileErrors(
        items=[
            shapes.MovingInFileError(
                line=row["line"],
                contract_number=row["contract"],
                field=row["field"],
                reason=row["reason"],
            )
            for row in page
        ],
        next_cursor=encode_cursor(str(page[-1]["line"])) if more else None,
    )


@router.get(
    "/moving-ins/{batch_id}/differences/export",
    summary="导出期初贷款差异报告",
    response_class=StreamingResponse,
    responses=CONTENT,
)
async def differences(
    batch_id: BatchId, _principal: Staff, context: ContextDependency, form: Wanted = Form.XLSX
) -> StreamingResponse:
    """Return each loan as the older system has it and as the rules have it, and what is booked."""
    if await views.batch(context.pool, batch_id) is None:
        raise not_found()
    wanted = Export(shapes.DIFFERENCES, views.DIFFERENCES, [batch_id], shapes.difference)
    return await export(context, wanted, form)


@router.post(
    "/moving-ins/{batch_id}/signature",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请移入期初贷款批次",
)
async def sign(
    batch_id: BatchId, body: shapes.Signature, caller: Maker, context: ContextDependency
) -> Response:
    """Propose what the files add up to; another person signs the very same files, then they are booked.

    Loans that could not be booked are tried again by another signature.
    """
    digest = await views.digest(context.pool, batch_id)
    return await answer_proposed(
        caller, operations.MOVE_IN_FILES, body, batch_id=batch_id, digest=digest
    )


@router.post(
    "/moving-ins/{batch_id}/withdrawal",
    response_model=shapes.MovingInBatch,
    summary="放弃期初贷款批次",
)
async def drop(batch_id: BatchId, caller: Maker) -> Response:
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
    totals = asdict(await views.totals(where, batch_id))
    return shapes.MovingInBatch.model_validate(
        {
            **shapes.summary(row),
            "files": [shapes.MovingInFile.of(one) for one in await views.files(where, batch_id)],
            "totals": {name: totals[name] for name in shapes.MovingInTotals.model_fields},
            "digest": await views.digest(where, batch_id),
        }
    )


def _after(cursor: str | None) -> int:
    """The last line of the page before."""
    if cursor is None:
        return 0
    parts = decode_cursor(cursor)
    if len(parts) != 1 or not str(parts[0]).isdecimal():
        raise bad_cursor()
    return min(int(parts[0]), LINES_MAX)


def _location(answer: BaseModel) -> str:
    assert isinstance(answer, shapes.MovingInBatch)
    return f"/api/loans/moving-ins/{answer.id}"
