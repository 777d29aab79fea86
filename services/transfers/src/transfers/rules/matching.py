"""Whether the money that came is the money that was told (R-TRF-4); pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.base.money import yuan
from transfers.domain import Letter, LetterState, Policy, Seen

AWAITS_MONEY = (LetterState.INFORMED, LetterState.CONSULTING)


@dataclass(frozen=True)
class Claim:
    """This receipt is the letter's."""

    bank_serial: str


@dataclass(frozen=True)
class Differs:
    """Money came, and it is not what was told."""

    words: str
    """What is to be corrected, in one Chinese sentence."""


@dataclass(frozen=True)
class LooksRight:
    """The receipt is the letter's, and of a sum at which two people look first."""


Answer = Claim | Differs | LooksRight | None
"""None: there is nothing to do yet."""


def judge(letter: Letter, seen: Sequence[Seen], policy: Policy) -> Answer:
    """Hold what was told against what came; the two may come in either order."""
    if letter.state not in AWAITS_MONEY or letter.bank_serial is not None:
        return None
    free = [one for one in seen if not one.used]
    exact = next((one for one in free if one.amount_fen == letter.amount_fen), None)
    if exact is None:
        return _differs(letter, free)
    if exact.amount_fen >= policy.review_from_fen and letter.proposal_id is None:
        return LooksRight()
    return Claim(exact.bank_serial)


def _differs(letter: Letter, free: Sequence[Seen]) -> Answer:
    if not free or letter.amount_fen is None:
        return None
    came = "、".join(f"{yuan(one.amount_fen)}元" for one in free)
    return Differs(f"账户信息金额{yuan(letter.amount_fen)}元，到账{came}，请更正")
