"""Who lives in the town of these tests, as a table, and what each of them must be paid by the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.support.savings import interest_due

from city.clients import Session
from city.seed.people import Person

RATIO_BP = 800
"""Of each side."""
USUAL_BASE_FEN = 600_000
STOPPED_MONTHS_AGO = (9,)
"""The only month that the employer that stopped has paid."""
PAID_MONTHS_AGO = (3, 2, 1)
"""The months that the other employer has paid."""
VALUE_DAY = 10


@dataclass(frozen=True)
class Part:
    """A part that somebody in the town plays, and how many people play it."""

    key: str
    count: int = 1
    seal_reason: str | None = None
    stopped: bool = False
    """Of the employer that has paid nothing for eight months."""
    base_fen: int = USUAL_BASE_FEN
    newcomer: bool = False
    """Came when the last list was booked already."""


PARTS = (
    Part("retired", 202, seal_reason="retired"),
    Part("contract-ended", seal_reason="terminated", stopped=True),
    Part("sentenced", seal_reason="sentenced"),
    Part("settled-abroad", seal_reason="abroad"),
    Part("repaid-loan"),
    Part("not-sealed"),
    Part("stopped-recently", seal_reason="terminated"),
    Part("frozen", seal_reason="retired"),
    Part("deceased", seal_reason="deceased"),
    Part("banned", seal_reason="retired"),
    Part("rejected-by-staff", seal_reason="sentenced"),
    Part("open-application", seal_reason="sentenced"),
    Part("owes-loan", seal_reason="retired"),
    Part("owes-loan-with-another", seal_reason="retired"),
    Part("no-loan"),
    Part("loan-unpaid"),
    Part("offset-agreement"),
    Part("loan-cap", base_fen=1_000_000),
    Part("retained-only"),
    Part("borrower", 6),
    Part("never-paid", seal_reason="retired", newcomer=True),
)


@dataclass
class Resident:
    """Somebody who lives in the town, logged in."""

    part: Part
    person: Person
    account_number: str = ""
    person_id: str = ""
    session: Session | None = None

    @property
    def me(self) -> Session:
        """The resident's session."""
        assert self.session is not None
        return self.session

    @property
    def deposit_fen(self) -> int:
        """R-DEP-1: each side rounded, then added; these bases leave nothing to round."""
        return 2 * self.part.base_fen * RATIO_BP // 10_000


def month_before(today: date, months: int) -> date:
    """The first day of the month so many months before this one."""
    count = today.year * 12 + today.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def months_paid(resident: Resident, today: date) -> list[date]:
    """The months that were contributed for a resident."""
    if resident.part.newcomer:
        return []
    ago = STOPPED_MONTHS_AGO if resident.part.stopped else PAID_MONTHS_AGO
    return [month_before(today, months) for months in ago]


def closing_fen(resident: Resident, today: date) -> tuple[int, int]:
    """Principal and interest of a closing withdrawal, by hand (R-INT-3, R-WDR-12)."""
    months = months_paid(resident, today)
    return len(months) * resident.deposit_fen, _interest_fen(resident.deposit_fen, months, today)


def _interest_fen(deposit_fen: int, months: Sequence[date], until: date) -> int:
    return sum(
        interest_due([(month.replace(day=VALUE_DAY), deposit_fen) for month in months], until)
    )
