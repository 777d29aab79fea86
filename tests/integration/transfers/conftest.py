"""The transfers service beside accounts and loans, on real databases, and the platform on a real line."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.integration.accounts.conftest import Accounts, Person, accounts, receipt
from tests.integration.loans.conftest import LoansService, loans
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.letters import read
from tests.support.telling import received
from tests.support.two_people import Desk
from tests.support.waiting import until

from accounts.consumer import CONSUMERS as ACCOUNTS
from loans.consumer import CONSUMERS as LOANS
from shared.base.clock import FixedClock
from shared.identity.principal import Principal, Role
from shared.messages import EVENTS, Event
from shared.messages.settlement import ReceiptCredited
from shared.messaging.consumer import Consumer
from shared.messaging.unit import Context
from simulators.letters.app import control_app
from simulators.letters.faults import Faults
from simulators.letters.platform import Platform
from simulators.letters.settings import LetterSettings
from transfers.consumer import CONSUMERS as TRANSFERS
from transfers.main import service as make_service
from transfers.settings import Settings
from transfers.work import exchange

__all__ = ["accounts", "loans"]

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
JINAN = "370100"
PASSWORD = "known-to-the-platform"
WAITS = {
    "dispatch_poll_seconds": 0.05,
    "platform_rest_seconds": 0.1,
    "platform_answer_seconds": 0.5,
    "dispatch_pause_max_seconds": 0.2,
    "centres_refresh_seconds": 3600.0,
    "progress_ask_seconds": 0.3,
}


class _Caller(Caller):
    base = "/api/transfers"


@dataclass
class Office:
    """The service with its HTTP interface, whom it asks, and the platform with the other centres."""

    context: Context[Settings]
    client: httpx.AsyncClient
    keys: Issuer
    clock: FixedClock
    accounts: Accounts
    loans: LoansService
    platform: Platform
    other: httpx.AsyncClient
    """The platform's control: what other centres do."""
    heard: set[tuple[str, int]] = field(default_factory=set)
    """What was delivered, by service and place in its outbox."""

    def caller(self, principal: Principal) -> Caller:
        return _Caller(self.client, {"Authorization": f"Bearer {self.keys.token(principal)}"})

    def citizen(self, person: Person) -> Caller:
        return self.caller(
            Principal(uuid.uuid4(), Role.INDIVIDUAL, person.person_id, None, "张*", "web")
        )

    def staff(self, role: Role = Role.STAFF_MAKER) -> Caller:
        return self.caller(Principal(uuid.uuid4(), role, None, None, "李*", "web"))

    @property
    def desk(self) -> Desk:
        return Desk(self.context, self.caller)

    async def said(self, event_type: type[Event], context: Context | None = None) -> list[Any]:
        """What a service has said of a type, in order."""
        rows = await (context or self.context).pool.fetch(
            "SELECT body FROM outbox WHERE type = $1 ORDER BY id", event_type.type
        )
        return [read(EVENTS[event_type.type], row["body"]) for row in rows]

    async def deliver(self, *, again: bool = False) -> None:
        """Let every service hear what the others have said, until nobody says more; `again`: twice."""
        services: list[tuple[Context, tuple[Consumer, ...]]] = [
            (self.context, TRANSFERS), (self.accounts.context, ACCOUNTS), (self.loans.context, LOANS),
        ]  # fmt: skip
        while True:
            new = []
            for context, _ in services:
                for row in await context.pool.fetch(
                    "SELECT id, type, body FROM outbox ORDER BY id"
                ):
                    if (context.service, row["id"]) not in self.heard:
                        self.heard.add((context.service, row["id"]))
                        new.append(read(EVENTS[row["type"]], row["body"]))
            if not new:
                return
            for event in new:
                for _ in range(1 + again):
                    await self.tell(event, services)

    async def tell(self, event: Event, services: Any = None) -> list[str]:
        """Hand one event to all who hear it; return what was postponed or parked."""
        services = services or [
            (self.context, TRANSFERS), (self.accounts.context, ACCOUNTS), (self.loans.context, LOANS),
        ]  # fmt: skip
        told: list[str] = []
        for context, consumers in services:
            for consumer in consumers:
                handler = handler_of(consumer, type(event))
                if handler is not None and _for_letters(consumer):
                    async with context.unit() as unit:
                        await handler(unit, received([event]))
                    told += [*unit.postponed.values(), *unit.parked.values()]
        return told

    async def bank_receipt(self, number: str, amount_fen: int, **changes: Any) -> ReceiptCredited:
        """Money for a letter arrives at the bank: accounts and transfers hear of it, in this order."""
        event = receipt(
            f"异地转移接续 {number}",
            amount_fen,
            **{"payer_name": "济南住房公积金中心", "value_date": self.clock.today(), **changes},
        )
        await self.tell(event)
        await self.deliver()
        return event

    @asynccontextmanager
    async def on_line(self) -> AsyncIterator[None]:
        """Let the service speak with the platform, as its task does, while the block runs."""
        stop = asyncio.Event()
        running = asyncio.create_task(exchange.run(self.context, stop))
        try:
            await until(self._has_centres)
            yield
        finally:
            stop.set()
            await running

    async def _has_centres(self) -> bool:
        return bool(await self.context.pool.fetchval("SELECT count(*) FROM centre"))

    async def letter(self, letter_id: Any) -> Any:
        return await self.context.pool.fetchrow(
            "SELECT * FROM letter WHERE letter_id = $1", uuid.UUID(str(letter_id))
        )

    async def until_state(self, letter_id: Any, state: str) -> Any:
        """Wait for a state, and deliver meanwhile."""

        async def reached() -> Any:
            await self.deliver()
            found = await self.letter(letter_id)
            return found if found["state"] == state else None

        return await until(reached)

    async def numbered(self, number: str) -> Any:
        """Wait for another centre's letter; return its row."""

        async def there() -> Any:
            return await self.context.pool.fetchrow(
                "SELECT * FROM letter WHERE number = $1", number
            )

        return await until(there)

    async def until_known(self, number: str, state: str) -> Any:
        """Wait until the platform's book says so."""

        async def known() -> Any:
            found = self.platform.book.letter(number)
            return found if found is not None and found["state"] == state else None

        return await until(known)

    async def do(self, number: str, deed: str, body: Any = None) -> None:
        """Let the other centre of a letter do something."""
        answer = await self.other.post(f"/control/letters/{number}/{deed}", json=body)
        assert answer.status_code == 204, answer.text

    def wrong(self, **faults: int) -> None:
        self.platform.faults = Faults(**faults)

    async def contributor(self, months: int = 6) -> Person:
        """Somebody with an open account here and so many months of deposits."""
        return await contributor(self.accounts, months)

    async def asked(self, person: Person, **body: Any) -> str:
        """Ask for a transfer in; return the letter's address."""
        answer = await self.citizen(person).post(
            "/requests", {"centre_code": JINAN, "account_there": "10023456789", **body}
        )
        assert answer.status_code == 202, answer.text
        return str(answer.json()["letter_id"])

    async def asks_for(self, person: Person, **changes: Any) -> str:
        """Let another centre ask for somebody's account; return the letter's number."""
        body = {"name": "张三丰", "id_number": person.id_number, "centre_code": JINAN} | changes
        answer = await self.other.post("/control/letters", json=body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["number"])


