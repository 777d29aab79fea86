"""A running bank on free ports, and settlement's end of the link with a certificate of its own."""

import ssl
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.integration.bank_simulator.messages import (
    Payment,
    Report,
    Statement,
    camt_053,
    camt_054,
    pacs_028,
    pain_001,
    pain_002,
    pain_008,
)
from tests.support import waiting

from local.certificates import IN_CLEAR, Certificates, provide
from simulators.bank.bank import Bank
from simulators.bank.control import control_app
from simulators.bank.link import link_app
from simulators.bank.server import listening
from simulators.bank.settings import BankSettings

PATIENCE_SECONDS = 60.0
SETTLE_TICK_SECONDS = 0.02
until = partial(waiting.until, patience_seconds=PATIENCE_SECONDS)


@dataclass
class Running:
    """A bank, listening, and both its doors."""

    bank: Bank
    link: httpx.AsyncClient
    control: httpx.AsyncClient

    async def post(self, payments: Sequence[Payment]) -> httpx.Response:
        return await self.link.post("/payments", content=pain_001(payments))

    async def pay(self, *payments: Payment) -> Report:
        answer = await self.post(payments)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/xml; charset=utf-8"
        return pain_002(answer.content)

    async def debit(self, *debits: Payment) -> Report:
        answer = await self.link.post("/debits", content=pain_008(debits))
        assert answer.status_code == 200
        return pain_002(answer.content)

    async def balance(self, card: str) -> int:
        return int((await self.control.get(f"/control/cards/{card}")).json()["balance_fen"])

    async def ask(self, *keys: str) -> Report:
        answer = await self.link.post("/payment-status", content=pacs_028(keys))
        assert answer.status_code == 200
        return pain_002(answer.content)

    async def entries(self, after: int = 0, **query: float) -> list[dict[str, str]]:
        answer = await self.link.get("/notifications", params={"after": after, **query})
        assert answer.status_code == 200
        return camt_054(answer.content)

    async def statement(self, day: str | None = None) -> Statement:
        day = day or self.bank.clock.today().isoformat()
        answer = await self.link.get(f"/statements/{day}")
        assert answer.status_code == 200
        return camt_053(answer.content)

    async def totals(self) -> dict[str, int]:
        answer: dict[str, int] = (await self.control.get("/control/totals")).json()
        return answer

    async def order(self, what: str, **body: Any) -> httpx.Response:
        return await self.control.post(f"/control/{what}", json=body)

    async def fail(self, **faults: Any) -> None:
        assert (await self.control.put("/control/faults", json=faults)).status_code == 200


def client_context(certificates: Certificates, *, certificate: bool = True) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(certificates.authority))
    if certificate:
        pair = certificates.settlement
        context.load_cert_chain(pair.certificate, pair.key)
    return context


@asynccontextmanager
async def served(settings: BankSettings) -> AsyncIterator[tuple[Bank, int, int]]:
    """A bank at work in this process; its link's port, and that of its control."""
    bank = Bank(settings)
    async with (
        bank.working(),
        listening(bank, link_app(bank), control_app(bank)) as (port, control_port),
    ):
        yield bank, port, control_port


@asynccontextmanager
async def running(settings: BankSettings, certificates: Certificates) -> AsyncIterator[Running]:
    context = client_context(certificates)
    async with (
        served(settings) as (bank, port, control_port),
        httpx.AsyncClient(base_url=f"https://localhost:{port}", verify=context, timeout=30) as link,
        httpx.AsyncClient(
            base_url=f"http://localhost:{control_port}", timeout=30, verify=IN_CLEAR
        ) as control,
    ):
        yield Running(bank, link, control)


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return provide(tmp_path_factory.mktemp("tls"))


def settings_in(folder: Path, certificates: Certificates) -> BankSettings:
    """On ports that the system chooses, with a new book in a folder."""
    return BankSettings(
        port=0, control_port=0, book_path=folder / "book.sqlite3", ca_file=certificates.authority,
        cert_file=certificates.bank.certificate, key_file=certificates.bank.key,
        settle_tick_seconds=SETTLE_TICK_SECONDS,
    )  # fmt: skip


@pytest.fixture
def settings(tmp_path: Path, certificates: Certificates) -> BankSettings:
    return settings_in(tmp_path, certificates)


Start = Callable[[BankSettings], AbstractAsyncContextManager[Running]]


@pytest.fixture
def start(certificates: Certificates) -> Start:
    return lambda settings: running(settings, certificates)


@pytest.fixture
async def bank(start: Start, settings: BankSettings) -> AsyncIterator[Running]:
    async with start(settings) as it:
        yield it
