"""Metrics of callbacks, the token and what goes out."""

from prometheus_client import Counter, Gauge

from wechat.rules.answers import Verdict

CALLBACKS = Counter("wechat_callbacks_total", "Callbacks of WeChat, by outcome", ("outcome",))
SENT = Counter("wechat_sent_total", "Calls that send something, by verdict", ("kind", "verdict"))
REFUSED = Counter(
    "wechat_refused_total", "Notices that did not go by WeChat, by reason", ("reason",)
)
WAITING = Gauge("wechat_outgoing_waiting", "Notices and answers that WeChat has not taken yet")
DOUBTFUL = Gauge(
    "wechat_outgoing_in_doubt", "Notices of which nobody knows whether WeChat took them"
)
TOKEN_SECONDS = Gauge("wechat_token_seconds_left", "How long the access token is good for yet")
BINDINGS = Gauge("wechat_bindings", "WeChat users that are bound to a citizen")
RENEWALS = Counter(
    "wechat_token_renewals_total", "Attempts of the holder to renew, by outcome", ("outcome",)
)

CALLBACK_OUTCOMES = ("new", "repeated", "forged", "late", "unreadable")
for _kind in ("notice", "answer"):
    for _verdict in Verdict:
        SENT.labels(_kind, _verdict)
for _outcome in CALLBACK_OUTCOMES:
    CALLBACKS.labels(_outcome)
for _outcome in ("renewed", "failed"):
    RENEWALS.labels(_outcome)
for _reason in ("unreachable", "late", "no_answer", "not_sendable"):
    REFUSED.labels(_reason)
