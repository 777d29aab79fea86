"""What the bank can be told to do wrong."""

from collections.abc import Collection
from dataclasses import dataclass

from pydantic import Field

from simulators.faults import Levers, Times

ReasonCode = Field(default=None, pattern=r"^[A-Z0-9]{4}$")


class Faults(Levers):
    """Each number says how many of the next occasions go wrong (-1: all)."""

    disconnect: int = Times
    """A connection breaks as soon as it is made."""

    drop_request: int = Times
    """The connection breaks before a file is executed."""
    http_500: int = Times
    """A file is answered with HTTP 500 and not executed."""
    drop_answer: int = Times
    """A file is executed and not answered: the connection breaks."""
    cut_answer: int = Times
    """A file is executed; the connection breaks in the middle of the answer."""
    garbage: int = Times
    """A file is executed; the answer is no XML."""
    wrong_xml: int = Times
    """A file is executed; the answer is a message of another type."""
    delay_seconds: float = Field(default=0.0, ge=0.0)
    """Between the execution of a file and its answer."""

    refuse: int = Times
    """A payment or a debit is refused with `refuse_code`; so for all that follows here."""
    refuse_code: str = Field(default="AC04", pattern=r"^[A-Z0-9]{4}$")
    pending: int = Times
    """A payment becomes final only `pending_seconds` later: paid, or refused with `pending_code`."""
    pending_seconds: float = Field(default=1.0, ge=0.0)
    pending_code: str | None = ReasonCode
    return_later: int = Times
    """A payment is paid, or a card debited, and comes back `return_seconds` later (退票, 扣款退回)."""
    return_seconds: float = Field(default=1.0, ge=0.0)
    return_code: str = Field(default="AC04", pattern=r"^[A-Z0-9]{4}$")

    status_drop: int = Times
    status_garbage: int = Times
    status_http_500: int = Times
    verify_drop: int = Times
    """Questions whose card it is; so for what follows here."""
    verify_garbage: int = Times
    verify_http_500: int = Times
    verify_delay_seconds: float = Field(default=0.0, ge=0.0)
    """Between such a question and its answer."""
    notifications_drop: int = Times
    notifications_garbage: int = Times
    notifications_http_500: int = Times
    entries_twice: int = Times
    """Notifications that have entries have each of them twice."""
    entries_again: int = Times
    """Notifications begin with entries that were asked for before."""

    only_card: str | None = None
    """Files and payments without this card are served well."""

    def strike(self, name: str, cards: Collection[str] | None = None) -> bool:
        """Use up one occasion of a fault; False when all goes well."""
        if self.only_card and cards is not None and self.only_card not in cards:
            return False
        return self.use_up(name)

    def fate(self, card: str) -> "Fate":
        """Decide what becomes of one payment that was not seen before."""
        cards = (card,)
        if self.strike("refuse", cards):
            return Fate(refuse_code=self.refuse_code)
        pending = self.strike("pending", cards)
        returned = self.strike("return_later", cards)
        return Fate(
            pending_seconds=self.pending_seconds if pending else None,
            pending_code=self.pending_code if pending else None,
            return_seconds=self.return_seconds if returned else None,
            return_code=self.return_code if returned else None,
        )


@dataclass(frozen=True, slots=True)
class Fate:
    """What happens to one payment besides the rules; nothing by default."""

    refuse_code: str | None = None
    pending_seconds: float | None = None
    pending_code: str | None = None
    return_seconds: float | None = None
    return_code: str | None = None
