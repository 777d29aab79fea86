"""HTTP: a person's own texts and SMS switch; staff see delivery states, never contents."""

import uuid
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import ConfigDict, Field

from notifications import views
from notifications.store import texts as store
from shared.base.shape import Shape
from shared.http.callers import ContextDependency, require
from shared.http.cursors import decode_cursor, encode_cursor
from shared.http.problems import ProblemError, not_found
from shared.identity.principal import STAFF, Principal, Role

router = APIRouter(tags=["短信"])

Person = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
Staff = Annotated[Principal, Depends(require(*STAFF))]
Cursor = Annotated[str | None, Query(max_length=100, description="上一页返回的 next_cursor")]
Limit = Annotated[int, Query(ge=1, le=200, description="每页条数")]
NEWEST = 2**63 - 1


class State(StrEnum):
    """Where a text is."""

    QUEUED = "queued"
    SUBMITTING = "submitting"
    SUBMITTED = "submitted"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    EXPIRED = "expired"
    FAILED = "failed"


STATE_TEXTS = {
    State.QUEUED: "待发送",
    State.SUBMITTING: "发送中",
    State.SUBMITTED: "已提交运营商",
    State.DELIVERED: "已送达",
    State.UNDELIVERED: "未送达",
    State.EXPIRED: "已过期",
    State.FAILED: "发送失败",
}


class OwnText(Shape):
    """A text that the person received."""

    text_id: uuid.UUID
    template: str = Field(examples=["withdrawal_paid"])
    state: State
    """What became of it, as a stable code."""
    state_text: str = Field(examples=["已送达"])
    phone_tail: str = Field(examples=["5678"])
    body: str
    """The text as it was sent."""
    created_at: datetime
    ended_at: datetime | None


class OwnTexts(Shape):
    """One page."""

    items: list[OwnText]
    next_cursor: str | None


class Delivery(Shape):
    """What became of a text; without its content."""

    text_id: uuid.UUID
    template: str = Field(examples=["withdrawal_paid"])
    about: str = Field(description="引发短信的业务编号")
    state: State
    """What became of it, as a stable code."""
    state_text: str = Field(examples=["未送达"])
    phone_tail: str = Field(examples=["5678"])
    segments: int
    attempts: int
    """How often it was handed to the SMS centre."""
    failure: str | None = Field(examples=["no_answer"])
    """Why it did not arrive, as a stable code."""
    message_ids: list[str] = Field(description="短信中心给出的编号")
    created_at: datetime
    submitted_at: datetime | None
    """When the SMS centre took it."""
    ended_at: datetime | None


class Deliveries(Shape):
    """One page."""

    items: list[Delivery]
    next_cursor: str | None


class Counter(Shape):
    """Texts of one template in one state."""

    template: str
    state: State
    """What became of them, as a stable code."""
    state_text: str
    texts: int
    """Number of texts."""
    segments: int


class Counters(Shape):
    """What was texted lately."""

    since: datetime
    """From when on they are counted."""
    oldest_queued_at: datetime | None
    """Since when the oldest text has waited; none when nothing waits."""
    counters: list[Counter]
    """The numbers, a line for each template and state."""


class Subscription(Shape):
    """A person's SMS switch (R-CRT-4)."""

    phone_tail: str = Field(examples=["5678"])
    optional_texts: bool = Field(description="是否接收提醒类短信；验证码和资金变动短信总会发送")


class SubscriptionChange(Shape):
    """The switch as it should be."""

    model_config = ConfigDict(extra="forbid")

    optional_texts: bool
    """Whether reminders (提醒类短信) are wanted; codes and texts about money always come."""


@router.get("/texts")
async def my_texts(
    context: ContextDependency, caller: Person, cursor: Cursor = None, limit: Limit = 50
) -> OwnTexts:
    """Own texts, newest first."""
    if caller.person_id is None:
        return OwnTexts(items=[], next_cursor=None)
    rows = await views.texts_of_person(context.pool, caller.person_id, _before(cursor), limit)
    items = [
        OwnText(
            **row,
            state_text=STATE_TEXTS[State(row["state"])],
            body=context.personal_data.open(row["body_sealed"]),
        )
        for row in rows
    ]
    return OwnTexts(items=items, next_cursor=_next(rows, limit))


@router.get("/deliveries")
async def list_deliveries(
    context: ContextDependency,
    _caller: Staff,
    about: Annotated[str | None, Query(max_length=100, description="业务编号")] = None,
    state: Annotated[list[State] | None, Query(description="状态，可重复")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Deliveries:
    """Delivery states of all texts, newest first."""
    rows = await views.deliveries(context.pool, _before(cursor), about, state, limit)
    return Deliveries(items=[_delivery(row) for row in rows], next_cursor=_next(rows, limit))


@router.get("/undelivered")
async def list_undelivered(
    context: ContextDependency, _caller: Staff, cursor: Cursor = None, limit: Limit = 50
) -> Deliveries:
    """The operators' list: texts that did not reach their handset."""
    rows = await views.undelivered(context.pool, _before(cursor), limit)
    return Deliveries(items=[_delivery(row) for row in rows], next_cursor=_next(rows, limit))


@router.get("/counters")
async def show_counters(
    context: ContextDependency,
    _caller: Staff,
    hours: Annotated[int, Query(ge=1, le=24 * 31, description="最近多少小时")] = 24,
) -> Counters:
    """How many texts by template and state."""
    since = context.clock.now() - timedelta(hours=hours)
    rows = await views.counters(context.pool, since)
    oldest = (await views.figures(context.pool))["oldest_queued_at"]
    counters = [Counter(**row, state_text=STATE_TEXTS[State(row["state"])]) for row in rows]
    return Counters(since=since, oldest_queued_at=oldest, counters=counters)


@router.get("/subscription")
async def show_subscription(context: ContextDependency, caller: Person) -> Subscription:
    """Own phone (tail) and SMS switch."""
    row = await views.subscription(context.pool, caller.person_id) if caller.person_id else None
    if row is None:
        raise not_found()
    return Subscription(phone_tail=row["phone_tail"], optional_texts=row["opted_out_at"] is None)


@router.put("/subscription")
async def change_subscription(
    context: ContextDependency, caller: Person, wanted: SubscriptionChange
) -> Subscription:
    """Switch the non-mandatory texts on or off."""
    if caller.person_id is None:
        raise not_found()
    async with context.unit() as unit:
        known = await store.switch_optional_by_person(
            unit.connection,
            caller.person_id,
            unit.clock.now(),
            opted_out=not wanted.optional_texts,
        )
    if not known:
        raise not_found()
    return await show_subscription(context, caller)


def _delivery(row: dict[str, Any]) -> Delivery:
    return Delivery(**row, state_text=STATE_TEXTS[State(row["state"])])


def _before(cursor: str | None) -> int:
    if cursor is None:
        return NEWEST
    match decode_cursor(cursor):
        case [int(number)] if 0 <= number <= NEWEST:
            return number
        case _:
            raise ProblemError(400, "bad-cursor", "分页参数 cursor 无效。")


def _next(rows: list[dict[str, Any]], limit: int) -> str | None:
    return encode_cursor(rows[-1]["number"]) if len(rows) == limit else None
