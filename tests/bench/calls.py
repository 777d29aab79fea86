"""Calls to 12329 at once: how far behind a clock of 20 ms its packets come, against a bare clock.

`CALLS` (default 50) callers in a running system, `AGENTS` (default 20) of them speaking with an agent
each, recorded, the others hearing guides; all of them speak, too. The kernel of the receiving side says when
a packet came: how late the telephones of this process are is not in the figure. `CALL_SECONDS` (default 30)
are looked at.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from statistics import quantiles

import httpx
import psutil
from tests.support.two_people import staff
from tests.support.waiting import until

from local.system import System
from shared.identity.principal import Role

from .stage import Running, Stage
from .telephones import HOST, Ear, Phone, speak_all

CALLS = int(os.environ.get("CALLS", "50"))
AGENTS = int(os.environ.get("AGENTS", "20"))
CALL_SECONDS = float(os.environ.get("CALL_SECONDS", "30"))
LATE_MAX_SECONDS = 0.020
BETWEEN_CALLS_SECONDS = 0.1
AGAIN_SECONDS = 6.0
"""A caller in the menu presses a key so often; three silences would be an agent's."""


async def figure(stage: Stage) -> None:
    """Measure and print."""
    async with stage.system(CALLS_MAX=str(CALLS + AGENTS + 10), RECORDING="true") as running:
        async with telephones(stage, running) as phones:
            for phone in phones:
                phone.ear.listening = True
            process = psutil.Process(running.system.pids()["hotline"])
            before = process.cpu_times()
            await asyncio.sleep(CALL_SECONDS)
            after = process.cpu_times()
            spent = after.user + after.system - before.user - before.system
            say(f"{CALLS} calls, {AGENTS} of them with an agent", [phone.ear for phone in phones])
            print(f"  processor of the hotline: {spent / CALL_SECONDS:.0%} of a core")
        await floor(CALLS + AGENTS)


@asynccontextmanager
async def telephones(stage: Stage, running: Running) -> AsyncIterator[list[Phone]]:
    """Let everybody call, and speak."""
    server = address_of(running.system)
    stop, phones = asyncio.Event(), list[Phone]()
    async with asyncio.TaskGroup() as group:
        group.create_task(speak_all(phones, stop))
        try:
            makers = [await stands_by(stage, running, server, phones) for _ in range(AGENTS)]
            agents = list(phones)
            callers = [await called(server, "12329", phones) for _ in range(CALLS)]
            for caller in callers[:AGENTS]:
                await caller.press("021")
            pressing = group.create_task(keep_pressing(callers[AGENTS:], stop))
            await answered(running, makers, agents)
            yield phones
        finally:
            stop.set()
            pressing.cancel()
    for phone in phones:
        phone.hang_up()


def address_of(system: System) -> tuple[str, int]:
    """Where the hotline is called."""
    return HOST, int(system.city.hotline_address.rpartition(":")[2])


async def called(server: tuple[str, int], number: str, phones: list[Phone]) -> Phone:
    """One more telephone calls."""
    phone = Phone(server, number)
    await phone.call()
    phones.append(phone)
    await asyncio.sleep(BETWEEN_CALLS_SECONDS)
    return phone


async def stands_by(
    stage: Stage, running: Running, server: tuple[str, int], phones: list[Phone]
) -> httpx.Headers:
    """An agent's telephone stands by; how the agent speaks to the desk."""
    headers = httpx.Headers(
        {"Authorization": f"Bearer {stage.issuer.token(staff(Role.STAFF_MAKER))}"}
    )
    url, client = f"{running.system.city.edge_url}/api/hotline/desk", running.office.client
    code = (await client.post(f"{url}/code", headers=headers)).raise_for_status().json()
    phone = await called(server, code["extension"], phones)
    await phone.press(code["code"] + "#")

    async def on_line() -> bool:
        return bool((await client.get(url, headers=headers)).json()["me"]["on_line"])

    await until(on_line)
    return headers


async def answered(
    running: Running, makers: Sequence[httpx.Headers], agents: Sequence[Phone]
) -> None:
    """Wait until all agents speak: each presses 1 until it does."""
    url, client = f"{running.system.city.edge_url}/api/hotline/desk", running.office.client

    async def speaks(maker: httpx.Headers, phone: Phone) -> None:
        async def busy() -> bool:
            await phone.press("1")
            call = (await client.get(url, headers=maker)).json()["me"]["call"]
            return call is not None and call["speaking"]

        await until(busy, 120)

    async with asyncio.TaskGroup() as group:
        for maker, phone in zip(makers, agents, strict=True):
            group.create_task(speaks(maker, phone))


async def keep_pressing(phones: Sequence[Phone], stop: asyncio.Event) -> None:
    """Whoever is in the menu hears guides."""
    for phone in phones:
        await phone.press("41")
    while not stop.is_set():
        await asyncio.sleep(AGAIN_SECONDS)
        for phone in phones:
            await phone.press("1")


async def floor(streams: int) -> None:
    """The same by a bare clock in a process of its own."""
    ears = [Ear() for _ in range(streams)]
    command = [sys.executable, "-m", "tests.bench.ticking", *(str(ear.port) for ear in ears)]
    process = await asyncio.create_subprocess_exec(*command)
    await asyncio.sleep(2)
    for ear in ears:
        ear.listening = True
    await asyncio.sleep(CALL_SECONDS)
    process.kill()
    await process.wait()
    say(f"floor: a bare clock, {streams} streams", ears)
    for ear in ears:
        ear.close()


def say(label: str, ears: Sequence[Ear]) -> None:
    """Print how late packets were, and how far from 20 ms apart."""
    late = [one for ear in ears for one in ear.late()]
    apart = [abs(one - 0.020) for ear in ears for one in ear.intervals()]
    packets = len(late)
    wanted = len(ears) * CALL_SECONDS / 0.020
    print(f"{label}: {packets:,} packets, {packets / wanted:.1%} of those due")
    for name, values in (("behind a clock of 20 ms", late), ("from 20 ms apart", apart)):
        cuts = quantiles(values, n=1_000)
        print(
            f"  {name}, ms: p50 {cuts[499] * 1e3:.2f}, p99 {cuts[989] * 1e3:.2f}, "
            f"p99.9 {cuts[998] * 1e3:.2f}, most {max(values) * 1e3:.1f}"
        )
    in_time = sum(one <= LATE_MAX_SECONDS for one in late) / packets
    print(f"  within {LATE_MAX_SECONDS * 1e3:.0f} ms: {in_time:.3%}")
