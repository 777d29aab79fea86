"""Metrics of the texts and the links."""

from prometheus_client import Counter, Gauge, Histogram

from notifications.carriers import Route

LINK_UP = Gauge("smpp_link_up", "1 while bound to the SMSC")
SEGMENTS_ANSWERED = Counter(
    "smpp_segments_answered_total", "submit_sm_resp by command_status", ("status",)
)
CMPP_LINK_UP = Gauge("cmpp_link_up", "1 while logged in at the carrier's gateway", ("gateway",))
CMPP_ANSWERED = Counter("cmpp_messages_answered_total", "SUBMIT_RESP by Result", ("result",))
for result in ("0", "8"):
    CMPP_ANSWERED.labels(result)
TEXTS_ATTEMPTED = Counter(
    "texts_attempted_total", "Texts put onto the link, by outcome", ("outcome",)
)
TEXTS_RECEIPTED = Counter("texts_receipted_total", "Short messages by final state", ("outcome",))
TEXTS_RECOVERED = Counter(
    "texts_recovered_total", "Texts that the link swallowed, by what was done", ("action",)
)
for action in ("sent_again", "failed", "revived"):
    TEXTS_RECOVERED.labels(action)
TEXTS_DETOURED = Counter(
    "texts_detoured_total",
    "Texts that went by the other carrier, by the one that was away",
    ("route",),
)
for route in Route:
    TEXTS_DETOURED.labels(route)
TEXTS_RECEIVED = Counter("texts_received_total", "Texts of citizens, by command", ("command",))
TEXTS_WAITING = Gauge("texts_waiting", "Texts that have not been accepted by the SMSC yet")
OLDEST_WAITING_SECONDS = Gauge("texts_oldest_waiting_seconds", "Age of the oldest of them")
TEXTS_UNCONFIRMED = Gauge("texts_unconfirmed", "Accepted texts without a final receipt yet")
TEXT_WAIT_SECONDS = Histogram(
    "text_wait_seconds", "From the fact to the SMSC's acceptance", ("template",),
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600),
)  # fmt: skip
TEXT_WAIT_SECONDS.labels("login_code")
PUSHES = Counter(
    "text_pushes_total",
    "Texts that wechat was asked to deliver, by what became of them",
    ("outcome",),
)
for outcome in ("accepted", "refused", "unanswered", "both", "after_sms"):
    PUSHES.labels(outcome)
