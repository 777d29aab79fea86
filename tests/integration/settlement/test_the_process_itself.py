"""The service as its own process: over RabbitMQ, killed with a request in hand, leaving in order."""

import re
import signal
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx
from tests.support.letters import body_of
from tests.support.telling import message
from tests.support.workbench import Workbench, around, environment_from

from local.broker import VirtualHost
from local.certificates import IN_CLEAR
from local.databases import ServiceDatabase
from local.folder import RunFolder
from local.processes import Running, python, start
from shared.base.clock import SystemClock
from shared.base.settings import ServiceSettings
from shared.messages import Event
from shared.messaging.broker import Broker
from shared.messaging.topology import PAY_APPROVED_WITHDRAWALS
from shared.operations import parked
from shared.sealing.personal_data import PersonalData

from .conftest import HASTY, HOLDER, PATIENT, Bank, Settlement, free_port, new_card, until


class Process:
    """`python -m settlement`, its neighbours' exchange and its database."""

    def __init__(
        self,
        platform: Workbench,
        database: ServiceDatabase,
        vhost: VirtualHost,
        bank: Bank,
        timeouts: Mapping[str, float],
    ) -> None:
        self.port = free_port()
        values = platform.settings(
            database, vhost, http_port=str(self.port), **bank.settings(),
            **{**PATIENT, **timeouts, "send_poll_seconds": 1.0},
        )  # fmt: skip
        self._environment = environment_from(values)
        self.personal_data = PersonalData.from_settings(ServiceSettings(**values))
        self.database = database
        self.withdrawals = Broker(vhost.url("withdrawals"), "test withdrawals")
        self.own = Broker(vhost.url("settlement"), "test settlement")
        self._folder = RunFolder(bank.folder)
        self._process: Running | None = None

    async def start(self) -> None:
        command = python("settlement", "settlement", self._environment)
        self._process = await start(self._folder, command)
        await until(self._ready)

    @property
    def log(self) -> str:
        """What it has said so far."""
        return (self._folder.logs / "settlement.log").read_text("utf-8")

    async def _ready(self) -> bool:
        try:
            return (await self.get("/readyz")).status_code == 200
        except httpx.TransportError:
            return False

    async def get(self, path: str) -> httpx.Response:
        async with httpx.AsyncClient(trust_env=False, verify=IN_CLEAR) as client:
            return await client.get(f"http://127.0.0.1:{self.port}{path}")

    async def end(self, number: signal.Signals) -> int:
        assert self._process is not None
        if self._process.alive:
            self._process.signal(number)
        return await self._process.ended()

    def approval(self, **changes: Any) -> Event:
        settlement = Settlement(self, None, None)  # type: ignore[arg-type]
        return settlement.approval(**changes)

    @property
    def context(self) -> Any:
        """As much of a context as an approval needs."""
        return self

    @property
    def clock(self) -> SystemClock:
        return SystemClock()

    async def publish(self, *bodies: tuple[str, bytes]) -> None:
        """Say something on the exchange of withdrawals, as its relay does."""
        problems = await self.withdrawals.publish(
            [
                message("withdrawals", "withdrawal.approved.v1", subject, body)
                for subject, body in bodies
            ]
        )
        assert problems == [None] * len(bodies)

    async def approve(self, *events: Event) -> None:
        await self.publish(*((event.subject, body_of(event)) for event in events))

    async def states(self) -> dict[str, str]:
        connection = await asyncpg.connect(self.database.owner_url)
        try:
            rows = await connection.fetch("SELECT order_id, state FROM payment_order")
            return {str(row["order_id"]): row["state"] for row in rows}
        finally:
            await connection.close()

    async def until_paid(self, *events: Event) -> None:
        async def all_paid() -> bool:
            states = await self.states()
            return all(states.get(event.subject) == "succeeded" for event in events)

        await until(all_paid)


@asynccontextmanager
async def process(
    platform: Workbench, service_database: Any, bank: Bank, **timeouts: float
) -> AsyncIterator[Process]:
    vhost = await platform.create_vhost(queues=around("settlement"))
    database = await service_database("settlement")
    made = Process(platform, database, vhost, bank, timeouts)
    try:
        await made.start()
        yield made
    finally:
        await made.end(signal.SIGKILL)
        await made.withdrawals.close()
        await made.own.close()
        await platform.drop_vhost(vhost)


async def test_killed_with_the_request_in_hand_it_pays_once(
    platform: Workbench, service_database: Any, bank: Bank
) -> None:
    async with process(platform, service_database, bank, **HASTY) as running:
        await bank.fail(delay_seconds=30)
        event = running.approval()
        await running.approve(event)
        key = uuid.UUID(event.subject)
        await until(lambda: bank.paid(key))
        await running.end(signal.SIGKILL)
        assert await running.states() == {event.subject: "sent"}
        await bank.fail()
        await running.start()
        await running.until_paid(event)
    assert [item["attempts"] for item in await bank.paid(key)] == [1]
    assert len(await bank.entries(key)) == 1


async def test_a_poison_message_parks_alone(
    platform: Workbench, service_database: Any, bank: Bank
) -> None:
    async with process(platform, service_database, bank) as running:
        good, later = running.approval(), running.approval()
        other_content = good.model_copy(update={"amount_fen": 1})
        await running.approve(good)
        await running.until_paid(good)
        await running.publish(
            (other_content.subject, body_of(other_content)),
            (str(uuid.uuid4()), b'{"card": "not sealed'),
            (later.subject, body_of(later)),
        )
        await running.until_paid(later)

        async def both_parked() -> Any:
            found = await parked.read(running.own, PAY_APPROVED_WITHDRAWALS)
            return found if len(found) == 2 else None

        found = await until(both_parked)
    errors = sorted(str(delivery.headers["x-error"]) for delivery in found)
    assert "other content" in errors[1]
    assert len(await bank.payments()) == 2


async def test_it_leaves_in_order_with_a_request_in_hand(
    platform: Workbench, service_database: Any, bank: Bank
) -> None:
    async with process(platform, service_database, bank) as running:
        await bank.fail(delay_seconds=0.5)
        event = running.approval()
        await running.approve(event)
        await until(lambda: bank.paid(uuid.UUID(event.subject)))
        assert await running.end(signal.SIGTERM) == 0
        assert await running.states() == {event.subject: "succeeded"}


async def test_it_tells_its_figures_and_logs_no_card(
    platform: Workbench, service_database: Any, bank: Bank
) -> None:
    card = new_card()
    async with process(platform, service_database, bank) as running:
        await bank.fail(drop_answer=1, status_http_500=3, notifications_http_500=-1)
        event = running.approval(card=card)
        await running.approve(event)
        await running.until_paid(event)
        metrics = (await running.get("/metrics")).text
        await running.end(signal.SIGTERM)
        log = running.log
    for name in (
        "payments_unknown", "payments_flagged", "payments_unsent", "payments_oldest_unsent_seconds",
        "bank_up", "reconciliation_differences", 'payment_steps_total{step="succeeded"} 1.0',
    ):  # fmt: skip
        assert name in metrics
    assert "request without a valid answer" in log
    assert card not in log
    assert HOLDER not in log
    assert re.search(r"(?<![0-9a-f])[0-9]{16,19}(?![0-9a-f])", log) is None
