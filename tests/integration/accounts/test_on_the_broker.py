"""The service hears and speaks over RabbitMQ; a message that can never be handled parks alone."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.letters import body_of, read
from tests.support.telling import message
from tests.support.waiting import until

from accounts.consumer import CONSUMERS
from accounts.main import service as make_service
from accounts.settings import Settings
from local.broker import VirtualHost
from shared.messages import Event
from shared.messages.accounts import BalanceTold, FundsPosted, FundsReserved
from shared.messages.notifications import BalanceAsked
from shared.messaging import relay as relaying
from shared.messaging.broker import Broker, declare
from shared.messaging.consumer import consume
from shared.messaging.topology import (
    ANSWER_BALANCE_INQUIRIES,
    BOOK_BANK_RECEIPTS,
    FOLLOW_APPLICATIONS,
    RESERVE_WITHDRAWAL_FUNDS,
    SETTLE_WITHDRAWAL_FUNDS,
)
from shared.operations import parked

from .conftest import Accounts, cancelled, paid, receipt, requested


@dataclass
class Running:
    """The service with consumers on a real broker, and its neighbours' mouths."""

    accounts: Accounts
    neighbours: dict[str, Broker]
    consuming: Broker
    publishing: Broker

    async def say(self, *events: Event) -> None:
        for event in events:
            await self.publish(event.owner, event.type, event.subject, body_of(event).decode())

    async def publish(self, owner: str, type_: str, subject: str, body: str) -> None:
        said = message(owner, type_, subject, body.encode(), self.accounts.clock.now())
        assert await self.neighbours[owner].publish([said]) == [None]


@pytest.fixture
async def running(service_context: Any, vhost: VirtualHost, keys: Any) -> AsyncIterator[Running]:
    context = await service_context(
        "accounts", Settings, vhost=vhost, jwks_url=keys.jwks_url, outbox_poll_seconds=0.2
    )
    app = app_of(make_service(context.settings), context)
    consuming, publishing = (
        Broker(vhost.url("accounts"), "consuming"),
        Broker(vhost.url("accounts"), "publishing"),
    )
    neighbours = {
        owner: Broker(vhost.url(owner), f"test {owner}")
        for owner in ("withdrawals", "settlement", "notifications")
    }
    await declare(consuming, "accounts")
    stop = asyncio.Event()
    tasks = [asyncio.create_task(consume(context, consuming, one, stop)) for one in CONSUMERS]
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
        yield Running(
            Accounts(context, client, keys, context.clock), neighbours, consuming, publishing
        )
    stop.set()
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    for broker in (*neighbours.values(), consuming, publishing):
        await broker.close()


async def test_reserved_and_paid_over_rabbitmq_whatever_is_repeated(running: Running) -> None:
    accounts = running.accounts
    people = [await accounts.saver(200) for _ in range(10)]
    asked = [requested(person) for person in people]
    await running.say(*asked, *asked)

    async def reserved() -> list[Any]:
        events = [e for e in await accounts.events() if isinstance(e, FundsReserved)]
        return events if len(events) == len(people) else []

    await until(reserved)
    facts = [paid(event) for event in await reserved()]
    await running.say(*facts, *facts[::-1])

    async def posted() -> bool:
        return sum(isinstance(e, FundsPosted) for e in await accounts.events()) == len(people)

    await until(posted)
    await accounts.verified()


async def test_a_poison_message_parks_alone(running: Running) -> None:
    accounts = running.accounts
    person = await accounts.saver(200)
    good = requested(person)
    await running.publish("withdrawals", good.type, "poison", '{"application_id": "not one"}')
    await running.say(good)
    await running.publish("withdrawals", good.type, "poison", "not even JSON")

    async def handled() -> bool:
        return bool(await accounts.events(str(good.application_id)))

    await until(handled)

    async def both_parked() -> list[Any]:
        found = await parked.read(running.consuming, RESERVE_WITHDRAWAL_FUNDS)
        return found if len(found) == 2 else []

    kept = await until(both_parked)
    assert {delivery.subject for delivery in kept} == {"poison"}
    assert all(delivery.headers["x-error"] for delivery in kept)


async def test_what_cannot_be_true_parks_with_its_reason_and_the_rest_goes_on(
    running: Running,
) -> None:
    accounts = running.accounts
    person, other = await accounts.saver(200), await accounts.saver(200)
    wrong = await accounts.reserve(person)
    right = await accounts.reserve(other)
    await running.say(paid(wrong, amount_fen=201), paid(right), receipt("x", -5), receipt("x", 5))

    async def done() -> list[Any]:
        events = await accounts.events(str(right.application_id))
        receipts = await parked.read(running.consuming, BOOK_BANK_RECEIPTS)
        wrong_ones = await parked.read(running.consuming, SETTLE_WITHDRAWAL_FUNDS)
        posted = isinstance(events[-1], FundsPosted)
        return wrong_ones if posted and len(receipts) == 1 else []

    (kept,) = await until(done)
    assert kept.headers["x-error"] == "201 fen, but 200 fen are frozen"
    await running.say(cancelled(wrong.application_id, person.person_id))

    async def released() -> bool:
        return bool((await accounts.facts(person))["frozen_fen"] == 0)

    await until(released)
    await accounts.verified()


async def test_a_balance_is_told_to_who_texts(running: Running) -> None:
    accounts = running.accounts
    person = await accounts.saver(200)
    asked = [
        BalanceAsked(inquiry_id=uuid.uuid4(), person_id=id_, asked_at=accounts.clock.now())
        for id_ in (person.person_id, uuid.uuid4())
    ]
    await running.say(*asked)

    async def told() -> list[Any]:
        found = [e for e in await accounts.events() if isinstance(e, BalanceTold)]
        return found if len(found) == 2 else []

    await until(told)
    by_person = {event.person_id: event for event in await told()}
    mine = by_person[person.person_id]
    assert (mine.balance_fen, mine.paid_up_to) == (200, "2026-01")
    assert mine.account_tail == person.account_number[-4:]
    assert by_person[asked[1].person_id].balance_fen is None
    assert await parked.read(running.consuming, ANSWER_BALANCE_INQUIRIES) == []


async def test_what_accounts_says_reaches_who_listens(running: Running) -> None:
    accounts = running.accounts
    withdrawals = running.neighbours["withdrawals"]
    await declare(withdrawals, "withdrawals")
    person = await accounts.saver(200)
    await accounts.pool.execute("DELETE FROM outbox")  # the gateway is not there to listen
    stop = asyncio.Event()
    relay = asyncio.create_task(relaying.relay(accounts.context, running.publishing, stop))
    asked = requested(person)
    await running.say(asked)

    async def heard() -> Any:
        async with withdrawals.channel(confirms=False) as channel:
            message: Any = await channel.basic_get(FOLLOW_APPLICATIONS.name, no_ack=True)
        return message if message.delivery_tag is not None else None

    async with asyncio.timeout(20):
        while (message := await heard()) is None:
            await asyncio.sleep(0.02)
    event = read(FundsReserved, message.body)
    assert (event.application_id, event.amount_fen) == (asked.application_id, 200)
    assert message.header.properties.headers["cloudEvents:source"] == "/accounts"
    assert await relaying.flushed(accounts.context, 10)
    stop.set()
    relay.cancel()
    with suppress(asyncio.CancelledError):
        await relay
