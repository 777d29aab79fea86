"""Who may log in, by what accounts says; what runs beside requests; the whole service on the broker."""

import asyncio
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.support.telling import received, told
from tests.support.workbench import around

from gateway import tasks
from gateway.clock import now_of
from gateway.consumer import CONSUMERS
from gateway.handlers.identities import know_individuals
from gateway.store import limits, pruning, signing_keys
from gateway.store.limits import Limit
from shared.base.clock import SystemClock
from shared.messages.gateway import LoginCodeIssued
from shared.messaging.account_queues import END_MERGED_IDENTITIES
from shared.messaging.broker import Broker
from shared.messaging.consumer import consume
from shared.messaging.topology import KNOW_IDENTITIES

from .conftest import OTHER_ID, UNKNOWN_ID, Gateway


async def identities(gateway: Gateway) -> list[dict[str, Any]]:
    rows = await gateway.context.pool.fetch("SELECT * FROM identity ORDER BY role, created_at")
    return [dict(row) for row in rows]


async def test_the_table_of_handlers_covers_the_queue() -> None:
    assert {consumer.queue for consumer in CONSUMERS} == {KNOW_IDENTITIES, END_MERGED_IDENTITIES}


async def test_the_same_fact_again_changes_nothing(gateway: Gateway) -> None:
    person, employer = gateway.opened(), gateway.registered()
    await gateway.know(person, employer)
    once = await identities(gateway)
    await gateway.know(person, employer, person, employer)
    assert await identities(gateway) == once
    assert len(once) == 2


async def test_r_inf_2_an_employer_cannot_redirect_a_known_persons_codes(gateway: Gateway) -> None:
    person = gateway.opened()
    await gateway.know(person)
    again = gateway.opened(
        person_id=person.person_id, employer_number="371400000009",
        account_number="37140000000000000099", phone="13700000000", name="别人",
    )  # fmt: skip
    assert await gateway.know(again) == []
    await gateway.challenge()
    (issued,) = await gateway.events()
    assert isinstance(issued, LoginCodeIssued)
    assert issued.phone == "13805341234"


async def test_r_acc_8_another_person_under_a_known_id_number_is_parked(gateway: Gateway) -> None:
    person = gateway.opened()
    await gateway.know(person)
    same_id = gateway.opened(person_id=uuid.uuid4())
    same_person = gateway.opened(OTHER_ID, person_id=person.person_id)
    good = gateway.opened(UNKNOWN_ID)
    assert len(await gateway.know(same_id, good, same_person)) == 2
    assert {row["person_id"] for row in await identities(gateway)} == {
        person.person_id, good.person_id,
    }  # fmt: skip


async def test_a_batch_costs_as_many_statements_as_one_event(gateway: Gateway) -> None:
    def person(number: int) -> Any:
        return gateway.opened(f"E{number:08}", id_type="03", person_id=uuid.uuid4())

    async def statements(events: list[Any]) -> int:
        seen: list[str] = []
        async with gateway.context.unit() as unit:
            unit.connection.add_query_logger(lambda record: seen.append(record.query))
            await know_individuals(unit, received(events))
        return len(seen)

    await statements([person(0)])
    assert await statements([person(1)]) == await statements([person(n) for n in range(2, 500)])
    assert await gateway.count("identity") == 500


async def test_limits_count_every_use_and_start_anew_with_the_window(gateway: Gateway) -> None:
    limit = Limit("a test", 3, timedelta(minutes=10))
    pool, now = gateway.context.pool, datetime(2026, 3, 2, 4, 3, tzinfo=UTC)
    waits = await asyncio.gather(*(limits.take(pool, [limit], now) for _ in range(5)))
    assert sorted(str(wait) for wait in waits) == ["0:07:00", "0:07:00", "None", "None", "None"]
    assert await limits.take(pool, [limit], now + timedelta(minutes=7)) is None


async def test_what_can_decide_nothing_is_forgotten_and_the_record_is_kept(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened())
    tokens = await gateway.log_in()
    gateway.clock.advance(timedelta(minutes=1))
    wrong = await gateway.challenge()
    await gateway.enter(wrong, await gateway.wrong_code_of(wrong))
    kept = ("challenge", "session", "refresh_token", "login_lock", "rate_limit", "login_attempt")
    before = {table: await gateway.count(table) for table in kept}
    async with gateway.context.unit() as unit:
        await pruning.prune(unit.connection, gateway.clock.now())
    assert {table: await gateway.count(table) for table in kept} == before
    gateway.clock.advance(timedelta(days=3))
    async with gateway.context.unit() as unit:
        await pruning.prune(unit.connection, gateway.clock.now())
    after = {table: await gateway.count(table) for table in kept}
    assert after == dict.fromkeys(kept, 0) | {"login_attempt": before["login_attempt"]}
    assert (await gateway.refresh(tokens["refresh_token"])).json()["title"] == "session-ended"


async def test_the_tasks_make_a_key_and_leave_when_told(gateway: Gateway) -> None:
    await gateway.context.pool.execute("DELETE FROM signing_key")
    stop = asyncio.Event()
    running = [
        asyncio.create_task(task(gateway.context, stop)) for task in (tasks.keep_keys, tasks.prune)
    ]
    async with asyncio.timeout(20):
        while not await signing_keys.load(gateway.context.pool):
            await asyncio.sleep(0.02)
        stop.set()
        await asyncio.gather(*running)


async def test_the_business_clock_moves_events_but_no_lock_and_no_key(
    gateway: Gateway,
) -> None:
    """A demonstration in 2019: the phone is told five minutes of 2019, the watch of staff stays right."""
    moved = gateway.context.settings.model_copy(
        update={"business_clock_offset_seconds": -7 * 365 * 86_400}
    )
    context = replace(
        gateway.context, settings=moved, clock=SystemClock(moved.business_clock_offset)
    )
    assert abs(now_of(context) - datetime.now(UTC)) < timedelta(seconds=5)
    assert context.clock.now().year < 2020


async def test_identities_come_in_and_codes_go_out_over_the_broker(
    gateway: Gateway, platform: Any
) -> None:
    vhost = await platform.create_vhost(queues=around("gateway"))
    stop = asyncio.Event()
    accounts = Broker(vhost.url("accounts"), "accounts of a test")
    own = Broker(vhost.url("gateway"), "gateway of a test")
    consuming = asyncio.create_task(consume(gateway.context, own, CONSUMERS[0], stop))
    try:
        opened = told(gateway.opened())
        assert await accounts.publish([opened, opened]) == [None, None]
        async with asyncio.timeout(30):
            while not await gateway.count("identity"):
                await asyncio.sleep(0.02)
        assert (await gateway.log_in())["role"] == "individual"
    finally:
        stop.set()
        await consuming
        await accounts.close()
        await own.close()
        await platform.drop_vhost(vhost)
