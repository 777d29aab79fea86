"""Notices by WeChat while people withdraw, against the same withdrawals without them.

`NOTICES` (default 20,000) people who are bound are told of their yearly interest. Each has a moment of its
own in the hours of the day; here the day is pulled together into `NOTICE_SECONDS` (default 240). Every
fourth (`NOTICE_REFUSED_EVERY`) does not want it any more: WeChat refuses, and a text follows. At the same
time, and before it for as long, `NOTICE_RATE` (default 8) withdrawals a second come in. What counts is the
ratio of the two p99, from the request to the text that the SMSC accepted.
"""

import asyncio
import os
import sqlite3
import time
import uuid
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg

from local.postgres import PostgresServer
from notifications.sealed import SUBSCRIBER_PHONE
from shared.messages.deposits import InterestOfPerson, InterestSettled
from shared.messaging.outbox import Outgoing, insert
from shared.sealing.letters import Letters
from shared.sealing.personal_data import PersonalData
from wechat.store.followers import Heard

from .citizens import phone, prepare
from .population import person_id
from .processor import processor_seconds
from .stage import Databases, Running, Sealers, Stage
from .withdrawals import Result, run, say

NOTICES = int(os.environ.get("NOTICES", "20000"))
SECONDS = float(os.environ.get("NOTICE_SECONDS", "240"))
RATE = float(os.environ.get("NOTICE_RATE", "8"))
REFUSED_EVERY = int(os.environ.get("NOTICE_REFUSED_EVERY", "4"))
PEOPLE_AT_A_TIME = 500
FUND_YEAR = 2026
ENDED_WITHIN_SECONDS = 600.0
POLL_SECONDS = 0.5
WARM_UP, WARM_UP_PER_SECOND = 100, 20.0
FIRST_PHONE = 50_000_000
CLASS, TEMPLATE, TEXT = "money", "template-money", "interest_settled"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
NOTHING_SEALED = Letters("accounts", (), {}, str)


async def figure(stage: Stage) -> None:
    """Measure and print."""
    count = int(RATE * SECONDS)
    async with stage.system(fill) as running:
        requests = await prepare(running.office, stage.issuer, 2 * count + WARM_UP)
        give_phones(wechat_book(running))
        await run(running, requests[:WARM_UP], WARM_UP_PER_SECOND)
        alone = await run(running, requests[WARM_UP : WARM_UP + count], RATE)
        say(f"{RATE:.0f} a second alone", alone)
        await tell_everybody(running)
        spent = sum(processor_seconds().values())
        beside, (ways, seconds) = await asyncio.gather(
            run(running, requests[WARM_UP + count :], RATE), let_the_day_pass(running)
        )
        spent = sum(processor_seconds().values()) - spent
        say(f"beside {NOTICES:,} notices", beside)
    _say_ways(ways, seconds, alone, beside)
    print(f"  processor time of everything then {spent:8.1f} s")


def _say_ways(ways: dict[str, int], seconds: float, alone: Result, beside: Result) -> None:
    print(
        f"notices: {NOTICES / seconds:.0f} a second, {seconds:.0f} s from the first fact to the last word"
    )
    print("  " + ", ".join(f"{count:,} {way}" for way, count in sorted(ways.items())))
    print(f"  ratio of the p99 {beside.p99_seconds / alone.p99_seconds:8.2f}")
    print(
        f"  ratio of the p99 of answers {beside.answer_p99_seconds / alone.answer_p99_seconds:8.2f}"
    )


def openid(position: int) -> str:
    """The WeChat user of somebody, from 1."""
    return f"oBench{position:021d}"


