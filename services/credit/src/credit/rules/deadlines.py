"""The day by which a decision must be public (R-CRD-11)."""

from datetime import date

from shared.base.calendar import Deadline, WorkingCalendar, packaged_days, packaged_version

PUBLICATION_WORKING_DAYS = 7
"""国务院: within seven working days of the decision; four documents say so, none has said otherwise."""


def publication_due(decided_on: date) -> Deadline:
    """The seventh working day after the decision, by the published calendar (R-CAL-4)."""
    calendar = WorkingCalendar(
        packaged_days((decided_on.year, decided_on.year + 1)), packaged_version()
    )
    return calendar.add_working_days(decided_on, PUBLICATION_WORKING_DAYS)
