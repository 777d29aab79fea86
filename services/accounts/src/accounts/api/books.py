"""HTTP about the general ledger (总账): what staff read of it, and what two people do to it."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import StreamingResponse

from accounts.access import PAGE_MAX_ITEMS, MakerPost, Staff, after_text
from accounts.domain import Month
from accounts.operations import books as operations
from accounts.shapes import books as shapes
from accounts.shapes import exports as tables
from accounts.shapes.fields import MonthText
from accounts.views import books as views
from accounts.views.exports import VOUCHERS as EXPORTED
from shared.base.sheets import Table
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, encode_cursor
from shared.http.exports import CONTENT, Export, Form, Wanted, export, export_rows
from shared.http.problems import not_found
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(prefix="/books", tags=["总账"])
files = APIRouter(
    prefix="/books", tags=["总账"], responses=CONTENT, default_response_class=StreamingResponse
)
STATE_TEXTS = {"open": "未结账", "closed": "已结账"}

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


REPORTS: dict[str, tuple[Table, Callable[[Month, str, list[Any]], Sequence[Sequence[object]]]]] = {
    "trial-balance": (
        tables.TRIAL_BALANCE,
        lambda *of: tables.trial_balance(shapes.TrialBalance.of(*of)),
    ),
    "balance-sheet": (
        tables.BALANCE_SHEET,
        lambda month, _, rows: tables.balance_sheet(shapes.BalanceSheet.of(month, rows)),
    ),
    "added-value": (
        tables.ADDED_VALUE,
        lambda month, _, rows: tables.added_value(shapes.AddedValue.of(month, rows)),
    ),
}
"""What is taken away as a file, by the end of its path."""


async def _file(
    context: ContextDependency, month: str, report: str, form: Form
) -> StreamingResponse:
    table, make = REPORTS[report]
    found = await _rows(context, month)

    async def portions() -> AsyncIterator[Sequence[Sequence[object]]]:
        yield make(*found)

    return await export_rows(context, table, portions(), form, about=_about(*found[:2]))


def _about(month: Month, state: str) -> str:
    return f"会计期间 {month}（{STATE_TEXTS[state]}）"


@files.get("/periods/{month}/trial-balance/export", summary="导出试算平衡表")
async def trial_balance_file(
    month: MonthText, _principal: Staff, context: ContextDependency, form: Wanted = Form.XLSX
) -> StreamingResponse:
    """Return the trial balance of a month as a file."""
    return await _file(context, month, "trial-balance", form)


@files.get("/periods/{month}/balance-sheet/export", summary="导出资产负债表")
async def balance_sheet_file(
    month: MonthText, _principal: Staff, context: ContextDependency, form: Wanted = Form.XLSX
) -> StreamingResponse:
    """Return the balance sheet at the end of a month as a file."""
    return await _file(context, month, "balance-sheet", form)


@files.get("/periods/{month}/added-value/export", summary="导出增值收益表")
async def added_value_file(
    month: MonthText, _principal: Staff, context: ContextDependency, form: Wanted = Form.XLSX
) -> StreamingResponse:
    """Return income and expense of the year up to a month as a file."""
    return await _file(context, month, "added-value", form)


@files.get("/periods/{month}/vouchers/export", summary="导出记账凭证")
async def vouchers_file(
    month: MonthText, _principal: Staff, context: ContextDependency, form: Wanted = Form.XLSX
) -> StreamingResponse:
    """Return the vouchers of a month line by line as a file, as accounting programs read them in."""
    wanted = Month.parse(month)
    found = await views.period(context.pool, wanted.first)
    if found is None:
        raise not_found()
    about = _about(wanted, found["state"])
    rows = Export(tables.VOUCHERS, EXPORTED, (wanted.first,), tables.voucher_line, about)
    return await export(context, rows, form)


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
