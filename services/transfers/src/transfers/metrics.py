"""Metrics of letters and of the line to the national platform."""

from prometheus_client import Counter, Gauge

LETTERS_OPEN = Gauge("transfer_letters_open", "Letters that have not ended", ("direction",))
LETTERS_OVERDUE = Gauge(
    "transfer_letters_overdue", "Letters that stand still for longer than the policy says", ("direction",)
)  # fmt: skip
LETTERS_ENDED = Counter(
    "transfer_letters_ended_total", "Letters that ended", ("direction", "state")
)
MESSAGES_WAITING = Gauge("transfer_messages_waiting", "Messages that the platform has not taken")
OLDEST_MESSAGE_SECONDS = Gauge(
    "transfer_messages_oldest_waiting_seconds", "Age of the oldest of them"
)
MESSAGES_REFUSED = Gauge(
    "transfer_messages_refused", "Messages that the platform refused, and nobody has looked at"
)
MESSAGES = Counter(
    "transfer_messages_total", "Messages to and from the platform", ("code", "outcome")
)
LINK_UP = Gauge("transfer_platform_up", "Whether the platform has let us in")
