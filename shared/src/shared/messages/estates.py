"""Death (死亡) and what is inherited: withdrawals says who died, accounts sets shares aside."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import ConfigDict

from shared.base.shape import Shape
from shared.messages.base import Event, Fen, SealedTo, date


class DeathEvent(Event):
    """Published by withdrawals; the subject is the record of a death."""

    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "death_id"

    death_id: UUID
    person_id: UUID
    died_on: date
    """The day of death that the paper names."""
    recorded_by: UUID
    """Who of the staff agreed to it."""


class DeathRecorded(DeathEvent):
    """Two people recorded that somebody died: seal, end what runs by itself, let nobody log in (R-WDR-45)."""

    type: ClassVar[str] = "death.recorded.v1"


class DeathRevoked(DeathEvent):
    """It was recorded wrongly: the person lives, whichever of the two is heard first."""

    type: ClassVar[str] = "death.revoked.v1"


class EstateShare(Shape):
    """One payment that is to be set aside."""

    model_config = ConfigDict(frozen=True)

    share_id: UUID
    """The payment; under it the money is frozen, ordered and booked."""
    parts: int
    """How many parts of the whole, of all shares' parts together."""


class EstateFundsRequested(Event):
    """Accounts is to set aside what is inherited, with interest to this day (R-WDR-46)."""

    type: ClassVar[str] = "estate.funds_requested.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "estate_id"

    estate_id: UUID
    request_id: UUID
    """Answered once."""
    person_id: UUID
    """Who died."""
    shares: tuple[EstateShare, ...]
    """In their order: each rounded down, the last takes the rest. None where nobody inherits."""
    instead_of: UUID | None
    """The earlier payment in whose stead its share is set aside anew, alone; none for all that is free."""
    most_fen: Fen | None
    """More than this is not set aside: the papers do not reach so far."""
    asked_on: date
    staff: tuple[UUID, ...]
    """Who of the staff decided it, as citizens: none of them may inherit here."""
    heirs: Annotated[str | None, SealedTo("accounts")] = None
    """Identity documents of who inherits, as JSON: a list of type and number."""


class ReservedShare(Shape):
    """What is set aside for one payment."""

    model_config = ConfigDict(frozen=True)

    share_id: UUID
    """The payment."""
    amount_fen: Fen
    """Nothing is set aside where it is 0."""


class EstateRefusal(StrEnum):
    """Why nothing is set aside."""

    NO_ACCOUNT = "no_account"
    NOT_SEALED = "not_sealed"
    FROZEN = "frozen"
    """By an authority."""
    NOTHING = "nothing"
    TOO_MUCH = "too_much"
    """More than `most_fen`."""
    OWN_AFFAIR = "own_affair"
    """Who decided it inherits."""


class EstateFundsReserved(Event):
    """The shares are set aside; or nobody inherits, and it is the fund's income (增值收益) now."""

    type: ClassVar[str] = "estate.funds_reserved.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "estate_id"

    estate_id: UUID
    request_id: UUID
    """The request."""
    account_tail: str
    principal_fen: Fen
    """What lay on the account."""
    interest_fen: Fen
    """Booked with it, to the day of setting aside."""
    shares: tuple[ReservedShare, ...]
    """What is set aside for each; none where it is the fund's."""
    reserved_on: date


class EstateFundsRefused(Event):
    """Nothing was set aside."""

    type: ClassVar[str] = "estate.funds_refused.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "estate_id"

    estate_id: UUID
    request_id: UUID
    """The request."""
    reason_code: EstateRefusal
    amount_fen: Fen | None = None
    """What there is with interest, where that decides."""


EVENTS = (
    DeathRecorded,
    DeathRevoked,
    EstateFundsRequested,
    EstateFundsReserved,
    EstateFundsRefused,
)
