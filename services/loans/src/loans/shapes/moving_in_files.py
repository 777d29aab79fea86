"""What goes in and out about loans of an older system that move in by files (期初): money in fen."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StringConstraints

from loans.shapes.requests import Body
from shared.base.shape import Shape
from shared.base.sheets import Cells, Column, Table
from shared.proposals.shapes import Grounds

BATCH_STATES = {"open": "录入中", "signed": "入账中", "booked": "已入账", "dropped": "已放弃"}
FILE_STATES = {
    "received": "待读取",
    "reading": "读取中",
    "flawed": "有错误",
    "unreadable": "无法读取",
    "ready": "已通过",
}
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class NewMovingInFiles(Body):
    """A moving in to begin, with what the former books add up to."""

    as_of: date
    """The day at whose end the older system states its figures; the same in every line."""
    source: Words
    """From which books: the name of the system and of the list of loans."""
    loans: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    """How many loans the former books have (控制笔数)."""
    balance_fen: Annotated[int, Field(strict=True, ge=0)]
    """What they all owe together, outstanding principal (贷款余额合计)."""


class NewMovingInFile(Shape):
    """What makes it the same upload again."""

    file_name: str
    sha256: str
    size_bytes: int


class Signature(Grounds):
    """Why a moving in is signed."""


class SignatureProposal(Grounds):
    """Which moving in is signed."""

    batch_id: UUID
    digest: str
    """SHA-256 over its files as the first person signs them, hexadecimal."""


class MovingInFile(Shape):
    """A file of loans."""

    id: UUID
    """The upload's id."""
    file_name: str
    """What the file is called; another upload of the same name replaces it."""
    size_bytes: int
    """How long the file is."""
    sha256: str
    """SHA-256 of the file, hexadecimal."""
    state: str
    """State as a stable code; `ready`, `flawed` and `unreadable` end the reading."""
    state_text: str
    loans_read: int
    """Lines that were looked at so far."""
    error_count: int
    """Lines of them with an error."""
    why: str | None
    """Why the file cannot be read at all, and what helps."""
    received_at: datetime
    """When it was handed in."""

    @classmethod
    def of(cls, row: Any) -> Self:
        """Show a row."""
        return cls(
            id=row["id"],
            file_name=row["file_name"],
            size_bytes=row["file_bytes"],
            sha256=row["file_sha256"],
            state=row["state"],
            state_text=FILE_STATES[row["state"]],
            loans_read=row["rows_read"],
            error_count=row["flaws"],
            why=row["why"],
            received_at=row["received_at"],
        )


class MovingInFileErrors(Shape):
    """What is wrong with a file, by line."""

    items: list["MovingInFileError"]
    next_cursor: str | None


class MovingInFileError(Shape):
    """What is wrong with a line."""

    line: int
    """From 1."""
    contract_number: str
    """As the line has it; empty where it has none."""
    field: str
    """Which field, `borrower` or `repayments.3.amount_fen` for example; empty: the whole line."""
    reason: str
    """What is wrong, Chinese."""


class MovingInTotals(Shape):
    """What the files add up to, and what of it is booked."""

    loans: int
    """Loans of which nothing is wrong."""
    stated_fen: int
    """Outstanding principal as the older system states it."""
    balance_fen: int
    """Outstanding principal as the histories give it by the rules."""
    differing: int
    """Loans whose figures differ and whose line says that the rules' are to hold."""
    booked: int
    """Loans that are booked."""
    held: int
    """Loans that could not be booked; another signature tries them again."""


class MovingInSummary(Shape):
    """A moving in of loans by files (期初批次)."""

    id: UUID
    as_of: date
    """The day at whose end the older system states its figures."""
    source: str
    """Which system they come from."""
    loans: int
    """How many the former books have."""
    balance_fen: int
    """What they owe together by the former books."""
    state: str
    """State as a stable code: `open`, `signed` (being booked), `booked`, `dropped`."""
    state_text: str
    made_at: datetime
    """When it was begun."""
    signed_at: datetime | None
    """When two people had signed it."""
    ended_at: datetime | None
    """When all was booked, or it was given up."""


class MovingInBatches(Shape):
    """The latest movings in, newest first."""

    items: list[MovingInSummary]


class MovingInBatch(MovingInSummary):
    """A moving in, with its files and what they add up to."""

    files: list[MovingInFile]
    """What was handed in, in the order of the files' names."""
    totals: MovingInTotals
    """What the files add up to."""
    digest: str
    """SHA-256 over the files, hexadecimal: what is signed is these and no others."""


def summary(row: Any) -> dict[str, object]:
    """The fields of a summary."""
    return {**dict(row), "state_text": BATCH_STATES[row["state"]]}


DIFFERENCES = Table(
    "期初贷款差异报告",
    (
        Column("借款合同编号", width=24),
        Column("还款笔数", Cells.COUNT, 10),
        Column("原系统余额（元）", Cells.YUAN, 18),
        Column("按还款记录余额（元）", Cells.YUAN, 18),
        Column("相差（元）", Cells.YUAN, 14),
        Column("不一致之处", width=50),
        Column("已入账", width=8),
        Column("未入账原因", width=30),
    ),
)


def difference(row: Any) -> Sequence[object]:
    """A loan: what the older system says, what the rules make of its history, whether it is booked."""
    return (
        row["contract_number"], row["repayments"], row["stated_balance_fen"], row["balance_fen"],
        row["difference_fen"], row["differences"], "是" if row["booked_at"] else "否", row["held_why"] or "",
    )  # fmt: skip
