"""The events about deaths and what is inherited, one function each; pure."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from shared.messages.estates import (
    DeathRecorded,
    DeathRevoked,
    EstateFundsRequested,
    EstateShare,
)
from withdrawals.estates import Death, Estate, Payment


def recorded(death: Death) -> DeathRecorded:
    """Somebody died."""
    return DeathRecorded(
        death_id=death.id,
        person_id=death.person_id,
        died_on=death.died_on,
        recorded_by=death.decided_by,
    )


def revoked(death: Death, by: UUID) -> DeathRevoked:
    """It was recorded wrongly."""
    return DeathRevoked(
        death_id=death.id, person_id=death.person_id, died_on=death.died_on, recorded_by=by
    )


def funds_requested(
    estate: Estate,
    payments: Sequence[tuple[Payment, int]],
    request_id: UUID,
    today: date,
    *,
    instead_of: UUID | None,
    staff: tuple[UUID, ...],
    heirs: str,
) -> EstateFundsRequested:
    """Accounts is to set the shares aside; each payment comes with its heir's parts."""
    most = None if estate.most_fen is None else max(0, estate.most_fen - estate.set_aside_fen)
    return EstateFundsRequested(
        estate_id=estate.id,
        request_id=request_id,
        person_id=estate.person_id,
        shares=tuple(EstateShare(share_id=one.id, parts=parts) for one, parts in payments),
        instead_of=instead_of,
        most_fen=most if instead_of is None else None,
        asked_on=today,
        staff=staff,
        heirs=heirs,
    )
