"""What the ordinary services have in common: sessions, an outbox with its relay, one message at a time.

Nothing is lost, nothing is done twice: events are rows of the business transaction until a publisher confirm
has come, a message is acknowledged after the transaction that handled it, and repeats are found in the
inbox.
"""

import asyncio
import contextlib
import os
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aio_pika
import uvicorn
from aio_pika.abc import AbstractChannel, AbstractExchange, AbstractIncomingMessage, AbstractQueue
from fastapi import APIRouter, FastAPI, Response
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from shared.base.settings import ServiceSettings
from shared.identity.verifier import TokenVerifier
from shared.messages import Event

from .models import Inbox, Outbox
from .sealing import Sealing

EXCHANGE = "ordinary"
QUORUM: dict[str, Any] = {"x-queue-type": "quorum"}
RELAY_ROWS = 100
RELAY_IDLE_SECONDS = 0.1

Work = Callable[[AsyncSession, Any], Awaitable[None]]
"""Handles one event within a transaction."""


class Service:
    """One service: its database, its queues, its events."""

    def __init__(self, name: str, settings: ServiceSettings) -> None:
        self.name = name
        self.settings = settings
        self.personal_data = Sealing.of_environment()
        self.tokens = TokenVerifier(settings.jwks_url, settings.token_issuer)
        url = str(settings.database_url).replace("postgresql://", "postgresql+asyncpg://")
        self.engine = create_async_engine(
            url, pool_size=settings.pool_max_connections, max_overflow=0
        )
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self.router = APIRouter()
        self._queues: list[tuple[str, Mapping[type[Event], Work], bool]] = []
        self._tasks: list[Callable[[], Awaitable[None]]] = []
        self._woken = asyncio.Event()

    def listen(
        self, queue: str, handlers: Mapping[type[Event], Work], *, alone: bool = True
    ) -> None:
        """Consume a queue; a handler that talks to others in between has its own transactions."""
        self._queues.append((f"ordinary.{self.name}.{queue}", handlers, alone))

    def task(self, work: Callable[[], Awaitable[None]]) -> None:
        """Run something beside the consumers."""
        self._tasks.append(work)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Open a session and its one transaction; wake the relay when it was committed."""
        async with self.sessions() as session, session.begin():
            yield session
        self._woken.set()

    def run(self) -> None:
        """Serve until told to stop."""
        app = FastAPI(lifespan=self._lifespan)
        app.include_router(self.router)

        @app.get("/readyz")
        async def ready() -> Response:
            return Response(status_code=200)

        uvicorn.run(app, host="127.0.0.1", port=self.settings.http_port, access_log=False)

    @asynccontextmanager
    async def _lifespan(self, _app: FastAPI) -> AsyncIterator[None]:
        connection = await aio_pika.connect_robust(self.settings.broker_url.get_secret_value())
        async with connection:
            publishing = await connection.channel(publisher_confirms=True, on_return_raises=True)
            exchange = await publishing.declare_exchange(
                EXCHANGE, aio_pika.ExchangeType.TOPIC, durable=True
            )
            running = [asyncio.create_task(self._relay(exchange))]
            for queue, handlers, alone in self._queues:
                channel = await connection.channel()
                declared = await self._declare(channel, queue, handlers)
                work = self._consume(declared, handlers, alone=alone)
                running.append(asyncio.create_task(work))
            running += [asyncio.ensure_future(work()) for work in self._tasks]
            for each in running:
                each.add_done_callback(_end_with)
            yield
            for each in running:
                each.remove_done_callback(_end_with)
                each.cancel()
            await asyncio.gather(*running, return_exceptions=True)
        await self.engine.dispose()

    async def _declare(
        self, channel: AbstractChannel, name: str, handlers: Mapping[type[Event], Work]
    ) -> AbstractQueue:
        """Before the service is ready: what is published without a queue that hears it is lost."""
        await channel.set_qos(prefetch_count=1)
        queue = await channel.declare_queue(name, durable=True, arguments=QUORUM)
        for heard in handlers:
            await queue.bind(EXCHANGE, heard.type)
        return queue

    async def _consume(
        self, queue: AbstractQueue, handlers: Mapping[type[Event], Work], *, alone: bool
    ) -> None:
        types = {heard.type: heard for heard in handlers}
        async with queue.iterator() as messages:
            async for message in messages:
                async with message.process(requeue=True):
                    event_type = types[str(message.type)]
                    event = event_type.model_validate_json(message.body)
                    await self._handle(
                        queue.name, message, event, handlers[event_type], alone=alone
                    )

    async def _handle(
        self, queue: str, message: AbstractIncomingMessage, event: Event, work: Work, *, alone: bool
    ) -> None:
        message_id = uuid.UUID(str(message.message_id))
        if not alone:
            async with self.sessions() as session:
                await work(session, event)
            self._woken.set()
            return
        async with self.transaction() as session:
            if await session.get(Inbox, (queue, message_id)) is None:
                session.add(Inbox(queue=queue, message_id=message_id))
                await work(session, event)

    async def _relay(self, exchange: AbstractExchange) -> None:
        """Publish the outbox in order: each event is confirmed, then deleted."""
        while True:
            async with self.sessions() as session:
                rows = await session.scalars(select(Outbox).order_by(Outbox.id).limit(RELAY_ROWS))
                found = rows.all()
            for row in found:
                message = aio_pika.Message(
                    row.body.encode(),
                    message_id=str(row.message_id),
                    type=row.type,
                    timestamp=row.occurred_at,
                    delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
                )
                await exchange.publish(message, routing_key=row.type, mandatory=True)
                async with self.sessions() as session, session.begin():
                    await session.execute(delete(Outbox).where(Outbox.id == row.id))
            if not found:
                self._woken.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), RELAY_IDLE_SECONDS)


def _end_with(done: "asyncio.Future[None]") -> None:
    """A process whose consumer or relay died must not live on."""
    if not done.cancelled() and done.exception() is not None:
        print(repr(done.exception()), flush=True)
        os._exit(1)


def emit(session: AsyncSession, event: Event) -> None:
    """Let an event leave when the transaction is committed."""
    session.add(Outbox(type=event.type, body=event.model_dump_json()))
