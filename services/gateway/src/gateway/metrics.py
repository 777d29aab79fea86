"""What the gateway tells Prometheus, beside what every service tells."""

from prometheus_client import Counter, Gauge

from gateway.store.attempts import WENT_WELL, Outcome

LOGINS_FAILED = Counter(
    "logins_failed_total", "Attempts to log in or to go on that did not go well", ("outcome",)
)
for outcome in frozenset(Outcome) - WENT_WELL:
    LOGINS_FAILED.labels(outcome.value)
HASHES_TURNED_AWAY = Counter(
    "password_hashes_turned_away_total",
    "Logins told to come again: the queue of password hashes was full",
)
KIOSKS_SILENT = Gauge(
    "kiosks_silent", "Self-service terminals that were seen before and say nothing any more"
)
KIOSKS_IN_NEED = Gauge(
    "kiosks_in_need", "Self-service terminals without paper, jammed, or with a part that is away"
)
