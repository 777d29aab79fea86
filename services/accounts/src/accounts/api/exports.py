"""HTTP: what people and employers see, as spreadsheets and as PDF."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from accounts.access import (
    Citizen,
    MoneyLook,
    OfficeLook,
    OwnerOrStaff,
    bound,
    demand_own,
    person,
)
from accounts.api.citizens import OwnReadings, own_account
from accounts.domain import AccountState
from accounts.shapes import entries as entry_shapes
from accounts.shapes import exports as tables
from accounts.shapes import staff as staff_shapes
from accounts.shapes.fields import Row
from accounts.views import employers as employer_views
from accounts.views import exports as views
from accounts.views import suspense as suspense_views
from shared.audit import trail as audit
from shared.base.sheets import MAX_ROWS
from shared.http.callers import ContextDependency
from shared.http.exports import CONTENT, Export, Form, Wanted, export
from shared.http.problems import not_found
from shared.messaging.unit import Context

EntryExport = Annotated[entry_shapes.EntryExport, Query()]
router = APIRouter(tags=["导出"], responses=CONTENT, default_response_class=StreamingResponse)


@router.get("/my/entries/export", summary="导出我的缴存明细")
async def my_entries(
    principal: Citizen,
    context: ContextDependency,
    request: Request,
    asked: EntryExport,
) -> StreamingResponse:
    """Return the booked rows of the caller's account as a file, oldest first."""
    readings: OwnReadings = request.app.state.own_readings
    row = await readings.accounts.one(person(principal))
    if row is None:
        raise not_found()
    return await _entries(context, row, asked)


@router.get("/accounts/{account_number}/entries/export", summary="导出个人账户明细")
async def entries(
    account_number: str,
    principal: OwnerOrStaff,
    context: ContextDependency,
    asked: EntryExport,
) -> StreamingResponse:
    """Return booked rows as a file, oldest first."""
    return await _entries(context, await own_account(context, account_number, principal), asked)


async def _entries(
    context: Context, row: Row, asked: entry_shapes.EntryExport
) -> StreamingResponse:
    values = (row["ledger_account_id"], *vars(asked.which).values())
    about = f"个人账号 {row['number']}"
    wanted = Export(tables.ENTRIES, views.ENTRIES, values, tables.entry, about)
    return await export(context, wanted, asked.form)


@router.get("/employers/{employer_number}/accounts/export", summary="导出单位职工名册")
async def staff(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    state: Annotated[
        AccountState | None, Query(description="Only accounts in this state (个人账户状态).")
    ] = None,
    form: Wanted = Form.XLSX,
) -> StreamingResponse:
    """Return the employer's people as a file, without balances."""
    demand_own(principal, employer_number)
    audit.looked_at([f"{employer_number} 职工名册"])
    values = (employer_number, state, context.clock.today().replace(day=1))
    make = tables.staff(context.personal_data)
    wanted = Export(tables.STAFF, views.STAFF, values, make, _of(employer_number))
    return await export(context, wanted, form)


def _of(employer_number: str) -> str:
    return f"单位账号 {employer_number}"


@router.get("/employers/{employer_number}/lists/export", summary="导出汇缴记录")
async def lists(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    form: Wanted = Form.XLSX,
) -> StreamingResponse:
    """Return the employer's monthly lists as a file, oldest first."""
    demand_own(principal, employer_number)
    about, values = _of(employer_number), (employer_number,)
    wanted = Export(tables.LISTS, views.LISTS, values, tables.remittance_list, about)
    return await export(context, wanted, form)


@router.get("/employers/{employer_number}/staff-changes/export", summary="导出职工变更记录")
async def staff_changes(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    asked: Annotated[staff_shapes.ChangeExport, Query()],
) -> StreamingResponse:
    """Return what was changed of the employer's people as a file, oldest first."""
    demand_own(principal, employer_number)
    audit.looked_at([f"{employer_number} 职工变更记录"])
    values = (employer_number, *asked.values())
    make = tables.staff_change(context.personal_data)
    about = _of(employer_number)
    wanted = Export(tables.STAFF_CHANGES, views.STAFF_CHANGES, values, make, about)
    return await export(context, wanted, asked.form)


@router.get("/employers/{employer_number}/suspense/export", summary="导出单位暂收款")
async def suspense(
    employer_number: str,
    principal: MoneyLook,
    context: ContextDependency,
    form: Wanted = Form.XLSX,
) -> StreamingResponse:
    """Return receipts that pay no list, and why, as a file (R-DEP-7)."""
    demand_own(principal, employer_number)
    values = (employer_number, "", MAX_ROWS)
    make, about = tables.suspense(context.clock.today()), _of(employer_number)
    wanted = Export(tables.SUSPENSE, suspense_views.SUSPENSE, values, make, about)
    return await export(context, wanted, form)


@router.get("/employers/{employer_number}/history/export", summary="导出单位业务历史")
async def history(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    form: Wanted = Form.XLSX,
) -> StreamingResponse:
    """Return what happened to the employer as a file, oldest first: agreement, ratios, deferrals, money."""
    demand_own(principal, employer_number)
    about, values = _of(employer_number), (employer_number,)
    wanted = Export(tables.HISTORY, views.HISTORY, values, tables.happened, about)
    return await export(context, wanted, form)


@router.get("/lists/{list_id}/lines/export", summary="导出汇缴清册")
async def lines(
    list_id: UUID, principal: OfficeLook, context: ContextDependency, form: Wanted = Form.XLSX
) -> StreamingResponse:
    """Return who is on a list as a file."""
    row = await employer_views.remittance_list(context.pool, list_id)
    if row is None or bound(principal) not in (None, row["employer_number"]):
        raise not_found()
    month = f"{row['month']:%Y-%m}"
    audit.looked_at([f"{row['employer_number']} 汇缴清册 {month}"])
    make = tables.line(context.personal_data)
    about = f"{_of(row['employer_number'])}　汇缴年月 {month}"
    return await export(context, Export(tables.LINES, views.LINES, (list_id,), make, about), form)
