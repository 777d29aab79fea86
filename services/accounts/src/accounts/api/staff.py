"""HTTP about an employer's people: found by a part of the name, and what was changed of them."""

from typing import Annotated

from fastapi import APIRouter, Query

from accounts.access import OfficeLook, after_text, demand_own
from accounts.handlers import search as handlers
from accounts.shapes import employers as shapes
from accounts.shapes import staff as staff_shapes
from accounts.views import changes as change_views
from accounts.views.staff import StaffPage
from shared.audit import trail as audit
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor

router = APIRouter(tags=["单位"])


@router.post("/employers/{employer_number}/accounts/search", summary="查找单位职工")
async def search(
    employer_number: str,
    body: staff_shapes.StaffSearch,
    principal: OfficeLook,
    context: ContextDependency,
) -> shapes.StaffPage:
    """Find people by a part of the name, ID number or account number; in a body, so that it stands in no log.

    A page may be shorter than its limit though more follow: `next_cursor` says so.
    """
    demand_own(principal, employer_number)
    page = StaffPage(employer_number, after_text(body.cursor), body.state, body.limit + 1)
    rows = await handlers.sought(context, page, body.text)
    shown, data = rows[: body.limit], context.personal_data
    items = [
        shapes.StaffAccount.of(row, data) for row in shown if handlers.holds(row, body.text, data)
    ]
    audit.looked_at([item.account_number for item in items])
    more = len(rows) > body.limit
    return shapes.StaffPage(
        items=items, next_cursor=encode_cursor(shown[-1]["number"]) if more else None
    )


@router.get("/employers/{employer_number}/staff-changes", summary="单位职工变更记录")
async def changes(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    query: Annotated[staff_shapes.ChangeQuery, Query()],
) -> staff_shapes.ChangePage:
    """Return what was changed of people while they were with the employer (汇缴变更), latest first."""
    demand_own(principal, employer_number)
    rows = await change_views.of_employer(
        context.pool, employer_number, query.which(_before(query.cursor))
    )
    shown = rows[: query.limit]
    items = [staff_shapes.Change.of(row, context.personal_data) for row in shown]
    audit.looked_at([item.account_number for item in items])
    more = len(rows) > query.limit
    return staff_shapes.ChangePage(
        items=items, next_cursor=encode_cursor(shown[-1]["id"]) if more else None
    )


def _before(cursor: str | None) -> int:
    if cursor is None:
        return change_views.LATEST
    match decode_cursor(cursor):
        case [int(history_id)] if 0 < history_id <= change_views.LATEST:
            return history_id
    raise bad_cursor()
