"""HTTP for everybody: what a loan costs, what an early repayment changes. Names nobody, keeps nothing."""

from typing import Annotated

from fastapi import APIRouter, Query

from loans.domain.contracts import Home, Loan, PrepaymentEffect, RepaymentMethod
from loans.rules.calculator import NOBODYS, Running, both_ways, costs
from loans.rules.schedule import MAX_PERIODS
from loans.shapes.calculators import BothWays, LoanCosts, Way
from loans.store import books
from shared.base.money import Fen
from shared.http.callers import ContextDependency

router = APIRouter(tags=["试算"])

LEAST_FEN, MOST_FEN = 100_000, 1_000_000_000
"""As the contract's own bounds."""
LAST_MONTH_DAYS = 27
"""The next instalment is not due yet."""

Amount = Annotated[int, Query(ge=LEAST_FEN, le=MOST_FEN, description="In fen")]
Periods = Annotated[int, Query(ge=1, le=MAX_PERIODS, description="In months")]
Method = Annotated[
    RepaymentMethod,
    Query(description="`01` 等额本息 equal instalments, `02` 等额本金 equal principal"),
]
WhichHome = Annotated[Home, Query(description="`first` or `second` home of the family")]


@router.get("/calculators/loan", summary="贷款试算")
async def loan(
    context: ContextDependency,
    amount_fen: Amount,
    periods: Periods,
    method: Method,
    home: WhichHome = Home.FIRST,
) -> LoanCosts:
    """Lay out a loan paid out today: what each month costs, and all of it."""
    async with context.pool.acquire() as connection:
        book = await books.rulebook(connection)
    asked = Loan(NOBODYS, Fen(amount_fen), method, periods, home, context.clock.today())
    return LoanCosts.of(costs(asked, book))


@router.get("/calculators/early-repayment", summary="提前还款试算")
async def early_repayment(
    context: ContextDependency,
    balance_fen: Amount,
    *,
    periods_left: Annotated[
        int, Query(ge=2, le=MAX_PERIODS, description="Months still to be paid")
    ],
    term_periods: Annotated[
        int, Query(ge=2, le=MAX_PERIODS, description="Months of the whole loan")
    ],
    amount_fen: Amount,
    method: Method,
    home: WhichHome = Home.FIRST,
    days: Annotated[
        int, Query(ge=1, le=LAST_MONTH_DAYS, description="Days since the last instalment was due")
    ] = 1,
) -> BothWays:
    """Say what a partial repayment today changes, both ways side by side."""
    async with context.pool.acquire() as connection:
        book = await books.rulebook(connection)
    running = Running(
        Fen(balance_fen), periods_left, max(term_periods, periods_left), method, home, days
    )
    found = both_ways(running, Fen(amount_fen), book, context.clock.today())
    return BothWays(
        shorten=Way.of(found[PrepaymentEffect.SHORTEN]),
        reduce=Way.of(found[PrepaymentEffect.REDUCE]),
    )
