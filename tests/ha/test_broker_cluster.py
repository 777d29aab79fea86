"""A node of the broker dies, freezes or is cut off while people withdraw: nobody waits long, nobody helps."""

import os
import shutil
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest
from tests.bench.citizens import Office, prepare
from tests.conftest import SHORT_WAITS
from tests.recovery.people import Town
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.places import ROOT
from tests.support.workbench import Workbench

from city.clients import http_client
from local.broker import VirtualHost
from local.folder import RunFolder
from local.system import System, running
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES

from . import crowd
from .brokers import Cluster, cluster

CITIZENS = 160
EVERY_SECONDS = 0.5
GAP_MAX_SECONDS = 15.0
"""Longest time without a payment, while somebody applies twice a second."""
FAULT_SECONDS = 20.0
LAST_SECONDS = 90.0
"""Until the very last has the money: a message that was in a retry is given again a little later."""


@dataclass
class Ground:
    """The whole system on a broker of three nodes."""

    cluster: Cluster
    town: Town
    host: VirtualHost


@pytest.fixture(scope="module")
async def ground(platform: Workbench) -> AsyncIterator[Ground]:
    folder = RunFolder(ROOT / ".run" / f"ha-brokers-{os.getpid()}")
    folder.make()
    issuer = Issuer("brokers", lifetime_seconds=3_600)
    try:
        async with cluster(folder) as brokers, issuer.published(), http_client() as client:
            host = VirtualHost(brokers.server(brokers.nodes[0]))
            await host.load()
            databases = {name: await platform.create_database(name) for name in SERVICES}
            extra = SHORT_WAITS | issuer.environment | midnight.ENVIRONMENT
            system = System(folder, host, databases, report=print, extra=extra)
            async with running(system):
                await system.start()
                office = Office(client, system.city, *(issuer.token_for(role) for role in BUSINESS))
                town = Town(
                    office, system, await prepare(office, issuer, CITIZENS, cards_kept=True)
                )
                await brokers.whole(brokers.nodes[0], host.name)
                yield Ground(brokers, town, host)
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


async def longest_silence(ground: Ground, fault: Callable[[], Awaitable[None]]) -> float:
    """Do it while people apply; every one is paid once; how long nobody heard of money, in seconds."""
    return await crowd.longest_silence(
        ground.town, fault, every_seconds=EVERY_SECONDS, fault_seconds=FAULT_SECONDS,
        last_seconds=LAST_SECONDS,
    )  # fmt: skip


async def test_queues_are_led_by_all_three(ground: Ground) -> None:
    leaders = await ground.cluster.leaders(ground.cluster.nodes[0], ground.host.name)
    shares = [leaders.count(node.name) / len(leaders) for node in ground.cluster.nodes]
    assert min(shares) > 0.2, shares


async def test_r_wdr_13_a_node_that_is_killed_costs_seconds(ground: Ground) -> None:
    one, two, _ = ground.cluster.nodes
    try:
        silence = await longest_silence(ground, one.running.kill)
    finally:
        await ground.cluster.back(one)
    print(f"killed: {silence:.1f} s")
    await ground.cluster.whole(two, ground.host.name)
    assert silence < GAP_MAX_SECONDS


async def test_r_wdr_13_a_node_that_freezes_costs_seconds_and_comes_back_by_itself(
    ground: Ground,
) -> None:
    one, two, _ = ground.cluster.nodes

    async def freeze() -> None:
        two.running.signal(signal.SIGSTOP)

    try:
        silence = await longest_silence(ground, freeze)
    finally:
        two.running.signal(signal.SIGCONT)
    print(f"frozen: {silence:.1f} s")
    await ground.cluster.whole(one, ground.host.name)
    await still_works(ground)
    assert silence < GAP_MAX_SECONDS


async def test_r_wdr_13_a_node_that_is_cut_off_costs_seconds_and_comes_back_by_itself(
    ground: Ground,
) -> None:
    one, _, three = ground.cluster.nodes
    try:
        silence = await longest_silence(ground, lambda: ground.cluster.parted(three))
    finally:
        await ground.cluster.together(three)
    print(f"cut off: {silence:.1f} s")
    await ground.cluster.whole(one, ground.host.name)
    await still_works(ground)
    assert silence < GAP_MAX_SECONDS


async def still_works(ground: Ground) -> None:
    """A whole broker again: who applies now is paid."""
    application = await ground.town.apply()
    await ground.town.reached([application])
    await ground.town.paid_once([application])
