"""HTTP for everybody: guides, rates and figures, as the owners of rules and books told them."""

from fastapi import APIRouter, Request, Response

from portal import figures, views
from portal.api.pages import missing
from portal.guides import OWNERS, by_owner, shown
from portal.rendering import page
from shared.base.calendar import months_after
from shared.http.callers import ContextDependency

router = APIRouter(include_in_schema=False)

MONTHS_SHOWN = 12
YEAR_DIGITS = 4


@router.get("/guides")
async def guides(request: Request, context: ContextDependency) -> Response:
    """Every business, by who decides it."""
    groups = by_owner(await views.guides(context.pool), context.clock.today())
    return page(request, context, "guides.html", groups=groups)


@router.get("/guides/{owner}/{code}")
async def guide(request: Request, context: ContextDependency, owner: str, code: str) -> Response:
    """One business: what holds today, what will from when, what did."""
    told = await views.guide(context.pool, owner, code) if owner in OWNERS else None
    if told is None:
        return missing(request, context)
    one = shown(owner, told, context.clock.today())
    return page(request, context, "guide.html", one=one, business=OWNERS[owner])


@router.get("/rates")
async def rates(request: Request, context: ContextDependency) -> Response:
    """Every table of rates and limits, with the days from which they hold."""
    today = context.clock.today()
    found = [
        (shown(owner, told, today), table)
        for owner, told in await views.guides(context.pool)
        for table in told.tables
    ]
    return page(request, context, "rates.html", tables=found)


@router.get("/figures")
async def recent(request: Request, context: ContextDependency) -> Response:
    """The last twelve months."""
    today = context.clock.today().replace(day=1)
    first = months_after(today, 1 - MONTHS_SHOWN)
    told = await views.figures(context.pool, f"{first:%Y-%m}", f"{today:%Y-%m}")
    return page(
        request, context, "figures.html",
        table=figures.table(told), years=await views.years(context.pool), year=None,
    )  # fmt: skip


@router.get("/figures/{year}")
async def annual(request: Request, context: ContextDependency, year: str) -> Response:
    """The tables of a year's report."""
    if not (year.isascii() and year.isdigit() and len(year) == YEAR_DIGITS):
        return missing(request, context)
    told = await views.figures(context.pool, f"{year}-01", f"{year}-12")
    if not told:
        return missing(request, context)
    return page(
        request, context, "figures.html",
        table=figures.table(told), years=await views.years(context.pool), year=int(year),
    )  # fmt: skip
