"""HTTP for everybody: what one may withdraw at most, by what is typed. Names nobody, keeps nothing."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from shared.http.callers import ContextDependency
from shared.http.problems import not_found
from withdrawals.calculations import Typed, calculate
from withdrawals.shapes.calculators import WithdrawalCalculated
from withdrawals.store import rulebooks

router = APIRouter(tags=["试算"])

MOST_FEN = 10_000_000_000
Amount = Annotated[int, Query(ge=0, le=MOST_FEN, description="In fen")]
Kind = Annotated[
    Literal["rent", "purchase", "renovation", "property_fee"], Path(description="提取类型")
]


@router.get("/calculators/{kind}", summary="可提金额试算")
async def withdrawal(
    context: ContextDependency,
    kind: Kind,
    amount_fen: Annotated[
        int,
        Query(
            ge=1,
            le=MOST_FEN,
            description="Monthly rent, price of the flat, invoices or fees of the year, in fen",
        ),
    ],
    *,
    deposit_fen: Amount = 0,
    less_fen: Amount = 0,
    registered: Annotated[bool, Query(description="Whether the lease is registered")] = False,
) -> WithdrawalCalculated:
    """Say how much could be taken at most today; the balance of the account is a limit of its own."""
    async with context.unit() as unit:
        moment = await rulebooks.moment(unit)
    typed = Typed(deposit_fen, amount_fen, less_fen, registered)
    found = calculate(kind, typed, moment.book, moment.today)
    if found is None:
        raise not_found()
    return WithdrawalCalculated.of(kind, moment.book.type_of(kind).name, found)
