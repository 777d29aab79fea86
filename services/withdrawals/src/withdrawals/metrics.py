"""What withdrawals tells Prometheus, beside what every service tells."""

from collections.abc import Iterable
from datetime import datetime

from prometheus_client import Counter, Gauge, Histogram

from withdrawals.decisions import Move
from withdrawals.process import STATES

FINISHED_SECONDS = Histogram(
    "withdrawal_seconds",
    "From acceptance to the end of an application",
    ("kind", "state"),
    buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 600, 3_600, 86_400, 259_200),
)
STEPS = Counter("withdrawal_steps_total", "Steps of applications", ("kind", "step"))
OVERDUE_STEPS = Gauge("withdrawal_overdue_steps", "Open applications past a deadline")


def observe(moves: Iterable[Move], now: datetime) -> None:
    """Count steps, and time those that end an application."""
    for move in moves:
        case = move.case
        STEPS.labels(case.kind, move.step.value).inc()
        if STATES[case.state].final:
            seconds = (now - case.submitted_at).total_seconds()
            FINISHED_SECONDS.labels(case.kind, case.state.value).observe(max(0.0, seconds))
