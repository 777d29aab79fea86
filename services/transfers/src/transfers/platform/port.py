"""What is said to the platform and what it says: another wire format is another `Platform`."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class TxCode(StrEnum):
    """Transaction code (交易码)."""

    PROBE = "SYS600"
    SIGN_ON = "BDC001"
    SIGN_OFF = "BDC002"
    LETTER = "BDC901"
    CANCEL = "BDC903"
    PROGRESS = "BDC904"
    INFORMATION = "BDC905"
    CENTRES = "BDC909"


@dataclass(frozen=True, repr=False)
class Message:
    """A request, of either side."""

    code: TxCode
    serial: str
    """SendSeqNo: the same request again has the same, and gets the same answer."""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, repr=False)
class Answer:
    """What became of a request."""

    accepted: bool
    code: str = "0000"
    """RtnCode."""
    text: str = ""
    """RtnMessage."""
    fields: Mapping[str, str] = field(default_factory=dict)


OUTCOMES = ("accepted", "refused", "unanswered", "unreadable")
"""What becomes of messages, for the counter."""

Hear = Callable[[Message], Awaitable[Answer | None]]
"""What is done with a request of the platform; None: nothing is answered, so it comes again."""


class Platform(Protocol):
    """The national transfer platform (全国住房公积金转移接续平台)."""

    async def ask(self, message: Message) -> Answer | None:
        """Say something once; None where there is no answer, which means nothing: it may have been heard."""
