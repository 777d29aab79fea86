"""The settlement service on a real database, talking over mutual TLS to the simulated bank's process."""

import asyncio
import itertools
import re
import socket
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.integration.bank_simulator.conftest import SETTLE_TICK_SECONDS, served, settings_in
from tests.support import callers
from tests.support.apps import app_of
from tests.support.issuer import Issuer
from tests.support.letters import read
from tests.support.telling import received
from tests.support.two_people import Desk
from tests.support.waiting import until

from city.seed.people import checked
from local import certificates
from local.certificates import IN_CLEAR, Certificates
from local.folder import RunFolder
from local.processes import Running, python, start
from settlement import tasks
from settlement.domain import Entry, Notification
from settlement.handlers import evidence
from settlement.handlers import orders as handlers
from settlement.main import service as make_service
from settlement.settings import Settings
from shared.base.clock import Clock, SystemClock
from shared.base.identifiers import BankCard
from shared.identity.principal import Principal, Role
from shared.messages import EVENTS, Event
from shared.messages.loans import LoanDebitRequested, LoanDisbursementApproved
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging.unit import Context

PATIENCE_SECONDS = 30.0
PORT_TRIES = 10
BASE = "/api/settlement"
HOLDER = "张三丰"
AMOUNT_FEN = 6_001_234

PATIENT = {
    "bank_request_timeout_seconds": 10.0,
    "bank_record_timeout_seconds": 2.0,
    "bank_request_life_seconds": 12.0,
    "bank_pause_first_seconds": 0.05,
    "bank_pause_max_seconds": 0.2,
    "send_poll_seconds": 0.2,
    "ask_first_seconds": 0.05,
    "ask_max_seconds": 0.3,
    "watch_every_seconds": 0.05,
    "notifications_wait_seconds": 1,
    "reconcile_poll_seconds": 0.2,
}
"""Timeouts that only a fault exceeds, pauses that no test has to wait for."""
HASTY = {
    "bank_request_timeout_seconds": 1.0,
    "bank_record_timeout_seconds": 1.0,
    "bank_request_life_seconds": 2.0,
}
"""For what must run into a timeout or out of the longest life of a request."""

SENT_AGAIN = re.compile("created( sent unknown to_send_again)+ sent( unknown)? succeeded")
"""The steps of an order whose first request was lost; a slow machine may lose or doubt a later one too."""

_cards = itertools.count(622202161200000)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def new_card() -> str:
    """A card number that no other payment has."""
    return checked(f"{next(_cards)}", BankCard.parse)


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return certificates.provide(tmp_path_factory.mktemp("tls"))


@dataclass
class Bank:
    """The simulated bank, with a book of its own."""

    folder: Path
    tls: Certificates
    port: int = 1
    control_port: int = 1

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def settings(self) -> dict[str, str]:
        """What settlement is told of it."""
        return {
            "bank_url": self.url,
            "bank_ca_file": str(self.tls.authority),
            "bank_cert_file": str(self.tls.settlement.certificate),
            "bank_key_file": str(self.tls.settlement.key),
        }

    async def _call(self, method: str, path: str, **more: Any) -> Any:
        url = f"http://127.0.0.1:{self.control_port}{path}"
        async with httpx.AsyncClient(trust_env=False, timeout=10, verify=IN_CLEAR) as client:
            answer = await client.request(method, url, **more)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    async def fail(self, **faults: Any) -> None:
        """Tell it what to do wrong from now on; nothing, to be well."""
        await self._call("PUT", "/control/faults", json=faults)

    async def left(self, fault: str) -> Any:
        """How often a fault has yet to strike."""
        return (await self._call("GET", "/control/faults"))[fault]

    async def paid(self, key: uuid.UUID) -> list[dict[str, Any]]:
        """What the bank's own book has of a key."""
        found = await self._call("GET", "/control/payments", params={"end_to_end_id": key.hex})
        return list(found["payments"])

    async def payments(self) -> list[dict[str, Any]]:
        found = await self._call("GET", "/control/payments", params={"limit": 10_000})
        return list(found["payments"])

    async def entries(self, key: uuid.UUID | None = None) -> list[dict[str, Any]]:
        found = await self._call("GET", "/control/entries", params={"limit": 10_000})
        return [e for e in found["entries"] if key is None or e["end_to_end_id"] == key.hex]

    async def counters(self) -> dict[str, int]:
        return dict(await self._call("GET", "/control/counters"))

    async def receive(self, amount_fen: int, reference: str, payer: str = "某某公司") -> int:
        body = {
            "payer_name": payer,
            "amount_fen": amount_fen,
            "remittance_information": reference,
        }
        return int((await self._call("POST", "/control/receipts", json=body))["number"])

    async def send_back(self, key: uuid.UUID, reason_code: str = "AC04") -> None:
        body = {"end_to_end_id": key.hex, "reason_code": reason_code}
        await self._call("POST", "/control/returns", json=body)

    async def balance(self, card: str) -> int:
        """What debits may still take from a card."""
        return int((await self._call("GET", f"/control/cards/{card}"))["balance_fen"])

    async def put_card(self, number: str, holder: str = HOLDER, **more: Any) -> None:
        body = {"card_number": number, "holder_name": holder, **more}
        await self._call("POST", "/control/cards", json=body)


