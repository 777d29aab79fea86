"""A city of a size: its employers, many small and few big, and what fills the databases with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.domain import Month

PAYDAYS = (5, 10, 15, 20, 25)
RATIOS = (500, 800, 800, 1000, 1200)
STEEPNESS = 0.8
"""How sizes fall with the rank: of 60,000 the biggest has one in 42 of all people, half at most eight."""
LATE_EMPLOYERS = 50
"""One of so many has not paid the last month yet."""


@dataclass(frozen=True)
class Employer:
    """An employer of the plan; its people are numbered one after the other."""

    k: int
    """From 1, the biggest first."""
    first_n: int
    last_n: int
    payday: int
    ratio_bp: int
    paid: int
    """Index of the last month that it has paid for, from 0."""

    @property
    def people(self) -> int:
        """How many ever worked there."""
        return self.last_n - self.first_n + 1

    @property
    def number(self) -> str:
        """Its number in the fund."""
        return f"{100_000 + self.k}"


@dataclass(frozen=True)
class GeneratedCity:
    """How large, up to when. The first month has no money before it; the last is the month before `today`."""

    today: date
    accounts: int
    employers: int
    months: int = 24
    settled: bool = True
    """Whether the last 30 June is settled; where not, the service will do it."""
    sought: bool = False
    """Whether people wait to be made findable by their names, as after a day of openings."""

    def __post_init__(self) -> None:
        """Refuse what is no city."""
        if not (1 <= self.employers <= self.accounts and self.months >= 2):
            raise ValueError("a city has as many accounts as employers at least, and two months")

    @property
    def first_month(self) -> Month:
        """The month of the first deposits."""
        return Month.of(self.today).plus(-self.months)

    @property
    def settled_by(self) -> date:
        """The last 1 July whose interest is booked, or a day after it."""
        return self.today if self.settled else self.today - timedelta(days=365)

    def workplaces(self) -> list[Employer]:
        """Every employer."""
        found, next_n = [], 1
        for k, people in enumerate(sizes(self.accounts, self.employers), 1):
            late = k % LATE_EMPLOYERS == 3
            payday, ratio = PAYDAYS[k % len(PAYDAYS)], RATIOS[k // 7 % len(RATIOS)]
            paid = self.months - 2 if late else self.months - 1
            found.append(Employer(k, next_n, next_n + people - 1, payday, ratio, paid))
            next_n += people
        return found


def sizes(accounts: int, employers: int) -> Sequence[int]:
    """Head counts, the biggest first: one each at the least, the rest by rank."""
    weights = [rank**-STEEPNESS for rank in range(1, employers + 1)]
    share = (accounts - employers) / sum(weights)
    found = [1 + int(share * weight) for weight in weights]
    for position in range(accounts - sum(found)):
        found[position % employers] += 1
    return found


def halves(workplaces: Sequence[Employer]) -> list[tuple[int, int]]:
    """Cut the people into two parts of whole employers, for two sessions of the database."""
    everybody = workplaces[-1].last_n
    middle = next(one.last_n for one in workplaces if 2 * one.last_n >= everybody)
    return [part for part in ((1, middle), (middle + 1, everybody)) if part[0] <= part[1]]
