"""The queues of who reckons deadlines in working days; in `topology`."""

from shared.messages import published as p
from shared.messaging.queue import Queue

KNOW_WORKING_DAYS = {
    service: Queue(
        f"{service}.know-working-days",
        (p.WorkingYearTold,),
        "reckon deadlines by the working days that two people keep in withdrawals",
    )
    for service in ("accounts", "credit")
}
"""By service; withdrawals, which says it, knows."""
QUEUES = tuple(KNOW_WORKING_DAYS.values())
