"""Nothing is lost and nothing is handled twice between two services, whatever breaks."""

import asyncio
import uuid
from collections.abc import Awaitable, Sequence
from typing import Any

import asyncpg
import pytest
from prometheus_client import REGISTRY
from tests.support.letters import body_of
from tests.support.waiting import until

from shared.base.telemetry import OUTBOX_UNROUTABLE
from shared.messages.withdrawals import WithdrawalFundsRequested
from shared.messaging import relay as relaying
from shared.messaging.broker import Broker, declare
from shared.messaging.delivery import ERROR
from shared.messaging.topology import (
    MAX_ATTEMPTS,
    RESERVE_WITHDRAWAL_FUNDS,
    TEXT_CITIZENS,
    exchange_of,
)
from shared.messaging.unit import Received, Unit, events_of
from shared.operations import parked

from .conftest import VISIBLE_RETRY_MS, Line, fact

QUEUE = RESERVE_WITHDRAWAL_FUNDS
NO_BROKER = "amqp://nobody:none@127.0.0.1:9/none"


async def test_an_emitted_event_arrives_once_and_leaves_the_outbox(line: Line) -> None:
    events = [fact() for _ in range(450)]
    line.relay()
    line.hear()
    await line.emit(*events)

    expected = {f"{event.application_id}/1": 1 for event in events}
    await until(lambda: _is(line.rows(), expected))
    assert await relaying.flushed(line.producer, 10)


async def test_events_of_a_transaction_that_fails_never_leave(line: Line) -> None:
    line.relay()
    line.hear()

    async def failing() -> None:
        async with line.producer.unit() as unit:
            unit.emit(fact())
            await unit.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await failing()
    kept = fact()
    await line.emit(kept)
    await until(lambda: _is(line.rows(), {f"{kept.application_id}/1": 1}))


async def test_what_waits_is_shown_while_the_broker_keeps_the_relay_waiting(line: Line) -> None:
    line.publishing = Broker(NO_BROKER, "publishing", 0.1)
    line.relay()
    await line.emit(fact(), fact())
    line.tasks.append(asyncio.create_task(relaying.measure(line.producer, line.stop)))
    await until(lambda: REGISTRY.get_sample_value("outbox_waiting_events") == 2)
    assert (REGISTRY.get_sample_value("outbox_oldest_seconds") or 0) > 0


async def test_a_service_cannot_emit_an_event_that_it_does_not_own(line: Line) -> None:
    async with line.hearer.unit() as unit:
        with pytest.raises(ValueError, match="does not own"):
            unit.emit(fact())


async def test_events_of_one_subject_are_numbered_from_1_and_keep_their_order(line: Line) -> None:
    application_id = uuid.uuid4()
    rounds = range(1, 31)
    for first in (1, 11, 21):
        await line.emit(*(fact(application_id, first + step) for step in range(10)))
    rows = await line.producer.pool.fetch("SELECT sequence, body FROM outbox ORDER BY id")
    assert [row["sequence"] for row in rows] == list(rounds)

    line.hear()
    line.relay()
    await until(lambda: _has(line.handled, 30))
    assert [event.round for event in line.handled] == list(rounds)


async def test_a_message_delivered_again_is_not_handled_again(line: Line) -> None:
    line.hear()
    event = fact()
    same = {
        "message_id": uuid.uuid4(),
        "subject": event.subject,
        "body": body_of(event),
    }
    for _ in range(3):
        await line.publish_raw(**same)
    last = fact()
    await line.publish_raw(subject=last.subject, body=body_of(last))
    await until(
        lambda: _is(line.rows(), {f"{event.application_id}/1": 1, f"{last.application_id}/1": 1})
    )


