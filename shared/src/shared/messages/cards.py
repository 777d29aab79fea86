"""Whose card it is (账户核验): withdrawals asks, settlement asks the bank and tells; no money moves.

Accounts tells the cards that an older system knew (期初).
"""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import Event, SealedTo, date


class CardVerdict(StrEnum):
    """What the bank said of a card and a name."""

    MATCHED = "matched"
    """A debit card that is open, in this name."""
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    """The bank did not answer in the time that a question lives."""


class CardCheckAsked(Event):
    """Before money goes to a card for the first time, or again after long: is it in this name (R-WDR-3)?"""

    type: ClassVar[str] = "card.check_asked.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "check_id"

    check_id: UUID
    """The question; asked once for its id."""
    card: Annotated[str, SealedTo("settlement")]
    """Card number."""
    holder_name: Annotated[str, SealedTo("settlement")]
    """Whose card it must be."""
    asked_on: date
    """Business date of the question."""


class CardChecked(Event):
    """The bank said whether the card is in that name, or did not say it in time."""

    type: ClassVar[str] = "card.checked.v1"
    owner: ClassVar[str] = "settlement"
    subject_field: ClassVar[str] = "check_id"

    check_id: UUID
    """The question."""
    verdict: CardVerdict
    """`matched`, `refused` or `unanswered`."""
    reason_code: str | None
    """Of a refusal: ISO 20022 external status reason, for example BE01; none else."""
    checked_on: date
    """Business date of the answer."""


class CardMovedIn(Event):
    """Somebody moved in with an own card (期初); the bank is asked whose it is at its first use (R-WDR-3)."""

    type: ClassVar[str] = "card.moved_in.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "person_id"

    person_id: UUID
    """Who is to keep it."""
    card: Annotated[str, SealedTo("withdrawals")]
    """Card number."""
    moved_in_on: date
    """Business date."""


EVENTS = (CardCheckAsked, CardChecked, CardMovedIn)
