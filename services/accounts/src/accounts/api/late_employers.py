"""HTTP about employers that are late: whom the staff calls (R-ACC-6, R-DEP-5, R-DEP-10)."""

from typing import Annotated

from fastapi import APIRouter, Query

from accounts.access import PageSize, Staff
from accounts.rules.reminders import registered_until
from accounts.shapes.late_employers import LateEmployer, LateEmployers
from accounts.views import late_employers as views
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor

router = APIRouter(tags=["单位"])


@router.get("/late-employers", summary="逾期的单位")
async def late(
    _principal: Staff,
    context: ContextDependency,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: PageSize = 50,
) -> LateEmployers:
    """Return who opened no accounts 20 days after registering, or has not remitted 5 days after payday."""
    today = context.clock.today()
    rows = await views.late(context.pool, today, registered_until(today), _after(cursor), limit + 1)
    items = [LateEmployer.of(row, today) for row in rows[:limit]]
    more = len(rows) > limit
    following = encode_cursor(items[-1].employer_number, items[-1].kind.value) if more else None
    return LateEmployers(items=items, next_cursor=following)


def _after(cursor: str | None) -> tuple[str, str]:
    if cursor is None:
        return "", ""
    match decode_cursor(cursor):
        case [str(number), str(kind)]:
            return number, kind
    raise bad_cursor()
