"""Two services on real servers with one queue between them, for the plumbing's own tests."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from tests.support.letters import body_of
from tests.support.workbench import Workbench

from local.broker import VirtualHost
from shared.base.db import DATABASE_AWAY
from shared.messages.withdrawals import FundsConditions, WithdrawalFundsRequested
from shared.messaging import relay as relaying
from shared.messaging.broker import Broker, Message, own_queues
from shared.messaging.consumer import consume, hearing
from shared.messaging.delivery import Delivery
from shared.messaging.topology import RESERVE_WITHDRAWAL_FUNDS, Queue
from shared.messaging.unit import Context, Received, Unit, events_of

FAST_RETRY_MS = 50
VISIBLE_RETRY_MS = 1_500
"""Long enough to be seen in its retry stage."""


def fact(application_id: uuid.UUID | None = None, round_: int = 1) -> WithdrawalFundsRequested:
    """A believable event for the queue between the two services."""
    return WithdrawalFundsRequested(
        application_id=application_id or uuid.uuid4(),
        person_id=uuid.uuid4(),
        round=round_,
        conditions=FundsConditions(closing=True, sealed_required=True),
        business_date=date(2026, 3, 2),
    )


@dataclass
class Line:
    """A producer, a broker and a consumer."""

    producer: Context
    hearer: Context
    vhost: VirtualHost
    publishing: Broker
    consuming: Broker
    admin_postgres_url: str
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    handled: list[WithdrawalFundsRequested] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def emit(self, *events: WithdrawalFundsRequested) -> None:
        async with self.producer.unit() as unit:
            for event in events:
                unit.emit(event)

    def relay(self) -> asyncio.Task[None]:
        task = asyncio.create_task(relaying.relay(self.producer, self.publishing, self.stop))
        self.tasks.append(task)
        return task

    def hear(
        self, also: Callable[[Unit, Sequence[Any]], Awaitable[None]] | None = None
    ) -> asyncio.Task[None]:
        """Consume; every event that is handled and committed leaves a row, listed by `rows`."""

        async def handler(unit: Unit, batch: Sequence[Received[WithdrawalFundsRequested]]) -> None:
            if also is not None:
                await also(unit, batch)
            await unit.connection.executemany(
                "INSERT INTO subject_sequence AS s VALUES ($1, 1)"
                " ON CONFLICT (subject) DO UPDATE SET last_sequence = s.last_sequence + 1",
                [
                    (f"{received.event.application_id}/{received.event.round}",)
                    for received in batch
                    if received.message_id not in {*unit.postponed, *unit.parked}
                ],
            )
            self.handled.extend(events_of(batch))

        consumer = hearing(RESERVE_WITHDRAWAL_FUNDS, handler)
        task = asyncio.create_task(consume(self.hearer, self.consuming, consumer, self.stop))
        self.tasks.append(task)
        return task

    async def rows(self) -> dict[str, int]:
        """How often each event was handled in a committed transaction."""
        try:
            rows = await self.hearer.pool.fetch(
                "SELECT subject, last_sequence FROM subject_sequence"
            )
        except DATABASE_AWAY:
            return {}
        return {row["subject"]: row["last_sequence"] for row in rows}

    async def retry_after(self, rest_ms: int) -> None:
        """Let failed messages rest this long, whatever the stage."""
        async with self.vhost.server.management() as client:
            policy = {
                "pattern": r"\.retry\.\d$",
                "definition": {"message-ttl": rest_ms},
                "priority": 9,
                "apply-to": "queues",
            }
            name = f"/api/policies/{self.vhost.name}/fast-retries"
            (await client.put(name, json=policy)).raise_for_status()

    async def resting(self, queue: Queue, stage: int) -> Delivery | None:
        """The message that rests in a retry stage; it stays there."""
        async with self.consuming.channel(confirms=False) as channel:
            message: Any = await channel.basic_get(queue.retry(stage))
            return Delivery.received(message) if message.delivery_tag is not None else None

    async def publish_raw(self, **changes: Any) -> None:
        """Publish a message as an outsider would, whatever is in it."""
        event = fact()
        values: dict[str, Any] = {
            "exchange": "withdrawals.events",
            "routing_key": event.type,
            "message_id": uuid.uuid4(),
            "source": "/withdrawals",
            "type": event.type,
            "subject": event.subject,
            "time": self.producer.clock.now(),
            "sequence": 1,
            "traceparent": "",
            "body": body_of(event),
        }
        assert await self.publishing.publish([Message(**(values | changes))]) == [None]


@asynccontextmanager
async def _line(
    platform: Workbench, service_context: Any, vhost: VirtualHost
) -> AsyncIterator[Line]:
    values = {"outbox_poll_seconds": 0.2, "vhost": vhost}
    line = Line(
        await service_context("withdrawals", **values),
        await service_context("accounts", **values),
        vhost,
        Broker(vhost.url("withdrawals"), "publishing", 0.5),
        Broker(vhost.url("accounts"), "consuming", 0.5),
        platform.platform.postgres.url,
    )
    await vhost.load(queues=own_queues(RESERVE_WITHDRAWAL_FUNDS))
    await line.retry_after(FAST_RETRY_MS)
    try:
        yield line
    finally:
        line.stop.set()
        for task in line.tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await line.publishing.close()
        await line.consuming.close()


@pytest.fixture
async def line(
    platform: Workbench, service_context: Any, vhost: VirtualHost
) -> AsyncIterator[Line]:
    async with _line(platform, service_context, vhost) as made:
        yield made
