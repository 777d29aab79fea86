"""What the calculator of withdrawals answers."""

from typing import Self

from shared.base.shape import Shape
from withdrawals.calculations import Calculated


class CalculatedCap(Shape):
    """A limit, and how much (上限)."""

    text: str
    """What it is."""
    fen: int
    """How much."""


class WithdrawalCalculated(Shape):
    """How much at most (可提金额试算)."""

    kind: str
    """The type."""
    name: str
    """What citizens call it."""
    most_fen: int
    """How much at most; the account's balance is a limit of its own."""
    caps: list[CalculatedCap]
    """What it was computed from."""
    refusal: str | None
    """Why nothing, in one sentence; null where something could be taken."""

    @classmethod
    def of(cls, kind: str, name: str, found: Calculated) -> Self:
        """Show it."""
        return cls(
            kind=kind,
            name=name,
            most_fen=found.most_fen,
            caps=[CalculatedCap(text=cap.text, fen=cap.fen) for cap in found.caps],
            refusal=found.refusal.text if found.refusal else None,
        )
