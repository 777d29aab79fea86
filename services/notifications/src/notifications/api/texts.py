"""HTTP: a person's own texts and SMS switch; staff see delivery states, never contents."""

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from notifications import operations, views
from notifications.carriers import Route
from notifications.rules.topics import TOPIC_TEXTS, Topic
from notifications.sealed import TEXT_BODY
from notifications.shapes.texts import (
    ROUTE_TEXTS,
    STATE_TEXTS,
    Channel,
    Counter,
    Counters,
    Deliveries,
    Delivery,
    MessageOfPerson,
    MessagesOfPerson,
    OwnText,
    OwnTexts,
    PreferenceChange,
    Preferences,
    PreferenceShown,
    RouteChange,
    RoutePage,
    RouteShown,
    State,
    Subscription,
    SubscriptionChange,
    ways_of,
)
from notifications.store import preferences, subscribers
from notifications.store.preferences import DEFAULT, Preference
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking, require
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["短信"])

Person = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Cursor = Annotated[str | None, Query(max_length=100, description="上一页返回的 next_cursor")]
Limit = Annotated[int, Query(ge=1, le=200, description="每页条数")]
NEWEST = 2**63 - 1


@router.get("/texts")
async def my_texts(
    context: ContextDependency, caller: Person, cursor: Cursor = None, limit: Limit = 50
) -> OwnTexts:
    """What one was told by text or WeChat, newest first."""
    if caller.person_id is None:
        return OwnTexts(items=[], next_cursor=None)
    rows = await views.texts_of_person(context.pool, caller.person_id, _before(cursor), limit)
    items = [
        OwnText(
            **{name: row[name] for name in OwnText.model_fields.keys() & row.keys()},
            state_text=STATE_TEXTS[State(row["state"])],
            ways=ways_of(row),
            body=context.personal_data.open(row["body_sealed"], TEXT_BODY, row["text_id"]),
        )
        for row in rows
    ]
    return OwnTexts(items=items, next_cursor=_next(rows, limit))


@router.get("/people/{person_id}/messages")
async def messages_of_person(
    context: ContextDependency,
    _caller: Looker,
    person_id: Annotated[UUID, Path(description="职工的编号")],
    cursor: Cursor = None,
    limit: Limit = 50,
) -> MessagesOfPerson:
    """What somebody was told, about which business and by which ways, newest first; never what it says."""
    rows = await views.texts_of_person(context.pool, person_id, _before(cursor), limit)
    items = [
        MessageOfPerson(
            **{name: row[name] for name in MessageOfPerson.model_fields.keys() & row.keys()},
            state_text=STATE_TEXTS[State(row["state"])],
            ways=ways_of(row),
        )
        for row in rows
    ]
    return MessagesOfPerson(items=items, next_cursor=_next(rows, limit))


@router.get("/deliveries")
async def list_deliveries(
    context: ContextDependency,
    _caller: Looker,
    about: Annotated[str | None, Query(max_length=100, description="业务编号")] = None,
    state: Annotated[list[State] | None, Query(description="状态，可重复")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Deliveries:
    """Delivery states of all texts, newest first."""
    rows = await views.deliveries(context.pool, _before(cursor), about, state, limit)
    return _shown(rows, limit)


@router.get("/undelivered")
async def list_undelivered(
    context: ContextDependency, _caller: Looker, cursor: Cursor = None, limit: Limit = 50
) -> Deliveries:
    """The operators' list: texts that did not reach their handset."""
    rows = await views.undelivered(context.pool, _before(cursor), limit)
    return _shown(rows, limit)


@router.get("/routes")
async def list_routes(
    context: ContextDependency, _caller: Staff, cursor: Cursor = None, limit: Limit = 50
) -> RoutePage:
    """By which carrier texts go, by the numbers' first digits or by single numbers; newest first."""
    rows = await views.routes(context.pool, _before(cursor), limit)
    shown = [
        RouteShown(
            **{name: row[name] for name in RouteShown.model_fields.keys() & row.keys()},
            route_text=ROUTE_TEXTS[Route(row["route"])],
        )
        for row in rows
    ]
    return RoutePage(items=shown, next_cursor=_next(rows, limit))


@router.post("/routes", status_code=202, response_model=ProposalAnswer)
async def change_route(body: RouteChange, maker: MakerPost) -> Response:
    """Propose by which carrier texts to some numbers go; a checker decides."""
    return await answer_proposed(maker, operations.CHANGE_ROUTE, body)


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
        known = await subscribers.switch_optional_by_person(
            unit.connection,
            caller.person_id,
            unit.clock.now(),
            opted_out=not wanted.optional_texts,
        )
    if not known:
        raise not_found()
    return await show_subscription(context, caller)


@router.get("/preferences")
async def show_preferences(context: ContextDependency, caller: Person) -> Preferences:
    """By which way one is told of what."""
    person_id = _person_of(caller)
    async with context.pool.acquire() as connection:
        chosen = await preferences.of(connection, [person_id])
    return Preferences(
        items=[
            PreferenceShown(
                topic=topic,
                topic_text=TOPIC_TEXTS[topic],
                first_channel=Channel(wish.first_channel),
                optional=wish.optional,
            )
            for topic in Topic
            for wish in (chosen.get((person_id, topic), DEFAULT),)
        ]
    )


@router.put("/preferences/{topic}")
async def change_preference(
    context: ContextDependency,
    caller: Person,
    topic: Annotated[Topic, Path(description="消息类别")],
    wanted: PreferenceChange,
) -> Preferences:
    """Choose by which way one is told of a topic first, and whether reminders about it come."""
    person_id = _person_of(caller)
    wish = Preference(wanted.first_channel, wanted.optional)
    async with context.unit() as unit:
        await preferences.keep(unit.connection, person_id, topic, wish, unit.clock.now())
    return await show_preferences(context, caller)


def _person_of(caller: Principal) -> UUID:
    if caller.person_id is None:
        raise not_found()
    return caller.person_id


def _shown(rows: list[dict[str, Any]], limit: int) -> Deliveries:
    items = [_delivery(row) for row in rows]
    audit.looked_at(list(dict.fromkeys(item.about for item in items)))
    return Deliveries(items=items, next_cursor=_next(rows, limit))


def _delivery(row: dict[str, Any]) -> Delivery:
    return Delivery(**row, state_text=STATE_TEXTS[State(row["state"])])


def _before(cursor: str | None) -> int:
    if cursor is None:
        return NEWEST
    match decode_cursor(cursor):
        case [int(number)] if 0 <= number <= NEWEST:
            return number
        case _:
            raise bad_cursor()


def _next(rows: list[dict[str, Any]], limit: int) -> str | None:
    return encode_cursor(rows[-1]["number"]) if len(rows) == limit else None
