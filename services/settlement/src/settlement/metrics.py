"""What settlement tells Prometheus, beside what every service tells."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from prometheus_client import Counter, Gauge, Histogram

from settlement.decisions import Move
from settlement.domain import OrderId
from settlement.process import Step

STEPS = Counter("payment_steps_total", "Steps of payment orders", ("step",))
UNKNOWN_PAYMENTS = Gauge("payments_unknown", "Payment orders whose outcome nobody knows")
FLAGGED_PAYMENTS = Gauge("payments_flagged", "Payment orders that an operator should look at")
UNSENT_PAYMENTS = Gauge("payments_unsent", "Payment orders that wait to be sent")
OLDEST_UNSENT_SECONDS = Gauge("payments_oldest_unsent_seconds", "Age of the oldest unsent order")
BATCH_ORDERS = Histogram(
    "payment_batch_orders", "Payment orders per request", buckets=(1, 2, 5, 10, 20, 50, 100, 500)
)
PAYMENT_SECONDS = Histogram(
    "payment_seconds", "From the approval's arrival to the bank's final answer",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3_600, 86_400),
)  # fmt: skip

BANK_UP = Gauge("bank_up", "1 while the bank answers what can be understood")
BANK_ODDITIES = Counter(
    "bank_oddities_total", "What the bank said and nobody can believe as it stands", ("what",)
)
for what in ("answer", "key", "entry"):
    BANK_ODDITIES.labels(what)
BANK_ODD_ENTRIES = Gauge("bank_odd_entries", "Odd entries of the bank that nobody has explained")
BANK_REQUESTS = Counter("bank_requests_total", "Requests to the bank", ("request", "outcome"))
BANK_SECONDS = Histogram("bank_request_seconds", "Time to the bank's answer", ("request",))
BANK_ENTRIES = Counter("bank_entries_total", "Entries that the bank booked", ("kind",))
BANK_ENTRY_CONTRADICTIONS = Counter(
    "bank_entry_contradictions_total", "Entries that cannot be true beside what is recorded"
)

CARD_CHECKS = Counter(
    "card_checks_total", "Questions whose card it is, by what the bank said", ("verdict",)
)
for verdict in ("matched", "refused", "unanswered"):
    CARD_CHECKS.labels(verdict)
CARD_CHECKS_WAITING = Gauge("card_checks_waiting", "Questions whose card it is, not answered yet")
CARD_CHECKS_OLDEST_SECONDS = Gauge(
    "card_checks_oldest_seconds", "Age of the oldest question whose card it is"
)

RECONCILIATION_DIFFERENCES = Gauge(
    "reconciliation_differences", "Differences that nobody has explained yet"
)
CROSS_DIFFERENCES_OPEN = Gauge(
    "cross_differences_open", "Contracts on which loans, ledger and orders differ, unexplained"
)
RECONCILIATION_WAITING_DAYS = Gauge(
    "reconciliation_waiting_days", "Ended business days that have not been compared yet"
)


def observe(moves: Iterable[Move], created_at: Mapping[OrderId, datetime], now: datetime) -> None:
    """Count steps of orders, and time those that bring the bank's final answer."""
    for move in moves:
        STEPS.labels(move.step.value).inc()
        if move.step in (Step.SUCCEED, Step.FAIL):
            seconds = (now - created_at[move.order.order_id]).total_seconds()
            PAYMENT_SECONDS.observe(max(0.0, seconds))
