"""What the gateway tells Prometheus, beside what every service tells."""

from prometheus_client import Counter, Gauge

from gateway.rules.corrections import OPEN, Belongs
from gateway.store.attempts import WENT_WELL, Outcome
from shared.base.registers import AWAY, REGISTER_QUESTIONS

LOGINS_FAILED = Counter(
    "logins_failed_total", "Attempts to log in or to go on that did not go well", ("outcome",)
)
for outcome in frozenset(Outcome) - WENT_WELL:
    LOGINS_FAILED.labels(outcome.value)
HASHES_TURNED_AWAY = Counter(
    "password_hashes_turned_away_total",
    "Logins told to come again: the queue of password hashes was full",
)
IDENTITY = "identity"
"""How the register of identities is named among the registers."""
CARRIERS = "carriers"
"""Who know in whose name a phone is registered."""
for said in (*(one.value for one in Belongs), AWAY):
    REGISTER_QUESTIONS.labels(IDENTITY, said)
    REGISTER_QUESTIONS.labels(CARRIERS, said)
CORRECTIONS_OPEN = Gauge(
    "identity_corrections_open", "Corrections of names and ID numbers that wait", ("state",)
)
for state in OPEN:
    CORRECTIONS_OPEN.labels(state.value)
KIOSKS_SILENT = Gauge(
    "kiosks_silent", "Self-service terminals that were seen before and say nothing any more"
)
KIOSKS_IN_NEED = Gauge(
    "kiosks_in_need", "Self-service terminals without paper, jammed, or with a part that is away"
)