@dataclass
class BankProcess(Bank):
    """As a process of its own, which can be killed and started again on its book."""

    clock_offset: timedelta = timedelta(0)
    _process: Running | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {
            "BANK_PORT": str(self.port),
            "BANK_CONTROL_PORT": str(self.control_port),
            "BANK_BOOK_PATH": str(self.folder / "bank.sqlite3"),
            "BANK_CA_FILE": str(self.tls.authority),
            "BANK_CERT_FILE": str(self.tls.bank.certificate),
            "BANK_KEY_FILE": str(self.tls.bank.key),
            "BANK_SETTLE_TICK_SECONDS": str(SETTLE_TICK_SECONDS),
            "BUSINESS_CLOCK_OFFSET_SECONDS": str(int(self.clock_offset.total_seconds())),
        }

    async def open(self) -> None:
        """Start on ports that are free; others on this machine look for some too."""
        for _ in range(PORT_TRIES):
            self.port, self.control_port = free_port(), free_port()
            try:
                await self.start()
                return
            except ChildProcessError:
                continue
        raise AssertionError("no free ports for the bank")

    async def start(self) -> None:
        """Start where it was before."""
        command = python("bank", "simulators.bank", self.environment)
        self._process = await start(RunFolder(self.folder), command)
        await until(self._alive)

    async def _alive(self) -> bool:
        assert self._process is not None
        if not self._process.alive:
            raise ChildProcessError("the bank does not start")
        try:
            await self._call("GET", "/healthz")
        except httpx.TransportError:
            return False
        return True

    async def kill(self) -> None:
        if self._process is not None and self._process.alive:
            await self._process.kill()


@pytest.fixture
async def bank(
    request: pytest.FixtureRequest, tmp_path: Path, tls: Certificates
) -> AsyncIterator[Bank]:
    """In this process, unless a test asks for `bank_process`, to kill it."""
    if "bank_process" in request.fixturenames:
        made = BankProcess(tmp_path, tls)
        await made.open()
        yield made
        await made.kill()
        return
    found = Bank(tmp_path, tls)
    async with served(settings_in(tmp_path, tls)) as (_, found.port, found.control_port):
        yield found


@pytest.fixture
def bank_process(bank: Bank) -> BankProcess:
    assert isinstance(bank, BankProcess)
    return bank


class Caller(callers.Caller):
    """Somebody who calls the API."""

    base = BASE


