"""HTTP: a loan's entries and plan as spreadsheets and as PDF (R-QRY-1)."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import astuple
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from loans import access
from loans.access import ContractNumber, Viewer
from loans.shapes import entries as shapes
from loans.shapes import exports as tables
from loans.views import entries
from loans.views import today as standing
from shared.http.callers import ContextDependency
from shared.http.exports import CONTENT, Export, Form, Wanted, export, export_rows
from shared.http.problems import not_found

router = APIRouter(tags=["导出"], responses=CONTENT, default_response_class=StreamingResponse)


@router.get("/contracts/{contract_number}/repayments/export", summary="导出贷款还款明细")
async def export_entries(
    context: ContextDependency,
    caller: Viewer,
    contract_number: ContractNumber,
    asked: Annotated[shapes.EntryExport, Query()],
) -> StreamingResponse:
    """Return the loan entries as a file, oldest first."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
    values = (contract_number, *astuple(asked.which))
    about = f"借款合同编号 {contract_number}"
    wanted = Export(tables.ENTRIES, entries.ALL_ENTRIES, values, tables.entry, about)
    return await export(context, wanted, asked.form)


@router.get("/contracts/{contract_number}/plan/export", summary="导出还款计划")
async def export_plan(
    context: ContextDependency,
    caller: Viewer,
    contract_number: ContractNumber,
    form: Wanted = Form.XLSX,
) -> StreamingResponse:
    """Return the plan in force as a file."""
    async with access.reading(context) as connection:
        contract = await access.visible(connection, contract_number, caller)
        plan = await standing.plan_answer(connection, contract, None, context.clock.today())
    if plan is None:
        raise not_found()

    async def rows() -> AsyncIterator[Sequence[Sequence[object]]]:
        yield [tables.instalment(line) for line in plan.instalments]

    about = f"借款合同编号 {contract_number}"
    return await export_rows(context, tables.PLAN, rows(), form, about=about)
