"""HTTP for staff: registers and rows of 双公示 that are handed in by file (批量导入)."""

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Header, Path, Query, Response
from pydantic import BaseModel

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.domain import IMPORT_KIND_TEXTS, ImportKind
from credit.handlers import imports as handlers
from credit.handlers import users
from credit.rules.import_layout import LAYOUTS, json_schema
from credit.settings import Settings
from credit.shapes import imports as shapes
from credit.shapes.users import UserRole
from credit.store.imports import NewFile
from credit.views import imports as views
from shared.base import bounded
from shared.base.bounded import Bounds
from shared.base.sheets import MODULE as WRITER
from shared.base.sheets import XLSX, Column, Table, written
from shared.http.callers import ContextDependency, get_context, looking, require
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.http.uploads import Upload, UploadBody, shown_name
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Context, Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["批量导入"], dependencies=WITHOUT_AUDITORS)

MAX_BYTES = 64 * 1024 * 1024
TEMPLATE_WIDTH = 24
LAST = datetime(9999, 1, 1, tzinfo=UTC), UUID(int=0)

FILES = UploadBody(
    MAX_BYTES, XLSX, "application/vnd.ms-excel", "text/csv", "application/json", "application/xml",
    "text/xml", "application/octet-stream",
)  # fmt: skip
SentFile = Annotated[Upload, Depends(FILES)]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
ServiceContext = Annotated[Context[Settings], Depends(get_context)]
FileId = Annotated[UUID, Path(description="Id of the file.")]
What = Annotated[ImportKind, Path(description="What a file hands in.")]
Cursor = Annotated[str | None, Query(description="`next_cursor` of the page before")]
PageSize = Annotated[int, Query(ge=1, le=200, description="How many at the most")]
FileName = Annotated[
    str | None,
    Header(
        alias="File-Name",
        max_length=2_000,
        description="What the file is called, percent-encoded UTF-8.",
        examples=["%E5%A4%84%E7%BD%9A.xlsx"],
    ),
]


@router.post(
    "/imports/uploads",
    status_code=202,
    response_model=shapes.ImportFile,
    summary="上传导入文件",
    openapi_extra=FILES.described,
)
async def upload(
    what: Annotated[ImportKind, Query(description="What the file hands in")],
    file: SentFile,
    maker: MakerPost,
    file_name: FileName = None,
) -> Response:
    """Take a file as JSON, XML, CSV or Excel, of one schema (R-CRD-35); it is read afterwards, follow it."""
    caller, post = maker
    name = shown_name(file_name)
    body = shapes.NewImport(
        what=what, file_name=name, sha256=file.name.sha256, size_bytes=file.name.size_bytes
    )

    async def handle(unit: Unit) -> BaseModel:
        await users.acting(unit, caller.identity_id, UserRole.REPORTER)
        new = NewFile(uuid4(), what, name, body.size_bytes, body.sha256, caller.identity_id)
        file.file.seek(0)
        await handlers.receive(unit, new, file.file)
        row = await views.file(unit.connection, new.file_id)
        assert row is not None
        return shapes.ImportFile.of(row)

    return await post.once(body, 202, handle, _location)


def _location(answer: BaseModel) -> str:
    assert isinstance(answer, shapes.ImportFile)
    return f"/api/credit/imports/{answer.file_id}"


@router.get("/imports", summary="导入文件清单")
async def files(
    _staff: Staff, context: ContextDependency, cursor: Cursor = None, limit: PageSize = 50
) -> shapes.ImportPage:
    """List files that were handed in, the latest first."""
    found = await views.page(context.pool, _position(cursor) if cursor else LAST, limit + 1)
    shown, last = found[:limit], found[limit - 1] if len(found) > limit else None
    return shapes.ImportPage(
        items=[shapes.ImportFile.of(row) for row in shown],
        next_cursor=encode_cursor(last["received_at"].isoformat(), str(last["file_id"]))
        if last
        else None,
    )