@dataclass
class Settlement:
    """The service with its database: facts go in, orders and events come out."""

    context: Context
    client: httpx.AsyncClient
    keys: Issuer

    def caller(self, role: Role, name: str = "李*", identity: uuid.UUID | None = None) -> Caller:
        person = uuid.uuid4() if role is Role.INDIVIDUAL else None
        principal = Principal(identity or uuid.uuid4(), role, person, None, name, "web")
        return Caller(self.client, {"Authorization": f"Bearer {self.keys.token(principal)}"})

    @property
    def desk(self) -> Desk:
        """Where staff propose and decide."""
        return Desk(self.context, self.as_)

    def as_(self, who: Principal) -> Caller:
        """Call as somebody."""
        return Caller(self.client, {"Authorization": f"Bearer {self.keys.token(who)}"})

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Do the bank's work until the end of the block, then end in good order."""
        stop = asyncio.Event()
        task = asyncio.create_task(tasks.work_with_bank(self.context, stop))
        try:
            yield
        finally:
            stop.set()
            await task

    def approval(
        self, amount_fen: int = AMOUNT_FEN, card: str | None = None, **changes: Any
    ) -> WithdrawalApproved:
        card = card or new_card()
        usual = {
            "application_id": uuid.uuid4(),
            "person_id": uuid.uuid4(),
            "kind_text": "离退休",
            "amount_fen": amount_fen,
            "card": card,
            "card_tail": card[-4:],
            "holder_name": HOLDER,
            "account_tail": "0017",
            "approved_on": self.context.clock.today(),
            "deadline_on": self.context.clock.today(),
        }
        return WithdrawalApproved.model_validate(usual | changes)

    def debit(
        self, amount_fen: int = AMOUNT_FEN, card: str | None = None, **changes: Any
    ) -> LoanDebitRequested:
        card = card or new_card()
        usual = {
            "debit_id": uuid.uuid4(),
            "contract_number": "DK2016000123",
            "person_id": uuid.uuid4(),
            "purpose": "payoff",
            "amount_fen": amount_fen,
            "card": card,
            "card_tail": card[-4:],
            "holder_name": HOLDER,
            "debit_on": self.context.clock.today(),
        }
        return LoanDebitRequested.model_validate(usual | changes)

    def disbursement(self, amount_fen: int = AMOUNT_FEN) -> LoanDisbursementApproved:
        account = new_card()
        return LoanDisbursementApproved(
            disbursement_id=uuid.uuid4(),
            contract_number="DK2016000123",
            person_id=uuid.uuid4(),
            amount_fen=amount_fen,
            payee_account=account,
            payee_account_tail=account[-4:],
            payee_name="德州某某置业有限公司",
            approved_on=self.context.clock.today(),
        )

    async def deliver(
        self, handler: Callable[[Any, Sequence[Any]], Awaitable[None]], *events: Event
    ) -> list[str]:
        """Hand a batch to a handler as the consumer does; return why events were parked."""
        async with self.context.unit() as unit:
            await handler(unit, received(events))
            assert unit.postponed == {}
        return list(unit.parked.values())

    async def read(self, *entries: Entry) -> None:
        """Take what a notification told, as the reader does."""
        async with self.context.unit() as unit:
            await evidence.read_up_to(unit, Notification(entries))

    async def approve(self, *events: WithdrawalApproved) -> list[str]:
        return await self.deliver(handlers.withdrawal_approved, *events)

    async def collect(self, *events: LoanDebitRequested) -> list[str]:
        return await self.deliver(handlers.debit_requested, *events)

    async def collected(self, amount_fen: int = AMOUNT_FEN, card: str | None = None) -> uuid.UUID:
        """A fresh debit order; return its key."""
        event = self.debit(amount_fen, card)
        assert await self.collect(event) == []
        return event.debit_id

    async def paid_out(self, amount_fen: int = AMOUNT_FEN) -> uuid.UUID:
        """A fresh order to pay a loan out; return its key."""
        event = self.disbursement(amount_fen)
        assert await self.deliver(handlers.disbursement_approved, event) == []
        return event.disbursement_id

    async def approved(self, amount_fen: int = AMOUNT_FEN, card: str | None = None) -> uuid.UUID:
        """A fresh order; return its key."""
        event = self.approval(amount_fen, card)
        assert await self.approve(event) == []
        return event.application_id

    async def order(self, key: uuid.UUID) -> dict[str, Any]:
        row = await self.context.pool.fetchrow(
            "SELECT * FROM payment_order WHERE order_id = $1", key
        )
        assert row is not None
        return dict(row)

    async def state(self, key: uuid.UUID) -> str:
        return str((await self.order(key))["state"])

    async def until_state(self, key: uuid.UUID, state: str) -> None:
        async def reached() -> bool:
            return await self.state(key) == state

        await until(reached)

    async def until_step(self, key: uuid.UUID, step: str) -> None:
        """Wait for what may be over before anybody looks: a doubt ends by itself."""

        async def taken() -> bool:
            return step in await self.steps(key)

        await until(taken)

    async def steps(self, key: uuid.UUID) -> list[str]:
        rows = await self.context.pool.fetch(
            "SELECT step FROM payment_order_history WHERE order_id = $1 ORDER BY id", key
        )
        return [row["step"] for row in rows]

    async def emitted(self, subject: uuid.UUID | str | None = None) -> list[Any]:
        """Events that wait in the outbox, in order."""
        rows = await self.context.pool.fetch("SELECT type, subject, body FROM outbox ORDER BY id")
        return [
            read(EVENTS[row["type"]], row["body"])
            for row in rows
            if subject is None or row["subject"] == str(subject)
        ]

    async def facts(self, subject: uuid.UUID | str) -> list[str]:
        """What was said about an order, in words of the event types."""
        return [event.type.split(".")[1] for event in await self.emitted(subject)]


SettlementFactory = Callable[..., Awaitable[Settlement]]


async def made_with(
    service_context: Any, bank: Bank, keys: Issuer, clock: Clock | None = None, **values: Any
) -> Settlement:
    """Make the service, told of a bank."""
    context = await service_context(
        "settlement",
        Settings,
        clock=clock or SystemClock(),
        jwks_url=keys.jwks_url,
        **{**bank.settings(), **PATIENT, **values},
    )
    app = app_of(make_service(context.settings), context)
    transport = httpx.ASGITransport(app=app)
    return Settlement(context, httpx.AsyncClient(transport=transport, base_url="http://s"), keys)


@pytest.fixture
def settlement_with(service_context: Any, bank: Bank, keys: Issuer) -> SettlementFactory:
    """Make the service with some settings: `await settlement_with(**HASTY)`."""
    return partial(made_with, service_context, bank, keys)


@pytest.fixture
async def settlement_alone(
    service_context: Any, tmp_path: Path, tls: Certificates, keys: Issuer
) -> Settlement:
    """The service without a bank, for what needs none."""
    return await made_with(service_context, Bank(tmp_path, tls), keys)


@pytest.fixture
async def settlement(settlement_with: SettlementFactory) -> Settlement:
    return await settlement_with()


def today(settlement: Settlement) -> date:
    """The business date."""
    return settlement.context.clock.today()