async def test_a_poison_message_parks_alone_with_its_error_and_is_replayed_by_command(
    line: Line,
) -> None:
    poison, healthy = fact(), [fact() for _ in range(50)]
    cured = False

    async def fail_on_poison(
        _unit: Unit, batch: Sequence[Received[WithdrawalFundsRequested]]
    ) -> None:
        if not cured and poison in events_of(batch):
            raise LookupError("cannot swallow this")

    line.relay()
    line.hear(fail_on_poison)
    await line.emit(*healthy[:25], poison, *healthy[25:])

    expected = {f"{event.application_id}/1": 1 for event in healthy}
    await until(lambda: _is(line.rows(), expected))
    found = await until(lambda: parked.read(line.consuming, QUEUE))
    assert [delivery.subject for delivery in found] == [poison.subject]
    assert "cannot swallow this" in found[0].headers[ERROR]
    assert found[0].attempts == MAX_ATTEMPTS

    cured = True
    assert (
        await until(lambda: parked.replay(line.consuming, QUEUE)) == 1
    )  # it was looked at just now
    expected[f"{poison.application_id}/1"] = 1
    await until(lambda: _is(line.rows(), expected))
    assert await parked.read(line.consuming, QUEUE) == []


async def test_a_message_that_failed_rests_in_a_retry_stage_with_its_error_and_comes_back(
    line: Line,
) -> None:
    event, others = fact(), [fact() for _ in range(5)]
    seen: list[str] = []

    async def fail_twice(_unit: Unit, batch: Sequence[Received[WithdrawalFundsRequested]]) -> None:
        if events_of(batch) == [event]:
            seen.append(str(event.application_id))
        if event in events_of(batch) and len(seen) <= 2:
            raise LookupError("not today")

    await line.retry_after(VISIBLE_RETRY_MS)
    line.hear(fail_twice)
    line.relay()
    await line.emit(*others, event)
    for stage in (1, 2):
        found = await until(lambda stage=stage: line.resting(QUEUE, stage))
        assert (found.subject, found.attempts) == (event.subject, stage)
        assert "not today" in found.headers[ERROR]
    expected = {f"{one.application_id}/1": 1 for one in (event, *others)}
    await until(lambda: _is(line.rows(), expected))


@pytest.mark.parametrize(
    "changes",
    [
        {"body": b"{ this is not JSON"},
        {"body": b'{"application_id": "not a uuid"}'},
        {"body": b""},
        {"type": "nobody.heard_of_it.v9"},
    ],
    ids=["malformed", "other shape", "empty", "unknown type"],
)
async def test_a_message_that_is_no_event_is_parked_at_once_and_harms_nobody(
    line: Line, changes: dict[str, Any]
) -> None:
    line.hear()
    await line.publish_raw(**changes)
    good = fact()
    await line.publish_raw(subject=good.subject, body=body_of(good))

    await until(lambda: _is(line.rows(), {f"{good.application_id}/1": 1}))
    (found,) = await until(lambda: parked.read(line.consuming, QUEUE))
    assert found.body == changes.get("body", found.body)
    assert found.headers[ERROR]


async def test_an_early_fact_is_handled_later_without_holding_up_the_others(line: Line) -> None:
    early, others = fact(), [fact() for _ in range(5)]
    seen = 0

    async def not_yet(unit: Unit, batch: Sequence[Received[WithdrawalFundsRequested]]) -> None:
        nonlocal seen
        for received in batch:
            if received.event.application_id == early.application_id:
                seen += 1
                if seen < 3:
                    unit.retry_later(received, "its time has not come")

    line.relay()
    line.hear(not_yet)
    await line.emit(early, *others)
    expected = {f"{event.application_id}/1": 1 for event in (early, *others)}
    await until(lambda: _is(line.rows(), expected))
    assert seen == 3


async def test_nothing_is_lost_when_the_database_drops_its_connections(line: Line) -> None:
    events = [fact() for _ in range(400)]
    line.relay()
    line.hear()
    names = [await context.pool.fetchval("SELECT current_database()") for context in
             (line.producer, line.hearer)]  # fmt: skip
    for start in range(0, 400, 50):
        await line.emit(*events[start : start + 50])
        await _terminate_backends(line, names)
    expected = {f"{event.application_id}/1": 1 for event in events}
    await until(lambda: _is(line.rows(), expected))
    assert await parked.read(line.consuming, QUEUE) == []


