"""What loans tells Prometheus, beside what every service tells."""

from collections.abc import Sequence
from datetime import datetime

from prometheus_client import Gauge

from loans.store.runs import Unfinished, Waiting

MONEY = Gauge(
    "loan_money_under_way", "Debits, offsets and receipts without an outcome", ("source",)
)
OLDEST_SECONDS = Gauge(
    "loan_money_oldest_seconds", "Age of the oldest debit or offset without an outcome", ("source",)
)
DAY_SECONDS = Gauge(
    "loan_day_unfinished_seconds",
    "How long today's work over the loans has been going on",
    ("kind",),
)


def show(waiting: Sequence[Waiting], unfinished: Sequence[Unfinished], now: datetime) -> None:
    """Set the gauges; what nobody waits for is 0."""
    for money in waiting:
        MONEY.labels(money.source).set(money.count)
        OLDEST_SECONDS.labels(money.source).set(_age(money.oldest, now))
    for work in unfinished:
        DAY_SECONDS.labels(work.kind).set(_age(work.started_at, now))


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
