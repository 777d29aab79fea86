"""The service and the SMSC as processes of their own, which tests may kill, on a real broker."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import httpx
from tests.support.telling import told

from local.broker import VirtualHost
from local.certificates import IN_CLEAR
from local.folder import RunFolder
from local.processes import Running, python, start
from shared.messages import Event
from shared.messaging.broker import Broker

PATIENCE_SECONDS = 30.0
EVERYTHING = 10_000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def until(condition: Callable[[], Awaitable[Any]]) -> Any:
    """Wait for a condition and give what it gave; whoever does not answer yet is asked again."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            try:
                if found := await condition():
                    return found
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.05)


@dataclass
class Program:
    """A Python module run as a process, with the address that tells when it is ready."""

    folder: Path
    module: str
    environment: Mapping[str, str]
    ready_url: str
    _process: Running | None = None

    async def start(self) -> None:
        command = python(
            f"{self.module}-{urlsplit(self.ready_url).port}", self.module, self.environment
        )
        self._process = await start(RunFolder(self.folder), command)
        async with httpx.AsyncClient(trust_env=False, verify=IN_CLEAR) as client:

            async def ready() -> bool:
                return (await client.get(self.ready_url)).status_code == 200

            await until(ready)

    async def kill(self) -> None:
        """SIGKILL: it can do nothing about it."""
        if self._process is not None and self._process.alive:
            await self._process.kill()

    async def end(self) -> int:
        """SIGTERM; give the exit status."""
        assert self._process is not None
        self._process.signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self._process.ended()


@dataclass
class Smsc:
    """The simulated SMSC over its control address."""

    program: Program
    client: httpx.AsyncClient

    async def submissions(self) -> list[dict[str, Any]]:
        """What it accepted; empty while it does not answer."""
        answer = await self.client.get("/control/submissions", params={"limit": EVERYTHING})
        found: list[dict[str, Any]] = answer.json()["submissions"]
        return found

    async def break_with(self, **faults: Any) -> None:
        (await self.client.put("/control/faults", json=faults)).raise_for_status()

    async def accepted(self, at_least: int) -> None:
        async def enough() -> bool:
            return len(await self.submissions()) >= at_least

        await until(enough)


def smsc_program(
    folder: Path, smpp_port: int, control_port: int, login: tuple[str, str], **more: str
) -> Program:
    return Program(
        folder,
        "simulators.smsc",
        {
            "SMSC_PORT": str(smpp_port),
            "SMSC_CONTROL_PORT": str(control_port),
            "SMSC_SYSTEM_ID": login[0],
            "SMSC_PASSWORD": login[1],
            "SMSC_BOOK_PATH": str(folder / "smsc.sqlite"),
            **{f"SMSC_{name.upper()}": value for name, value in more.items()},
        },
        f"http://127.0.0.1:{control_port}/healthz",
    )


@asynccontextmanager
async def running_smsc(
    folder: Path, smpp_port: int, login: tuple[str, str], **more: str
) -> AsyncIterator[Smsc]:
    control_port = free_port()
    program = smsc_program(folder, smpp_port, control_port, login, **more)
    url = f"http://127.0.0.1:{control_port}"
    async with httpx.AsyncClient(
        base_url=url, trust_env=False, timeout=10, verify=IN_CLEAR
    ) as client:
        try:
            yield Smsc(program, client)
        finally:
            await program.kill()


@dataclass
class Town:
    """The neighbours' exchanges, the service's process and the SMSC's, and the service's books."""

    vhost: VirtualHost
    service: Program
    smsc: Smsc
    books: "asyncpg.Connection[asyncpg.Record]"
    _brokers: dict[str, Broker] = field(default_factory=dict)

    async def say(self, *events: Event) -> None:
        """Publish facts as their owners do."""
        for owner in {event.owner for event in events}:
            broker = self._brokers.setdefault(owner, Broker(self.vhost.url(owner), f"test {owner}"))
            messages = [told(event) for event in events if event.owner == owner]
            assert await broker.publish(messages) == [None] * len(messages)

    async def states(self) -> dict[str, int]:
        rows = await self.books.fetch("SELECT state::text, count(*) FROM delivery GROUP BY state")
        return {row["state"]: row["count"] for row in rows}

    async def until_states(self, **wanted: int) -> None:
        async def reached() -> bool:
            return await self.states() == wanted

        await until(reached)

    async def until_ended(self, texts: int) -> None:
        """Wait until nothing is on its way any more; what was in doubt twice has failed."""

        async def ended() -> bool:
            states = await self.states()
            return states.get("delivered", 0) + states.get("failed", 0) == texts

        await until(ended)

    async def close(self) -> None:
        for broker in self._brokers.values():
            await broker.close()
