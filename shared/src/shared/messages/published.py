"""What the owners of rules and books tell everybody: guides made of the policy that decides, monthly figures.

Nothing in it is about anybody. Whoever shows a guide shows it as it was told: it words nothing of its own.
"""

from typing import ClassVar

from shared.base.shape import Shape
from shared.messages.base import AwareDatetime, Event, Month, date


class Passage(Shape):
    """A part of a guide: what it is about, and sentences for citizens."""

    heading: str
    """What it is about, for example 办理条件."""
    sentences: list[str]
    """What holds, one sentence each."""


class GuideVersion(Shape):
    """A guide as it holds from a day on, until the next version does."""

    effective_from: date
    """First day on which it holds."""
    document_number: str
    """The document that it comes from (文号)."""
    passages: list[Passage]
    """What it says."""


class TableTold(Shape):
    """Rates or limits with their days."""

    heading: str
    """What is in it."""
    columns: list[str]
    """What stands in each column; the first one is the day from which a row holds."""
    rows: list[list[str]]
    """Newest first; a cell for each column."""


class GuideTold(Event):
    """A guide for one business (办事指南), whole, with every version of the policy."""

    subject_field: ClassVar[str] = "code"

    code: str
    """The business, within its owner: stable."""
    title: str
    """What citizens call it."""
    position: int
    """Where among its owner's guides it stands."""
    lead: str
    """What it is for, in one sentence."""
    channels: list[str]
    """Where it is done (办理渠道)."""
    address: str | None
    """Where in the hall it is done, as a path; none where only the counter does it."""
    versions: list[GuideVersion]
    """In the order of their days; the last one may be still to come."""
    tables: list[TableTold]
    """Rates and limits that belong to it."""
    told_at: AwareDatetime
    """As of when."""


class WithdrawalGuideTold(GuideTold):
    """What withdrawals tells of one of its types."""

    type: ClassVar[str] = "withdrawal_guide.told.v1"
    owner: ClassVar[str] = "withdrawals"


class LoanGuideTold(GuideTold):
    """What loans tells of repaying, and its rates."""

    type: ClassVar[str] = "loan_guide.told.v1"
    owner: ClassVar[str] = "loans"


class DepositGuideTold(GuideTold):
    """What accounts tells of contributions, and its limits and rates."""

    type: ClassVar[str] = "deposit_guide.told.v1"
    owner: ClassVar[str] = "accounts"


class Figure(Shape):
    """One figure of a month (统计指标)."""

    code: str
    """Which: stable within its owner."""
    text: str
    """What it is, in Chinese."""
    unit: str
    """`fen`, `people`, `times`."""
    value: int
    """How much; money in fen."""


class FiguresTold(Event):
    """What a service counts of one month in its own books."""

    subject_field: ClassVar[str] = "month"

    month: Month
    """The month that is counted; the running one up to now."""
    figures: list[Figure]
    """In the order in which they are shown."""
    told_at: AwareDatetime
    """As of when."""


class WithdrawalFiguresTold(FiguresTold):
    """Withdrawals of a month."""

    type: ClassVar[str] = "withdrawal_figures.told.v1"
    owner: ClassVar[str] = "withdrawals"


class LoanFiguresTold(FiguresTold):
    """Loans of a month."""

    type: ClassVar[str] = "loan_figures.told.v1"
    owner: ClassVar[str] = "loans"


class DepositFiguresTold(FiguresTold):
    """Contributions of a month."""

    type: ClassVar[str] = "deposit_figures.told.v1"
    owner: ClassVar[str] = "accounts"


class DayTold(Shape):
    """A day of the working calendar (工作日历)."""

    day: date
    """The day."""
    is_workday: bool
    """Whether it is worked."""


class WorkingYearTold(Event):
    """The working days of a year, as two people keep them (R-CAL-1 to 3)."""

    type: ClassVar[str] = "working_year.told.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "year"

    year: int
    """Which year."""
    published: bool
    """Every day of it is known; else deadlines that rest on it are provisional."""
    days: list[DayTold]
    """Of a published year those days that are not as their weekday says; else all that are known."""
    told_at: AwareDatetime
    """As of when."""


EVENTS = (
    WithdrawalGuideTold,
    LoanGuideTold,
    DepositGuideTold,
    WithdrawalFiguresTold,
    LoanFiguresTold,
    DepositFiguresTold,
    WorkingYearTold,
)
