"""Files that are handed in, as they are sent, previewed, mended and accepted."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StringConstraints

from credit.domain import IMPORT_KIND_TEXTS, IMPORT_STATE_TEXTS, ImportKind, ImportState, Row
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class NewImport(Shape):
    """What makes it the same upload again."""

    what: ImportKind
    file_name: str
    sha256: str
    size_bytes: int


class Acceptance(Grounds):
    """A file is to be taken, exactly as it was previewed."""

    file_id: UUID
    digest: Digest
    """Digest of its rows."""


class AcceptanceBody(Grounds):
    """What is accepted of the file that the path names: exactly what was previewed."""

    digest: Digest = Field(examples=["0f" * 32])
    """The digest (摘要) that the preview shows."""


class ImportPreview(Shape):
    """What a file would bring in."""

    new: int
    """Rows that nobody has handed in before."""
    renamed: int
    """Subjects that stand under another name now."""
    same: int
    """Subjects that stand like that already."""
    natural: int
    """Rows about natural persons."""
    fine_fen: int
    """Fines of all rows, in fen."""
    first_day: date | None
    """The earliest decision (决定日期)."""
    last_day: date | None
    """The latest decision."""


class ImportFile(Shape):
    """A file that was handed in (批量导入)."""

    file_id: UUID
    """Its id."""
    what: ImportKind
    """`subjects` 主体, `permits` 行政许可 or `penalties` 行政处罚."""
    what_text: str
    """What it hands in, in Chinese."""
    file_name: str
    """What it was called."""
    size_bytes: int
    """Its size."""
    sha256: str
    """SHA-256 of the file, hexadecimal."""
    state: ImportState
    """How far it is, as a stable code; `ready` waits for the second person."""
    state_text: str
    """How far it is, in Chinese."""
    rows_read: int
    """Rows in which nothing is wrong, so far."""
    error_count: int
    """Errors so far; each is told with its row and cell."""
    why: str | None
    """Why it cannot be read at all, and what helps."""
    ignored_columns: list[str]
    """Columns that mean nothing here."""
    preview: ImportPreview | None
    """What it would bring in, once everything in it is right."""
    digest: str | None
    """SM3 of its rows: accepting it takes this."""
    received_at: datetime
    """When it came."""
    taken: int
    """Rows that were taken so far."""
    left_out: int
    """Rows that somebody else had brought in since the preview."""
    taken_at: datetime | None
    """When the last row was taken."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a file."""
        what, state = ImportKind(row["what"]), ImportState(row["state"])
        return cls(
            file_id=row["file_id"],
            what=what,
            what_text=IMPORT_KIND_TEXTS[what],
            file_name=row["file_name"],
            size_bytes=row["file_bytes"],
            sha256=row["file_sha256"],
            state=state,
            state_text=IMPORT_STATE_TEXTS[state],
            rows_read=row["rows_read"],
            error_count=row["flaws"],
            why=row["why"],
            ignored_columns=row["ignored"],
            preview=ImportPreview(**row["preview"]) if row["preview"] else None,
            digest=row["digest"],
            received_at=row["received_at"],
            taken=row["taken"],
            left_out=row["left_out"],
            taken_at=row["taken_at"],
        )


class ImportPage(Shape):
    """Files, the latest first."""

    items: list[ImportFile]
    """The files."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""


class ImportFlaw(Shape):
    """What is wrong in one cell."""

    row: int
    """Row from 1, as the file counts; 0 of the whole file."""
    cell: str
    """`F3` of a table, the name of the field of JSON and XML; empty of a whole row."""
    field: str
    """What the field is called."""
    value: str
    """What stands there; names and numbers of people masked."""
    reason: str
    """What is wrong, and what would be allowed."""
    rule: str
    """The rule that says so."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a flaw."""
        same = ("cell", "field", "value", "reason", "rule")
        return cls(row=row["row_number"], **{name: row[name] for name in same})


class ImportErrors(Shape):
    """What is wrong with a file, in the order of its rows."""

    items: list[ImportFlaw]
    """The flaws."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""


class ImportRow(Shape):
    """A row as it would be taken."""

    row: int
    """Row from 1, as the file counts."""
    standing: str
    """`new`, `renamed` or `same`."""
    said: dict[str, Any]
    """What it says; of a natural person's register the keyed hashes alone."""


class ImportRows(Shape):
    """Rows of a file that waits for its second person."""

    items: list[ImportRow]
    """The rows."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""