async def contributor(accounts: Accounts, months: int) -> Person:
    employer = await accounts.employer()
    (person,) = await accounts.people(employer, 600_000, opened_on=date(2025, 9, 1))
    for count in range(months):
        year, month = divmod(2025 * 12 + 8 + count, 12)
        await accounts.remit(employer, f"{year}-{month + 1:02d}")
    return person


def _for_letters(consumer: Consumer) -> bool:
    """Queues that have to do with letters, and the one that records receipts; the others stay out of it."""
    names = ("transfer", "move-accounts", "letters", "match-receipts", "book-bank-receipts")
    return any(name in consumer.queue.name for name in names)


def handler_of(consumer: Consumer, event_type: type[Event]) -> Callable[..., Any] | None:
    """Who handles events of a type."""
    return consumer.handlers.get(event_type)


@pytest.fixture
async def office(
    service_context: Any, keys: Issuer, tmp_path: Path, *, accounts: Accounts, loans: LoansService
) -> AsyncIterator[Office]:
    settings = LetterSettings(
        port=0, password=PASSWORD, book_path=tmp_path / "letters.sqlite3", push_seconds=0.5
    )
    platform = Platform(settings)
    async with platform.running():
        context = await service_context(
            "transfers",
            Settings,
            clock=accounts.clock,
            jwks_url=keys.jwks_url,
            platform_host="127.0.0.1",
            platform_port=platform.port,
            platform_password=PASSWORD,
            **WAITS,
        )
        app = app_of(make_service(context.settings), context)
        async with (
            httpx.AsyncClient(
                transport=httpx.ASGITransport(app=app), base_url="http://transfers"
            ) as client,
            httpx.AsyncClient(
                transport=httpx.ASGITransport(app=control_app(platform)), base_url="http://letters"
            ) as other,
        ):
            yield Office(context, client, keys, accounts.clock, accounts, loans, platform, other)
