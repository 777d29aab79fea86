"""The machine at its best: the same row changes in plain SQL, and the broker's confirmed publishes."""

import asyncio
import os
import re
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from local.broker import VirtualHost
from local.postgres import BINARIES
from shared.messaging.broker import Broker, Message
from shared.messaging.definitions import OPERATOR

FLOOR_SECONDS = 10
CLIENTS = 8
FLOOR_SQL = Path(__file__).with_name("floor.sql")
TABLES_SQL = Path(__file__).with_name("floor_tables.sql")
BROKER_MESSAGES = 20_000
BROKER_BATCH = 500
BODY_BYTES = 600
FLOOR_DATABASE = "bench_floor"


async def sql_floor(server_url: str) -> float:
    """Withdrawals a second when their rows are all written by one SQL script per withdrawal (pgbench)."""
    admin = await asyncpg.connect(server_url)
    await admin.execute(f"DROP DATABASE IF EXISTS {FLOOR_DATABASE}")
    await admin.execute(f"CREATE DATABASE {FLOOR_DATABASE}")
    url = urlsplit(server_url)._replace(path=f"/{FLOOR_DATABASE}").geturl()
    try:
        connection = await asyncpg.connect(url)
        await connection.execute(TABLES_SQL.read_text("utf-8"))
        await connection.close()
        running = await asyncio.create_subprocess_exec(
            str(BINARIES / "pgbench"), "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "2",
            "-T", str(FLOOR_SECONDS), "-f", str(FLOOR_SQL), url,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, env=dict(os.environ),
        )  # fmt: skip
        output, _ = await running.communicate()
        found = re.search(rb"tps = ([\d.]+)", output)
        if found is None:
            raise RuntimeError(output.decode())
        return float(found[1])
    finally:
        await admin.execute(f"DROP DATABASE {FLOOR_DATABASE} WITH (FORCE)")
        await admin.close()


async def broker_floor(vhost: VirtualHost) -> float:
    """Messages a second that a quorum queue confirms to one publisher that pipelines its confirms."""
    broker = Broker(vhost.url(OPERATOR), "benchmark floor")
    queue = "bench.floor"
    try:
        async with broker.channel() as channel:
            await channel.queue_declare(queue, durable=True, arguments={"x-queue-type": "quorum"})
        began = time.perf_counter()
        for _ in range(BROKER_MESSAGES // BROKER_BATCH):
            problems = await broker.publish([_message(queue) for _ in range(BROKER_BATCH)])
            assert not any(problems), problems[0]
        seconds = time.perf_counter() - began
        async with broker.channel() as channel:
            await channel.queue_delete(queue)
        return BROKER_MESSAGES / seconds
    finally:
        await broker.close()


def _message(queue: str) -> Message:
    return Message(
        exchange="",
        routing_key=queue,
        message_id=uuid.uuid4(),
        source="/bench",
        type="bench.floor.v1",
        subject="floor",
        time=datetime.now(UTC),
        sequence=1,
        traceparent="",
        body=b"x" * BODY_BYTES,
    )
