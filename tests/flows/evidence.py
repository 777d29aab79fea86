"""What these tests look at from outside: the bank's book, the ledger, the phones, parked messages."""

import asyncio
import os
import re
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import httpx
from tests.support.waiting import pauses

from accounts.views import verification
from city.clients import Bank, Phones
from local.addresses import City
from local.system import System
from shared.messaging.broker import Broker
from shared.messaging.delivery import Delivery
from shared.messaging.topology import QUEUES
from shared.operations import parked

from .plan import Resident

WITHIN_SECONDS = 60.0
PAID_TEXT = "已到账"

T = TypeVar("T")


async def until(
    look: Callable[[], Awaitable[T]], what: str, holds: Callable[[T], object] = bool
) -> T:
    """Look until what is seen holds, and give it; fails in words, with what was seen last."""
    seen: list[T] = []
    try:
        async with asyncio.timeout(WITHIN_SECONDS):
            for pause_seconds in pauses():
                seen[:] = [await look()]
                if holds(seen[0]):
                    break
                await asyncio.sleep(pause_seconds)
    except TimeoutError:
        raise AssertionError(f"in {WITHIN_SECONDS:.0f} s not: {what}; last seen: {seen}") from None
    return seen[0]


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    said: str


async def run(program: str, *arguments: str, environment: Mapping[str, str]) -> Ended:
    """Run a command of ours as an operator does."""
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).parent / program), *arguments,
        env={**os.environ, **environment},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await process.communicate()
    assert process.returncode is not None
    return Ended(process.returncode, said.decode())


async def handled(
    client: httpx.AsyncClient, city: City, queue: str, event_type: str, outcome: str = "handled"
) -> int:
    """How many messages of a type a queue's consumer has handled, as its service reports."""
    service = queue.partition(".")[0]
    metrics = (await client.get(f"{city.service_urls[service]}/metrics")).text
    wanted = re.escape(
        f'messages_handled_total{{outcome="{outcome}",queue="{queue}",type="{event_type}"}}'
    )
    found = re.search(rf"^{wanted} (\S+)$", metrics, re.MULTILINE)
    return int(float(found[1])) if found else 0


@dataclass(frozen=True)
class Evidence:
    """Whoever is asked is asked from outside."""

    client: httpx.AsyncClient
    system: System
    bank: Bank
    phones: Phones

    @property
    def city(self) -> City:
        """Where everything is."""
        return self.system.city

    async def payments_to(self, resident: Resident) -> list[dict[str, Any]]:
        """Everything that the bank's own book has for a card, under whatever key."""
        answer = await self.client.get(
            f"{self.city.bank_control_url}/control/payments",
            params={"card": resident.person.card},
        )
        found: list[dict[str, Any]] = answer.json()["payments"]
        return found

    async def texts(self, resident: Resident, words: str) -> list[str]:
        """The texts on a phone that contain these words."""
        found = await self.phones.texts(resident.person.phone)
        return [text["text"] for text in found if words in text["text"]]

    async def text(self, resident: Resident, words: str) -> str:
        """Wait for a text with these words; give it."""
        found = await self.phones.arrived(resident.person.phone, words, WITHIN_SECONDS)
        return str(found["text"])

    async def paid_once(self, resident: Resident, application: Mapping[str, Any]) -> None:
        """The bank's book shows just one payment to this person, of the amount to the fen."""
        assert application["state"] == "paid", application
        (payment,) = await self.payments_to(resident)
        assert payment["status"] == "ACSC"
        assert payment["end_to_end_id"] == application["id"].replace("-", "")
        assert payment["amount_fen"] == application["amount_fen"]
        assert payment["holder_name"] == resident.person.name
        assert not payment["returned"]

    async def texted_of_payment(self, residents: Iterable[Resident], at_most: int) -> None:
        """Each phone has the text about the payment, and no more often than that."""
        for resident in residents:
            await self.text(resident, PAID_TEXT)
            assert len(await self.texts(resident, PAID_TEXT)) <= at_most

    async def books_agree(self) -> None:
        """The ledger's own verifier finds no difference."""
        url = self.system.environments.service("accounts")["DATABASE_URL"]
        connection = await asyncpg.connect(url)
        try:
            assert await verification.differences(connection) == []
        finally:
            await connection.close()

    async def parked(self) -> list[Delivery]:
        """The parked messages of all queues."""
        broker = Broker(self.city.operator_broker_url, "evidence")
        try:
            return [found for queue in QUEUES for found in await parked.read(broker, queue)]
        finally:
            await broker.close()

    async def parked_tool(self, *arguments: str) -> Ended:
        """Run the operators' tool for parked messages."""
        databases = self.system.environments.databases
        environment = {
            "BROKER_URL": self.city.operator_broker_url,
            **{f"{name.upper()}_DATABASE_URL": found.url for name, found in databases.items()},
        }
        return await run("ops", "parked", *arguments, environment=environment)
