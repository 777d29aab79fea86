"""HTTP about money in suspense (暂收): what lies there and why, allotted, sent back."""

from uuid import UUID

from fastapi import APIRouter, Response

from accounts.access import MoneyLook, PageSize, PayingPost, Staff, after_text, demand_own
from accounts.operations import suspense as operations
from accounts.shapes import suspense as shapes
from accounts.views import suspense as views
from shared.http.callers import ContextDependency
from shared.http.cursors import decode_position, encode_cursor
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["暂收款"])


@router.get("/employers/{employer_number}/suspense", summary="单位暂收款")
async def suspense(
    employer_number: str,
    principal: MoneyLook,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> shapes.SuspensePage:
    """Return receipts that pay no list, and why (R-DEP-7)."""
    demand_own(principal, employer_number)
    return await _suspense(context, employer_number, cursor, limit)


@router.get("/suspense", summary="未认领的到账资金")
async def unmatched(
    _principal: Staff, context: ContextDependency, cursor: str | None = None, limit: PageSize = 50
) -> shapes.SuspensePage:
    """Return receipts whose payment reference names no list."""
    return await _suspense(context, None, cursor, limit)


async def _suspense(
    context: ContextDependency, employer_number: str | None, cursor: str | None, limit: int
) -> shapes.SuspensePage:
    rows = await views.suspense(context.pool, employer_number, after_text(cursor), limit + 1)
    today = context.clock.today()
    items = [shapes.SuspenseReceipt.of(row, today) for row in rows[:limit]]
    more = len(rows) > limit
    return shapes.SuspensePage(
        items=items, next_cursor=encode_cursor(items[-1].bank_serial) if more else None
    )


@router.post(
    "/lists/{list_id}/allotment",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请以暂收款缴纳清册",
)
async def allot(list_id: UUID, body: shapes.AllotmentBody, caller: PayingPost) -> Response:
    """Propose to book a confirmed list from what lies in suspense, to the fen (R-DEP-7)."""
    return await answer_proposed(caller, operations.ALLOT, body, list_id=list_id)


@router.post(
    "/suspense/{bank_serial}/refund",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请退款",
)
async def refund(
    bank_serial: shapes.BankSerial, body: shapes.RefundBody, caller: PayingPost
) -> Response:
    """Propose to send a receipt, or a part of it, back to the account that it came from (R-DEP-7)."""
    return await answer_proposed(caller, operations.REFUND, body, bank_serial=bank_serial)


@router.get("/employers/{employer_number}/refunds", summary="单位退款记录")
async def refunds(
    employer_number: str,
    principal: MoneyLook,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> shapes.RefundPage:
    """Return what was sent back of an employer's money, latest first."""
    demand_own(principal, employer_number)
    return await _refunds(context, employer_number, cursor, limit)


@router.get("/refunds", summary="退款记录")
async def all_refunds(
    _principal: Staff, context: ContextDependency, cursor: str | None = None, limit: PageSize = 50
) -> shapes.RefundPage:
    """Return everything that was sent back, latest first."""
    return await _refunds(context, None, cursor, limit)


async def _refunds(
    context: ContextDependency, employer_number: str | None, cursor: str | None, limit: int
) -> shapes.RefundPage:
    before = decode_position(cursor) if cursor else None
    rows = await views.refunds(context.pool, employer_number, before, limit + 1)
    items = [shapes.Refund.of(row) for row in rows[:limit]]
    last = items[-1] if len(rows) > limit else None
    return shapes.RefundPage(
        items=items,
        next_cursor=encode_cursor(last.ordered_at.isoformat(), str(last.id)) if last else None,
    )
