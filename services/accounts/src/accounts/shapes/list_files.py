"""What goes in and out about lists that employers upload: texts Chinese, money in fen."""

from datetime import date, datetime, timedelta
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints

from accounts.domain import FILE_STATES, month_text
from accounts.shapes.fields import MAX_PEOPLE_PER_REQUEST, PRINTABLE, Body, MonthText, Row
from accounts.shapes.lists import ListChanges
from shared.base.cells import column_name
from shared.base.money import yuan
from shared.base.shape import Shape

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class NewListFile(Shape):
    """What makes it the same upload again."""

    month: MonthText
    file_name: str
    sha256: str
    size_bytes: int


class Acceptance(Body):
    """What is accepted: exactly what was previewed."""

    digest: Digest = Field(examples=["0f" * 32])
    """The digest (摘要) that the preview shows."""


class TypedCell(Body):
    """What stands in a cell from now on; without a column the whole row is left out."""

    row: int = Field(ge=1, le=1_048_576)
    """Row from 1, as the error tells it."""
    column: str | None = Field(None, pattern="^[A-Z]{1,3}$", examples=["C"])
    """The column as spreadsheets name it; none leaves the row out."""
    text: str = Field("", max_length=200, pattern=PRINTABLE, repr=False)
    """What is typed."""


class Corrections(Body):
    """What was typed in the stead of bad cells of an uploaded list (改正)."""

    cells: Annotated[list[TypedCell], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """Each bad cell once, with what is to stand there."""


class ListFilePreview(Shape):
    """What the list will be, and how it differs from the one before."""

    head_count: int
    employer_fen: int
    employee_fen: int
    total_fen: int
    """Both sides of everybody (合计)."""
    total_text: str
    """The total in yuan, as people read it."""
    rebased: int
    """Employees whose base is another one than on the list before."""
    changes: ListChanges
    """How it differs from the list before (汇缴变更), R-CHG-5."""

    @classmethod
    def of(cls, found: Row) -> Self:
        """Show what was found."""
        return cls(
            head_count=found["people"],
            employer_fen=found["employer_fen"],
            employee_fen=found["employee_fen"],
            total_fen=found["fen"],
            total_text=yuan(found["fen"]),
            rebased=found["rebased"],
            changes=ListChanges.of(found),
        )


class ListFile(Shape):
    """A list that an employer uploaded as a file (上传的清册)."""

    id: UUID
    """The upload's id."""
    employer_number: str
    month: str
    """Month of the list (汇缴月份), YYYY-MM."""
    file_name: str
    """What the file was called."""
    size_bytes: int
    """Size of the file."""
    sha256: str
    """SHA-256 of the file, hexadecimal."""
    state: str
    """State as a stable code; `ready`, `flawed` and `unreadable` end the reading."""
    state_text: str
    rows_read: int
    """People found so far."""
    error_count: int
    """Errors found so far; each is told with its cell."""
    why: str | None
    """Why the file cannot be read at all, and what helps."""
    ignored_columns: list[str]
    """Columns of the file that mean nothing here."""
    preview: ListFilePreview | None
    """What it will be, once everything in it is right."""
    digest: str | None
    """Names exactly what was previewed; accepting it takes this."""
    list_id: UUID | None
    """The list that was made of it."""
    received_at: datetime
    """When it came."""
    delete_on: date | None
    """On this day it is deleted if nobody has accepted it by then."""

    @classmethod
    def of(cls, row: Row, keep_days: int) -> Self:
        """Show a row."""
        kept = row["state"] != "accepted"
        return cls(
            id=row["id"],
            employer_number=row["employer_number"],
            month=str(month_text(row["month"])),
            file_name=row["file_name"],
            size_bytes=row["file_bytes"],
            sha256=row["file_sha256"],
            state=row["state"],
            state_text=FILE_STATES[row["state"]],
            rows_read=row["rows_read"],
            error_count=row["flaws"],
            why=row["why"],
            ignored_columns=row["ignored"],
            preview=ListFilePreview.of(row["preview"]) if row["preview"] else None,
            digest=row["digest"],
            list_id=row["list_id"],
            received_at=row["received_at"],
            delete_on=(row["received_at"] + timedelta(days=keep_days)).date() if kept else None,
        )


class ListFileError(Shape):
    """What is wrong in one cell."""

    cell: str
    """As spreadsheets name it: C15; a row's number where it is the whole row, empty for the file."""
    row: int
    """Row from 1; 0 for the whole file."""
    column: str | None
    """The column as spreadsheets name it; none for a whole row or the file."""
    field: str
    """What the column is for, as a stable code; empty for a whole row."""
    value: str
    """What stands there; names and numbers of people masked."""
    reason: str
    """What is wrong with it."""
    allowed: str
    """What would be allowed, or what helps."""
    rule: str
    """The rule that says so."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        column = row["column_index"]
        letters = column_name(column) if column is not None else ""
        same = ("field", "value", "reason", "allowed", "rule")
        return cls(
            cell=f"{letters}{row['row_number'] or ''}",
            row=row["row_number"],
            column=letters or None,
            **{name: row[name] for name in same},
        )


class ListFileErrors(Shape):
    """What is wrong with an uploaded list, in the order of its rows."""

    items: list[ListFileError]
    next_cursor: str | None
