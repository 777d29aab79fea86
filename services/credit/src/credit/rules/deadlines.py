"""Days by which something must be done, in working days of the published calendar (R-CAL-4)."""

from datetime import date

from shared.base.calendar import Deadline, WorkingCalendar

PUBLICATION_WORKING_DAYS = 7
"""国务院: within seven working days of the decision, in four of its documents (R-CRD-11)."""
ACCEPTANCE_WORKING_DAYS = 3
"""国办发〔2025〕22号: whether a repair is taken is said within three (R-CRD-22)."""
RESULT_WORKING_DAYS = 10
"""国办发〔2025〕22号: its result within ten of the application (R-CRD-22)."""


def publication_due(decided_on: date, calendar: WorkingCalendar) -> Deadline:
    """The last day on which a decision may become public in time."""
    return calendar.add_working_days(decided_on, PUBLICATION_WORKING_DAYS)


def acceptance_due(applied_on: date, calendar: WorkingCalendar) -> Deadline:
    """The last day on which it is said in time whether a repair is taken."""
    return calendar.add_working_days(applied_on, ACCEPTANCE_WORKING_DAYS)


def result_due(applied_on: date, calendar: WorkingCalendar) -> Deadline:
    """The last day on which the result of a repair or objection is in time."""
    return calendar.add_working_days(applied_on, RESULT_WORKING_DAYS)
