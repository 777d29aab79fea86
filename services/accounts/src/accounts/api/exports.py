"""HTTP: what people and employers see, as spreadsheets."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from accounts.access import Citizen, OfficeLook, OwnerOrStaff, bound, demand_own, person
from accounts.api.citizens import EntryFilter, OwnReadings, own_account
from accounts.domain import AccountState
from accounts.shapes import entries as entry_shapes
from accounts.shapes import exports as tables
from accounts.shapes import staff as staff_shapes
from accounts.shapes.fields import Row
from accounts.views import employers as employer_views
from accounts.views import exports as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency
from shared.http.exports import CONTENT, Export, export
from shared.http.problems import not_found
from shared.messaging.unit import Context

router = APIRouter(tags=["导出"], responses=CONTENT, default_response_class=StreamingResponse)


@router.get("/my/entries/export", summary="导出我的缴存明细")
async def my_entries(
    principal: Citizen, context: ContextDependency, request: Request, asked: EntryFilter
) -> StreamingResponse:
    """Return the booked rows of the caller's account as a spreadsheet, oldest first."""
    readings: OwnReadings = request.app.state.own_readings
    row = await readings.accounts.one(person(principal))
    if row is None:
        raise not_found()
    return await _entries(context, row, asked)


@router.get("/accounts/{account_number}/entries/export", summary="导出个人账户明细")
async def entries(
    account_number: str, principal: OwnerOrStaff, context: ContextDependency, asked: EntryFilter
) -> StreamingResponse:
    """Return booked rows as a spreadsheet, oldest first."""
    return await _entries(context, await own_account(context, account_number, principal), asked)


async def _entries(
    context: Context, row: Row, asked: entry_shapes.EntryFilter
) -> StreamingResponse:
    values = (row["ledger_account_id"], *vars(asked.which).values())
    return await export(context, Export(tables.ENTRIES, views.ENTRIES, values, tables.entry))


@router.get("/employers/{employer_number}/accounts/export", summary="导出单位职工名册")
async def staff(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    state: Annotated[
        AccountState | None, Query(description="Only accounts in this state (个人账户状态).")
    ] = None,
) -> StreamingResponse:
    """Return the employer's people as a spreadsheet, without balances."""
    demand_own(principal, employer_number)
    audit.looked_at([f"{employer_number} 职工名册"])
    values = (employer_number, state, context.clock.today().replace(day=1))
    make = tables.staff(context.personal_data)
    return await export(context, Export(tables.STAFF, views.STAFF, values, make))


@router.get("/employers/{employer_number}/lists/export", summary="导出汇缴记录")
async def lists(
    employer_number: str, principal: OfficeLook, context: ContextDependency
) -> StreamingResponse:
    """Return the employer's monthly lists as a spreadsheet, oldest first."""
    demand_own(principal, employer_number)
    wanted = Export(tables.LISTS, views.LISTS, (employer_number,), tables.remittance_list)
    return await export(context, wanted)


@router.get("/employers/{employer_number}/staff-changes/export", summary="导出职工变更记录")
async def staff_changes(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    asked: Annotated[staff_shapes.ChangeFilter, Query()],
) -> StreamingResponse:
    """Return what was changed of the employer's people as a spreadsheet, oldest first."""
    demand_own(principal, employer_number)
    audit.looked_at([f"{employer_number} 职工变更记录"])
    values = (employer_number, *asked.values())
    make = tables.staff_change(context.personal_data)
    return await export(context, Export(tables.STAFF_CHANGES, views.STAFF_CHANGES, values, make))


@router.get("/lists/{list_id}/lines/export", summary="导出汇缴清册")
async def lines(
    list_id: UUID, principal: OfficeLook, context: ContextDependency
) -> StreamingResponse:
    """Return who is on a list as a spreadsheet."""
    row = await employer_views.remittance_list(context.pool, list_id)
    if row is None or bound(principal) not in (None, row["employer_number"]):
        raise not_found()
    audit.looked_at([f"{row['employer_number']} 汇缴清册 {row['month']:%Y-%m}"])
    make = tables.line(context.personal_data)
    return await export(context, Export(tables.LINES, views.LINES, (list_id,), make))
