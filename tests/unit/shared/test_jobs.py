"""When a job that the clock starts is due, and from when on it is late."""

import importlib
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from shared.jobs.job import Standing, day_after, is_due, late_seconds
from shared.messaging.topology import SERVICES

NOON = datetime(2026, 7, 1, 4, 0, tzinfo=UTC)
HOUR = 3_600.0
ROOT = Path(__file__).parents[3]


def ago(hours: float) -> datetime:
    return NOON - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("standing", "late"),
    [
        (Standing("x", ago(50), looked_at=ago(1)), 0.0),
        (Standing("x", ago(50), looked_at=ago(3)), 0.0),
        # Looked at every hour, granted two more: late since the fourth.
        (Standing("x", ago(50), looked_at=ago(4)), HOUR),
        (Standing("x", ago(1)), 0.0),
        (Standing("x", ago(5)), 2 * HOUR),
        # Looked at in time, but what is due has been waiting for three hours.
        (Standing("x", ago(50), looked_at=ago(0), waiting_since=ago(2)), 0.0),
        (Standing("x", ago(50), looked_at=ago(0), waiting_since=ago(3)), HOUR),
        (Standing("x", ago(50), looked_at=ago(-9)), 0.0),
    ],
)
def test_a_job_is_late_when_nobody_looks_or_what_is_due_waits(
    standing: Standing, late: float
) -> None:
    assert late_seconds(standing, HOUR, 2 * HOUR, NOON) == late


def test_a_periodic_job_is_due_when_its_time_has_passed_or_the_clock_went_back() -> None:
    assert is_due(Standing("x", NOON), HOUR, NOON)
    assert not is_due(Standing("x", NOON, looked_at=ago(0.5)), HOUR, NOON)
    assert is_due(Standing("x", NOON, looked_at=ago(1)), HOUR, NOON)
    assert is_due(Standing("x", NOON, looked_at=ago(-1)), HOUR, NOON)


def test_the_next_business_day_begins_in_shanghai() -> None:
    assert day_after(date(2026, 6, 30)) == datetime(2026, 6, 30, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize("service", SERVICES)
def test_every_job_that_a_service_declares_is_kept_and_named_once(service: str) -> None:
    folder = ROOT / "services" / service / "src" / service
    source = "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))
    kept = re.findall(r"\bkeep(?:_alone)?\(\s*context, (\w+),", source)
    named = re.findall(r"^(\w+): Job\[Settings\] = Job\(\s*\"([a-z-]+)\"", source, re.MULTILINE)
    assert sorted(kept) == sorted(name for name, _ in named)
    assert len({key for _, key in named}) == len(named)
    if (folder / "tasks.py").exists():
        declared = getattr(importlib.import_module(f"{service}.tasks"), "JOBS", ())
        own = {job.name for job in declared} - {"publish"}
        assert own == {key for _, key in named} - {"fetch-centres"}
