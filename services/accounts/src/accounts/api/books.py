"""HTTP about the general ledger (总账): what staff read of it, and what two people do to it."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from accounts.access import PAGE_MAX_ITEMS, MakerPost, Staff, after_text
from accounts.domain import Month
from accounts.operations import books as operations
from accounts.shapes import books as shapes
from accounts.shapes.fields import MonthText
from accounts.views import books as views
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, encode_cursor
from shared.http.problems import not_found
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(prefix="/books", tags=["总账"])

Cursor = Annotated[str | None, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)]
PathYear = Annotated[int, Path(ge=1991, le=2199)]


@router.post(
    "/vouchers", status_code=202, response_model=ProposalAnswer, summary="申请手工记账凭证"
)
async def propose_voucher(body: shapes.VoucherBody, caller: MakerPost) -> Response:
    """Propose a voucher by hand (手工凭证): the bank's interest, its fees, the centre's own accounts."""
    return await answer_proposed(caller, operations.POST, body)


@router.post(
    "/periods/{month}/closing", status_code=202, response_model=ProposalAnswer, summary="申请月结"
)
async def propose_closing(
    month: MonthText, body: shapes.ClosingBody, caller: MakerPost
) -> Response:
    """Propose to close a month: refused with everything that bars it (R-BK-1)."""
    return await answer_proposed(caller, operations.CLOSE_MONTH, body, month=month)


@router.post(
    "/years/{year}/closing", status_code=202, response_model=ProposalAnswer, summary="申请年结"
)
async def propose_year(year: PathYear, body: shapes.YearClosingBody, caller: MakerPost) -> Response:
    """Propose to close a year and distribute its added value (增值收益分配)."""
    return await answer_proposed(caller, operations.CLOSE_YEAR, body, year=year)


@router.get("/periods", summary="会计期间")
async def periods(
    _principal: Staff, context: ContextDependency, cursor: Cursor = None, limit: Limit = 24
) -> shapes.Periods:
    """Return the months of the books, latest first."""
    before = _month_of(cursor)
    rows = await views.periods(context.pool, before, limit + 1)
    items = [shapes.Period.of(row) for row in rows[:limit]]
    more = encode_cursor(items[-1].month) if len(rows) > limit else None
    return shapes.Periods(items=items, next_cursor=more)


def _month_of(cursor: str | None) -> date | None:
    if cursor is None:
        return None
    try:
        return Month.parse(after_text(cursor)).first
    except ValueError:
        raise bad_cursor() from None


async def _rows(context: ContextDependency, month: str) -> tuple[Month, str, list[Any]]:
    wanted = Month.parse(month)
    found = await views.period(context.pool, wanted.first)
    if found is None:
        raise not_found()
    return wanted, found["state"], await views.subjects(context.pool, wanted.first)


@router.get("/periods/{month}/trial-balance", summary="试算平衡表")
async def trial_balance(
    month: MonthText, _principal: Staff, context: ContextDependency
) -> shapes.TrialBalance:
    """Return every subject's opening, movement and closing of a month."""
    return shapes.TrialBalance.of(*await _rows(context, month))


@router.get("/periods/{month}/balance-sheet", summary="资产负债表")
async def balance_sheet(
    month: MonthText, _principal: Staff, context: ContextDependency
) -> shapes.BalanceSheet:
    """Return assets, liabilities and net assets at the end of a month."""
    wanted, _, rows = await _rows(context, month)
    return shapes.BalanceSheet.of(wanted, rows)


@router.get("/periods/{month}/added-value", summary="增值收益表")
async def added_value(
    month: MonthText, _principal: Staff, context: ContextDependency
) -> shapes.AddedValue:
    """Return income and expense of the year up to a month."""
    wanted, _, rows = await _rows(context, month)
    return shapes.AddedValue.of(wanted, rows)


@router.get("/periods/{month}/vouchers", summary="记账凭证")
async def vouchers(
    month: MonthText,
    _principal: Staff,
    context: ContextDependency,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> shapes.Vouchers:
    """Return the vouchers of a month by number, with their lines."""
    after = after_text(cursor) or "0"
    if not after.isdecimal():
        raise bad_cursor()
    rows = await views.vouchers(context.pool, Month.parse(month).first, int(after), limit + 1)
    shown = rows[:limit]
    lines = await views.lines(context.pool, [row["id"] for row in shown])
    items = [
        shapes.Voucher.of(row, [line for line in lines if line["voucher_id"] == row["id"]])
        for row in shown
    ]
    more = encode_cursor(str(items[-1].number)) if len(rows) > limit else None
    return shapes.Vouchers(items=items, next_cursor=more)
