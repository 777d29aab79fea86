"""HTTP about back payments (补缴): draft, confirm, take back, look."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel

from accounts.access import (
    PROPOSED,
    BindingPost,
    MakerPost,
    Office,
    OfficePost,
    PageSize,
    TakeBackPost,
    bound,
    by_staff,
    demand_own,
    grounds,
    may_bind,
)
from accounts.handlers import back_payments as handlers
from accounts.operations import back_payments as operations
from accounts.shapes import back_payments as shapes
from accounts.shapes.fields import OnBehalf
from accounts.views import back_payments as views
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, decode_position, encode_cursor
from shared.http.gate import LIST_MAX_BYTES, up_to
from shared.http.problems import not_found
from shared.identity.principal import Principal
from shared.messaging.unit import Context, Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["补缴"])


@router.post(
    "/employers/{employer_number}/back-payments",
    status_code=201,
    response_model=shapes.BackPayment,
    summary="编制补缴清单",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def draft(employer_number: str, body: shapes.BackPaymentBody, caller: OfficePost) -> Response:
    """List what is missing of people's months, by the wage and the ratios of each (R-DEP-1, R-CHG-2)."""
    principal, post = caller
    demand_own(principal, employer_number)

    async def handle(unit: Unit) -> BaseModel:
        staff = by_staff(principal)
        back_id = await handlers.draft(unit, employer_number, body.asked(), by_staff=staff)
        return await operations.shown(unit, back_id)

    return await post.once(body, 201, handle, _location)


def _location(answer: BaseModel) -> str:
    assert isinstance(answer, shapes.BackPayment)
    return f"/api/accounts/back-payments/{answer.id}"


@router.post(
    "/back-payments/{back_payment_id}/confirmation",
    response_model=shapes.BackPayment,
    responses=PROPOSED,
    summary="确认补缴清单",
)
async def confirm(
    back_payment_id: UUID, caller: BindingPost, body: OnBehalf | None = None
) -> Response:
    """Freeze it, booked when its money is there: an operator; a maker proposes it, 202."""
    principal, post = caller
    if by_staff(principal):
        return await answer_proposed(
            caller, operations.CONFIRM, grounds(body), back_payment_id=back_payment_id
        )

    async def handle(unit: Unit) -> BaseModel:
        await handlers.confirm(unit, back_payment_id, bound(principal))
        return await operations.shown(unit, back_payment_id)

    return await post.once(body, 200, handle)


@router.post(
    "/back-payments/{back_payment_id}/withdrawal",
    response_model=shapes.BackPayment,
    summary="撤回补缴清单",
)
async def withdraw(back_payment_id: UUID, caller: TakeBackPost) -> Response:
    """Take a draft back, or one's own confirmed one of which no money has come."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.withdraw(
            unit, back_payment_id, bound(principal), may_bind=may_bind(principal)
        )
        return await operations.shown(unit, back_payment_id)

    return await post.once(None, 200, handle)


@router.post(
    "/back-payments/{back_payment_id}/cancellation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请撤销已确认的补缴清单",
)
async def cancel(back_payment_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Propose to take a confirmed one back that nobody pays; another person decides."""
    return await answer_proposed(caller, operations.CANCEL, body, back_payment_id=back_payment_id)


@router.get("/back-payments/{back_payment_id}", summary="补缴清单状态")
async def back_payment(
    back_payment_id: UUID, principal: Office, context: ContextDependency
) -> shapes.BackPayment:
    """Return a back payment."""
    return await _own(context, back_payment_id, principal)


@router.get("/back-payments/{back_payment_id}/lines", summary="补缴清单明细")
async def lines(
    back_payment_id: UUID,
    principal: Office,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 100,
) -> shapes.BackPaymentLinePage:
    """Return whose months are on it, by account number and month."""
    await _own(context, back_payment_id, principal)
    rows = await views.lines(context.pool, back_payment_id, _after(cursor), limit + 1)
    items = [shapes.BackPaymentLine.of(row, context.personal_data) for row in rows[:limit]]
    last = rows[limit - 1] if len(rows) > limit else None
    next_cursor = encode_cursor(last["account_number"], last["month"].isoformat()) if last else None
    return shapes.BackPaymentLinePage(items=items, next_cursor=next_cursor)


@router.get("/employers/{employer_number}/back-payments", summary="单位补缴清单")
async def back_payments(
    employer_number: str,
    principal: Office,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 24,
) -> shapes.BackPaymentPage:
    """Return an employer's back payments, latest first."""
    demand_own(principal, employer_number)
    before = decode_position(cursor) if cursor else None
    rows = await views.page(context.pool, employer_number, before, limit + 1)
    items = [shapes.BackPayment.of(row) for row in rows[:limit]]
    last = items[-1] if len(rows) > limit else None
    next_cursor = encode_cursor(last.created_at.isoformat(), str(last.id)) if last else None
    return shapes.BackPaymentPage(items=items, next_cursor=next_cursor)


async def _own(context: Context, back_id: UUID, principal: Principal) -> shapes.BackPayment:
    row = await views.one(context.pool, back_id)
    if row is None or bound(principal) not in (None, row["employer_number"]):
        raise not_found()
    return shapes.BackPayment.of(row)


def _after(cursor: str | None) -> tuple[str, date]:
    if cursor is None:
        return "", date.min
    try:
        number, month = decode_cursor(cursor)
        return str(number), date.fromisoformat(month)
    except (ValueError, TypeError, AttributeError) as error:
        raise bad_cursor() from error
