"""HTTP for everybody: the pages of 信用德州, right without script. No login, no natural person there."""

from typing import Annotated
from uuid import UUID

import asyncpg
from fastapi import APIRouter, Depends, Query, Request, Response

from credit.api.everybody import LEAST_CHARACTERS, file_of, report_check
from credit.settings import Settings
from credit.shapes.policies import PolicyText
from credit.shapes.public import PublicSubject
from credit.views import documents, lists
from credit.views import public as views
from credit.work.figures import Figures
from credit.work.pages import charts, page, style, style_address
from shared.base.cleaning import clean_number, shown_name
from shared.http.callers import get_context
from shared.http.pages import ASSET_SECONDS
from shared.messaging.unit import Context

router = APIRouter(include_in_schema=False)

CODE_CHARACTERS = 18
YEARS, PAGE_NUMBERS, DIGITS_MAX = range(1949, 2200), range(1, 1_001), 4
ServiceContext = Annotated[Context[Settings], Depends(get_context)]
Asked = Annotated[str, Query(max_length=400)]


@router.get("/credit")
async def home(request: Request, context: ServiceContext) -> Response:
    """The first page: a search, and how much there is."""
    figures: Figures = request.app.state.figures
    return page(request, context, "home.html", figures=await figures.of(context))


@router.get("/credit/search")
async def search(request: Request, context: ServiceContext, q: Asked = "") -> Response:
    """Find firms by exact code, or by a name with one wrong character in it."""
    wanted = shown_name(q).replace("\x00", "")[:100]
    code = clean_number(wanted).upper()
    found: list[PublicSubject] = []
    too_short = False
    if len(code) == CODE_CHARACTERS and code.isascii():
        row = await views.by_code(context.pool, code)
        found = [PublicSubject.of(row)] if row else []
    elif len(wanted) < LEAST_CHARACTERS:
        too_short = bool(wanted)
    else:
        seconds = context.settings.search_timeout_seconds
        try:
            rows = await views.by_name(context.pool, wanted, seconds)
            found = [PublicSubject.of(row) for row in rows]
        except asyncpg.QueryCanceledError:
            too_short = True
    return page(
        request,
        context,
        "search.html",
        listed=False,
        query=wanted,
        found=found,
        too_short=too_short,
    )


@router.get("/credit/subjects/{code}")
async def subject(code: str, request: Request, context: ServiceContext) -> Response:
    """What is public of a firm today."""
    found = await file_of(context, code)
    if found is None:
        return missing_page(request, context)
    return page(request, context, "subject.html", listed=False, file=found)


@router.get("/credit/reports/{number}")
async def report(
    number: str, request: Request, context: ServiceContext, code: Asked = ""
) -> Response:
    """Where a report's QR code leads: whether it is ours and still stands; nothing of its subject."""
    checked = await report_check(context, number, code)
    return page(request, context, "report.html", listed=False, number=number, checked=checked)


@router.get("/credit/statistics")
async def statistics(request: Request, context: ServiceContext) -> Response:
    """How much is public, by year, with charts."""
    counted: Figures = request.app.state.figures
    figures = await counted.of(context)
    return page(request, context, "statistics.html", figures=figures, charts=charts(figures))


@router.get("/credit/repair")
async def repair(request: Request, context: ServiceContext) -> Response:
    """How a record is repaired, or objected to, with the periods of the rule sets."""
    return page(request, context, "repair.html", periods=await views.periods(context.pool))


@router.get("/credit/policies")
async def policies(
    request: Request,
    context: ServiceContext,
    q: Asked = "",
    year: Annotated[str, Query(max_length=20)] = "",
    at: Annotated[str, Query(alias="page", max_length=20)] = "",
) -> Response:
    """Notices and policies, by which rules something is public, which lists and measures there are."""
    words = shown_name(q).replace("\x00", "")[:100]
    wanted, number = _number(year, YEARS), _number(at, PAGE_NUMBERS) or 1
    kinds, measures = await lists.kinds(context.pool, context.clock.today())
    periods = await views.periods(context.pool)
    return page(
        request,
        context,
        "policies.html",
        listed=not (words or wanted or number > 1),
        periods=periods,
        kinds=kinds,
        measures=measures,
        query=words,
        year=wanted,
        documents=await documents.found(context.pool, words, wanted, number),
    )


def _number(text: str, bounds: range) -> int | None:
    """A number within bounds, as an address says it; whatever else stands there says none."""
    digits = text if text.isascii() and text.isdigit() and len(text) <= DIGITS_MAX else ""
    return int(digits) if digits and int(digits) in bounds else None


@router.get("/credit/policies/{document_id}")
async def policy(document_id: str, request: Request, context: ServiceContext) -> Response:
    """A notice or policy."""
    try:
        row = await documents.one(context.pool, UUID(document_id))
    except ValueError:
        row = None
    if row is None:
        return missing_page(request, context)
    return page(request, context, "policy.html", one=PolicyText.of(row))


@router.get("/credit/{name}.css")
async def sheet(name: str, request: Request, context: ServiceContext) -> Response:
    """The style of all pages, under a name that follows from its content."""
    if request.url.path != style_address():
        return missing_page(request, context)
    headers = {"Cache-Control": f"public, max-age={ASSET_SECONDS}, immutable"}
    return Response(style(), media_type="text/css; charset=utf-8", headers=headers)


@router.get("/credit/{address:path}")
async def missing(address: str, request: Request, context: ServiceContext) -> Response:
    """Whatever is not there."""
    return missing_page(request, context)


def missing_page(request: Request, context: Context[Settings]) -> Response:
    """Say that there is no such page."""
    return page(request, context, "missing.html", status=404, listed=False)
