"""A city's money for a year, from R-DEP, R-WDR-11 and 12, R-INT, R-TRF-2, R-BK and E77 alone.

Months are `(year, month)`, amounts fen, rates 1e-7; a credit of a subject is positive.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tests.money.second import saving
from tests.money.second.days import ONE_DAY
from tests.money.second.exact import half_up

Month = tuple[int, int]
BANK, SAVINGS, OTHERS, LENT = "101", "201", "219", "121"
INTEREST_PAID, LOAN_INTEREST, BANK_INTEREST = "41101", "40103", "40101"
GAIN, RESERVE, HOUSING = "311", "301", "21402"
RESULTS = (INTEREST_PAID, LOAN_INTEREST, BANK_INTEREST)
YEAR_OF_DAYS, RATE_UNIT, SIXTY_PERCENT = 360, 10_000_000, Fraction(60, 100)
LOWEST, HIGHEST, ROUNDING = 173_000, 1_650_000, "fen_half_up"


def month_of(day: date) -> Month:
    """The month that a day lies in."""
    return day.year, day.month


def next_month(month: Month) -> Month:
    """The month after it."""
    return (month[0] + month[1] // 12, month[1] % 12 + 1)


@dataclass
class Part:
    """What came for a person's month at once, and is still there."""

    value_date: date
    employer_fen: int
    employee_fen: int


@dataclass
class Saver:
    """A person with an account."""

    employer: int
    opened_on: date
    entered_on: date
    bases: dict[Month, int]
    periods: list[list[Month | None]] = field(default_factory=list)
    """From which month on something is contributed, and from which nothing any more."""
    moved: list[tuple[date, int]] = field(default_factory=list)
    """What came and went but interest, by value date."""
    yearly: list[tuple[date, int]] = field(default_factory=list)
    """Interest of a fund year, booked."""
    closing: list[tuple[date, int]] = field(default_factory=list)
    """Interest that a closing withdrawal had booked, by its day: all that was due then."""
    months: dict[Month, list[Part]] = field(default_factory=dict)
    closed: bool = False

    @property
    def balance(self) -> int:
        """What stands on the account."""
        return sum(fen for _, fen in (*self.moved, *self.yearly, *self.closing))

    @property
    def paid_up_to(self) -> Month | None:
        """The last month for which something is there."""
        paid = [
            month for month, parts in self.months.items()
            if any(part.employer_fen + part.employee_fen for part in parts)
        ]  # fmt: skip
        return max(paid, default=None)

    @property
    def sealed(self) -> bool:
        """Whether contributions have been stopped."""
        return self.periods[-1][1] is not None

    def contributes(self, month: Month) -> bool:
        """Whether a month is one of employment."""
        return any(
            start is not None and start <= month and (end is None or month < end)
            for start, end in self.periods
        )

    def base(self, month: Month) -> int:
        """The base that counts for a month."""
        return self.bases[max(start for start in self.bases if start <= month)]

    def due(self, until: date, rates: Mapping[date, int]) -> int:
        """Interest up to, not including, a day that is not booked yet; below 0 where too much is.

        What is due on 30 June earns from 1 July, booked or not; each year is rounded once.
        """
        moved, yearly, closing = (_by_day(one) for one in (self.moved, self.yearly, self.closing))
        if min(moved, default=until) >= until:
            return 0
        booked = unbooked = paid_this_year = product = 0
        day = min(moved)
        while True:
            if (day.month, day.day) == (7, 1):
                unbooked += _rounded(product) - paid_this_year
                product = paid_this_year = 0
            if fen := closing.get(day):
                booked, paid_this_year, unbooked = booked + fen, paid_this_year + fen - unbooked, 0
            if day == until:
                return unbooked + _rounded(product) - paid_this_year - yearly.get(day, 0)
            booked += moved.get(day, 0) + yearly.get(day, 0)
            unbooked -= yearly.get(day, 0)
            product += (booked + unbooked) * rates[max(start for start in rates if start <= day)]
            day += ONE_DAY


def _by_day(moved: list[tuple[date, int]]) -> Counter[date]:
    days: Counter[date] = Counter()
    for day, fen in moved:
        days[day] += fen
    return days


def _rounded(product: int) -> int:
    exact = Fraction(product, YEAR_OF_DAYS * RATE_UNIT)
    return half_up(exact) if exact >= 0 else -half_up(-exact)


