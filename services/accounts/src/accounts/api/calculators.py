"""HTTP for everybody: what is contributed each month. Names nobody, keeps nothing."""

from typing import Annotated

from fastapi import APIRouter, Query

from accounts.rules.deposit import BASIS_POINTS, limit_remark, side_fen
from accounts.shapes.calculators import DepositCalculated
from accounts.store import remittances
from shared.http.callers import ContextDependency

router = APIRouter(tags=["试算"])

WAGE_MOST_FEN = 100_000_000
Ratio = Annotated[int, Query(ge=0, le=BASIS_POINTS, description="In basis points")]


@router.get("/calculators/deposit", summary="缴存试算")
async def deposit(
    context: ContextDependency,
    wage_fen: Annotated[
        int, Query(ge=1, le=WAGE_MOST_FEN, description="Average monthly wage, in fen")
    ],
    employer_ratio_bp: Ratio,
    employee_ratio_bp: Ratio,
) -> DepositCalculated:
    """Say what is contributed each month for a wage, by today's limits and rounding (R-DEP-1 to 4)."""
    async with context.pool.acquire() as connection:
        policy = await remittances.policy_on(connection, context.clock.today())
    base = policy.base_within_limits(wage_fen)
    employer, employee = (
        side_fen(base, ratio, policy.rounding) for ratio in (employer_ratio_bp, employee_ratio_bp)
    )
    allowed = policy.allows_ratio(employer_ratio_bp) and policy.allows_ratio(employee_ratio_bp)
    return DepositCalculated(
        base_fen=base,
        employer_fen=employer,
        employee_fen=employee,
        total_fen=employer + employee,
        remark=limit_remark(policy, wage_fen),
        ratios_allowed=allowed,
        ratio_min_bp=policy.ratio_min_bp,
        ratio_max_bp=policy.ratio_max_bp,
    )
