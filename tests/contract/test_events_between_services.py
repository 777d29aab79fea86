"""What one service says, every service that listens understands; and so it stays."""

import asyncio
import importlib
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from tests.support.telling import message

from local.broker import VirtualHost
from shared.messages import EVENTS, Event
from shared.messaging.broker import Broker, Message, declare
from shared.messaging.consumer import Consumer, consume
from shared.messaging.delivery import ERROR
from shared.messaging.topology import QUEUES, SERVICES, Queue
from shared.operations import parked
from shared.service import with_standing

from . import compatibility, events_told

ROOT = Path(__file__).parents[2]
CATALOGUE = json.loads((ROOT / "docs" / "asyncapi.json").read_text("utf-8"))
TOLD = {type(event): event for event in events_told.EVENTS}
HEARING = [(queue, event) for queue in QUEUES for event in queue.events]
PATIENCE_SECONDS = 30


def name_of(value: object) -> str:
    """Name a parameter in the test's id."""
    return getattr(value, "name", None) or getattr(value, "type", None) or str(value)


def consumers_of(service: str) -> tuple[Consumer, ...]:
    found: tuple[Consumer, ...] = importlib.import_module(f"{service}.consumer").CONSUMERS
    return with_standing(service, found)


def consumer_of(queue: Queue) -> Consumer:
    (found,) = (one for one in consumers_of(queue.consumer) if one.queue is queue)
    return found


def json_of(event: Event) -> dict[str, Any]:
    """The body as the outbox writes it."""
    body: dict[str, Any] = json.loads(event.model_dump_json())
    return body


def required_of(event: type[Event]) -> list[str]:
    return [name for name, field in event.model_fields.items() if field.is_required()]


def validator_of(event: type[Event]) -> Any:
    """The published schema of an event's body."""
    payload = CATALOGUE["components"]["messages"][event.__name__]["payload"]
    schema = {**payload, "components": CATALOGUE["components"]}
    # Loading its grammar of addresses takes a second: for who runs this, not for who collects it.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


# What is said.


def test_the_events_told_here_are_the_whole_catalogue() -> None:
    assert sorted(event.type for event in events_told.EVENTS) == sorted(EVENTS)


@pytest.mark.parametrize("event", EVENTS.values(), ids=name_of)
def test_what_the_owner_emits_is_what_the_catalogue_publishes(event: type[Event]) -> None:
    validator_of(event).validate(json_of(TOLD[event]))


@pytest.mark.parametrize("event", EVENTS.values(), ids=name_of)
def test_without_its_optional_fields_it_is_still_what_the_catalogue_publishes(
    event: type[Event],
) -> None:
    told = json_of(TOLD[event])
    least = {name: told[name] for name in required_of(event)}
    validator_of(event).validate(least)
    validator_of(event).validate(json_of(event.model_validate_json(json.dumps(least))))


@pytest.mark.parametrize("event", EVENTS.values(), ids=name_of)
def test_the_catalogue_refuses_a_body_without_a_required_field(event: type[Event]) -> None:
    told = json_of(TOLD[event])
    for name in required_of(event):
        assert not validator_of(event).is_valid({k: v for k, v in told.items() if k != name}), name


@pytest.mark.parametrize("event", EVENTS.values(), ids=name_of)
def test_money_is_never_anything_but_an_integer(event: type[Event]) -> None:
    told = json_of(TOLD[event])
    for name in (field for field in event.model_fields if field.endswith("_fen")):
        for wrong in (1.5, 100.0, "100", True):
            with pytest.raises(ValidationError):
                event.model_validate_json(json.dumps(told | {name: wrong}))


# What is heard.


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_consumes_just_the_queues_that_are_its_own(service: str) -> None:
    own = [queue.name for queue in QUEUES if queue.consumer == service]
    assert sorted(one.queue.name for one in consumers_of(service)) == sorted(own)


@pytest.mark.parametrize("queue", QUEUES, ids=name_of)
def test_every_type_bound_to_a_queue_has_its_handler_and_no_other_type_has_one(
    queue: Queue,
) -> None:
    consumer = consumer_of(queue)
    assert set(consumer.handlers) == set(queue.understood)
    assert consumer.types == {event.type: EVENTS[event.type] for event in queue.understood}


@pytest.mark.parametrize(("queue", "event"), HEARING, ids=name_of)
def test_the_hearer_reads_just_what_the_owner_said(queue: Queue, event: type[Event]) -> None:
    model = consumer_of(queue).types[event.type]
    assert model.model_validate_json(TOLD[event].model_dump_json()) == TOLD[event]


@pytest.mark.parametrize(("queue", "event"), HEARING, ids=name_of)
def test_a_field_that_the_hearer_does_not_know_yet_is_no_trouble(
    queue: Queue, event: type[Event]
) -> None:
    model = consumer_of(queue).types[event.type]
    newer = _with_more(json_of(TOLD[event]))
    assert model.model_validate_json(json.dumps(newer)) == TOLD[event]


def _with_more(node: dict[str, Any]) -> dict[str, Any]:
    """The same with a field more in every object."""
    grown = {k: _with_more(v) if isinstance(v, dict) else v for k, v in node.items()}
    return grown | {"added_in_a_later_release": {"of": "any shape"}}


