"""HTTP for anybody: search for firms, what is public of one, figures. No login, and no natural person."""

from typing import Annotated

import asyncpg
from fastapi import APIRouter, Depends, Path, Query, Request

from credit.errors import Reason, Refused
from credit.handlers import reports
from credit.settings import Settings
from credit.shapes.public import (
    PublicFile,
    PublicRecord,
    PublicSubject,
    SearchAnswer,
    Statistics,
)
from credit.shapes.reports import ReportCheck
from credit.views import public as views
from credit.views import reports as report_views
from credit.work.figures import Figures
from shared.base.cleaning import clean_number, shown_name
from shared.base.papers import is_number
from shared.http.callers import ContextDependency, get_context
from shared.http.problems import not_found
from shared.messaging.unit import Context

router = APIRouter(prefix="/public", tags=["信用公示"])

LEAST_CHARACTERS = 3
"""Trigrams cannot tell fewer, and two find half of the register."""
Typed = Annotated[str | None, Query(max_length=100)]
Code = Annotated[str, Path(max_length=40, description="统一社会信用代码")]
ServiceContext = Annotated[Context[Settings], Depends(get_context)]


@router.get("/subjects", summary="查找企业")
async def search(
    context: ServiceContext,
    code: Annotated[str | None, Query(max_length=40, description="统一社会信用代码")] = None,
    name: Annotated[
        str | None, Query(max_length=100, description="名称或其一部分，可有一个错字")
    ] = None,
) -> SearchAnswer:
    """Find firms and organisations by exact code, or by a name with one wrong character in it."""
    if code:
        row = await views.by_code(context.pool, clean_number(code).upper())
        return SearchAnswer(items=[PublicSubject.of(row)] if row else [])
    wanted = shown_name(name or "").replace("\x00", "")
    if len(wanted) < LEAST_CHARACTERS:
        raise Refused(Reason.SEARCH_TOO_SHORT)
    try:
        found = await views.by_name(context.pool, wanted, context.settings.search_timeout_seconds)
    except asyncpg.QueryCanceledError as error:
        raise Refused(Reason.SEARCH_TOO_SHORT) from error
    return SearchAnswer(items=[PublicSubject.of(row) for row in found])


@router.get("/subjects/{code}", summary="企业信用信息")
async def file(code: Code, context: ContextDependency) -> PublicFile:
    """Show what is public of a firm today; a code that it had leads to it."""
    found = await file_of(context, code)
    if found is None:
        raise not_found()
    return found


async def file_of(context: Context, code: str) -> PublicFile | None:
    """What is public of a firm today, by its code or one that it had; None for nobody."""
    row = await views.by_code(context.pool, clean_number(code).upper().replace("\x00", ""))
    if row is None:
        return None
    counts, records = await views.file(context.pool, row["subject_id"], context.clock.today())
    return PublicFile(
        **PublicSubject.of(row).model_dump(),
        as_of=context.clock.now(),
        permits=counts["permits"],
        penalties=counts["penalties"],
        records=[PublicRecord.of(one) for one in records],
    )


@router.get("/reports/{number}", summary="核验信用报告")
async def check_report(
    number: Annotated[str, Path(max_length=40, description="报告编号")],
    context: ContextDependency,
    code: Annotated[str, Query(max_length=60, description="校验码，16位字母和数字，可带连字符")],
) -> ReportCheck:
    """Say whether a report is ours and still stands, by number and check code; nothing of its subject."""
    return await report_check(context, number, code)


async def report_check(context: Context, number: str, code: str) -> ReportCheck:
    """What a check of a report comes to; a slip of the pen asks no database."""
    number = number.strip().upper()
    if not is_number(reports.PREFIX, number):
        return ReportCheck.of(None)
    data = context.personal_data
    hashes = data.either(reports.code_hash(data, number, code))
    today = context.clock.today()
    return ReportCheck.of(await report_views.checked(context.pool, number, today, hashes))


@router.get("/statistics", summary="公示统计")
async def statistics(request: Request, context: ServiceContext) -> Statistics:
    """Count what is public; the figures are a minute old at most."""
    figures: Figures = request.app.state.figures
    return await figures.of(context)
