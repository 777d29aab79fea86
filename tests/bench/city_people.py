"""What people wait for in a generated city, and the month of employers through broker and bank."""

import asyncio
import os
import uuid
from typing import Any

import asyncpg

from accounts.domain import Month
from local.postgres import PostgresServer
from shared.identity.principal import ALL_RIGHTS, Principal, Role

from .bulk import ENDED_WITHIN_SECONDS, NO_IDLE_SECONDS, checkpoint
from .citizens import prepare
from .generated import GeneratedCity
from .generated.filling import fill
from .generated.people import person_id
from .listing import Cost, measured, rested
from .reads import Target, get, read
from .stage import Databases, Running, Sealers, Stage
from .withdrawals import WARM_UP_PER_SECOND, run

LISTS = int(os.environ.get("CITY_LISTS", "600"))
AT_A_TIME = 64
WITHDRAWALS, WARM_UP, WITHDRAWALS_PER_SECOND = 80, 40, 10.0
READERS, READERS_AT_A_TIME, READ_SECONDS = 500, 8, 3.0
POLL_SECONDS = 0.2
DUE = "SELECT number FROM employer WHERE paid_up_to = $1 ORDER BY number"
LINES_OF = """
SELECT coalesce(sum(head_count), 0)::bigint FROM remittance_list WHERE month = $1 AND state = 'booked'
"""
BOOKED = "SELECT count(*) FROM remittance_list WHERE month = $1 AND state = 'booked'"


def say(name: str, rows: int, cost: Cost, floor: Cost | None = None) -> None:
    """Print what work took, and what its floor did."""
    beside = ""
    if floor is not None:
        beside = (
            f"   bare SQL {floor.seconds:8.2f} s, WAL {floor.wal_bytes / 1e6:7.1f} MB"
            f"   ratio {cost.seconds / floor.seconds:5.2f}"
        )
    print(
        f"  {name:24}{rows:10,} in {cost.seconds:8.2f} s {rows / cost.seconds:10,.0f}/s  WAL"
        f" {cost.wal_bytes / 1e6:7.1f} MB  memory {cost.service_bytes / 1e6:4.0f} MB{beside}",
        flush=True,
    )


async def answers(
    stage: Stage, city: GeneratedCity, line_seconds: float | None
) -> dict[str, float]:
    """What a person waits for, in a system with such a city; then a month through broker and bank.

    Returns the median seconds of each.
    """
    waits: dict[str, float] = {}

    async def into(server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
        await fill(server, databases, sealers, city)

    async with stage.system(into, **NO_IDLE_SECONDS) as running:
        await rested(stage.servers.postgres, running)
        for name, path in (
            ("balance", "/api/accounts/my/account"),
            ("entries", "/api/accounts/my/entries"),
        ):
            taken = await _asked(stage, running, city, path)
            p50, p99 = (taken[len(taken) * share // 100] for share in (50, 99))
            print(f"  {name:24}p50 {p50 * 1000:8.2f} ms, p99 {p99 * 1000:8.2f} ms")
            waits[name] = p50
        requests = await prepare(running.office, stage.issuer, WITHDRAWALS + WARM_UP)
        await run(running, requests[:WARM_UP], WARM_UP_PER_SECOND)
        done = await run(running, requests[WARM_UP:], WITHDRAWALS_PER_SECOND)
        p50, p99 = done.p50_seconds, done.p99_seconds
        print(f"  {'withdrawal':24}p50 {p50 * 1000:8.0f} ms, p99 {p99 * 1000:8.0f} ms", flush=True)
        waits["withdrawal"] = p50
        await _whole_month(stage, running, city, line_seconds)
    return waits


async def _asked(stage: Stage, running: Running, city: GeneratedCity, path: str) -> list[float]:
    """Seconds of each answer, sorted, of citizens all over the city."""
    people = [person_id(1 + position * city.accounts // READERS) for position in range(READERS)]
    tokens = [stage.issuer.token_for(Role.INDIVIDUAL, person) for person in people]
    url, pid = running.system.city.service_urls["accounts"], running.system.pids()["accounts"]
    target = Target(url, pid, [get(path, token) for token in tokens])
    await read(target, READ_SECONDS, READERS_AT_A_TIME)
    return sorted(await read(target, READ_SECONDS, READERS_AT_A_TIME))


async def _whole_month(
    stage: Stage, running: Running, city: GeneratedCity, line_seconds: float | None
) -> None:
    """The month of some employers over HTTP, by an operator each, with broker, relay and bank."""
    month, server = Month.of(city.today), stage.servers.postgres
    connection = await asyncpg.connect(running.databases["accounts"].url)
    numbers = [row["number"] for row in await connection.fetch(DUE, month.plus(-1).first)][:LISTS]
    turn = asyncio.Semaphore(AT_A_TIME)
    office = running.office

    async def one(number: str) -> None:
        principal = Principal(
            uuid.uuid4(), Role.EMPLOYER_OPERATOR, None, number, "测*", "web", rights=ALL_RIGHTS
        )
        token = stage.issuer.token(principal)
        path = f"/employers/{number}/lists"
        async with turn:
            made: Any = await office.post("accounts", path, {"month": str(month)}, token)
            total = {"total_fen": made["total_fen"]}
            await office.post("accounts", f"/lists/{made['id']}/confirmation", total, token)
            await office.pay(made["total_fen"], made["payment_reference"])

    async def work() -> None:
        await asyncio.gather(*map(one, numbers))
        async with asyncio.timeout(ENDED_WITHIN_SECONDS):
            while await connection.fetchval(BOOKED, month.first) < len(numbers):
                await asyncio.sleep(POLL_SECONDS)

    await checkpoint(server)
    cost = await measured(server, work, "accounts")
    lines = await connection.fetchval(LINES_OF, month.first)
    await connection.close()
    say(f"{len(numbers):,} lists and bank, lines", lines, cost)
    if line_seconds is not None:
        print(f"  {'':24}{cost.seconds / lines / line_seconds:.2f} times bare SQL, by the line")