async def test_nothing_is_lost_when_the_broker_drops_its_connections(line: Line) -> None:
    events = [fact() for _ in range(400)]
    line.relay()
    line.hear()
    for start in range(0, 400, 200):
        await line.emit(*events[start : start + 200])
        await _close_connections(line)
    expected = {f"{event.application_id}/1": 1 for event in events}
    await until(lambda: _is(line.rows(), expected))


async def test_an_event_that_cannot_be_routed_stays_and_leaves_when_it_can(line: Line) -> None:
    async with line.vhost.server.management() as client:
        answer = await client.delete(f"/api/queues/{line.vhost.name}/{QUEUE.name}")
        answer.raise_for_status()
    event = fact()
    relay = line.relay()
    await line.emit(event)
    await until(lambda: _unroutable(event.type))
    assert await line.producer.pool.fetchval("SELECT count(*) FROM outbox") == 1
    assert not relay.done()

    await declare(line.consuming, "accounts")
    line.hear()
    await until(lambda: _is(line.rows(), {f"{event.application_id}/1": 1}))


async def test_what_an_earlier_release_bound_to_a_queue_is_unbound(line: Line) -> None:
    """Or facts of a day's work would still come in before what somebody waits for."""
    queue = TEXT_CITIZENS
    left = {event.type for event in queue.left}
    broker = Broker(line.vhost.url("notifications"), "notifications")
    await declare(broker, "notifications")
    async with broker.channel() as channel:
        for event in queue.left:
            await channel.queue_bind(queue.name, exchange_of(event.owner), routing_key=event.type)
    await declare(broker, "notifications")
    async with line.vhost.server.management() as client:
        found = (await client.get(f"/api/queues/{line.vhost.name}/{queue.name}/bindings")).json()
    bound = {one["routing_key"] for one in found}
    assert left
    assert not left & bound
    assert {event.type for event in queue.events} <= bound
    await broker.close()


async def test_two_relays_on_one_database_take_turns(line: Line) -> None:
    line.relay()
    second = Broker(line.vhost.url("withdrawals"), "second relay")
    line.tasks.append(asyncio.create_task(relaying.relay(line.producer, second, line.stop)))
    line.hear()
    events = [fact() for _ in range(300)]
    for event in events:
        await line.emit(event)
    await until(lambda: _has(line.handled, 300))
    assert [event.application_id for event in line.handled] == [e.application_id for e in events]
    await second.close()


async def _is(found: Any, expected: Any) -> bool:
    return bool(await found == expected)


async def _has(found: Sequence[Any], count: int) -> bool:
    return len(found) >= count


async def _unroutable(event_type: str) -> bool:
    return OUTBOX_UNROUTABLE.labels(event_type)._value.get() > 0


async def _terminate_backends(line: Line, databases: list[str]) -> None:
    """Kill every session of the relay and the consumer; the test's own way in stays."""
    connection = await asyncpg.connect(line.admin_postgres_url)
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = ANY($1::text[]) AND application_name <> 'test withdrawals'",
            databases,
        )
    finally:
        await connection.close()


async def _close_connections(line: Line) -> None:
    """Close the publishing and the consuming connection, from the broker's side."""
    async with line.vhost.server.management() as client:

        async def listed() -> list[str]:
            found = (await client.get(f"/api/vhosts/{line.vhost.name}/connections")).json()
            return [item["name"] for item in found]

        await until(lambda: _at_least(2, listed()))
        for name in await listed():
            await client.delete(f"/api/connections/{name}")


async def _at_least(count: int, found: Awaitable[list[str]]) -> bool:
    return len(await found) >= count
