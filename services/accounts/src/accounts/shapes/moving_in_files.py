"""What goes in and out about an older system that moves in by files (期初): money in fen."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from accounts.handlers.moving_in_files import BATCH_STATES
from accounts.rules.moving_in_layout import Kind
from accounts.shapes.fields import Body, Day, Row, Words
from accounts.shapes.list_files import ListFileError
from shared.base.money import yuan
from shared.base.shape import Shape
from shared.base.sheets import Cells, Column, Table
from shared.proposals.shapes import Grounds

FILE_STATES = {
    "received": "待读取",
    "reading": "读取中",
    "flawed": "有错误",
    "unreadable": "无法读取",
    "ready": "已通过",
}


class NewMovingIn(Body):
    """A moving in to begin."""

    as_of: Day
    """From this day on interest runs here; what was due before is in the balances."""
    source: Words
    """From which books: the name of the system and of the balance list."""


class NewMovingInFile(Shape):
    """What makes it the same upload again."""

    kind: Kind
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
    """A file of an older system."""

    id: UUID
    """The upload's id."""
    batch_id: UUID
    """Which moving in it belongs to."""
    kind: Kind
    """`accounts`: a row for each account; `controls`: for each employer what the former books add up to."""
    kind_text: str
    file_name: str
    """What the file is called; another upload of the same name replaces it."""
    size_bytes: int
    """Size of the file."""
    sha256: str
    """SHA-256 of the file, hexadecimal."""
    state: str
    """State as a stable code; `ready`, `flawed` and `unreadable` end the reading."""
    state_text: str
    rows_read: int
    """Rows found so far in which everything is clear."""
    error_count: int
    """Errors found so far; each is told with its cell."""
    why: str | None
    """Why the file cannot be read at all, and what helps."""
    ignored_columns: list[str]
    """Columns of the file that mean nothing here."""
    received_at: datetime
    """When it came."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        kind = Kind(row["kind"])
        return cls(
            id=row["id"],
            batch_id=row["batch_id"],
            kind=kind,
            kind_text=kind.text,
            file_name=row["file_name"],
            size_bytes=row["file_bytes"],
            sha256=row["file_sha256"],
            state=row["state"],
            state_text=FILE_STATES[row["state"]],
            rows_read=row["rows_read"],
            error_count=row["flaws"],
            why=row["why"],
            ignored_columns=row["ignored"],
            received_at=row["received_at"],
        )


class MovingInTotals(Shape):
    """What the files add up to, and what of it is booked."""

    employers: int
    """Employers that have accounts in the files."""
    people: int
    """Accounts in the files."""
    cards: int
    """Own cards (收款银行卡) in the files."""
    principal_fen: int
    interest_fen: int
    """Interest due (应付利息)."""
    total_text: str
    """Principal and interest in yuan, as people read it."""
    differing: int
    """Employers for which files and former books differ; 0 before it can be signed."""
    booked_employers: int
    """Employers whose accounts are open and booked."""
    booked_people: int
    """Accounts that are open and booked."""
    held_employers: int
    """Employers that could not be booked; the difference report says why."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        return cls(
            employers=row["employers"],
            people=row["people"],
            cards=row["cards"],
            principal_fen=row["principal_fen"],
            interest_fen=row["interest_fen"],
            total_text=yuan(row["principal_fen"] + row["interest_fen"]),
            differing=row["differing"],
            booked_employers=row["booked"],
            booked_people=row["booked_people"],
            held_employers=row["held"],
        )


class MovingInSummary(Shape):
    """A moving in by files (期初批次)."""

    id: UUID
    """Its id."""
    as_of: date
    """From this day on interest runs here."""
    source: str
    """From which books."""
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
    """By kind and name."""
    totals: MovingInTotals
    """What the files add up to, and what of it is booked."""
    digest: str
    """SHA-256 over the files, hexadecimal: what is signed is these and no others."""


class MovingInErrors(Shape):
    """What is wrong with a file, in the order it was found."""

    items: list[ListFileError]
    next_cursor: str | None


def summary(row: Row) -> dict[str, object]:
    """The fields of a summary."""
    return {**dict(row), "state_text": BATCH_STATES[row["state"]]}


KindPath = Annotated[Kind, Field(description="accounts：个人账户余额表；controls：单位控制总数表")]
PLACES = {1: "全部", 2: "单位", 3: "个人"}
DIFFERENCES = Table(
    "期初差异报告",
    (
        Column("范围", width=8),
        Column("单位账号"),
        Column("原个人账号"),
        Column("个人账号"),
        Column("原账人数", Cells.COUNT, 10),
        Column("文件人数", Cells.COUNT, 10),
        Column("入账人数", Cells.COUNT, 10),
        Column("原账本金（元）", Cells.YUAN, 18),
        Column("文件本金（元）", Cells.YUAN, 18),
        Column("原账利息（元）", Cells.YUAN, 18),
        Column("文件利息（元）", Cells.YUAN, 18),
        Column("入账金额（元）", Cells.YUAN, 18),
        Column("原账与文件相差（元）", Cells.YUAN, 18),
        Column("文件与入账相差（元）", Cells.YUAN, 18),
        Column("未入账原因", width=30),
    ),
)


def difference(row: Row) -> tuple[object, ...]:
    """All, an employer, or a person of whom what is booked is not what the file says."""
    in_files = row["file_principal_fen"] + row["file_interest_fen"]
    former = (
        row["former_principal_fen"] + row["former_interest_fen"]
        if row["former_principal_fen"] is not None
        else None
    )
    return (
        PLACES[row["place"]], row["employer_number"], row["former_number"], row["account_number"],
        row["former_people"], row["file_people"], row["booked_people"], row["former_principal_fen"],
        row["file_principal_fen"], row["former_interest_fen"], row["file_interest_fen"],
        row["booked_fen"], former - in_files if former is not None else None,
        in_files - row["booked_fen"], row["why"],
    )  # fmt: skip
