"""Credit at the seed's sizes: look-ups, names with a wrong character, checks, a file; beside bare SQL.

A fresh system for each share of the seed's sizes in `CREDIT_SHARES` (default 0.1,1): how much slower the
whole is than a tenth. Look-ups are the service's own functions on a pool in this process, in turns with the
one statement that would do without it. Checks go from accounts' outbox through the broker to credit, and back
to the broker; a file goes the service's whole way from its bytes to the last published row.
"""

import io
import os
import random
import statistics
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.support.credit_files import as_csv, fined
from tests.support.midnight import CLOCK
from tests.support.waiting import until

from accounts.settings import Settings as AccountsSettings
from credit.domain import ImportKind
from credit.handlers import imports as handlers
from credit.settings import Settings
from credit.store.imports import NewFile
from credit.views import imports as import_views
from credit.views import public, subjects
from credit.work import imports
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.base.clock import SystemClock
from shared.base.db import open_pool
from shared.base.settings import ServiceSettings
from shared.messages.credit_checks import CreditMatter, EmployerCreditAsked
from shared.messaging.unit import Context
from shared.proposals.operation import Decision

from .register import Sizes, fill, firm_code, firm_name, id_number, person_name
from .stage import Databases, Running, Sealers, Stage, personal_data

SHARES = [float(share) for share in os.environ.get("CREDIT_SHARES", "0.1,1").split(",")]
LOOKUPS, NAMES, CHECKS, BURST = 2_000, 300, 50, 10_000
FILE_ROWS = 10_000
BURST_SECONDS = 600.0
BARE_CODE = "SELECT subject_id FROM subject WHERE code = $1"
BARE_HASH = "SELECT subject_id FROM subject WHERE code_hash = $1"
BARE_NAME = "SELECT code FROM subject WHERE name % $1 ORDER BY similarity(name, $1) DESC LIMIT 10"
BARE_ROWS = """
INSERT INTO bare_record SELECT record_id, content
FROM unnest($1::uuid[], $2::text[]) AS new (record_id, content)
"""
ANSWERED = "SELECT count(*) FROM credit_check WHERE matter_id = $1"
TO_TELL = "SELECT count(*) FROM outbox"
WRONG = "囍"


@dataclass(frozen=True)
class Turns:
    """Milliseconds of the service's way and of the bare one."""

    service: list[float]
    bare: list[float]

    def told(self, percent: int) -> tuple[float, float]:
        """A percentile of both."""
        service, bare = (
            statistics.quantiles(one, n=100)[percent - 1] for one in (self.service, self.bare)
        )
        return service, bare


async def figure(stage: Stage) -> None:
    """Measure and print."""
    points = [await _point(stage, Sizes.share(share)) for share in SHARES]
    if len(points) > 1:
        print("growth from the least to the greatest:")
        for name in points[0]:
            print(f"  {name}: {points[-1][name] / points[0][name]:.2f} times")


async def _point(stage: Stage, sizes: Sizes) -> dict[str, float]:
    print(f"{sizes}:", flush=True)
    async with stage.system(partial(_fill, sizes)) as running:
        point = {}
        async with _inside(stage, running, "credit", Settings) as context:
            point |= await _lookups(context, sizes)
            point |= await _file(
                stage.servers.postgres, running.databases["credit"], context, sizes
            )
            async with _inside(stage, running, "accounts", AccountsSettings) as accounts:
                point |= await _checks(accounts, context, sizes)
        return point


async def _fill(
    sizes: Sizes, server: PostgresServer, databases: Databases, sealers: Sealers
) -> None:
    begun = time.perf_counter()
    taken = await fill(server, databases["credit"], sealers("credit"), sizes)
    parts = ", ".join(f"{what} {seconds:.0f}" for what, seconds in taken.items())
    async with administrator(server, databases["credit"].name) as connection:
        size = await connection.fetchval("SELECT pg_database_size(current_database())")
    print(
        f"  filled in {time.perf_counter() - begun:.0f} s ({parts}), {size / 1e9:.1f} GB",
        flush=True,
    )


@asynccontextmanager
async def _inside(
    stage: Stage, running: Running, service: str, settings_type: type[Any]
) -> AsyncIterator[Context[Any]]:
    """What a running service has, in this process and with its keys."""
    settings: ServiceSettings = settings_type(
        **stage.workbench.settings(running.databases[service])
    )
    pool = await open_pool(settings, "bench")
    try:
        data = personal_data(running.system, service)
        yield Context(service, settings, pool, SystemClock(), data)
    finally:
        await pool.close()


async def _turns(
    asked: Sequence[Any],
    service: Callable[[Any], Awaitable[Any]],
    bare: Callable[[Any], Awaitable[Any]],
) -> Turns:
    taken: tuple[list[float], list[float]] = ([], [])
    for one in asked:
        for way, times in zip((service, bare), taken, strict=True):
            begun = time.perf_counter()
            await way(one)
            times.append((time.perf_counter() - begun) * 1_000)
    return Turns(*taken)


