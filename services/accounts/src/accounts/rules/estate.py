"""What is inherited, and how it is divided (R-WDR-45, 46); pure, all amounts in fen."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.domain import AccountState
from shared.messages.estates import EstateRefusal


@dataclass(frozen=True)
class Inherited:
    """The account of who died, of one instant, under lock."""

    state: AccountState
    free_fen: int
    """On the account, and not set aside for anybody."""
    balance_fen: int
    interest_fen: int
    """Due on all that lies there, to the day of setting aside; a part of it has its part of this. Below 0 is
    what was booked too much: the fund takes it back first (R-INT-4)."""


@dataclass(frozen=True)
class SetAside:
    """What the shares are made of."""

    principal_fen: int
    interest_fen: int
    shares: tuple[int, ...]
    """In the order of the heirs."""
    taken_back_fen: int = 0
    """Interest that was booked too much, no part of the shares."""


def divide(total_fen: int, parts: Sequence[int]) -> tuple[int, ...]:
    """Divide a sum by parts: each rounded down, the last takes the rest (E74)."""
    whole = sum(parts)
    first = [total_fen * part // whole for part in parts[:-1]]
    return (*first, total_fen - sum(first))


def judge(
    found: Inherited | None, parts: Sequence[int], most_fen: int | None
) -> SetAside | tuple[EstateRefusal, int | None]:
    """Set aside all that is free, with its interest, or say why not; no parts: it is the fund's."""
    if found is None:
        return EstateRefusal.NO_ACCOUNT, None
    if barred := _barred(found):
        return barred, None
    overpaid = max(0, -found.interest_fen)
    principal = found.free_fen - overpaid
    if principal <= 0:
        return EstateRefusal.NOTHING, 0
    interest = max(0, found.interest_fen) * found.free_fen // found.balance_fen
    total = principal + interest
    if most_fen is not None and total > most_fen:
        return EstateRefusal.TOO_MUCH, total
    return SetAside(principal, interest, divide(total, parts) if parts else (), overpaid)


def again(found: Inherited | None, share_fen: int) -> SetAside | tuple[EstateRefusal, int | None]:
    """Set a share aside once more, with its part of the interest since (R-WDR-12)."""
    if found is None:
        return EstateRefusal.NO_ACCOUNT, None
    if barred := _barred(found):
        return barred, None
    if found.free_fen < share_fen:
        return EstateRefusal.NOTHING, found.free_fen
    interest = max(0, found.interest_fen) * share_fen // found.balance_fen
    return SetAside(share_fen, interest, (share_fen + interest,))


def _barred(found: Inherited) -> EstateRefusal | None:
    if found.state is AccountState.FROZEN:
        return EstateRefusal.FROZEN
    if found.state.closed:
        return EstateRefusal.NOTHING
    return None if found.state is AccountState.SEALED else EstateRefusal.NOT_SEALED
