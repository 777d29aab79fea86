"""A machine of the database dies, freezes, is cut off or has a wrong clock while people withdraw.

Nobody helps: what was answered is kept, who leads no longer answers nobody, and the books agree.
"""

import asyncio
import os
import shutil
import signal
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import asyncpg
import pytest
from tests.bench.citizens import Office, prepare
from tests.conftest import SHORT_WAITS
from tests.recovery.people import Town
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.waiting import until
from tests.support.workbench import Workbench

from city.clients import http_client
from local.databases import provide_all
from local.folder import RunFolder
from local.launch import write_operator_environment
from local.platform import Platform
from local.system import System, running
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES

from . import crowd
from .machines import Cluster, Machine, cluster

pytestmark = pytest.mark.timeout(600)
"""With the start of the whole system, on a busy machine."""

CITIZENS = 300
EVERY_SECONDS = 1.0
FAULT_SECONDS = 30.0
LAST_SECONDS = 90.0
"""Until the very last has the money: a message that was in a retry is given again a little later."""
GAP_MAX_SECONDS = 45.0
"""Longest time without a payment: 20 s until it is certain that the lost one leads no longer, and more."""
HANDED_OVER_SECONDS = 20.0
CLOCK_SECONDS = 60
FULL_SECONDS = 15.0
UNHEARD_SECONDS = 5.0
"""How long a primary goes on alone: less than the 8 s after which it would give its standbys up."""


@dataclass
class Ground:
    """The whole system on a database of three machines."""

    cluster: Cluster
    town: Town
    folder: RunFolder

    async def silence(self, fault: Callable[[], Awaitable[None]]) -> float:
        """Do it while people apply; then all books agree. Seconds for which nobody heard of money."""
        seconds = await crowd.longest_silence(
            self.town, fault, every_seconds=EVERY_SECONDS, fault_seconds=FAULT_SECONDS,
            last_seconds=LAST_SECONDS,
        )  # fmt: skip
        await crowd.books_agree(self.folder, f"{midnight.CLOCK.today():%Y-%m-%d}")
        return seconds


@pytest.fixture(scope="module")
async def ground(platform: Workbench) -> AsyncIterator[Ground]:
    folder = RunFolder(platform.folder.path / "databases")
    folder.make()
    issuer = Issuer("databases", lifetime_seconds=3_600)
    try:
        async with cluster(folder) as machines, issuer.published(), http_client() as client:
            databases = await provide_all(machines.server, SERVICES)
            host = await platform.create_vhost(queues=True)
            extra = SHORT_WAITS | issuer.environment | midnight.ENVIRONMENT
            system = System(folder, host, databases, report=print, extra=extra)
            async with running(system):
                await system.start()
                office = Office(client, system.city, *(issuer.token_for(role) for role in BUSINESS))
                requests = await prepare(office, issuer, CITIZENS, cards_kept=True)
                whole = Platform(machines.server, platform.platform.rabbitmq)
                await asyncio.to_thread(write_operator_environment, folder, system, whole)
                yield Ground(machines, Town(office, system, requests), folder)
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


async def test_r_wdr_13_a_primary_that_is_killed_costs_no_answer(ground: Ground) -> None:
    one = await ground.cluster.leader()
    silence = await ground.silence(one.kill)
    print(f"killed: {silence:.1f} s")
    assert silence < GAP_MAX_SECONDS
    assert await ground.cluster.leader() is not one
    await one.start()
    await ground.cluster.whole()


async def test_r_wdr_13_a_primary_that_is_told_to_hands_over_at_once(ground: Ground) -> None:
    """Before its machine is looked after."""
    one = await ground.cluster.leader()
    silence = await ground.silence(lambda: one.told("switchover", "--force"))
    print(f"handed over: {silence:.1f} s")
    assert silence < HANDED_OVER_SECONDS
    assert await ground.cluster.leader() is not one
    await ground.cluster.whole()


async def test_r_wdr_13_a_primary_that_thaws_finds_another_and_answers_nobody(
    ground: Ground,
) -> None:
    one = await ground.cluster.leader()
    async with Witness(ground.cluster, one) as witness:

        async def freeze() -> None:
            one.signal(signal.SIGSTOP)

        silence = await ground.silence(freeze)
        print(f"frozen: {silence:.1f} s")
        assert silence < GAP_MAX_SECONDS
        other = await ground.cluster.leader()
        assert other is not one
        one.signal(signal.SIGCONT)
        await witness.was_fenced()
    await ground.cluster.whole()
    assert await ground.cluster.leader() is other


