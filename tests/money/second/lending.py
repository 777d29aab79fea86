"""A fund loan by R-LOAN-1 to 6 and R-REP-6 to 8, in exact fractions: written from the rules alone.

It is told what happened in the order of the days on which it happened, and lives from one to the next: it
knows no versions, no database and nothing of when a thing was entered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tests.money.second.days import days_after, months_later
from tests.money.second.exact import half_up

SHORT_LOAN_MONTHS = 60


@dataclass(frozen=True)
class Penalty:
    """How overdue money is charged from a day on."""

    since: date
    factor: Fraction
    on_interest: bool


@dataclass(frozen=True)
class Published:
    """What the centre published: annual rates of both bands, and the rules of penalties."""

    rates: Sequence[tuple[date, Fraction, Fraction]]
    """From a day on: up to five years, over five years."""
    penalties: Sequence[Penalty]

    def rate(self, day: date, months: int) -> Fraction:
        """The rate of a loan that is paid out on a day."""
        (_, short, long) = max(row for row in self.rates if row[0] <= day)
        return short if months <= SHORT_LOAN_MONTHS else long

    def penalty(self, day: date) -> Penalty:
        """The rule of a day."""
        return max((one for one in self.penalties if one.since <= day), key=lambda one: one.since)


@dataclass
class Line:
    """An instalment, and what of it is not paid."""

    number: int
    due: date
    principal: int
    interest: int

    @property
    def open(self) -> int:
        return self.principal + self.interest


@dataclass(frozen=True)
class Split:
    """Where the money of a payment went."""

    penalty: int
    interest: int
    principal: int

    @property
    def total(self) -> int:
        return self.penalty + self.interest + self.principal


@dataclass
class Borrowed:
    """One loan."""

    amount: int
    months: int
    start: date
    even: bool
    """Equal instalments; else equal principal."""
    published: Published
    lines: list[Line] = field(default_factory=list)
    level: int = 0
    now: date = date.min
    charged_until: date = date.min
    """Penalty interest is paid up to and with this day."""

    def __post_init__(self) -> None:
        self.now = self.start
        self._lay(1, self.amount, count=self.months)

    def rate(self, day: date) -> Fraction:
        """R-LOAN-1: the rate of its first day, and from each 1 January on that of that day."""
        decided = self.start if day.year == self.start.year else date(day.year, 1, 1)
        return self.published.rate(decided, self.months)

    @property
    def balance(self) -> int:
        return sum(line.principal for line in self.lines)

    def live_until(self, day: date) -> None:
        """Pass each 1 January on the way: what falls due from then on is laid anew (E16)."""
        assert day >= self.now, "facts are told in the order of their days"
        for year in range(self.now.year + 1, day.year + 1):
            new_year = date(year, 1, 1)
            before = self.rate(self.now)
            self.now = new_year
            coming = [line for line in self.lines if line.due >= new_year]
            if coming and self.rate(new_year) != before:
                first, rest = coming[0].number, sum(line.principal for line in coming)
                self._lay(first, rest, count=len(coming))
        self.now = day

    def _level(self, balance: int, count: int) -> int:
        if not self.even:
            return half_up(Fraction(balance, count))
        monthly = self.rate(self.now) / 12
        worth_of_one = (1 - (1 / (1 + monthly)) ** count) / monthly
        return half_up(balance / worth_of_one)

    def _lay(self, first: int, balance: int, *, count: int | None = None) -> None:
        """Lay out so many months with a level amount of their own, or the old level until all is paid."""
        if count is not None:
            self.level = self._level(balance, count)
        kept = [line for line in self.lines if line.number < first]
        laid: list[Line] = []
        while balance > 0 or (count is not None and len(laid) < count):
            number = first + len(laid)
            interest = half_up(balance * self.rate(self.now) / 12)
            principal = min(balance, self.level - interest if self.even else self.level)
            if count is not None and len(laid) == count - 1:
                principal = balance
            laid.append(Line(number, months_later(self.start, number), principal, interest))
            balance -= principal
        self.lines = [*kept, *laid]

    def late(self, day: date) -> list[Line]:
        return [line for line in self.lines if line.due < day and line.open]

    def due(self, day: date) -> list[Line]:
        return [line for line in self.lines if line.due == day and line.open]

    def coming(self, day: date) -> list[Line]:
        return [line for line in self.lines if line.due > day]

    def penalty(self, day: date) -> int:
        """R-LOAN-6: each late day costs by its own rate and factor; each instalment is rounded once."""
        total = 0
        for line in self.late(day):
            cost = Fraction(0)
            for late_day in days_after(max(line.due, self.charged_until), day):
                rule = self.published.penalty(late_day)
                base = line.open if rule.on_interest else line.principal
                cost += base * self.rate(late_day) * rule.factor / 360
            total += half_up(cost)
        return total

    def owed(self, day: date) -> int:
        lines = [*self.late(day), *self.due(day)]
        return self.penalty(day) + sum(line.open for line in lines)

    def _broken(self, principal: int, day: date) -> int:
        """Interest since the last due date on principal that is not due (R-LOAN-5)."""
        since = months_later(self.start, self.coming(day)[0].number - 1)
        return half_up(principal * self.rate(day) * (day - since).days / 360)

    def payoff(self, day: date) -> int:
        """E12: all that is owed, all that is not due, and its interest of the broken month."""
        rest = sum(line.principal for line in self.coming(day))
        return self.owed(day) + rest + (self._broken(rest, day) if rest else 0)

    def pay(self, day: date, amount: int) -> Split:
        """R-REP-7: penalty, interest of what is late, its principal, then those of today."""
        self.live_until(day)
        penalty = self.penalty(day)
        left = amount - penalty
        assert left >= 0, "penalty comes first, and whole"
        interest = principal = 0
        for lines in (self.late(day), self.due(day)):
            for line in lines:
                part = min(left, line.interest)
                line.interest -= part
                interest += part
                left -= part
            for line in lines:
                part = min(left, line.principal)
                line.principal -= part
                principal += part
                left -= part
        assert left == 0, "no more than is owed"
        if penalty:
            self.charged_until = day
        return Split(penalty, interest, principal)

    def prepay(self, day: date, amount: int, *, shorten: bool) -> Split:
        """E11, method 2: the amount is the debit; the most principal whose own interest fits beside it."""
        self.live_until(day)
        assert self.owed(day) == 0
        principal = _largest(lambda some: some + self._broken(some, day) <= amount, amount)
        first, rest = self.coming(day)[0].number, self.balance - principal
        count = None if shorten else len(self.coming(day))
        self._lay(first, rest, count=count)
        return Split(0, amount - principal, principal)

    def pay_off(self, day: date) -> Split:
        self.live_until(day)
        lines = [*self.late(day), *self.due(day)]
        total, penalty = self.payoff(day), self.penalty(day)
        principal = self.balance
        assert penalty + sum(line.open for line in lines) <= total
        self.lines = []
        return Split(penalty, total - penalty - principal, principal)


def _largest(fits: Callable[[int], bool], most: int) -> int:
    """The largest whole number that fits, by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