@dataclass
class Books:
    """Everybody's account and the subjects of the general ledger."""

    ratios: list[tuple[int, int]]
    """Of each employer, in hundredths of a percent."""
    rates: dict[date, int]
    savers: list[Saver] = field(default_factory=list)
    subjects: dict[Month, Counter[str]] = field(default_factory=dict)
    """What moved in a month."""
    listed: Month | None = None
    """The last month that the employers have remitted."""

    def book(self, on: date, **fen: int) -> None:
        """Move subjects, each named with an underscore before its code; together it is 0."""
        assert sum(fen.values()) == 0, fen
        self.subjects.setdefault(month_of(on), Counter()).update(
            {name[1:]: part for name, part in fen.items()}
        )

    def closings(self, until: Month) -> dict[str, int]:
        """What subjects stand at after a month; those at 0 are left out."""
        sums: Counter[str] = Counter()
        for month, moved in self.subjects.items():
            if month <= until:
                sums.update(moved)
        return {code: fen for code, fen in sums.items() if fen}

    def next_listed(self, opening: Month) -> Month:
        """The month that the next list is of."""
        return next_month(self.listed) if self.listed else opening

    def deposit(self, saver: Saver, month: Month) -> tuple[int, int]:
        """Both sides of a month (R-DEP-1, 3, 4)."""
        employer, employee = (
            saving.deposit(saver.base(month), LOWEST, HIGHEST, Fraction(bp, 100), ROUNDING)
            for bp in self.ratios[saver.employer]
        )
        return employer, employee

    def contribute(self, saver: Saver, month: Month, value_date: date, on: date) -> None:
        """A month's deposit is booked."""
        part = Part(value_date, *self.deposit(saver, month))
        saver.months.setdefault(month, []).append(part)
        self.move(saver, part.employer_fen + part.employee_fen, value_date, on)

    def move(self, saver: Saver, fen: int, value_date: date, on: date, against: str = BANK) -> None:
        """Money comes to an account, or leaves it."""
        saver.moved.append((value_date, fen))
        self.book(on, **{f"_{SAVINGS}": fen, f"_{against}": -fen})

    def interest(self, saver: Saver, fen: int, on: date) -> None:
        """Interest is booked."""
        self.book(on, **{f"_{SAVINGS}": fen, f"_{INTEREST_PAID}": -fen})

    def free(self, saver: Saver, today: date) -> int:
        """What stands on the account without interest that was booked too much (R-INT-4)."""
        return saver.balance + min(0, saver.due(today, self.rates))

    def may_take(self, saver: Saver, cap: int, today: date) -> int:
        """What a partial withdrawal gives: one fen stays (R-WDR-11, E77)."""
        return max(0, min(cap, self.free(saver, today) - 1))

    def close(self, saver: Saver, priced_on: date, paid_on: date) -> int:
        """A closing withdrawal is paid, at the price of its first day; return what the bank paid.

        Interest runs to the day of payment; what the days between earned stays (R-WDR-12).
        """
        paid = saver.balance + saver.due(priced_on, self.rates)
        interest = saver.due(paid_on, self.rates)
        saver.closing.append((paid_on, interest))
        self.interest(saver, interest, paid_on)
        self.move(saver, -paid, paid_on, paid_on)
        saver.closed = saver.balance == 0
        return paid

    def settle(self, today: date) -> int:
        """30 June of everybody who was here and is not settled yet; return of how many (R-INT-2, 5)."""
        first = date(today.year, 7, 1)
        done = 0
        for saver in self.savers:
            here = saver.opened_on < first and saver.entered_on < today and not saver.closed
            if today < first or not here or saver.yearly:
                continue
            paid_since = any(day >= first for day, _ in saver.closing)
            due = 0 if paid_since else saver.due(first, self.rates)
            fen = due if due > 0 or -due <= saver.balance else 0
            saver.yearly.append((first, fen))
            self.interest(saver, fen, today)
            done += 1
        return done

    def close_year(self, december: Month, on: date) -> tuple[int, int]:
        """Income and expense become reserve and housing; return the gain and its reserve (R-BK).

        The gain must be above 0.
        """
        results = {code: self.closings(december).get(code, 0) for code in RESULTS}
        gain = sum(results.values())
        reserve = -int(-gain * SIXTY_PERCENT // 1)
        moved = {f"_{code}": -fen for code, fen in results.items()}
        self.book(on, **moved, **{f"_{RESERVE}": reserve, f"_{HOUSING}": gain - reserve})
        return gain, reserve


def first_found(savers: list[Saver], start: int, wanted: Callable[[Saver], bool]) -> int | None:
    """The first saver from a place on, around, that is as wanted; None without any."""
    places = [(start + step) % len(savers) for step in range(len(savers))]
    return next((place for place in places if wanted(savers[place])), None)
