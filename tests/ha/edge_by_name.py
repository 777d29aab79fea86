"""The edge with one name for all instances of a service, as containers have it: they come and go.

Debian's nginx cannot ask for a name's addresses again: with 1.27.3 or later on the PATH,
`HA=1 .venv/bin/python -m pytest -n 0 tests/ha/edge_by_name.py`.
"""

import asyncio
import ipaddress
import re
import struct
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import httpx
import pytest
from tests.support.places import ROOT
from tests.support.waiting import until

from local.certificates import IN_CLEAR
from local.edge import edge_part
from local.folder import LOOPBACK, RunFolder
from shared.messaging.topology import SERVICES

NAME = "gateway"
ANSWER, POINTER_TO_NAME, A, IN = 0x8180, 0xC00C, 1, 1
HEADER_BYTES = 12


pytestmark = pytest.mark.timeout(60)


@dataclass
class Names(asyncio.DatagramProtocol):
    """A name server that knows one name, which stands for whoever is there now."""

    addresses: list[str]
    transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        question = data[HEADER_BYTES : data.index(0, HEADER_BYTES) + 5]
        told = [
            struct.pack("!HHHIH", POINTER_TO_NAME, A, IN, 1, 4)
            + ipaddress.ip_address(address).packed
            for address in self.addresses
        ]
        header = data[:2] + struct.pack("!HHHHH", ANSWER, 1, len(told), 0, 0)
        assert self.transport is not None
        self.transport.sendto(header + question + b"".join(told), addr)


@dataclass
class Instances:
    """Of one service, all at one port, each at an address of its own."""

    port: int
    running: dict[str, asyncio.Server] = field(default_factory=dict)

    async def start(self, address: str) -> None:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            head = f"HTTP/1.1 200 OK\r\nX-By: {address}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
            writer.write(head.encode())
            writer.close()

        self.running[address] = await asyncio.start_server(answer, address, self.port)

    async def lose(self, address: str) -> None:
        server = self.running.pop(address)
        server.close()
        await server.wait_closed()


@dataclass
class Ground:
    client: httpx.AsyncClient
    names: Names
    instances: Instances

    async def by(self) -> str:
        """Who answers; fails when nobody does."""
        answer = await self.client.get("/api/gateway/me", headers={"Authorization": "Bearer x"})
        assert answer.status_code == 200
        return str(answer.headers["X-By"])


@pytest.fixture
async def ground(tmp_path: Path) -> AsyncIterator[Ground]:
    folder = RunFolder(tmp_path / "run")
    port, instances = folder.port("edge"), Instances(folder.port("gateway"))
    loop = asyncio.get_running_loop()
    async with AsyncExitStack() as stack:
        await instances.start("127.0.0.2")
        transport, names = await loop.create_datagram_endpoint(
            lambda: Names(["127.0.0.2"]), local_addr=(LOOPBACK, 0)
        )
        stack.callback(transport.close)
        own = {NAME: f"{NAME}.inside:{instances.port} resolve"}
        part = edge_part(folder, port, dict.fromkeys(SERVICES, f"{LOOPBACK}:9") | own)
        _as_shipped(folder.path / "nginx" / "nginx.conf", transport.get_extra_info("sockname")[1])
        process = await asyncio.create_subprocess_exec(*part.command.argv)
        stack.push_async_callback(process.wait)
        stack.callback(process.terminate)
        url = f"http://{LOOPBACK}:{port}"
        client = httpx.AsyncClient(base_url=url, trust_env=False, verify=IN_CLEAR)
        await stack.enter_async_context(client)
        ground = Ground(client, names, instances)

        async def up() -> bool:
            try:
                return (await client.get("/api/gateway/me")).is_success
            except httpx.TransportError:
                return False

        await until(up)
        yield ground
        for address in list(instances.running):
            await instances.lose(address)


def _as_shipped(configuration: Path, port: int) -> None:
    """Have names resolved as main.conf has them, by our server of names."""
    shipped = (ROOT / "deploy" / "nginx" / "main.conf").read_text("utf-8")
    (resolver,) = re.findall(r"^ *resolver 127\.0\.0\.11 .*;$", shipped, re.MULTILINE)
    resolver = resolver.replace("127.0.0.11", f"{LOOPBACK}:{port}")
    text = configuration.read_text("utf-8")
    configuration.write_text(text.replace("http {\n", f"http {{\n{resolver}\n", 1))


async def test_new_replaced_and_dead_instances_are_found_without_a_lost_request(
    ground: Ground,
) -> None:
    names, instances = ground.names, ground.instances
    assert {await ground.by() for _ in range(10)} == {"127.0.0.2"}

    await instances.start("127.0.0.3")
    names.addresses = ["127.0.0.2", "127.0.0.3"]

    async def new_one() -> bool:
        return await ground.by() == "127.0.0.3"

    await until(new_one, 15.0)
    await instances.lose("127.0.0.2")
    assert {await ground.by() for _ in range(30)} == {"127.0.0.3"}, "dead, and still named"

    await instances.start("127.0.0.4")
    names.addresses = ["127.0.0.4"]

    async def replaced() -> bool:
        return {await ground.by() for _ in range(10)} == {"127.0.0.4"}

    await until(replaced, 15.0)
    await instances.lose("127.0.0.3")
    assert {await ground.by() for _ in range(10)} == {"127.0.0.4"}
