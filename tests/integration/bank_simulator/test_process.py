"""The bank as a process: who may call it, and what survives when it is killed."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.integration.bank_simulator.conftest import (
    PATIENCE_SECONDS,
    Running,
    client_context,
    until,
)
from tests.integration.bank_simulator.messages import (
    Payment,
    camt_054,
    pacs_028,
    pain_001,
    pain_002,
)

from local import processes
from local.certificates import IN_CLEAR, Certificates, provide
from local.folder import RunFolder
from simulators.bank.settings import BankSettings


@dataclass
class Process:
    """`python -m simulators.bank`, to be killed and started again on the same book."""

    folder: RunFolder
    environment: dict[str, str]
    link: httpx.AsyncClient
    control: httpx.AsyncClient
    running: processes.Running | None = None

    async def start(self) -> None:
        command = processes.python("bank", "simulators.bank", self.environment)
        self.running = await processes.start(self.folder, command)
        await until(self._answers)

    async def _answers(self) -> bool:
        try:
            return (await self.control.get("/healthz")).status_code == 200
        except httpx.HTTPError:
            return False

    async def stop(self, number: signal.Signals) -> int:
        assert self.running is not None
        self.running.signal(number)
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self.running.ended()


@pytest.fixture
async def process(tmp_path: Path, certificates: Certificates) -> AsyncIterator[Process]:
    async with _process(tmp_path, certificates) as made:
        await made.start()
        yield made


@asynccontextmanager
async def _process(folder: Path, certificates: Certificates) -> AsyncIterator[Process]:
    port, control_port = _free_ports(2)
    environment = {
        "BANK_PORT": str(port), "BANK_CONTROL_PORT": str(control_port),
        "BANK_BOOK_PATH": str(folder / "books" / "bank.sqlite3"),
        "BANK_CA_FILE": str(certificates.authority),
        "BANK_CERT_FILE": str(certificates.bank.certificate),
        "BANK_KEY_FILE": str(certificates.bank.key),
    }  # fmt: skip
    async with (
        httpx.AsyncClient(
            base_url=f"https://localhost:{port}", verify=client_context(certificates), timeout=20
        ) as link,
        httpx.AsyncClient(
            base_url=f"http://localhost:{control_port}", timeout=20, verify=IN_CLEAR
        ) as control,
    ):
        made = Process(RunFolder(folder), environment, link, control)
        try:
            yield made
        finally:
            if made.running is not None and made.running.alive:
                await made.stop(signal.SIGKILL)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [item.getsockname()[1] for item in sockets]
    for item in sockets:
        item.close()
    return ports


async def test_nobody_is_answered_without_a_certificate(
    bank: Running, certificates: Certificates
) -> None:
    context = client_context(certificates, certificate=False)
    async with httpx.AsyncClient(verify=context) as stranger:
        with pytest.raises((httpx.ReadError, httpx.ConnectError, httpx.RemoteProtocolError)):
            await stranger.get(bank.link.base_url.join("/notifications"))
    assert bank.bank.counters["polls"] == 0


async def test_a_certificate_of_another_authority_is_not_accepted(
    bank: Running, certificates: Certificates, tmp_path: Path
) -> None:
    context = client_context(certificates, certificate=False)
    strangers = provide(tmp_path)
    context.load_cert_chain(strangers.settlement.certificate, strangers.settlement.key)
    async with httpx.AsyncClient(verify=context) as stranger:
        with pytest.raises((httpx.ReadError, httpx.ConnectError, httpx.RemoteProtocolError)):
            await stranger.get(bank.link.base_url.join("/notifications"))
    assert bank.bank.counters["polls"] == 0


async def test_the_link_speaks_nothing_but_tls(bank: Running) -> None:
    async with httpx.AsyncClient() as plain:
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            await plain.get(str(bank.link.base_url.join("/notifications")).replace("https", "http"))


async def test_each_key_is_paid_once_though_the_bank_is_killed_at_work(process: Process) -> None:
    files = [[Payment() for _ in range(100)] for _ in range(20)]
    told: dict[str, str] = {}
    for round_number in range(3):
        await _send_until_killed(process, files, told, answers=2 + 5 * round_number)
        await process.start()
    keys = [payment.key for file in files for payment in file]
    states = await _states(process, keys)
    assert all(states[known][1] == serial for known, serial in told.items())
    for file in files:
        assert len({states[payment.key][0] for payment in file}) == 1, "a file is one transaction"
    for file in files:
        await process.link.post("/payments", content=pain_001(file))
    assert {state for state, _serial in (await _states(process, keys)).values()} == {"ACSC"}
    totals = (await process.control.get("/control/totals")).json()
    assert (totals["executed_count"], totals["executed_fen"]) == (len(keys), len(keys) * 10001)
    assert totals["balance_fen"] == totals["opening_fen"] - totals["executed_fen"]
    assert sorted(await _paid_keys(process)) == sorted(keys)


async def _send_until_killed(
    process: Process, files: list[list[Payment]], told: dict[str, str], answers: int
) -> None:
    """Send all files four at a time; kill the bank after some answers, while others are on their way."""
    gate = asyncio.Semaphore(4)
    heard = 0
    enough = asyncio.Event()

    async def send(file: list[Payment]) -> None:
        nonlocal heard
        async with gate:
            try:
                answer = await process.link.post("/payments", content=pain_001(file))
            except httpx.HTTPError:
                return
        report = pain_002(answer.content)
        told.update((item["OrgnlEndToEndId"], item["AcctSvcrRef"]) for item in report.statuses)
        heard += 1
        if heard >= answers:
            enough.set()

    sending = [asyncio.create_task(send(file)) for file in files]
    await enough.wait()
    assert await process.stop(signal.SIGKILL) == -signal.SIGKILL
    await asyncio.gather(*sending)


async def _states(process: Process, keys: list[str]) -> dict[str, tuple[str, str]]:
    states = {}
    for first in range(0, len(keys), 1000):
        question = pacs_028(keys[first : first + 1000])
        answer = await process.link.post("/payment-status", content=question)
        for item in pain_002(answer.content).statuses:
            state = item.get("TxSts", "NOT-RECEIVED")
            states[item["OrgnlEndToEndId"]] = (state, item.get("AcctSvcrRef", ""))
    return states


async def _paid_keys(process: Process) -> list[str]:
    keys: list[str] = []
    while True:
        answer = await process.link.get("/notifications", params={"after": len(keys)})
        entries = camt_054(answer.content)
        if not entries:
            return keys
        assert [int(item["NtryRef"]) for item in entries] == [
            len(keys) + number for number in range(1, len(entries) + 1)
        ]
        keys += [item["NtryDtls/TxDtls/Refs/EndToEndId"] for item in entries]


async def test_what_is_pending_or_on_its_way_back_survives_a_kill(process: Process) -> None:
    late, returned = Payment(), Payment()
    faults = {"pending": 1, "pending_seconds": 0.2}
    await process.control.put("/control/faults", json=faults)
    await process.link.post("/payments", content=pain_001([late]))
    await process.control.put("/control/faults", json={"return_later": 1, "return_seconds": 0.2})
    await process.link.post("/payments", content=pain_001([returned]))
    await process.stop(signal.SIGKILL)
    await process.start()

    async def settled() -> bool:
        totals = (await process.control.get("/control/totals")).json()
        return (totals["executed_count"], totals["returned_count"]) == (2, 1)

    await until(settled)


async def test_it_stops_in_order_though_somebody_waits_for_entries(process: Process) -> None:
    poll = process.link.get("/notifications", params={"wait_seconds": 20})
    waiting = asyncio.create_task(poll)

    async def polled() -> bool:
        counters = (await process.control.get("/control/counters")).json()
        return bool(counters.get("polls"))

    await until(polled)
    assert await process.stop(signal.SIGTERM) == 0
    assert camt_054((await waiting).content) == []


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BOOK_PATH", "CA_FILE", "CERT_FILE", "KEY_FILE"):
        monkeypatch.setenv(f"BANK_{name}", "/nowhere")
    monkeypatch.setenv("BANK_OPENING_BALANCE_FEN", "100")
    monkeypatch.setenv("BUSINESS_CLOCK_OFFSET_SECONDS", "86400")
    settings = BankSettings()  # type: ignore[call-arg]
    assert (settings.opening_balance_fen, settings.clock_offset_seconds) == (100, 86400)
