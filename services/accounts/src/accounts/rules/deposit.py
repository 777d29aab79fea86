"""The monthly deposit (月缴存额): base within its limits x ratio, each side rounded, then added."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

BASIS_POINTS = 10_000
FEN_PER_YUAN = 100

ROUNDINGS = {
    "fen_half_up": (Decimal(1), ROUND_HALF_UP),
    "yuan_half_up": (Decimal(FEN_PER_YUAN), ROUND_HALF_UP),
    "yuan_up": (Decimal(FEN_PER_YUAN), ROUND_CEILING),
}
"""R-DEP-3: the unit in fen, and how to round to it."""


@dataclass(frozen=True)
class DepositPolicy:
    """Limits and rounding in force (R-DEP-2, 3, 4)."""

    ratio_min_bp: int
    ratio_max_bp: int
    base_min_fen: int
    base_max_fen: int
    rounding: str

    def base_within_limits(self, wage_fen: int) -> int:
        """Return the contribution base for a wage (R-DEP-4, E19, E20)."""
        return min(max(wage_fen, self.base_min_fen), self.base_max_fen)

    def allows_ratio(self, ratio_bp: int) -> bool:
        """R-DEP-2."""
        return self.ratio_min_bp <= ratio_bp <= self.ratio_max_bp


def side_fen(base_fen: int, ratio_bp: int, rounding: str) -> int:
    """Return one side's monthly deposit in fen (R-DEP-1, E18, E21)."""
    unit, mode = ROUNDINGS[rounding]
    exact = Decimal(base_fen) * ratio_bp / BASIS_POINTS / unit
    return int(exact.quantize(Decimal(1), rounding=mode) * unit)