async def fill(_server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
    """Let everybody have a phone on file, a WeChat user that is bound, and the wish to be told."""
    await _fill_notifications(databases["notifications"].owner_url, sealers)
    await _fill_wechat(databases["wechat"].owner_url, sealers)


async def _fill_notifications(url: str, sealers: Sealers) -> None:
    await know_phones(url, sealers("notifications"), NOTICES)
    with_reach = [(person_id(position), [TEXT], 1) for position in range(1, NOTICES + 1)]
    async with opened(url) as connection:
        await _copy(connection, "wechat_reach", ("person_id", "templates", "version"), with_reach)


async def know_phones(url: str, data: PersonalData, count: int) -> None:
    """Let notifications know the phones of the first people."""
    people = [person_id(position) for position in range(1, count + 1)]
    phones = [phone(FIRST_PHONE + position) for position in range(1, count + 1)]
    sealed = [
        data.seal(number, SUBSCRIBER_PHONE, one) for number, one in zip(phones, people, strict=True)
    ]
    known = [
        (one, seal, data.lookup_hash(number), number[-4:], LONG_AGO.date())
        for one, seal, number in zip(people, sealed, phones, strict=True)
    ]
    columns = ("person_id", "phone_sealed", "phone_hash", "phone_tail", "known_since")
    async with opened(url) as connection:
        await _copy(connection, "subscriber", columns, known)
        await connection.execute("VACUUM ANALYZE")


async def _fill_wechat(url: str, sealers: Sealers) -> None:
    data = sealers("wechat")
    heard = [
        Heard.of(data, openid(position), LONG_AGO, following=True)
        for position in range(1, NOTICES + 1)
    ]
    follower = [(one.openid_hash, one.openid_sealed, True, LONG_AGO) for one in heard]
    subscription = [(one.openid_hash, CLASS, True, LONG_AGO) for one in heard]
    binding = [
        (uuid.uuid4(), person_id(position), one.openid_hash, 1, LONG_AGO)
        for position, one in enumerate(heard, 1)
    ]
    async with opened(url) as connection:
        columns: tuple[str, ...] = ("openid_hash", "openid_sealed", "following", "changed_at")
        await _copy(connection, "follower", columns, follower)
        columns = ("openid_hash", "class", "wanted", "changed_at")
        await _copy(connection, "subscription", columns, subscription)
        columns = ("binding_id", "person_id", "openid_hash", "place", "bound_at")
        await _copy(connection, "binding", columns, binding)
        await connection.execute("VACUUM ANALYZE")


def opened(url: str) -> Any:
    """A pool of one connection."""
    return asyncpg.create_pool(url, min_size=1, max_size=1)


async def _copy(
    pool: Any, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    async with pool.acquire() as connection:
        await connection.copy_records_to_table(table, columns=columns, records=rows)


def wechat_book(running: Running) -> Path:
    """What the simulated WeChat knows (SQLite)."""
    return running.smsc_book.with_name("wechat.sqlite3")


def give_phones(book: Path) -> None:
    """Let the simulated WeChat know everybody."""
    people = [openid(position) for position in range(1, NOTICES + 1)]
    with closing(sqlite3.connect(book)) as db, db:
        users = [(one, "bench", 1, time.time()) for one in people]
        db.executemany("INSERT INTO user VALUES (?, ?, ?, ?)", users)
        wanted = [
            (one, TEMPLATE, int(position % REFUSED_EVERY != 0))
            for position, one in enumerate(people, 1)
        ]
        db.executemany("INSERT INTO subscription VALUES (?, ?, ?)", wanted)


async def tell_everybody(running: Running) -> None:
    """Tell of everybody's interest, and wait until each notice has its moment."""
    await say_interest(running, NOTICES)
    async with (
        opened(running.databases["wechat"].url) as pool,
        asyncio.timeout(ENDED_WITHIN_SECONDS),
    ):
        while await pool.fetchval("SELECT count(*) FROM outgoing") < NOTICES:
            await asyncio.sleep(POLL_SECONDS)


async def say_interest(running: Running, count: int) -> None:
    """Let accounts tell of the interest of the first people."""
    facts = [fact(first, count) for first in range(1, count + 1, PEOPLE_AT_A_TIME)]
    async with (
        opened(running.databases["accounts"].url) as pool,
        pool.acquire() as connection,
        connection.transaction(),
    ):
        await insert(connection, facts, NOTHING_SEALED)


def fact(first: int, count: int) -> Outgoing:
    """The interest of some people."""
    people = [
        InterestOfPerson(
            person_id=person_id(position), account_tail="3456", interest_fen=24_232,
            balance_fen=2_176_232,
        )
        for position in range(first, min(first + PEOPLE_AT_A_TIME, count + 1))
    ]  # fmt: skip
    return Outgoing(InterestSettled(fund_year=FUND_YEAR, people=people), "")


MOMENTS = """
WITH moment AS (
    SELECT outgoing_id,
           now() + $1::interval * (rank() OVER (ORDER BY not_before, number)::float8 / count(*) OVER ()) AS at
    FROM outgoing
)
UPDATE outgoing SET not_before = at, send_before = at + (send_before - not_before)
FROM moment WHERE moment.outgoing_id = outgoing.outgoing_id
RETURNING outgoing.outgoing_id, at
"""
ANSWERS = """
UPDATE push SET answer_by = at + $3::interval
FROM text, unnest($1::uuid[], $2::timestamptz[]) AS moment (text_id, at)
WHERE text.text_id = moment.text_id AND text_number = number
"""
ANSWER_WITHIN = timedelta(seconds=180)


async def let_the_day_pass(running: Running) -> tuple[dict[str, int], float]:
    """Pull the day together; give by which way each was told, and after how many seconds all were."""
    began = time.perf_counter()
    async with (
        opened(running.databases["wechat"].url) as pool,
        opened(running.databases["notifications"].url) as texts,
    ):
        rows = await pool.fetch(MOMENTS, timedelta(seconds=SECONDS))
        ids, moments = [row["outgoing_id"] for row in rows], [row["at"] for row in rows]
        await texts.execute(ANSWERS, ids, moments, ANSWER_WITHIN)
    return await _told(running), time.perf_counter() - began


WAYS = "SELECT state::text AS way, count(*) AS count FROM push GROUP BY 1"


async def _told(running: Running) -> dict[str, int]:
    url = running.databases["notifications"].url
    async with opened(url) as pool, asyncio.timeout(ENDED_WITHIN_SECONDS):
        while True:
            ways = {row["way"]: row["count"] for row in await pool.fetch(WAYS)}
            if sum(ways.values()) >= NOTICES and "asked" not in ways:
                return ways
            await asyncio.sleep(POLL_SECONDS)
