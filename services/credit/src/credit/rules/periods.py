"""How long a penalty is public: of the rule sets since its day the best for the subject (R-CRD-16, 17)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from credit.domain import Gravity
from shared.base.calendar import WorkingCalendar, months_after

GRAVITIES = (Gravity.MINOR, Gravity.GENERAL, Gravity.SERIOUS)
"""From the lightest on."""


@dataclass(frozen=True)
class PeriodRule:
    """A row of the policy: what one rule set says of one gravity."""

    effective_from: date
    gravity: Gravity
    published: bool
    least_months: int
    """From when on it can be repaired (最短公示期)."""
    most_months: int
    """When it ends by itself (最长公示期)."""


@dataclass(frozen=True)
class Period:
    """How long something is public."""

    published: bool
    repair_from: date
    """First day on which a repair may be asked for."""
    until: date
    """Last day of publication (公示截止期)."""
    rule_set: date
    """The newest rule set that was asked."""


@dataclass(frozen=True)
class Policy:
    """The rule sets, and how grave each type of penalty is in each."""

    periods: Sequence[PeriodRule]
    gravities: Mapping[date, Mapping[str, Gravity]]
    """Rule set → type of penalty → its gravity."""
    calendar: WorkingCalendar
    """In its working days the last day of publication is reckoned (R-CRD-11)."""

    def newest(self, today: date) -> date:
        """The rule set in force on a day; the first one before there was any."""
        sets = sorted(self.gravities)
        in_force = [one for one in sets if one <= today]
        return in_force[-1] if in_force else sets[0]

    def since(self, decided_on: date, today: date) -> list[date]:
        """The rule sets in force from a decision's day until today."""
        first, last = self.newest(decided_on), self.newest(max(decided_on, today))
        return [one for one in sorted(self.gravities) if first <= one <= last]

    def gravity_of(self, types: Iterable[str], rule_set: date) -> Gravity:
        """Of several types the gravest counts; a type that nobody has classed is a general one."""
        known = self.gravities[rule_set]
        found = [known.get(one, Gravity.GENERAL) for one in types] or [Gravity.GENERAL]
        return max(found, key=GRAVITIES.index)

    def period_of(self, decided_on: date, types: Sequence[str], today: date) -> Period:
        """Compute the period by each rule set since the decision, and take what is best for the subject."""
        each = [self._by(rule_set, decided_on, types) for rule_set in self.since(decided_on, today)]
        return Period(
            published=all(one.published for one in each),
            repair_from=min(one.repair_from for one in each),
            until=min(one.until for one in each),
            rule_set=each[-1].rule_set,
        )

    def _by(self, rule_set: date, decided_on: date, types: Sequence[str]) -> Period:
        gravity = self.gravity_of(types, rule_set)
        rule = next(
            one for one in self.periods if one.effective_from == rule_set and one.gravity is gravity
        )
        return Period(
            rule.published,
            months_after(decided_on, rule.least_months),
            months_after(decided_on, rule.most_months),
            rule_set,
        )