@pytest.mark.parametrize("service", sorted({queue.consumer for queue in QUEUES}))
async def test_a_message_without_a_required_field_is_parked_by_its_hearer(
    service: str, service_context: Any, vhost: VirtualHost
) -> None:
    context = await service_context(service, vhost=vhost)
    consumers = consumers_of(service)
    broker = Broker(vhost.url(service), f"test {service}")
    await declare(broker, service)
    broken = [
        (queue.name, event, name)
        for queue in QUEUES
        if queue.consumer == service
        for event in queue.events
        for name in required_of(event)
    ]
    async with consuming(context, broker, consumers):
        await _publish(vhost, {(event, name) for _queue, event, name in broken})
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (found := await _parked(broker, consumers)).total() < len(broken):
                await asyncio.sleep(0.05)
    await broker.close()
    assert found == Counter((queue, event.type, name) for queue, event, name in broken)


@asynccontextmanager
async def consuming(
    context: Any, broker: Broker, consumers: Sequence[Consumer]
) -> AsyncIterator[None]:
    stop = asyncio.Event()
    tasks = [asyncio.create_task(consume(context, broker, one, stop)) for one in consumers]
    try:
        yield
    finally:
        stop.set()
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _publish(vhost: VirtualHost, broken: set[tuple[type[Event], str]]) -> None:
    """Say each event once without each of its required fields, as its owner."""
    for owner in {event.owner for event, _ in broken}:
        broker = Broker(vhost.url(owner), f"test {owner}")
        messages = [_without(event, name) for event, name in broken if event.owner == owner]
        assert await broker.publish(messages) == [None] * len(messages)
        await broker.close()


def _without(event: type[Event], name: str) -> Message:
    body = {k: v for k, v in json_of(TOLD[event]).items() if k != name}
    return message(event.owner, event.type, name, json.dumps(body).encode(), events_told.AT)


async def _parked(broker: Broker, consumers: Sequence[Consumer]) -> Counter[tuple[str, str, str]]:
    """What is parked: queue, type, and the field that the error complains of."""
    found: Counter[tuple[str, str, str]] = Counter()
    for consumer in consumers:
        for delivery in await parked.read(broker, consumer.queue):
            assert f"('{delivery.subject}',)" in delivery.headers[ERROR]
            found[consumer.queue.name, delivery.type, delivery.subject] += 1
    return found


# What may change.


@pytest.mark.parametrize("event_type", [path.stem for path in compatibility.FOLDER.glob("*.json")])
def test_no_event_has_changed_in_a_way_that_breaks_who_knows_the_older_one(event_type: str) -> None:
    assert event_type in EVENTS, "an event that was ever sent stays in the catalogue"
    shape = compatibility.shape_of(EVENTS[event_type])
    assert compatibility.breaks(compatibility.recorded(event_type), shape) == []


def test_every_event_is_recorded() -> None:
    missing = [name for name in EVENTS if not compatibility.path_of(name).exists()]
    assert missing == [], "run `python tests/contract/compatibility.py`"


class Inner(BaseModel):
    """A part of an event."""

    closing: bool
    cap_fen: int | None = None


class Before(BaseModel):
    """An event as it was recorded."""

    model_config = ConfigDict(extra="ignore")

    amount_fen: int
    card_tail: str | None
    inner: Inner
    note: str | None = None


def after(change: Mapping[str, Any], remove: Sequence[str] = ()) -> type[BaseModel]:
    """The same event with some fields changed, added or removed."""
    fields = {
        name: (field.annotation, ... if field.is_required() else field.default)
        for name, field in Before.model_fields.items()
        if name not in remove
    }
    return create_model("Before", __config__=Before.model_config, **(fields | dict(change)))  # type: ignore[call-overload,no-any-return]


class WiderInner(Inner):
    """The part with an optional field more."""

    floor_fen: int | None = None


class NarrowerInner(BaseModel):
    """The part with a field less."""

    closing: bool


@pytest.mark.parametrize("change", [
    {"more": (str | None, None)},
    {"more": (int, 0), "and_more": (list[str], [])},
    {"inner": (WiderInner, ...)},
], ids=["an optional field", "fields with defaults", "an optional field further in"])  # fmt: skip
def test_an_optional_field_more_breaks_nobody(change: dict[str, Any]) -> None:
    old, new = compatibility.shape_of(Before), compatibility.shape_of(after(change))
    assert compatibility.breaks(old, new) == []


@pytest.mark.parametrize(("change", "remove", "why"), [
    ({}, ["note"], "note was removed"),
    ({}, ["amount_fen"], "amount_fen was removed"),
    ({"amount_fen": (str, ...)}, [], 'amount_fen was {"type": "integer"}'),
    ({"amount_fen": (int | None, ...)}, [], 'amount_fen was {"type": "integer"}'),
    ({"amount_fen": (int, 0)}, [], "amount_fen was required"),
    ({"note": (str | None, ...)}, [], "note was optional"),
    ({"card_tail": (int | None, ...)}, [], 'card_tail was {"type": "string"}'),
    ({"more": (str, ...)}, [], "more is new and required"),
    ({"inner": (NarrowerInner, ...)}, [], "inner.cap_fen was removed"),
], ids=str)  # fmt: skip
def test_any_other_change_breaks_somebody(
    change: dict[str, Any], remove: list[str], why: str
) -> None:
    old, new = compatibility.shape_of(Before), compatibility.shape_of(after(change, remove))
    assert why in compatibility.breaks(old, new)
