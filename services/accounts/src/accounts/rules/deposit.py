"""The monthly deposit (月缴存额): base within its limits x ratio, each side rounded, then added."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from shared.base.money import yuan

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


def limit_remark(policy: DepositPolicy, wage_fen: int) -> str | None:
    """Say which base is counted, and why, where it is not the one that was given (R-DEP-4)."""
    counted = policy.base_within_limits(wage_fen)
    if counted == wage_fen:
        return None
    which = "低于下限" if counted > wage_fen else "高于上限"
    allowed = f"{yuan(policy.base_min_fen)}元至{yuan(policy.base_max_fen)}元"
    return f"填报基数{yuan(wage_fen)}元{which}，允许{allowed}，按{yuan(counted)}元核定。"


def side_fen(base_fen: int, ratio_bp: int, rounding: str) -> int:
    """Return one side's monthly deposit in fen (R-DEP-1, E18, E21)."""
    unit, mode = ROUNDINGS[rounding]
    exact = Decimal(base_fen) * ratio_bp / BASIS_POINTS / unit
    return int(exact.quantize(Decimal(1), rounding=mode) * unit)
