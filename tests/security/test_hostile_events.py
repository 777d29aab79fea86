"""Facts that are none: queues' handlers get damaged and extreme events, a consumer impossible envelopes.

What cannot be handled is parked with a reason; nothing is booked by halves, and no message keeps a consumer
waiting as if the database were away. `SECURITY_EXAMPLES` and `SECURITY_SEED` as for requests.
"""

import asyncio
import importlib
import json
import random
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from pamqp.commands import Basic
from tests.contract.events_told import EVENTS
from tests.integration.shared.conftest import Line, fact
from tests.integration.shared.conftest import line as line_
from tests.support.letters import body_of, proved
from tests.support.waiting import until

from accounts.views import verification
from shared.base.db import CONTENDED, DATABASE_AWAY
from shared.messages import Event
from shared.messaging.consumer import Consumer, _transact
from shared.messaging.delivery import ERROR, Delivery
from shared.messaging.topology import QUEUES, RESERVE_WITHDRAWAL_FUNDS, SERVICES, exchange_of
from shared.messaging.unit import Context
from shared.operations.parked import read
from shared.service import with_standing

from .chance import EXAMPLES, SEED
from .conftest import Hall

BLOCKED_AFTER_SECONDS = 60.0
EXTREMES: tuple[Any, ...] = (
    None, -1, 0, 2**31, 2**63, 10**40, 1.5, True, "", " ", "\0", "a" * 100_000, "\u202e张\ud7ff",
    "0001-01-01", "9999-12-31", "9999-12-31T23:59:59-23:59", [], {}, [[]] * 1_000, "k1.AAAA", "k9.x",
)  # fmt: skip
NO_JSON = (
    b"", b"{", b"null", b"[]", b"\xff\xfe{}", b'"' + b"a" * 100_000, b"[" * 100_000, b"NaN", b'{"a":1}',
)  # fmt: skip
SAMPLES = {type(event): event for event in EVENTS}
CONSUMERS = {
    consumer.queue.name: consumer
    for service in SERVICES
    for consumer in with_standing(service, importlib.import_module(f"{service}.consumer").CONSUMERS)
}


def test_no_queue_is_left_out() -> None:
    assert set(CONSUMERS) == {queue.name for queue in QUEUES}


def damaged(event: Event, chance: random.Random) -> Iterator[bytes]:
    """An event with fields missing, extreme or too many, of an owner gone mad; and what is no JSON."""
    kind, whole = type(event), json.loads(body_of(event))
    del whole["_proof"]
    for field in chance.sample(sorted(whole), min(EXAMPLES, len(whole))):
        less = {name: value for name, value in whole.items() if name != field}
        yield proved(kind, json.dumps(less))
    for _ in range(EXAMPLES * 3):
        wrong = {field: chance.choice(EXTREMES) for field in chance.sample(sorted(whole), 1)}
        yield proved(kind, json.dumps({**whole, **wrong}))
    yield proved(kind, json.dumps({**whole, "surprise": 1}))
    yield from chance.sample(NO_JSON, min(EXAMPLES, len(NO_JSON)))


def delivery_of(event_type: str, body: bytes) -> Delivery:
    return Delivery(
        1, uuid.uuid4(), event_type, str(uuid.uuid4()), datetime.now(UTC), "", 0, {}, body
    )


async def outcome(context: Context, consumer: Consumer, delivery: Delivery) -> str:
    """How a message ends that comes alone, as the consumer has it."""
    try:
        async with asyncio.timeout(BLOCKED_AFTER_SECONDS):
            postponed, parked = await _transact(context, consumer, [delivery])
    except (*DATABASE_AWAY, *CONTENDED) as error:
        return f"keeps the queue waiting: {error!r}"
    except Exception as error:
        return "retried, then parked" if repr(error) else "no reason"
    if delivery.message_id in parked:
        return "parked" if parked[delivery.message_id] else "parked without a reason"
    return "postponed" if postponed else "handled"


@pytest.mark.parametrize("name", CONSUMERS)
async def test_no_event_blocks_a_queue_and_what_is_none_is_parked_with_a_reason(
    hall: Hall, name: str
) -> None:
    consumer, chance = CONSUMERS[name], random.Random(SEED)
    context = hall.contexts[consumer.queue.consumer]
    ends: Counter[str] = Counter()
    for event_type in consumer.handlers:
        for body in damaged(SAMPLES[event_type], chance):
            ends[await outcome(context, consumer, delivery_of(event_type.type, body))] += 1
    assert set(ends) <= {"parked", "retried, then parked", "postponed", "handled"}, ends
    assert ends["parked"] > 0


async def test_the_books_still_agree_after_all_that(hall: Hall) -> None:
    async with hall.contexts["accounts"].pool.acquire() as connection:
        assert await verification.differences(connection) == []


line = line_
ENVELOPES: dict[str, dict[str, Any]] = {
    "nothing at all": {},
    "an id that is none": {"cloudEvents:id": "x" * 10_000},
    "a time before time": {"cloudEvents:time": "0001-01-01T00:00:00+14:00"},
    "a time after time": {"cloudEvents:time": "9999-12-31T23:59:59-14:00"},
    "a time that is none": {"cloudEvents:time": "yesterday"},
    "a type that nobody handles": {"cloudEvents:type": "money.given.v1"},
    "a type of another type": {"cloudEvents:type": 7},
    "attempts below zero": {"x-attempts": -(2**62)},
    "attempts in words": {"x-attempts": "many"},
    "headers within headers": {"x-deep": {"a": [{"b": ["c"] * 100}]}},
    "a trace that is none": {"cloudEvents:traceparent": "00-\n{}"},
    "octets for a text": {"cloudEvents:subject": bytearray(b"\xff\xfe")},
    "a zero in the subject": {"cloudEvents:subject": "a\0b"},
}


async def send(line: Line, body: bytes, headers: dict[str, Any], **properties: Any) -> None:
    """Publish as an attacker with a service's password would: around everything of ours."""
    async with line.publishing.channel() as channel:
        await channel.basic_publish(
            body,
            exchange=exchange_of("withdrawals"),
            routing_key=RESERVE_WITHDRAWAL_FUNDS.events[0].type,
            properties=Basic.Properties(headers=headers, **properties),
        )


async def test_an_impossible_envelope_is_parked_and_the_next_event_is_handled(line: Line) -> None:
    line.hear()
    for headers in ENVELOPES.values():
        await send(line, b'{"not": "an event"}', headers)
    await send(line, b"{}", {}, message_id="\u202e" * 80, content_type="x/y", priority=255)
    good = fact()
    line.relay()
    await line.emit(good)

    async def handled() -> bool:
        return f"{good.application_id}/1" in await line.rows()

    async def all_parked() -> list[Delivery] | None:
        found = await read(line.consuming, RESERVE_WITHDRAWAL_FUNDS)
        return found if len(found) == len(ENVELOPES) + 1 else None

    await until(handled)
    parked = await until(all_parked)
    assert all(delivery.headers[ERROR] for delivery in parked)
