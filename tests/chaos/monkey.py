"""Carries out the plan's actions, and puts everything right again at the end."""

import asyncio
import contextlib
import os
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Sequence

import httpx

from local.errors import CannotStart

from .holding import Holds
from .plan import FAULTS, SERVERS, VICTIMS, Action
from .stage import Stage

AGAIN_SECONDS = 0.5
FAULT_TIMES = 3
"""How many occasions a fault strikes before it is used up, unless another takes its place."""
LEVELS: dict[str, float] = {"delay_seconds": 1.5, "pending": 10}


class Monkey:
    """Whoever breaks things."""

    def __init__(self, stage: Stage, holds: Holds, client: httpx.AsyncClient) -> None:
        self._stage = stage
        self._holds = holds
        self._client = client
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.kills: Counter[str] = Counter()
        self.troubles: Counter[str] = Counter()
        """What happened to links, by kind."""
        self.connections_hit = 0
        self.faults: Counter[str] = Counter()
        self.freezes = 0
        self.slowest = (0.0, "")
        """What took longest to be over, and how many seconds."""
        self.failed_starts: list[str] = []
        """What a process said that could not start again by itself."""

    async def act(self, actions: Sequence[Action]) -> None:
        """Do everything in its time; returns when all that was killed is back."""
        async with asyncio.TaskGroup() as group:
            for action in actions:
                group.create_task(self._act(action))

    async def _act(self, action: Action) -> None:
        await asyncio.sleep(action.at_seconds)
        began = time.monotonic()
        await self._do(action)
        took = time.monotonic() - began
        self.slowest = max(self.slowest, (took, f"{action.kind} {action.target}"))

    async def _do(self, action: Action) -> None:
        match action.kind:
            case "kill":
                await self._kill(action)
            case "freeze":
                await self._freeze(action)
            case "hold":
                await self._hold(action)
            case kind if kind in FAULTS:
                await self._fault(action)
            case _:
                await self._trouble(action)

    async def _kill(self, action: Action) -> None:
        """Kill it unless it is dead already; bring it back, however long its neighbours are away."""
        lock = self._locks[action.target]
        async with lock:
            self.kills[action.target] += 1
            if action.target in SERVERS:
                await self._stage.servers.kill(action.target)
                await asyncio.sleep(action.seconds)
                await self._stage.servers.bring_back(action.target)
                return
            await self._stage.system.kill(action.target)
            await asyncio.sleep(action.seconds)
            if action.again_after_seconds is not None:
                await self._kill_while_starting(action.target, action.again_after_seconds)
            await self._bring_back(action.target)

    async def _kill_while_starting(self, target: str, after_seconds: float) -> None:
        """Start a process and kill it, whether or not it has become ready."""
        starting = asyncio.create_task(self._stage.system.bring_back(target))
        await asyncio.wait({starting}, timeout=after_seconds)
        if starting.done() and (error := starting.exception()) is not None:
            self.failed_starts.append(str(error))
            return
        self.kills[target] += 1
        starting.cancel()  # a start that is given up kills its process
        await asyncio.gather(starting, return_exceptions=True)
        await self._stage.system.kill(target)

    def _signal(self, target: str, number: signal.Signals) -> None:
        pid = self._stage.system.pids().get(target)
        if pid is not None:
            os.kill(pid, number)

    async def _bring_back(self, target: str) -> None:
        while True:
            try:
                await self._stage.system.bring_back(target)
            except CannotStart as error:
                self.failed_starts.append(str(error))
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                return

    async def _freeze(self, action: Action) -> None:
        """Let a process stand still with all that it holds, then go on as if nothing had been."""
        async with self._locks[action.target]:
            self.freezes += 1
            self._signal(action.target, signal.SIGSTOP)
            await asyncio.sleep(action.seconds)
            self._signal(action.target, signal.SIGCONT)

    async def _hold(self, action: Action) -> None:
        async with self._locks[action.target]:
            await self._holds.hold_some(action.target, action.seconds)

    async def _trouble(self, action: Action) -> None:
        link = self._stage.links[action.target]
        self.troubles[action.kind] += 1
        match action.kind:
            case "cut":
                hit = link.cut()
            case "tear":
                hit = link.tear()
            case "lose":
                hit = link.lose(action.seconds)
            case "stall":
                hit = link.stall(action.seconds)
            case "delay":
                hit = link.delay(action.seconds)
            case _:
                hit = link.refuse(action.seconds)
        self.connections_hit += hit

    async def _fault(self, action: Action) -> None:
        self.faults[f"{action.kind}: {action.target}"] += 1
        level = LEVELS.get(action.target, FAULT_TIMES)
        await self._set_faults(action.kind, {action.target: level})

    async def _set_faults(self, who: str, levers: dict[str, float]) -> bool:
        city = self._stage.city
        base = {
            "bank": city.bank_control_url,
            "smsc": city.smsc_control_url,
            "registers": city.registers_url,
            "letters": city.letters_url,
        }[who]
        with contextlib.suppress(httpx.TransportError):
            answer = await self._client.put(f"{base}/control/faults", json=levers)
            answer.raise_for_status()
            return True
        return False

    async def make_peace(self) -> None:
        """Heal every link, take back every fault, release every message."""
        for victim in VICTIMS:
            assert not self._locks[victim].locked(), f"{victim} is not back"
        for link in self._stage.links.values():
            link.heal()
        for who in FAULTS:
            while not await self._set_faults(who, {}):
                await asyncio.sleep(AGAIN_SECONDS)
        await self._holds.release_everything()
