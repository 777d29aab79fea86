"""What the gateway brings, read with care: reports and citizens' texts; pure."""

from notifications import carriers
from notifications.carriers import Received, Report
from notifications.cmpp import frames
from notifications.cmpp.frames import Delivered

OWN_IDS = "cmpp:"
"""Before every Msg_Id: no receipt of the other carrier can name the same message."""
ARRIVED, EXPIRED = "DELIVRD", "EXPIRED"
STILL_TRYING = frozenset({"ACCEPTD", "UNKNOWN", "ENROUTE", ""})
"""Every other Stat says that it did not arrive: a word of the standard's, or a code of the network's own."""


def read(message: Delivered) -> Received | None:
    """Read whatever came; None for what says nothing new; raises `UnreadableError`."""
    if not message.is_report:
        return carriers.read_text(
            message.source, message.content, message.msg_fmt, headed=message.udhi
        )
    told = frames.report(message.content)
    return Report(own_id(told.message_id), outcome_of(told.state), told.phone)


def outcome_of(state: str) -> str | None:
    """What a report's Stat comes to; None while the carrier still tries."""
    told = state.upper()
    if told in STILL_TRYING:
        return None
    return {ARRIVED: "delivered", EXPIRED: "expired"}.get(told, "undelivered")


def own_id(message_id: str) -> str:
    """Name an accepted message among those of all carriers."""
    return OWN_IDS + message_id
