"""Days by which something must be done, in working days of the published calendar (R-CAL-4)."""

from datetime import date
from functools import lru_cache

from shared.base.calendar import Deadline, WorkingCalendar, packaged_days, packaged_version

PUBLICATION_WORKING_DAYS = 7
"""国务院: within seven working days of the decision, in four of its documents (R-CRD-11)."""
ACCEPTANCE_WORKING_DAYS = 3
"""国办发〔2025〕22号: whether a repair is taken is said within three (R-CRD-22)."""
RESULT_WORKING_DAYS = 10
"""国办发〔2025〕22号: its result within ten of the application (R-CRD-22)."""

DAYS_KEPT = 4_096
"""Of days that were asked about: the rows of a file share a few hundred."""


@lru_cache(maxsize=DAYS_KEPT)
def _after(day: date, working_days: int) -> Deadline:
    calendar = WorkingCalendar(packaged_days((day.year, day.year + 1)), packaged_version())
    return calendar.add_working_days(day, working_days)


def publication_due(decided_on: date) -> Deadline:
    """The last day on which a decision may become public in time."""
    return _after(decided_on, PUBLICATION_WORKING_DAYS)


def acceptance_due(applied_on: date) -> Deadline:
    """The last day on which it is said in time whether a repair is taken."""
    return _after(applied_on, ACCEPTANCE_WORKING_DAYS)


def result_due(applied_on: date) -> Deadline:
    """The last day on which the result of a repair or objection is in time."""
    return _after(applied_on, RESULT_WORKING_DAYS)
