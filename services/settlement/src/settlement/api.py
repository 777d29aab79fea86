"""HTTP for staff: orders to the bank, unknown outcomes, reconciliation. No rule, nothing for citizens."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from settlement import operations, reports, views
from settlement.domain import Kind, State
from settlement.handlers import reconciliation
from settlement.shapes import (
    ConclusionBody,
    CrossDifferenceList,
    CrossState,
    FiguresShown,
    OddEntryList,
    PaymentOrder,
    PaymentOrderDetail,
    PaymentOrderPage,
    Reconciliation,
    ReconciliationBody,
    ReconciliationDetail,
    ReconciliationList,
)
from settlement.store import cross
from settlement.store.orders import note_view
from shared.http.callers import ContextDependency, looking, require
from shared.http.cursors import bad_cursor, decode_cursor, decode_position, encode_cursor
from shared.http.exports import CONTENT, Form, Wanted, export_rows
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, STAFF, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["付款与对账"])

PAGE_MAX_ITEMS = 200

Staff = Annotated[Principal, Depends(require(*BUSINESS))]
AnyStaff = Annotated[Principal, Depends(require(*STAFF))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
Operators = Annotated[Principal, Depends(require(*BUSINESS, Role.SERVICE))]
StaffPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*BUSINESS))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)]


_OrderedBy = Callable[[PaymentOrder], datetime | None]


class DifferenceState(StrEnum):
    """Which differences to show."""

    OPEN = "open"
    EXPLAINED = "explained"


@router.get("/payment-orders", summary="付款、放款和扣款指令")
async def payment_orders(
    _principal: Staff,
    context: ContextDependency,
    *,
    kind: Annotated[Kind | None, Query(description="指令类型")] = None,
    state: Annotated[State | None, Query(description="指令状态")] = None,
    flagged: bool = False,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> PaymentOrderPage:
    """Return orders to the bank, newest first; `flagged` leaves those that need a person's look."""
    found = await views.orders(
        context.pool,
        context.personal_data,
        kind=kind,
        state=state,
        flagged=flagged,
        before=decode_position(cursor) if cursor else None,
        limit=limit + 1,
    )
    return _page(found, limit, lambda last: last.created_at)


@router.get("/payment-orders/{order_id}", summary="一笔指令及其全部经过")
async def payment_order(
    order_id: UUID, principal: Looker, context: ContextDependency
) -> PaymentOrderDetail:
    """Return one order with its history and the bank's entries; the look is recorded."""
    found = await views.detail(context.pool, context.personal_data, order_id)
    if found is None:
        raise not_found()
    await note_view(context.pool, order_id, principal.identity_id, context.clock.now())
    return found


@router.post(
    "/payment-orders/{order_id}/conclusion",
    status_code=202,
    response_model=ProposalAnswer,
    summary="提出处理结论",
)
async def propose_conclusion(order_id: UUID, body: ConclusionBody, caller: MakerPost) -> Response:
    """Propose what became of an order that contradicts the bank; another person decides."""
    return await answer_proposed(caller, operations.CONCLUDE, body, order_id=order_id)


