"""Three nodes of RabbitMQ as plain processes, configured as a city configures its three machines."""

import asyncio
import re
import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.support.places import ROOT
from tests.support.waiting import until

from local.folder import LOOPBACK, RunFolder
from local.processes import Command, Running, start
from local.rabbitmq import (
    ADMIN,
    SCRIPTS,
    RabbitServer,
    configuration,
    environment_of,
    wait_until_ready,
)

CLUSTER = ROOT / "deploy" / "rabbitmq" / "cluster.conf"
CLUSTER_ENV = CLUSTER.with_name("cluster-env.conf")
NODES = 3
CONTROL_SECONDS = 60.0
PARTED = """
lists:foreach(fun(Node) -> erlang:set_cookie(Node, parted), erlang:disconnect_node(Node) end, nodes()).
"""
"""Neither side believes the other any more: no message of the cluster passes between them."""
TOGETHER = "Own = erlang:get_cookie(), [erlang:set_cookie(N, Own) || N <- {peers}]."
PEERS_SECONDS = 150.0


@dataclass
class Node:
    """One of the three."""

    name: str
    command: Command
    running: Running
    amqp: str
    """host:port."""
    management_url: str

    async def control(self, *words: str) -> str:
        """Have `rabbitmqctl` do something; raises `AssertionError` with what it said against it."""
        process = await asyncio.create_subprocess_exec(
            str(SCRIPTS / "rabbitmqctl"), "-n", self.name, *words, env=self.command.environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await asyncio.wait_for(process.communicate(), CONTROL_SECONDS)
        assert process.returncode == 0, said.decode()
        return said.decode()


class Cluster:
    """The three, and what its administrator sees by one that lives."""

    def __init__(self, folder: RunFolder, nodes: list[Node], password: str) -> None:
        self._folder = folder
        self.nodes = nodes
        self._password = password

    def server(self, by: Node) -> RabbitServer:
        """The broker, its management asked by one node and its clients led to all."""
        return RabbitServer(
            f"amqp://{ADMIN}:{self._password}@{by.amqp}", by.management_url, "three nodes",
            peers=tuple(node.amqp for node in self.nodes if node is not by),
        )  # fmt: skip

    async def back(self, node: Node) -> None:
        """Start a node again that was killed."""
        node.running = await start(self._folder, node.command)

    async def whole(self, by: Node, vhost: str) -> None:
        """Wait until all nodes are one again and every queue has all its members, without anybody's hand."""
        async with self.server(by).management() as client:

            async def all_there() -> bool:
                nodes = await client.get("/api/nodes")
                if not (nodes.is_success and all(map(_with_the_others, nodes.json()))):
                    return False
                answer = await client.get(f"/api/queues/{quote(vhost, safe='')}")
                return answer.is_success and all(map(_complete, answer.json()))

            await until(all_there, PEERS_SECONDS)

    async def leaders(self, by: Node, vhost: str) -> list[str]:
        """On which node each queue is led."""
        async with self.server(by).management() as client:
            answer = await client.get(f"/api/queues/{quote(vhost, safe='')}")
            return [queue["leader"] for queue in answer.raise_for_status().json()]

    async def parted(self, node: Node) -> None:
        """Cut a node off from the two others; clients reach it as before."""
        await node.control("eval", PARTED)

    async def together(self, node: Node) -> None:
        """Let it be reached again."""
        peers = ",".join(f"'{other.name}'" for other in self.nodes if other is not node)
        await node.control("eval", TOGETHER.format(peers=f"[{peers}]"))


def _complete(queue: dict[str, Any]) -> bool:
    return len(queue.get("members", ())) == NODES == len(queue.get("online", ()))


def _with_the_others(node: dict[str, Any]) -> bool:
    return bool(node["running"]) and not node.get("partitions")


@asynccontextmanager
async def cluster(folder: RunFolder) -> AsyncIterator[Cluster]:
    """Start three nodes that become one broker; they are gone in the end."""
    password, cookie = secrets.token_hex(16), secrets.token_hex(16)
    mapper_port = folder.port("epmd")
    epmd = shutil.which("epmd")
    assert epmd is not None
    mapper = await start(
        folder,
        Command(
            "epmd", [epmd, "-port", str(mapper_port), "-address", LOOPBACK],
            {"HOME": str(folder.path), "ERL_EPMD_PORT": str(mapper_port)},
        ),
    )  # fmt: skip
    nodes = [_planned(folder, number, mapper_port, password, cookie) for number in range(NODES)]
    made: list[Node] = []
    try:
        for name, command, ports in nodes:
            running = await start(folder, command)
            amqp = f"{LOOPBACK}:{ports['amqp']}"
            url = f"http://{ADMIN}:{password}@{LOOPBACK}:{ports['management']}"
            made.append(Node(name, command, running, amqp, url))
        found = Cluster(folder, made, password)
        await asyncio.gather(*(wait_until_ready(found.server(node), node.running) for node in made))
        yield found
    finally:
        await asyncio.gather(*(node.running.kill() for node in made))
        await mapper.stop()


def _planned(
    folder: RunFolder, number: int, mapper_port: int, password: str, cookie: str
) -> tuple[str, Command, dict[str, int]]:
    name = f"rabbit{number + 1}@localhost"
    home = folder.make(f"rabbitmq-{number + 1}", mode=0o700)
    (home / ".erlang.cookie").write_text(cookie)
    (home / ".erlang.cookie").chmod(0o400)
    ports = {
        part: folder.port(f"{name}_{part}")
        for part in ("amqp", "management", "prometheus", "distribution")
    } | {"epmd": mapper_port}
    own_line = rf"^.*pause_if_all_down\.nodes\.{number + 1} .*$"
    shipped = re.sub(own_line, "", CLUSTER.read_text("utf-8"), flags=re.MULTILINE)
    shipped = re.sub(r"rabbit@rabbitmq-(\d)", r"rabbit\1@localhost", shipped)
    (home / "rabbitmq.conf").write_text(configuration(ports, password, None) + shipped)
    (home / "enabled_plugins").write_text("[rabbitmq_management,rabbitmq_prometheus].\n")
    environment = environment_of(home, folder.logs, ports, name)
    (told,) = re.findall(
        r'^SERVER_ADDITIONAL_ERL_ARGS="(.*)"$', CLUSTER_ENV.read_text("utf-8"), re.M
    )
    environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] += f" {told}"
    return (
        name,
        Command(name.partition("@")[0], [str(SCRIPTS / "rabbitmq-server")], environment),
        ports,
    )
