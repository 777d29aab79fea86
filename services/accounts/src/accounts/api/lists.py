"""HTTP about monthly lists (汇缴清册): draft, confirm, withdraw, look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Generic, Self, TypeVar
from uuid import UUID

from fastapi import APIRouter, Request, Response
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
from accounts.errors import Reason, Refused
from accounts.handlers import operators
from accounts.handlers import remittances as handlers
from accounts.operations import lists as operations
from accounts.shapes import lists as shapes
from accounts.shapes.fields import Row
from accounts.views import employers as views
from shared.audit import trail as audit
from shared.base.errors import ServiceError
from shared.http.batching import GroupCommit
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.idempotency import Asked
from shared.http.problems import not_found
from shared.identity.principal import Principal, Right
from shared.messaging.unit import Context, Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["当月汇缴"])

Position = tuple[date, datetime, UUID]
LATEST: Position = (date(9999, 1, 1), datetime(9999, 1, 1, tzinfo=UTC), UUID(int=0))


T = TypeVar("T")


@dataclass(frozen=True)
class By(Generic[T]):
    """What is asked for in a group, and by which operator: None where staff do."""

    asked: T
    operator_id: UUID | None

    @classmethod
    def of(cls, principal: Principal, asked: T) -> "By[T]":
        """Ask as somebody."""
        return cls(asked, None if by_staff(principal) else principal.identity_id)


async def _allowed(unit: Unit, group: Sequence[Asked[By[T]]], wanted: Right) -> list[Asked[By[T]]]:
    """Leave out whose right has ended since the token was given."""
    operators_ = [each.item.operator_id for each in group if each.item.operator_id is not None]
    ended = await operators.ended(unit, [(one, frozenset({wanted})) for one in operators_])
    return [each for each in group if each.item.operator_id not in ended]


async def _answers(
    unit: Unit, group: Sequence[Asked[By[T]]], done: Mapping[Asked[By[T]], UUID | Refused]
) -> list[shapes.ListDetail | ServiceError]:
    """Give each the list that it got, or why it got none; who is not among them may not."""
    ended = Refused(Reason.RIGHT_ENDED)
    found = [done.get(each, ended) for each in group]
    shown = await operations.details(unit, [one for one in found if isinstance(one, UUID)])
    return [shown[one] if isinstance(one, UUID) else one for one in found]


async def _draft(
    unit: Unit, group: Sequence[Asked[By[handlers.DraftAsked]]]
) -> list[shapes.ListDetail | ServiceError]:
    allowed = await _allowed(unit, group, Right.DRAFT)
    made = await handlers.draft_lists(unit, [each.item.asked for each in allowed])
    return await _answers(unit, group, dict(zip(allowed, made, strict=True)))


async def _confirm(
    unit: Unit, group: Sequence[Asked[By[handlers.ConfirmationAsked]]]
) -> list[shapes.ListDetail | ServiceError]:
    allowed = await _allowed(unit, group, Right.CONFIRM)
    wanted = [each.item.asked for each in allowed]
    unit.traceparents |= {str(each.item.asked.list_id): each.traceparent for each in allowed}
    refused = await handlers.confirm_lists(unit, wanted)
    done = [why or one.list_id for one, why in zip(wanted, refused, strict=True)]
    return await _answers(unit, group, dict(zip(allowed, done, strict=True)))


@dataclass(frozen=True)
class ListGroups:
    """The lists that are drafted and confirmed at the same time share their transactions (ADR 14)."""

    drafts: GroupCommit[By[handlers.DraftAsked], shapes.ListDetail]
    confirmations: GroupCommit[By[handlers.ConfirmationAsked], shapes.ListDetail]

    @classmethod
    def begin(cls) -> Self:
        """Make those of a process."""
        return cls(GroupCommit(201, _draft, _location), GroupCommit(200, _confirm))

    @classmethod
    def of(cls, request: Request) -> Self:
        """Find those of a request's process."""
        groups: Self = request.app.state.list_groups
        return groups


@router.post(
    "/employers/{employer_number}/lists",
    status_code=201,
    response_model=shapes.ListDetail,
    summary="编制汇缴清册",
)
async def draft(
    employer_number: str, body: shapes.ListBody, caller: OfficePost, request: Request
) -> Response:
    """Compute the list of a month (R-DEP-1, 6), with its change from the last one (R-CHG-5)."""
    principal, post = caller
    demand_own(principal, employer_number)
    month, staff = Month.parse(body.month), by_staff(principal)
    asked = handlers.DraftAsked(employer_number, month, staff)
    return await ListGroups.of(request).drafts.once(post, body, By.of(principal, asked))


@router.post(
    "/lists/{list_id}/confirmation",
    response_model=shapes.ListDetail,
    responses=PROPOSED,
    summary="确认清册",
)
async def confirm(
    list_id: UUID,
    caller: BindingPost,
    request: Request,
    body: shapes.ConfirmationBody | None = None,
) -> Response:
    """Freeze a draft (R-DEP-6), booked when its receipt is there: an operator; a maker proposes it, 202.

    What an operator has confirmed as `total_fen` is the list's total, or nothing is done.
    """
    principal, post = caller
    if by_staff(principal):
        why = grounds(body)
        return await answer_proposed(caller, operations.CONFIRM_LIST, why, list_id=list_id)

    total_fen = body.total_fen if body else None
    asked = handlers.ConfirmationAsked(list_id, bound(principal), total_fen)
    return await ListGroups.of(request).confirmations.once(post, body, By.of(principal, asked))


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
    changes = await views.changes_since_last(context.pool, [list_id])
    return shapes.ListDetail.shown(row, changes[list_id])


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