async def test_r_wdr_13_a_primary_that_is_cut_off_answers_nobody_who_still_reaches_it(
    ground: Ground,
) -> None:
    one = await ground.cluster.leader()
    async with Witness(ground.cluster, one) as witness:

        async def cut() -> None:
            one.cut_off()

        silence = await ground.silence(cut)
        print(f"cut off: {silence:.1f} s")
        assert silence < GAP_MAX_SECONDS
        await witness.was_fenced()
    assert await ground.cluster.leader() is not one
    one.together()
    await ground.cluster.whole()


async def test_r_wdr_13_what_no_standby_has_heard_of_nobody_else_has(ground: Ground) -> None:
    """The standbys hear nothing more, people go on applying, and then the primary is lost."""
    one = await ground.cluster.leader()

    async def alone_then_lost() -> None:
        one.heard_by_nobody()
        await asyncio.sleep(UNHEARD_SECONDS)
        await one.kill()

    silence = await ground.silence(alone_then_lost)
    print(f"unheard, then killed: {silence:.1f} s")
    assert silence < GAP_MAX_SECONDS
    one.together()
    await one.start()
    await ground.cluster.whole()


@pytest.mark.parametrize("ahead_seconds", [CLOCK_SECONDS, -CLOCK_SECONDS])
async def test_r_wdr_13_a_clock_that_jumps_by_a_minute_makes_no_second_primary(
    ground: Ground, ahead_seconds: int
) -> None:
    """By which Patroni reckons how long it may lead, and PostgreSQL says what time it is."""
    one = await ground.cluster.leader()
    several: list[list[Machine]] = []

    async def look() -> None:
        while True:
            found = await ground.cluster.leading()
            if len(found) > 1:
                several.append(found)
            await asyncio.sleep(0.2)

    async def jump() -> None:
        one.put_clock(ahead_seconds)

    looking = asyncio.create_task(look())
    silence = await ground.silence(jump)
    print(f"clock {ahead_seconds:+d} s: {silence:.1f} s")
    one.put_clock(0)
    looking.cancel()
    assert silence < GAP_MAX_SECONDS
    assert several == []
    await ground.cluster.whole()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a machine a disk of its own")
async def test_r_wdr_13_a_primary_whose_disk_is_full_costs_no_answer(ground: Ground) -> None:
    """Nobody can write until there is room again, or another one leads; what was answered is kept."""
    one = await ground.cluster.leader()

    async def full_for_a_while() -> None:
        one.fill_disk()
        await asyncio.sleep(FULL_SECONDS)
        one.make_room()

    try:
        silence = await ground.silence(full_for_a_while)
    finally:
        one.make_room()
    print(f"disk full for {FULL_SECONDS:.0f} s: {silence:.1f} s")
    assert FULL_SECONDS / 2 < silence < FULL_SECONDS + GAP_MAX_SECONDS
    await ground.cluster.whole()


class Witness:
    """Who reached a primary directly before it was lost, and goes on writing to it."""

    def __init__(self, cluster: Cluster, machine: Machine) -> None:
        self._server = cluster.server
        port = cluster.server.url.rpartition(":")[2].partition("/")[0]
        self._url = cluster.server.url.replace(f":{port}/", f":{machine.ports['postgres']}/")
        self._answered: list[uuid.UUID] = []

    async def __aenter__(self) -> "Witness":
        self._connection = await asyncpg.connect(self._url)
        await self._connection.execute("CREATE TABLE IF NOT EXISTS said (id uuid PRIMARY KEY)")
        await self._say()
        assert len(self._answered) == 1
        return self

    async def __aexit__(self, *_: object) -> None:
        self._connection.terminate()

    async def _say(self) -> None:
        said = uuid.uuid4()
        try:
            await self._connection.execute("INSERT INTO said VALUES ($1)", said, timeout=1.0)
        except (*crowd.AWAY, asyncpg.InterfaceError):
            return
        self._answered.append(said)

    async def was_fenced(self) -> None:
        """Write until the server is gone; whatever it has answered, the new primary has."""

        async def gone() -> bool:
            await self._say()
            return self._connection.is_closed()

        await until(gone, LAST_SECONDS)
        connection = await asyncpg.connect(self._server.url)
        try:
            known = await connection.fetch("SELECT id FROM said")
        finally:
            await connection.close()
        assert {row["id"] for row in known} >= set(self._answered)
