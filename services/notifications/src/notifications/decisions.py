"""What an answer of a carrier, or none, makes of a short message, and its parts of a text; pure."""

from collections.abc import Sequence
from enum import StrEnum

from notifications.cmpp import frames
from notifications.smpp import pdus

NO_ANSWER = "no_answer"
UNREADABLE = "unreadable"
"""Failures beside the carriers' (`smpp_0x…`, `cmpp_…`) and those of the watcher's statements."""


class Verdict(StrEnum):
    """What an attempt came to."""

    ACCEPTED = "accepted"
    LATER = "later"
    """Refused for now, or it never left: not counted as sent."""
    IN_DOUBT = "in_doubt"
    """It left and nobody knows: sent again, but only once."""
    REFUSED = "refused"
    EXPIRED = "expired"


SEVERITY = (Verdict.REFUSED, Verdict.IN_DOUBT, Verdict.EXPIRED, Verdict.LATER)
"""The worst verdict on a part is the verdict on the text."""


def answered(status: int) -> tuple[Verdict, str]:
    """What a command_status of submit_sm_resp comes to, and its name as a failure."""
    failure = f"smpp_0x{status:02x}"
    if status == pdus.OK:
        return Verdict.ACCEPTED, failure
    if status in pdus.FOR_NOW:
        return Verdict.LATER, failure
    if status in pdus.BROKEN_SMSC:
        return Verdict.IN_DOUBT, failure
    return Verdict.REFUSED, failure


def cmpp_answered(result: int) -> tuple[Verdict, str]:
    """What a Result of SUBMIT_RESP comes to, and its name as a failure."""
    failure = f"cmpp_{result}"
    if result == frames.OK:
        return Verdict.ACCEPTED, failure
    return (Verdict.LATER if result == frames.THROTTLED else Verdict.REFUSED), failure


def worst(parts: Sequence[tuple[Verdict, str]]) -> tuple[Verdict, str | None]:
    """What the verdicts on its parts, each with its reason, make of a text."""
    for severe in SEVERITY:
        for verdict, reason in parts:
            if verdict is severe:
                return verdict, reason
    return Verdict.ACCEPTED, None
