"""People who withdraw while machines are lost, try again as people do, and how long nobody heard of money."""

import asyncio
import itertools
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import asyncpg
import httpx
from tests.bench.load import Request
from tests.recovery.people import Application, Town
from tests.support.waiting import until

from backup.restored import shell
from local.errors import CannotStart
from local.folder import RunFolder
from shared.base.db import DATABASE_AWAY

PAID = "SELECT count(*) AS paid FROM application WHERE state = 'paid'"
OF_THESE = f"{PAID} AND id = ANY($1)"
AGAIN_SECONDS = 0.5
ANSWER_SECONDS = 10.0
TRIES_SECONDS = 100.0
COME_AGAIN = (409, 500, 503)
"""The first try under this key is still in hand; the service has no database."""
AWAY = (*DATABASE_AWAY, asyncpg.PostgresError)


@asynccontextmanager
async def watched(town: Town) -> AsyncIterator[list[float]]:
    """When payments became known, as a list of instants that grows."""
    seen, known = [time.monotonic()], 0

    async def look() -> None:
        nonlocal known
        while True:
            paid = await count(town, PAID)
            if paid is not None and paid > known:
                known = paid
                seen.append(time.monotonic())
            await asyncio.sleep(0.1)

    looking = asyncio.create_task(look())
    try:
        yield seen
    finally:
        looking.cancel()


async def count(town: Town, query: str, *values: object) -> int | None:
    """A number of withdrawals' database; None while that is away."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            (row,) = await town.rows("withdrawals", query, *values)
    except AWAY:
        return None
    return int(row["paid"])


@dataclass
class Crowd:
    """Those who have come."""

    answers: list["asyncio.Task[Application]"] = field(default_factory=list)
    tries: list[int] = field(default_factory=list)
    """How often each of the accepted had to ask."""

    async def accepted(self) -> list[Application]:
        """Wait until each has an answer."""
        return list(await asyncio.gather(*self.answers))


async def apply(town: Town, request: Request, crowd: Crowd) -> Application:
    """Apply under one key until it is accepted, as a page does that gets no answer."""
    key = uuid.uuid4().hex
    url = f"{town.office.city.service_urls['withdrawals']}/api/withdrawals/applications"
    headers = {
        "Authorization": f"Bearer {request.token}", "Idempotency-Key": key,
        "Confirmation": request.confirmation, "Content-Type": "application/json",
    }  # fmt: skip
    async with asyncio.timeout(TRIES_SECONDS):
        for tries in itertools.count(1):
            try:
                answer = await town.client.post(
                    url, content=request.body, headers=headers, timeout=ANSWER_SECONDS
                )
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.status_code == 202:
                crowd.tries.append(tries)
                return Application(answer.json()["id"], request)
            assert answer is None or answer.status_code in COME_AGAIN, answer.text
            await asyncio.sleep(AGAIN_SECONDS)
    raise AssertionError("unreachable")


@asynccontextmanager
async def applying(town: Town, every_seconds: float) -> AsyncIterator[Crowd]:
    """Let somebody apply so often while the block runs, whether or not those before have an answer."""
    crowd = Crowd()

    async def come() -> None:
        while True:
            (request,) = town.take(1)
            crowd.answers.append(asyncio.create_task(apply(town, request, crowd)))
            await asyncio.sleep(every_seconds)

    coming = asyncio.create_task(come())
    try:
        yield crowd
    finally:
        coming.cancel()


async def all_paid(town: Town, everybody: Sequence[Application]) -> bool:
    """Whether each has the money."""
    return await count(town, OF_THESE, [uuid.UUID(each.id) for each in everybody]) == len(everybody)


async def longest_silence(
    town: Town,
    fault: Callable[[], Awaitable[None]],
    *,
    every_seconds: float,
    fault_seconds: float,
    last_seconds: float,
) -> float:
    """Do it while people apply; each is accepted and paid once. Seconds for which nobody heard of money."""
    async with watched(town) as seen:
        async with applying(town, every_seconds) as crowd:
            await asyncio.sleep(3)
            await fault()
            await asyncio.sleep(fault_seconds)
        everybody = await crowd.accepted()
        await until(lambda: all_paid(town, everybody), last_seconds)
    await town.paid_once(everybody)
    return max(later - earlier for earlier, later in itertools.pairwise(seen))


async def books_agree(folder: RunFolder, since: str) -> None:
    """Hold the bank's book against the payment orders, and the ledger against itself, until they agree."""
    said = ""

    async def agree() -> bool:
        nonlocal said
        try:
            await shell(f"settlement compare --since {since}", folder.path / "settlement.env")
            await shell("accounts verify", folder.path / "accounts.env")
        except CannotStart as differs:
            said = str(differs)
            return False
        return True

    try:
        await until(agree, TRIES_SECONDS)
    except TimeoutError:
        raise AssertionError(said) from None
