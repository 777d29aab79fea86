"""What accounts tells of what is inherited; pure."""

from datetime import date

from accounts.rules.estate import SetAside
from shared.messages.estates import (
    EstateFundsRefused,
    EstateFundsRequested,
    EstateFundsReserved,
    EstateRefusal,
    ReservedShare,
)

TAIL = 4
"""So many digits of an account are shown."""


def reserved(
    request: EstateFundsRequested, number: str, made: SetAside, today: date
) -> EstateFundsReserved:
    """What is inherited is set aside, or the fund's income."""
    return EstateFundsReserved(
        estate_id=request.estate_id,
        request_id=request.request_id,
        account_tail=number[-TAIL:],
        principal_fen=made.principal_fen,
        interest_fen=made.interest_fen,
        shares=tuple(
            ReservedShare(share_id=one.share_id, amount_fen=fen)
            for one, fen in zip(request.shares, made.shares, strict=True)
        ),
        reserved_on=today,
    )


def refused(
    request: EstateFundsRequested, code: EstateRefusal, amount_fen: int | None
) -> EstateFundsRefused:
    """Nothing is set aside."""
    return EstateFundsRefused(
        estate_id=request.estate_id,
        request_id=request.request_id,
        reason_code=code,
        amount_fen=amount_fen,
    )
