"""`make idle`: what the services cost while nobody wants anything: memory, and processor time over a minute.

Starts the whole system as `make run` does, lets it come to rest, and looks at each service for `SECONDS`
(default 60). PostgreSQL, RabbitMQ, nginx and the simulators are shown beside, and not counted.
"""

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass

import psutil

from shared.messaging.topology import SERVICES

from .stage import opened

SECONDS = float(os.environ.get("SECONDS", "60"))
REST_SECONDS = 20.0
SHARE_MAX_MEGABYTES = 80.0
"""Of one service: its own memory, and its share of what processes have together."""
PROCESSOR_MAX_PERCENT = 3.0


@dataclass(frozen=True)
class Cost:
    """Of one process."""

    megabytes: float
    """Resident, with every page of a library that others have loaded, too."""
    share_megabytes: float
    """Resident, each page divided by the processes that share it (PSS)."""
    processor_seconds: float
    switches: int


async def main() -> None:
    """Measure, print, and clean up."""
    async with opened() as stage, stage.system() as running:
        await asyncio.sleep(REST_SECONDS)
        before = _costs(running.system.pids())
        await asyncio.sleep(SECONDS)
        _say(before, _costs(running.system.pids()))


def _costs(pids: Mapping[str, int]) -> dict[str, Cost]:
    return {name: _cost(psutil.Process(pid)) for name, pid in pids.items()}


def _cost(process: psutil.Process) -> Cost:
    times = process.cpu_times()
    memory = process.memory_full_info()
    return Cost(
        memory.rss / 1e6,
        memory.pss / 1e6,
        times.user + times.system,
        process.num_ctx_switches().voluntary,
    )


def _say(before: Mapping[str, Cost], after: Mapping[str, Cost]) -> None:
    memory = share = processor = 0.0
    print(f"{'':16}{'MB':>8}{'its share':>11}{'% of a core':>14}{'wake-ups/s':>12}")
    for name, cost in after.items():
        percent = (cost.processor_seconds - before[name].processor_seconds) / SECONDS * 100
        wakes = (cost.switches - before[name].switches) / SECONDS
        print(
            f"{name:16}{cost.megabytes:8.1f}{cost.share_megabytes:11.1f}{percent:14.2f}{wakes:12.1f}"
        )
        if name in SERVICES:
            memory += cost.megabytes
            share += cost.share_megabytes
            processor += percent
    print(f"{'all services':16}{memory:8.1f}{share:11.1f}{processor:14.2f}")
    print(f"{'wanted, at most':16}{'':8}{SHARE_MAX_MEGABYTES:11.1f}{PROCESSOR_MAX_PERCENT:14.2f}")


if __name__ == "__main__":
    asyncio.run(main())