def _position(cursor: str) -> tuple[datetime, UUID]:
    try:
        at, file_id = decode_cursor(cursor)
        return datetime.fromisoformat(at), UUID(file_id)
    except (ValueError, TypeError, AttributeError) as error:
        raise bad_cursor() from error


@router.get("/imports/{file_id}", summary="导入文件：状态与预览")
async def show(file_id: FileId, _staff: Staff, context: ContextDependency) -> shapes.ImportFile:
    """Show how far a file is, and what it would bring in."""
    row = await views.file(context.pool, file_id)
    if row is None:
        raise not_found()
    return shapes.ImportFile.of(row)


@router.get("/imports/{file_id}/errors", summary="导入文件：错误明细")
async def errors(
    file_id: FileId,
    _staff: Staff,
    context: ContextDependency,
    cursor: Cursor = None,
    limit: PageSize = 100,
) -> shapes.ImportErrors:
    """List every error with its row and cell (R-CRD-14)."""
    found = await views.flaws(context.pool, file_id, _after(cursor), limit + 1)
    return shapes.ImportErrors(
        items=[shapes.ImportFlaw.of(row) for row in found[:limit]],
        next_cursor=_next(found, limit),
    )


@router.get("/imports/{file_id}/rows", summary="导入文件：各行预览")
async def rows(
    file_id: FileId,
    _looker: Looker,
    context: ContextDependency,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> shapes.ImportRows:
    """Show the rows that the second person is to answer for."""
    found = await views.rows(context.pool, file_id, _after(cursor), limit + 1)
    data = context.personal_data
    return shapes.ImportRows(
        items=[
            shapes.ImportRow(
                row=row["row_number"],
                standing=row["standing"],
                said=handlers.opened(data, file_id, row),
            )
            for row in found[:limit]
        ],
        next_cursor=_next(found, limit),
    )


def _after(cursor: str | None) -> int:
    if cursor is None:
        return -1
    try:
        (position,) = decode_cursor(cursor)
        return int(position)
    except (ValueError, TypeError) as error:
        raise bad_cursor() from error


def _next(found: Any, limit: int) -> str | None:
    return encode_cursor(str(found[limit - 1]["position"])) if len(found) > limit else None


@router.post(
    "/imports/{file_id}/acceptance",
    status_code=202,
    response_model=ProposalAnswer,
    summary="提交导入复核",
)
async def accept(file_id: FileId, body: shapes.AcceptanceBody, maker: MakerPost) -> Response:
    """Propose that exactly what was previewed is taken; whoever handed it in does not decide."""
    return await answer_proposed(maker, operations.imports.ACCEPT, body, file_id=file_id)


@router.get("/import-schemas/{what}", summary="导入文件的结构定义")
async def schema(what: What, _staff: Staff) -> dict[str, Any]:
    """Return the canonical JSON Schema; in XML `fields` are its rows, in tables titles are the headings."""
    return json_schema(what)


@router.get(
    "/import-templates/{what}",
    summary="下载导入模板",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}}},
)
async def template(what: What, _staff: Staff, context: ServiceContext) -> Response:
    """Return the sheet that is filled in: every cell is text, so that no digit is lost."""
    columns = [Column(column.title, width=TEMPLATE_WIDTH) for column in LAYOUTS[what]]
    table = Table(IMPORT_KIND_TEXTS[what], columns)
    settings = context.settings
    bounds = Bounds(
        settings.import_memory_bytes, settings.import_cpu_seconds, settings.import_wall_seconds
    )
    async with bounded.process(WRITER, bounds, written(table, _no_rows())) as writing:
        made = b"".join([block async for block in writing.blocks()])
    attached = f'attachment; filename="{what.value}.xlsx"'
    return Response(made, media_type=XLSX, headers={"Content-Disposition": attached})


async def _no_rows() -> Any:
    return
    yield