async def _lookups(context: Context[Settings], sizes: Sizes) -> dict[str, float]:
    chance, pool = random.Random(11), context.pool
    hashed = context.personal_data.lookup_hash
    firms = [chance.randrange(sizes.legal) + 1 for _ in range(LOOKUPS)]
    codes = [(firm_code(one), firm_name(one)) for one in firms]
    persons = [chance.randrange(sizes.natural) for _ in range(LOOKUPS)]

    async def firm(asked: tuple[str, str]) -> None:
        found = await subjects.lookup(pool, *asked, None, None)
        assert found is not None
        assert found["exact"]

    async def person(position: int) -> None:
        number, name = hashed(id_number(position)), hashed(person_name(position))
        found = await subjects.lookup(pool, None, None, number, name)
        assert found is not None
        assert found["exact"]

    async def found_by_name(name: str) -> None:
        assert await public.by_name(pool, name, context.settings.search_timeout_seconds)

    async def bare_name(name: str) -> None:
        """With the threshold that the service reckons for a name of this length."""
        limits = f"{public.threshold_of(name):.3f}", "60s"
        async with pool.acquire() as connection, connection.transaction(readonly=True):
            await connection.execute(public.THRESHOLD, *limits)
            await connection.fetch(BARE_NAME, name)

    exact = await _turns(codes, firm, lambda asked: pool.fetchrow(BARE_CODE, asked[0]))
    hashes = await _turns(
        persons, person, lambda one: pool.fetchrow(BARE_HASH, hashed(id_number(one)))
    )
    names = [name for _, name in codes[:NAMES]]
    mistyped = [name[: len(name) // 2] + WRONG + name[len(name) // 2 + 1 :] for name in names]
    fuzzy = await _turns(mistyped, found_by_name, bare_name)
    _say("firm by code and name", exact, 99)
    _say("person by number and name, hashed", hashes, 99)
    _say("firm with one wrong character", fuzzy, 95)
    return {
        "firm by code": exact.told(99)[0],
        "person": hashes.told(99)[0],
        "name with a wrong character": fuzzy.told(95)[0],
    }


def _say(what: str, turns: Turns, percent: int) -> None:
    service, bare = turns.told(percent)
    print(
        f"  {what}: p{percent} {service:.1f} ms (p50 {turns.told(50)[0]:.1f}), "
        f"bare SQL {bare:.1f} ms (p50 {turns.told(50)[1]:.1f}), {service / bare:.1f} times",
        flush=True,
    )


async def _file(
    server: PostgresServer, database: ServiceDatabase, context: Context[Settings], sizes: Sizes
) -> dict[str, float]:
    rows = [
        fined(firm_name(firm), firm_code(firm), f"导〔2026〕{one}号", CF_CFJDRQ="2026/06/01")
        for one in range(FILE_ROWS)
        for firm in (one % sizes.legal + 1,)
    ]
    data = as_csv(rows)
    begun = time.perf_counter()
    new = NewFile(uuid.uuid4(), ImportKind.PENALTIES, "", len(data), "0" * 64, uuid.uuid4())
    async with context.unit() as unit:
        await handlers.receive(unit, new, io.BytesIO(data))

    async def state(wanted: str) -> bool:
        file = await import_views.file(context.pool, new.file_id)
        assert file is not None
        assert file["state"] not in ("flawed", "unreadable"), dict(file)
        return bool(file["state"] == wanted)

    # The running service may be the one that reads and takes it.
    while await imports.read_next(context):
        pass
    await until(lambda: state("ready"), BURST_SECONDS)
    read = time.perf_counter() - begun
    by = Decision(uuid.uuid4(), new.by, "李*", uuid.uuid4(), "王*", "材料齐全", ())
    async with context.unit() as unit:
        await handlers.accept(unit, new.file_id, by)
    while await imports.take_next(context):
        pass
    await until(lambda: state("taken"), BURST_SECONDS)
    whole = time.perf_counter() - begun
    bare = await _bare_file(server, database, rows)
    print(
        f"  {FILE_ROWS:,} rows of a file: {whole:.1f} s to the last published row ({read:.1f} s to the "
        f"preview), {FILE_ROWS / whole:,.0f}/s; bare INSERT {bare:.2f} s, {whole / bare:.0f} times",
        flush=True,
    )
    return {"row of a file": whole}


async def _bare_file(
    server: PostgresServer, database: ServiceDatabase, rows: Sequence[dict[str, str]]
) -> float:
    """The floor: the same texts into a table with one index, in one statement."""
    async with administrator(server, database.name) as connection:
        await connection.execute(
            "CREATE TABLE bare_record (record_id uuid PRIMARY KEY, content text)"
        )
        ids, texts = [uuid.uuid4() for _ in rows], [str(row) for row in rows]
        begun = time.perf_counter()
        await connection.execute(BARE_ROWS, ids, texts)
        return time.perf_counter() - begun


async def _checks(
    accounts: Context[AccountsSettings], credit: Context[Settings], sizes: Sizes
) -> dict[str, float]:
    chance = random.Random(13)

    def question(matter_id: str) -> EmployerCreditAsked:
        position = chance.randrange(sizes.legal) + 1
        return EmployerCreditAsked(
            check_id=uuid.uuid4(),
            matter=CreditMatter.DEFERRAL,
            matter_id=matter_id,
            asked_on=CLOCK.today(),
            social_credit_code=firm_code(position),
            name=firm_name(position),
        )

    async def ask(matter_id: str, count: int) -> float:
        """Seconds from the question's transaction until the answers are with the broker."""
        begun = time.perf_counter()
        async with accounts.unit() as unit:
            for _ in range(count):
                unit.emit(question(matter_id))

        async def told() -> bool:
            answered = await credit.pool.fetchval(ANSWERED, matter_id)
            return bool(answered == count and not await credit.pool.fetchval(TO_TELL))

        await until(told, BURST_SECONDS)
        return time.perf_counter() - begun

    await ask("warm", 10)
    singles = [await ask(f"one {number}", 1) * 1_000 for number in range(CHECKS)]
    seconds = await ask("burst", BURST)
    p50 = statistics.median(singles)
    print(
        f"  a check, accounts to broker to credit and back: p50 {p50:.0f} ms, worst {max(singles):.0f} ms; "
        f"{BURST:,} at once: {BURST / seconds:,.0f} checks/s",
        flush=True,
    )
    return {"check": p50, "check in a crowd": seconds}
