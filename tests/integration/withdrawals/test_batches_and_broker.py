"""A batch costs a constant number of statements; and the whole thing hears and speaks over RabbitMQ."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import pytest
from pydantic import BaseModel
from tests.support.apps import app_of
from tests.support.telling import received, told
from tests.support.waiting import until

from local.broker import VirtualHost
from shared.base.identifiers import BankCard
from shared.http.batching import GroupCommit
from shared.http.idempotency import Asked, IdempotentPost
from shared.messages import Event
from shared.messages.cards import CardChecked, CardVerdict
from shared.messaging import relay as relaying
from shared.messaging.broker import Broker, declare
from shared.messaging.consumer import consume
from shared.messaging.unit import Context, Unit
from withdrawals.consumer import CONSUMERS
from withdrawals.domain import Case
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import applications as handlers
from withdrawals.handlers import cards
from withdrawals.handlers.applications import Submission
from withdrawals.main import service as make_service
from withdrawals.settings import Settings
from withdrawals.store import rulebooks

from .conftest import (
    CARD,
    Withdrawals,
    debt_checked,
    funds_reserved,
    payment_succeeded,
    payoff_certified,
)

FEW, MANY = 3, 150


def introspects(query: str) -> bool:
    """Tell whether the driver asked for a type, once per connection."""
    return "typeinfo_tree" in query or "current_setting('jit')" in query


async def statements(
    withdrawals: Withdrawals,
    handler: Callable[[Any, Any], Awaitable[None]],
    events: list[Event],
) -> int:
    """Count the statements that a handler sends for a batch, the outbox included."""
    sent: list[str] = []
    async with withdrawals.context.unit() as unit:
        with unit.connection.query_logger(lambda record: sent.append(record.query)):
            await handler(unit, received(events))
            await unit.flush()
    return len([query for query in sent if not introspects(query)])


async def apply_many(withdrawals: Withdrawals, count: int, kind: str = "retirement") -> list[str]:
    made = list(await asyncio.gather(*(withdrawals.citizen().apply(kind) for _ in range(count))))
    await withdrawals.remember_cards()
    return made


async def test_a_batch_costs_a_constant_number_of_statements(withdrawals: Withdrawals) -> None:
    name = "张三丰"
    today = withdrawals.clock.today()
    few, many = await apply_many(withdrawals, FEW), await apply_many(withdrawals, MANY)
    steps: list[tuple[Any, Callable[[str], Event]]] = [
        (handlers.loan_debt_checked, debt_checked),
        (handlers.funds_reserved, lambda i: funds_reserved(i, name, reserved_on=today)),
        (handlers.payment_succeeded, payment_succeeded),
    ]
    for handler, fact in steps:
        for_few = await statements(withdrawals, handler, [fact(one) for one in few])
        for_many = await statements(withdrawals, handler, [fact(one) for one in many])
        assert for_few == for_many <= 4, handler.__name__
    states = await withdrawals.context.pool.fetch("SELECT DISTINCT state FROM application")
    assert [row["state"] for row in states] == ["paid"]


async def test_the_first_use_of_many_cards_costs_a_constant_number_of_statements(
    withdrawals: Withdrawals,
) -> None:
    asking, told = [], []
    for size in (FEW, MANY):
        ids = await apply_many(withdrawals, size)
        await withdrawals.context.pool.execute("UPDATE card SET verified_on = '2020-01-01'")
        await withdrawals.deliver(handlers.loan_debt_checked, *map(debt_checked, ids))
        today = withdrawals.clock.today()
        facts = [funds_reserved(one, "张三丰", reserved_on=today) for one in ids]
        asking.append(await statements(withdrawals, handlers.funds_reserved, facts))
        rows = await withdrawals.context.pool.fetch(
            "SELECT check_id FROM card WHERE state = 'asked'"
        )
        said = [
            CardChecked(
                check_id=row["check_id"],
                verdict=CardVerdict.MATCHED,
                reason_code=None,
                checked_on=today,
            )
            for row in rows
        ]
        told.append(await statements(withdrawals, cards.card_checked, said))
    assert asking[0] == asking[1] <= 5
    assert told[0] == told[1] <= 7
    states = await withdrawals.context.pool.fetch("SELECT DISTINCT state FROM application")
    assert [row["state"] for row in states] == ["approved"]


async def test_claims_on_many_loans_cost_a_constant_number_of_statements(
    withdrawals: Withdrawals,
) -> None:
    counts = []
    for size in (FEW, MANY):
        applications = await apply_many(withdrawals, size, "loan_repaid")
        facts: list[Event] = [
            payoff_certified(application_id, contract_number=f"DK{application_id[:20]}")
            for application_id in applications
        ]
        counts.append(await statements(withdrawals, handlers.loan_payoff_certified, facts))
    assert counts[0] == counts[1] <= 6


def submission() -> Submission:
    return Submission(uuid.uuid4(), "web", "retirement", BankCard.parse(CARD), None)


@pytest.mark.parametrize("count", [1, 30])
async def test_submitting_together_costs_three_statements_however_many(
    withdrawals: Withdrawals, count: int
) -> None:
    async def submit(unit: Any, _events: Any) -> None:
        made = await handlers.submit(unit, [(submission(), "") for _ in range(count)])
        assert {type(one) for one in made} == {Case}

    await withdrawals.citizen().apply()  # reads the rule book
    assert await statements(withdrawals, submit, []) == 3


class Word(BaseModel):
    """A request and its answer."""

    word: str


async def test_requests_that_fail_together_are_done_one_by_one(withdrawals: Withdrawals) -> None:
    groups: list[list[str]] = []

    async def answer_all(_unit: Unit, asked: Sequence[Asked[str]]) -> Sequence[Word | Refused]:
        groups.append([each.item for each in asked])
        if "poison" in groups[-1]:
            raise RuntimeError("poison")
        return [
            Refused(Reason.NOT_FOUND) if each.item == "refused" else Word(word=each.item)
            for each in asked
        ]

    words = GroupCommit(202, answer_all, lambda word: f"/words/{word.word}")
    person = uuid.uuid4()

    async def say(word: str) -> int | str:
        post = IdempotentPost(withdrawals.context, person, word, "/words")
        try:
            return (await words.once(post, Word(word=word), word)).status_code
        except (RuntimeError, Refused) as error:
            return type(error).__name__

    async def say_all(*said: str) -> list[int | str]:
        return list(await asyncio.gather(*map(say, said)))

    assert await say_all("first", "refused", "third") == [202, "Refused", 202]
    assert len(groups) < 3
    # A repeat in the same group, or in a later one, gets the first one's answer and does nothing again.
    assert await say_all("first", "twice", "twice") == [202, 202, 202]
    assert sorted(word for group in groups for word in group).count("twice") == 1
    assert await say_all("lone", "poison", "beside") == [202, "RuntimeError", 202]
    assert max(len(group) for group in groups if "poison" in group) > 1
    assert ["poison"] in groups, "it failed alone, too"
    keys = await withdrawals.context.pool.fetch("SELECT key, body FROM idempotency_key")
    done = {"first", "third", "twice", "lone", "beside"}
    assert {row["key"] for row in keys if row["body"]} == {row["key"] for row in keys} == done


class Neighbours:
    """Publishes what loans, accounts and settlement would say."""

    def __init__(self, vhost: VirtualHost) -> None:
        self.brokers = {
            owner: Broker(vhost.url(owner), f"test {owner}")
            for owner in ("loans", "accounts", "settlement")
        }

    async def say(self, context: Context, *events: Event) -> None:
        for event in events:
            message = told(event, context.clock.now())
            assert await self.brokers[event.owner].publish([message]) == [None]

    async def close(self) -> None:
        for broker in self.brokers.values():
            await broker.close()


@pytest.fixture
async def on_broker(service_context: Any, vhost: VirtualHost, keys: Any) -> Any:
    """The service with its consumer and its relay on a real broker."""
    context = await service_context(
        "withdrawals", Settings, vhost=vhost, jwks_url=keys.jwks_url, outbox_poll_seconds=0.2
    )
    async with context.unit() as unit:
        await rulebooks.load_packaged_days(unit)
    consuming, publishing = (
        Broker(vhost.url("withdrawals"), "c"),
        Broker(vhost.url("withdrawals"), "p"),
    )
    await declare(consuming, "withdrawals")
    stop = asyncio.Event()
    running = [
        asyncio.create_task(consume(context, consuming, consumer, stop)) for consumer in CONSUMERS
    ]
    neighbours = Neighbours(vhost)
    yield context, neighbours, publishing
    stop.set()
    for task in running:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await neighbours.close()
    await consuming.close()
    await publishing.close()


async def test_facts_come_in_over_rabbitmq_in_the_worst_order_and_each_ends_once(
    on_broker: Any, keys: Any
) -> None:
    context, neighbours, _publishing = on_broker
    import httpx

    app = app_of(make_service(context.settings), context)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://withdrawals") as client:
        service = Withdrawals(
            context, make_service(context.settings), app, client, keys, context.clock
        )
        applications = await apply_many(service, 30)
    name = "张三丰"
    today = context.clock.today()
    await neighbours.say(context, *(debt_checked(one) for one in applications * 2))

    async def all_in(state: str) -> bool:
        rows = await context.pool.fetch("SELECT DISTINCT state FROM application")
        return [row["state"] for row in rows] == [state]

    await until(lambda: all_in("funds_requested"))
    reserved = [funds_reserved(one, name, reserved_on=today) for one in applications]
    paid = [payment_succeeded(one) for one in applications]
    await neighbours.say(context, *paid, *reserved, *reserved)
    await until(lambda: all_in("paid"))
    rows = await context.pool.fetch(
        "SELECT type, count(*) AS events FROM outbox GROUP BY type ORDER BY type"
    )
    assert {row["type"]: row["events"] for row in rows} == {
        "withdrawal.submitted.v1": 30,
        "withdrawal.funds_requested.v1": 30,
        "withdrawal.approved.v1": 30,
        "withdrawal.paid.v1": 30,
    }


async def test_the_outbox_leaves_for_the_exchange_of_withdrawals(on_broker: Any, keys: Any) -> None:
    context, _neighbours, publishing = on_broker
    from shared.messages.withdrawals import WithdrawalReviewRequired

    stop = asyncio.Event()
    relay = asyncio.create_task(relaying.relay(context, publishing, stop))
    async with context.unit() as unit:
        unit.emit(
            WithdrawalReviewRequired(
                application_id=uuid.uuid4(), person_id=uuid.uuid4(), reasons=("always",)
            )
        )
    assert await relaying.flushed(context, 10)
    stop.set()
    relay.cancel()
    with suppress(asyncio.CancelledError):
        await relay
