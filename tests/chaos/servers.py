"""PostgreSQL and RabbitMQ of the run's own, which can be killed as by a power cut and started again.

Always private servers: those given by URL belong to others, and a killed container takes its data along.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psutil

from local import postgres, rabbitmq
from local.errors import CannotStart
from local.folder import RunFolder
from local.platform import Platform
from local.processes import Running, start

GONE_WITHIN_SECONDS = 20.0
START_TRIES = 20


class Servers:
    """The two servers, by the names `postgres` and `rabbitmq`."""

    def __init__(self, folder: RunFolder, platform: Platform, running: dict[str, Running]) -> None:
        self.platform = platform
        self._folder = folder
        self._running = running

    async def kill(self, name: str) -> None:
        """Kill a server with everything that it has started: a power cut spares no child."""
        running = self._running[name]
        family = _family(running.pid)
        await running.kill()
        for process in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        await asyncio.to_thread(psutil.wait_procs, family, GONE_WITHIN_SECONDS)

    async def bring_back(self, name: str) -> None:
        """Start a killed server on the same data and the same port; wait until it is ready."""
        for attempt in range(START_TRIES):
            running = await start(self._folder, self._running[name].command)
            self._running[name] = running
            try:
                await self._ready(name, running)
            except CannotStart:
                await running.kill()
                if attempt == START_TRIES - 1:
                    raise
                await asyncio.sleep(0.5)
            else:
                return

    async def _ready(self, name: str, running: Running) -> None:
        if name == "postgres":
            await postgres.wait_until_ready(self.platform.postgres.url, running)
        else:
            await rabbitmq.wait_until_ready(self.platform.rabbitmq, running)

    async def end(self) -> None:
        """Stop both; RabbitMQ's data is not needed again, and its orderly end takes long."""
        await self._running["postgres"].stop()
        for name in ("rabbitmq", "epmd"):
            family = _family(self._running[name].pid) if self._running[name].alive else []
            await self._running[name].kill()
            await asyncio.to_thread(psutil.wait_procs, family, GONE_WITHIN_SECONDS)


def _family(pid: int) -> list[psutil.Process]:
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).children(recursive=True)
    return []


@asynccontextmanager
async def servers_on(folder: RunFolder) -> AsyncIterator[Servers]:
    """Start both servers on a folder, as durable as in production; stop them when the block is left."""
    (database, postgres_runs), (broker, (mapper, node)) = await asyncio.gather(
        postgres.start_private(folder), rabbitmq.start_private(folder)
    )
    made = Servers(
        folder,
        Platform(database, broker),
        {"postgres": postgres_runs, "epmd": mapper, "rabbitmq": node},
    )
    try:
        yield made
    finally:
        await made.end()
