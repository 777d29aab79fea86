"""`<service> migrate` after a power cut: the database may come back later than who waits for it."""

import asyncio
import socket
from urllib.parse import urlsplit

import pytest
from tests.support.waiting import until
from tests.support.workbench import Workbench

from shared.base import migrate


async def test_migrating_begins_once_the_server_is_there(
    platform: Workbench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(migrate, "AWAY_POLL_SECONDS", 0.02)
    database = await platform.create_empty_database("portal")
    place = urlsplit(database.owner_url)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    login = place.netloc.rpartition("@")[0]
    url = place._replace(netloc=f"{login}@127.0.0.1:{port}").geturl()
    migrating = asyncio.create_task(migrate.when_there(url, "portal"))
    await until(lambda: "waits for its database" in capsys.readouterr().err)

    async def carry(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(65_536):
            sink.write(data)
            await sink.drain()
        sink.close()

    async def forward(caller: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        answers, there = await asyncio.open_connection(place.hostname, place.port)
        await asyncio.gather(carry(caller, there), carry(answers, back))

    async with await asyncio.start_server(forward, "127.0.0.1", port):
        done = await asyncio.wait_for(migrating, 60)
    assert done[0] == "shared/0001_messaging.sql"
    await platform.drop_database(database)
