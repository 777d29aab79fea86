"""Texts by both carriers' protocols while people withdraw, against the same withdrawals without them.

`TEXTS` (default 3,000; a month has 100,000) people are told of their interest, every other one by CMPP.
Each text has a moment of its own in the hours of the day; here it is pulled together into `TEXT_SECONDS`
(default 30). At the same time, and before it for as long, `TEXT_RATE` (default 4) withdrawals a second come
in. What counts is the ratio of the two p99, from the request to the text that a carrier accepted, and that
nobody has the same text twice.
"""

import asyncio
import os
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from local.postgres import PostgresServer

from . import notices
from .citizens import prepare
from .processor import processor_seconds
from .stage import Databases, Running, Sealers, Stage
from .withdrawals import run, say

TEXTS = int(os.environ.get("TEXTS", "3000"))
SECONDS = float(os.environ.get("TEXT_SECONDS", "30"))
RATE = float(os.environ.get("TEXT_RATE", "4"))
ENDED_WITHIN_SECONDS = 3_600.0
POLL_SECONDS = 0.5


async def figure(stage: Stage) -> None:
    """Measure and print."""
    count = int(RATE * SECONDS)
    async with stage.system(fill) as running:
        warm_up = notices.WARM_UP
        requests = await prepare(running.office, stage.issuer, 2 * count + warm_up)
        await run(running, requests[:warm_up], notices.WARM_UP_PER_SECOND)
        alone = await run(running, requests[warm_up : warm_up + count], RATE)
        say(f"{RATE:.0f} a second alone", alone)
        await notices.say_interest(running, TEXTS)
        await _until(running, QUEUED, TEXTS)
        spent = sum(processor_seconds().values())
        beside, seconds = await asyncio.gather(
            run(running, requests[warm_up + count :], RATE), let_the_day_pass(running)
        )
        spent = sum(processor_seconds().values()) - spent
        say(f"beside {TEXTS:,} texts", beside)
        _say_carriers(running.smsc_book, seconds)
    print(f"  ratio of the p99 {beside.p99_seconds / alone.p99_seconds:8.2f}")
    print(f"  processor time of everything then {spent:8.1f} s")


async def fill(_server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
    """Let everybody have a phone on file, every other one's with a carrier that speaks CMPP."""
    url = databases["notifications"].owner_url
    await notices.know_phones(url, sealers("notifications"), TEXTS)
    async with notices.opened(url) as connection:
        await connection.execute(EVERY_OTHER_BY_CMPP)


EVERY_OTHER_BY_CMPP = """
INSERT INTO sms_route (route_id, phone_hash, phone_tail, route, effective_from, proposal_id, decided_at)
SELECT gen_random_uuid(), phone_hash, phone_tail, 'cmpp', date '2020-01-01', gen_random_uuid(), now()
FROM subscriber WHERE phone_tail::int % 2 = 0
"""
QUEUED = """
SELECT count(*) FROM delivery JOIN text ON number = text_number WHERE template = 'interest_settled'
"""
ENDED = f"{QUEUED} AND state = 'delivered'"
MOMENTS = """
WITH moment AS (
    SELECT text_number,
           now() + $1::interval * rank() OVER (ORDER BY not_before, text_number) / count(*) OVER () AS at
    FROM delivery JOIN text ON number = text_number WHERE template = 'interest_settled'
)
UPDATE delivery SET not_before = at FROM moment WHERE moment.text_number = delivery.text_number
"""


async def let_the_day_pass(running: Running) -> float:
    """Pull the day together; give after how many seconds every text had arrived."""
    began = time.perf_counter()
    async with notices.opened(running.databases["notifications"].url) as pool:
        await pool.execute(MOMENTS, timedelta(seconds=SECONDS))
    await _until(running, ENDED, TEXTS)
    return time.perf_counter() - began


async def _until(running: Running, query: str, wanted: int) -> None:
    url = running.databases["notifications"].url
    async with notices.opened(url) as pool, asyncio.timeout(ENDED_WITHIN_SECONDS):
        while await pool.fetchval(query) < wanted:
            await asyncio.sleep(POLL_SECONDS)


def _say_carriers(book: Path, seconds: float) -> None:
    """Say how many went by which protocol; nobody may have got the same text twice."""
    with closing(sqlite3.connect(f"file:{book}?mode=ro", uri=True)) as db:
        ways = dict(db.execute("SELECT carrier, count(*) FROM submission GROUP BY carrier"))
        [(twice,)] = db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM submission GROUP BY phone, characters"
            " HAVING count(*) > 1)"
        )
    assert twice == 0, f"{twice} short messages were accepted twice"
    print(
        f"texts: {TEXTS / seconds:.0f} a second, {seconds:.0f} s from the first moment to the last report"
    )
    print(
        "  short messages "
        + ", ".join(f"{count:,} by {way}" for way, count in sorted(ways.items()))
    )
