"""HTTP about monthly lists (汇缴清册): draft, confirm, withdraw, look."""

from datetime import UTC, date, datetime
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel

from accounts.access import (
    PROPOSED,
    BindingPost,
    MakerPost,
    Office,
    OfficeLook,
    OfficePost,
    PageSize,
    TakeBackPost,
    after_text,
    bound,
    by_staff,
    demand_own,
    grounds,
    may_bind,
)
from accounts.domain import Month
from accounts.handlers import remittances as handlers
from accounts.operations import lists as operations
from accounts.shapes import lists as shapes
from accounts.shapes.fields import Row
from accounts.views import employers as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.problems import not_found
from shared.identity.principal import Principal
from shared.messaging.unit import Context, Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["当月汇缴"])

Position = tuple[date, datetime, UUID]
LATEST: Position = (date(9999, 1, 1), datetime(9999, 1, 1, tzinfo=UTC), UUID(int=0))


@router.post(
    "/employers/{employer_number}/lists",
    status_code=201,
    response_model=shapes.ListDetail,
    summary="编制汇缴清册",
)
async def draft(employer_number: str, body: shapes.ListBody, caller: OfficePost) -> Response:
    """Compute the list of a month (R-DEP-1, 6), with its change from the last one (R-CHG-5)."""
    principal, post = caller
    demand_own(principal, employer_number)

    async def handle(unit: Unit) -> BaseModel:
        month = Month.parse(body.month)
        staff = by_staff(principal)
        list_id = await handlers.draft_list(unit, employer_number, month, by_staff=staff)
        return await operations.detail(unit, list_id)

    return await post.once(body, 201, handle, _location)


@router.post(
    "/lists/{list_id}/confirmation",
    response_model=shapes.ListDetail,
    responses=PROPOSED,
    summary="确认清册",
)
async def confirm(
    list_id: UUID, caller: BindingPost, body: shapes.ConfirmationBody | None = None
) -> Response:
    """Freeze a draft (R-DEP-6), booked when its receipt is there: an operator; a maker proposes it, 202.

    What an operator has confirmed as `total_fen` is the list's total, or nothing is done.
    """
    principal, post = caller
    if by_staff(principal):
        why = grounds(body)
        return await answer_proposed(caller, operations.CONFIRM_LIST, why, list_id=list_id)

    async def handle(unit: Unit) -> BaseModel:
        total_fen = body.total_fen if body else None
        await handlers.confirm_list(unit, list_id, bound(principal), total_fen)
        return await operations.detail(unit, list_id)

    return await post.once(body, 200, handle)


@router.post("/lists/{list_id}/withdrawal", response_model=shapes.ListDetail, summary="撤回清册")
async def withdraw(list_id: UUID, caller: TakeBackPost) -> Response:
    """Take a draft back, or one's own confirmed list of which no money has come."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.withdraw_list(unit, list_id, bound(principal), may_bind=may_bind(principal))
        return await operations.detail(unit, list_id)

    return await post.once(None, 200, handle)


@router.post(
    "/lists/{list_id}/cancellation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请撤销已确认的清册",
)
async def cancel(list_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Propose to take a confirmed list back that nobody pays (R-CHG-6); another person decides."""
    return await answer_proposed(caller, operations.CANCEL_LIST, body, list_id=list_id)


@router.get("/lists/{list_id}", summary="清册状态")
async def remittance_list(
    list_id: UUID, principal: Office, context: ContextDependency
) -> shapes.ListDetail:
    """Return a list with its roll-forward."""
    row = await _own(context, list_id, principal)
    changes = await views.changes_since_last(context.pool, list_id)
    return shapes.ListDetail(
        **shapes.RemittanceList.of(row).model_dump(),
        changes=shapes.ListChanges.of(changes),
    )


@router.get("/lists/{list_id}/lines", summary="清册明细")
async def lines(
    list_id: UUID,
    principal: OfficeLook,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 100,
) -> shapes.LinePage:
    """Return who is on a list, by account number."""
    await _own(context, list_id, principal)
    rows = await views.lines(context.pool, list_id, after_text(cursor), limit + 1)
    items = [shapes.ListLine.of(row, context.personal_data) for row in rows[:limit]]
    more = len(rows) > limit
    audit.looked_at([item.account_number for item in items])
    return shapes.LinePage(
        items=items, next_cursor=encode_cursor(items[-1].account_number) if more else None
    )


@router.get("/employers/{employer_number}/lists", summary="单位汇缴清册")
async def lists(
    employer_number: str,
    principal: Office,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 24,
) -> shapes.ListPage:
    """Return an employer's lists, latest month first."""
    demand_own(principal, employer_number)
    before = _position(cursor) if cursor else LATEST
    rows = await views.lists(context.pool, employer_number, before, limit + 1)
    page, more = rows[:limit], len(rows) > limit
    return shapes.ListPage(
        items=[shapes.RemittanceList.of(row) for row in page],
        next_cursor=encode_cursor(
            page[-1]["month"].isoformat(), page[-1]["created_at"].isoformat(), str(page[-1]["id"])
        )
        if more
        else None,
    )


async def _own(context: Context, list_id: UUID, principal: Principal) -> Row:
    row = await views.remittance_list(context.pool, list_id)
    if row is None or bound(principal) not in (None, row["employer_number"]):
        raise not_found()
    return row


def _location(answer: BaseModel) -> str:
    assert isinstance(answer, shapes.ListDetail)
    return f"/api/accounts/lists/{answer.id}"


def _position(cursor: str) -> Position:
    try:
        month, created_at, list_id = decode_cursor(cursor)
        return date.fromisoformat(month), datetime.fromisoformat(created_at), UUID(list_id)
    except (ValueError, TypeError, AttributeError) as error:
        raise bad_cursor() from error