@router.get("/unknown-payments", summary="结果未知的指令")
async def unknown_payments(
    _principal: Operators,
    context: ContextDependency,
    kind: Annotated[Kind | None, Query(description="指令类型")] = None,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> PaymentOrderPage:
    """Return the orders whose outcome nobody knows, longest first; the bank is being asked about each."""
    after = decode_position(cursor) if cursor else None
    found = await views.unknown(
        context.pool, context.personal_data, kind=kind, after=after, limit=limit + 1
    )
    return _page(found, limit, lambda last: last.unknown_since)


@router.get("/figures", summary="付款概况")
async def figures(_principal: AnyStaff, context: ContextDependency) -> FiguresShown:
    """Return what the bank did today, and what waits, is unknown or wants somebody; nobody is named."""
    return await views.day_figures(context.pool, context.clock.today())


@router.get(
    "/daily-reports/{business_date}",
    summary="导出资金日报",
    responses=CONTENT,
    response_class=StreamingResponse,
)
async def daily_report(
    business_date: date, _principal: AnyStaff, context: ContextDependency, form: Wanted = Form.PDF
) -> StreamingResponse:
    """Return a business day as a file: paid, handed back, compared with the bank, and what is open now."""
    if business_date > context.clock.today():
        raise not_found()

    async def portions() -> AsyncIterator[Sequence[reports.Row]]:
        yield await reports.daily(context.pool, business_date)

    about = f"业务日期 {business_date.year}年{business_date.month}月{business_date.day}日"
    return await export_rows(context, reports.DAILY, portions(), form, about=about)


@router.get("/reconciliations", summary="每日对账")
async def reconciliations(
    _principal: Operators, context: ContextDependency, limit: PageSize = 31
) -> ReconciliationList:
    """Return the compared business days, newest first."""
    return ReconciliationList(items=await views.reconciliations(context.pool, None, limit))


@router.post("/reconciliations", status_code=202, response_model=Reconciliation, summary="发起对账")
async def start_reconciliation(body: ReconciliationBody, caller: StaffPost) -> Response:
    """Have an ended business day compared (again); the result is at the address in `Location`."""
    _principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await reconciliation.request(unit, body.business_date)
        (found,) = await views.reconciliations(unit.connection, body.business_date, 1)
        return found

    address = f"/api/settlement/reconciliations/{body.business_date.isoformat()}"
    return await post.once(body, 202, handle, lambda _: address)


@router.get("/reconciliations/{business_date}", summary="一日的对账结果和差异")
async def reconciliation_of_day(
    business_date: date,
    _principal: Operators,
    context: ContextDependency,
    state: Annotated[DifferenceState | None, Query(description="是否已说明")] = None,
    cursor: str | None = None,
    limit: PageSize = 100,
) -> ReconciliationDetail:
    """Return a business day with its differences."""
    days = await views.reconciliations(context.pool, business_date, 1)
    if not days:
        raise not_found()
    found = await views.differences(
        context.pool,
        business_date,
        state=state.value if state else None,
        after=_difference(cursor) if cursor else None,
        limit=limit + 1,
    )
    page = found[:limit]
    return ReconciliationDetail(
        **days[0].model_dump(),
        differences=page,
        next_cursor=encode_cursor(str(page[-1].id)) if len(found) > limit else None,
    )


@router.post(
    "/differences/{difference_id}/explanation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="说明一条对账差异",
)
async def explain(difference_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Propose why a difference is none; once agreed it stays explained when the day is compared again."""
    return await answer_proposed(caller, operations.EXPLAIN, body, difference_id=difference_id)


@router.get("/cross-differences", summary="服务间资金差异")
async def cross_differences(
    _principal: Staff,
    context: ContextDependency,
    state: Annotated[CrossState | None, Query(description="差异状态")] = None,
    cursor: str | None = None,
    limit: PageSize = 100,
) -> CrossDifferenceList:
    """Return contracts of whose money loans, ledger and orders do not say the same."""
    after = _difference(cursor) if cursor else None
    found = await cross.differences(context.pool, state, after, limit + 1)
    page = [views.cross_difference_of(row) for row in found[:limit]]
    return CrossDifferenceList(
        items=page, next_cursor=encode_cursor(str(page[-1].id)) if len(found) > limit else None
    )


@router.post(
    "/cross-differences/{difference_id}/explanation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="说明一条服务间差异",
)
async def explain_cross(difference_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Propose why services differ; once agreed it stays explained while the gap is the same."""
    return await answer_proposed(
        caller, operations.EXPLAIN_CROSS, body, difference_id=difference_id
    )


@router.get("/odd-entries", summary="银行账目中无法采信的记录")
async def odd_entries(
    _principal: Staff, context: ContextDependency, cursor: str | None = None, limit: PageSize = 50
) -> OddEntryList:
    """Return what the bank told and nobody could believe, newest first; the other entries were taken."""
    before = _odd(cursor) if cursor else None
    found = await views.odd_entries(
        context.pool, context.personal_data, before=before, limit=limit + 1
    )
    page = found[:limit]
    return OddEntryList(
        items=page, next_cursor=encode_cursor(page[-1].id) if len(found) > limit else None
    )


@router.post(
    "/odd-entries/{odd_id}/explanation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="说明一条无法采信的银行记录",
)
async def explain_odd(odd_id: int, body: Grounds, caller: MakerPost) -> Response:
    """Propose what became of it, for instance how the bank mended it; once agreed the alarm ends."""
    return await answer_proposed(caller, operations.EXPLAIN_ODD, body, odd_id=odd_id)


def _page(found: list[PaymentOrder], limit: int, order_by: _OrderedBy) -> PaymentOrderPage:
    page = found[:limit]
    if len(found) <= limit:
        return PaymentOrderPage(items=page, next_cursor=None)
    at = order_by(page[-1])
    assert at is not None
    return PaymentOrderPage(
        items=page, next_cursor=encode_cursor(at.isoformat(), str(page[-1].order_id))
    )


def _difference(cursor: str) -> UUID:
    try:
        (difference_id,) = decode_cursor(cursor)
        return UUID(difference_id)
    except (ValueError, TypeError, AttributeError) as error:
        raise bad_cursor() from error


def _odd(cursor: str) -> int:
    match decode_cursor(cursor):
        case [int(number)]:
            return number
        case _:
            raise bad_cursor()
