"""What withdrawals tells Prometheus, beside what every service tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from prometheus_client import Counter, Gauge, Histogram

from shared.base.registers import AWAY, REGISTER_QUESTIONS
from withdrawals.decisions import Move
from withdrawals.dossier import Outcome, Register
from withdrawals.process import OPEN_STATES, STATES

FINISHED_SECONDS = Histogram(
    "withdrawal_seconds",
    "From acceptance to the end of an application",
    ("kind", "state"),
    buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 600, 3_600, 86_400, 259_200),
)
STEPS = Counter("withdrawal_steps_total", "Steps of applications", ("kind", "step"))
OVERDUE_STEPS = Gauge("withdrawal_overdue_steps", "Open applications past a deadline")
OPEN = Gauge("withdrawals_open", "Open applications by state", ("state",))
OLDEST_SECONDS = Gauge(
    "withdrawals_oldest_seconds",
    "How long an application has been in this state at most",
    ("state",),
)
PAPERS = Counter("withdrawal_papers_total", "Files of applicants, redrawn or why not", ("outcome",))
for outcome in ("redrawn", "paper-damaged", "paper-locked", "paper-too-large", "paper-too-long"):
    PAPERS.labels(outcome)
for register in Register:
    for said in (*(one.value for one in Outcome), AWAY):
        REGISTER_QUESTIONS.labels(register.value, said)
CALENDAR_MISSING = Gauge(
    "calendar_missing", "1 while deadlines are provisional: published days are not loaded"
)


@dataclass(frozen=True)
class Waiting:
    """Open applications in one state."""

    state: str
    applications: int
    oldest_seconds: float


def show_open(waiting: Iterable[Waiting]) -> None:
    """Set the gauges of every open state; one in which nobody waits is 0."""
    found = {each.state: each for each in waiting}
    for state in OPEN_STATES:
        each = found.get(state.value, Waiting(state.value, 0, 0.0))
        OPEN.labels(each.state).set(each.applications)
        OLDEST_SECONDS.labels(each.state).set(max(0.0, each.oldest_seconds))


def observe(moves: Iterable[Move], now: datetime) -> None:
    """Count steps, and time those that end an application."""
    for move in moves:
        case = move.case
        STEPS.labels(case.kind, move.step.value).inc()
        if STATES[case.state].final:
            seconds = (now - case.submitted_at).total_seconds()
            FINISHED_SECONDS.labels(case.kind, case.state.value).observe(max(0.0, seconds))
