"""`make recovery`: how long after each kind of fault the system is back at full speed, by itself.

Citizens apply at a steady rate, and apply again under the same key when they are told to. Each process is
killed once, one link of each kind is cut, and the broker once loses its disk, after which the operator
tells everything again. The system is back when the texts about paid money come as fast as before, nine
tenths of it in every five seconds from then on; a shorter interruption, made good within those five seconds,
shows in the longest time between two texts. Waiting times are those of production. `RATE`: applications a
second (default 8).
"""

import asyncio
import itertools
import os
import shutil
import sys
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import httpx
from tests.bench.citizens import Office, prepare
from tests.bench.load import Request

from local.folder import RunFolder
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES

from .plan import EDGE, SERVERS, SIMULATORS
from .stage import Stage, staged

ROOT = Path(__file__).parents[2]
RATE = float(os.environ.get("RATE", "8"))
WINDOW_SECONDS = 5.0
STEP_SECONDS = 0.5
FULL_SPEED = 0.9
CALM_SECONDS = 8.0
"""Full speed for so long counts as back."""
BACK_WITHIN_SECONDS = 180.0
WARM_UP_SECONDS = 15.0
TRY_AGAIN_SECONDS = 0.5
CITIZENS = int(RATE * 900)
"""So many that the street is never empty."""
PAID_WORDS = "已到账"
SUBMISSIONS_MAX = 10_000
CUT_LINKS = (
    "accounts-postgres", "withdrawals-rabbitmq", "settlement-bank", "notifications-smsc", "citizens-edge",
)  # fmt: skip
"""One of each kind."""

Fault = Callable[[], Awaitable[None]]


class Street:
    """Citizens who apply at a steady rate, whatever happens."""

    def __init__(self, stage: Stage, client: httpx.AsyncClient, people: Sequence[Request]) -> None:
        self._stage = stage
        self._client = client
        self._people = list(people)

    async def go_on(self) -> None:
        """Send one after another for as long as there is anybody."""
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for number, person in enumerate(self._people):
                await asyncio.sleep(max(0.0, began + number / RATE - time.monotonic()))
                group.create_task(self._apply(person))

    async def _apply(self, person: Request) -> None:
        url = f"{self._stage.street.edge_url}/api/withdrawals/applications"
        headers = {
            "Authorization": f"Bearer {person.token}", "Idempotency-Key": uuid.uuid4().hex,
            "Content-Type": "application/json", "Confirmation": person.confirmation,
        }  # fmt: skip
        while True:
            try:
                answer = await self._client.post(url, content=person.body, headers=headers)
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.status_code == 202:
                return
            assert answer is None or answer.status_code in (429, 503), answer.text
            await asyncio.sleep(TRY_AGAIN_SECONDS)

    async def finished(self) -> list[float]:
        """When each text about paid money was accepted by the SMSC."""
        address = f"{self._stage.city.smsc_control_url}/control/submissions"
        try:
            answer = await self._client.get(address, params={"limit": SUBMISSIONS_MAX})
        except httpx.TransportError:
            return []
        return [
            float(row["accepted_at"])
            for row in answer.json()["submissions"]
            if PAID_WORDS in row["text"]
        ]


def seconds_to_recover(finished: Sequence[float], since: float, until: float) -> float:
    """How long after `since` the last window ended that had less than full speed."""
    needed = RATE * WINDOW_SECONDS * FULL_SPEED
    back, at = since, since
    while at + WINDOW_SECONDS <= until:
        if sum(at <= one < at + WINDOW_SECONDS for one in finished) < needed:
            back = at + WINDOW_SECONDS
        at += STEP_SECONDS
    return back - since


def longest_silence(finished: Sequence[float], since: float, until: float) -> float:
    """The most seconds between two texts in this time."""
    times = [since, *sorted(one for one in finished if since < one < until), until]
    return max(later - earlier for earlier, later in itertools.pairwise(times))


async def measure(street: Street, fault: Fault) -> tuple[float, float] | None:
    """Let a fault happen and wait until all is as before; None when it does not come back.

    Otherwise the longest silence and the time until full speed, in seconds.
    """
    since = time.time()
    await fault()
    while (now := time.time()) - since < BACK_WITHIN_SECONDS:
        finished = await street.finished()
        seconds = seconds_to_recover(finished, since, now)
        if now - since - seconds > CALM_SECONDS:
            return longest_silence(finished, since, now), seconds
        await asyncio.sleep(1)
    return None


def faults_of(stage: Stage) -> Mapping[str, Fault]:
    """Every kind of fault, once."""

    def killed(name: str) -> Fault:
        async def kill() -> None:
            await stage.system.kill(name)
            await stage.system.bring_back(name)

        return kill

    def killed_server(name: str) -> Fault:
        async def kill() -> None:
            await stage.servers.kill(name)
            await stage.servers.bring_back(name)

        return kill

    def cut(name: str) -> Fault:
        async def cut_link() -> None:
            stage.links[name].cut()

        return cut_link

    return {
        **{f"{name} killed": killed(name) for name in (*SERVICES, *SIMULATORS, EDGE)},
        **{f"{name} killed": killed_server(name) for name in SERVERS},
        **{f"{name} cut": cut(name) for name in CUT_LINKS},
        "rabbitmq's disk lost": lambda: _lose_disk(stage),
    }


async def _lose_disk(stage: Stage) -> None:
    """The runbook's steps: an empty broker, everything declared, everything told again."""
    since = datetime.now(UTC)
    await stage.servers.kill("rabbitmq")
    shutil.rmtree(stage.folder.path / "rabbitmq" / "data")
    await stage.servers.bring_back("rabbitmq")
    await stage.vhost.load()
    environment = {
        "BROKER_URL": stage.city.operator_broker_url,
        "JOURNAL_FOLDER": str(stage.system.environments.journals),
    }
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).parent / "ops"), "resend", "--since", since.isoformat(),
        env={**os.environ, **environment}, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await process.wait() == 0


async def main() -> None:
    """Measure, print, and clean up."""
    folder = RunFolder(ROOT / ".run" / f"recovery-times-{os.getpid()}")
    try:
        async with (
            staged(folder, print, twice=False, waits={}) as stage,
            httpx.AsyncClient(timeout=60, trust_env=False) as client,
        ):
            office = Office(
                client, stage.city, *(stage.issuer.token_for(role) for role in BUSINESS)
            )
            street = Street(stage, client, await prepare(office, stage.issuer, CITIZENS))
            walking = asyncio.create_task(street.go_on())
            await asyncio.sleep(WARM_UP_SECONDS)
            print(
                f"{RATE:g} withdrawals/s; the longest time between two texts, and the time until they"
                f" come at {FULL_SPEED:.0%} of that again, in seconds"
            )
            for name, fault in faults_of(stage).items():
                found = await measure(street, fault)
                told = "not back" if found is None else f"{found[0]:8.1f}{found[1]:8.1f}"
                print(f"  {name:28}{told}", flush=True)
            walking.cancel()
            await asyncio.gather(walking, return_exceptions=True)
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


if __name__ == "__main__":
    asyncio.run(main())
