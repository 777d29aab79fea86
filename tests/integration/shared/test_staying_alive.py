"""What a service lives through, and what it must not live on after."""

import asyncio
import os
import sys

import asyncpg

from local.workbench import Workbench, environment_from
from shared.broker import Broker

HANG_UPS = 3
WITHIN_SECONDS = 30


async def test_a_broker_that_hangs_up_during_the_handshake_is_tried_again() -> None:
    """As it does while it starts: its port is open before it is ready."""
    hung_up = asyncio.Semaphore(0)

    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.close()
        hung_up.release()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    broker = Broker(f"amqp://nobody:none@127.0.0.1:{port}", "test", reconnect_max_seconds=0.1)
    async with server:
        connecting = asyncio.create_task(broker.connection())
        async with asyncio.timeout(WITHIN_SECONDS):
            for _ in range(HANG_UPS):
                await hung_up.acquire()
        assert not connecting.done()
        connecting.cancel()
        await asyncio.wait({connecting})


async def test_a_service_whose_relay_has_died_ends_so_that_it_is_started_again(
    platform: Workbench,
) -> None:
    """Its events would stay in the outbox for ever, and everything else would look well."""
    database = await platform.create_database("loans")
    vhost = await platform.create_vhost()
    owner = await asyncpg.connect(database.owner_url)
    await owner.execute("REVOKE SELECT ON outbox FROM loans")
    await owner.close()
    values = platform.settings(database, vhost, http_port=platform.folder.port("staying_alive"))

    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "loans",
        env={**os.environ, **environment_from(values)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        said, _ = await asyncio.wait_for(process.communicate(), WITHIN_SECONDS)
    except TimeoutError:
        process.kill()
        raise
    assert process.returncode == 1
    assert "permission denied for table outbox" in said.decode()
    await platform.drop_vhost(vhost)
    await platform.drop_database(database)
