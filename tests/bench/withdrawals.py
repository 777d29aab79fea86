"""Withdrawals a second, from the request to the text that the SMSC accepted, against floors.

The floors: the same row changes in plain SQL, and what one quorum queue confirms to one pipelining
publisher. `COUNT` withdrawals a run (default 1,000). With `SECONDS` (and `RATE`, default 300 a second), the
load is kept up for so long instead: what comes out at the other end in that time is the rate that the system
sustains. Cards were verified before, as those of people who kept theirs; with `FIRST_USE=1` none was, and
each withdrawal asks the bank whose it is. `PROFILE` names services whose processor time is taken apart.
With `INSTANCES=3` the same number goes through one instance of each service, then through so many.
"""

import asyncio
import contextlib
import os
import sqlite3
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from local.folder import RunFolder
from shared.messaging.topology import SERVICES

from .citizens import prepare
from .floors import broker_floor, sql_floor
from .instances import beside
from .load import Request, Sent, apply_all
from .ordinary import running as ordinary
from .processor import processor_seconds
from .profiling import profiled
from .stage import Running, Stage

COUNT = int(os.environ.get("COUNT", "1000"))
SECONDS = float(os.environ.get("SECONDS", "0"))
FIRST_USE = bool(int(os.environ.get("FIRST_USE", "0")))
INSTANCES = int(os.environ.get("INSTANCES", "1"))
INSTANCES_MAX_RATIO = 1.15
"""Of the processor time with one instance of each."""
RATE = float(os.environ.get("RATE", "300"))
WARM_UP = 200
WARM_UP_PER_SECOND = 100.0
MESSAGES_PER_WITHDRAWAL = 7
"""submitted, debt_checked, funds_requested, reserved, approved, succeeded, paid."""
ENDED_WITHIN_SECONDS = 900.0
POLL_SECONDS = 0.2
SHOWN_FROM_MS = 0.005
PAID_WORDS = "已到账"


@dataclass(frozen=True)
class Result:
    """What one run showed."""

    per_second: float
    p50_seconds: float
    p99_seconds: float
    answer_p50_seconds: float
    answer_p99_seconds: float
    processor_ms: Mapping[str, float]
    """Of each kind of process, for one withdrawal."""


async def figure(stage: Stage) -> None:
    """Measure and print."""
    per_second_sql = await sql_floor(stage.servers.postgres.url)
    print(f"floor: {per_second_sql:8.0f} withdrawals/s in plain SQL, same durability")
    async with stage.system() as running:
        per_second_broker = await broker_floor(running.vhost)
        print(f"floor: {per_second_broker:8.0f} messages/s confirmed by one quorum queue")
        if SECONDS:
            await _sustain(stage, running)
            return
        if INSTANCES > 1:
            await _beside_one(stage, running)
            return
        requests = await prepare(
            running.office, stage.issuer, 2 * COUNT + WARM_UP, cards_kept=not FIRST_USE
        )
        await run(running, requests[:WARM_UP], WARM_UP_PER_SECOND)
        async with profiled(running.system.pids(), running.smsc_book.parent):
            full = await run(running, requests[WARM_UP : WARM_UP + COUNT], 0.0)
        say("as fast as it goes", full)
        print(f"  {full.per_second / per_second_sql:8.3f} of the SQL floor")
        share = full.per_second * MESSAGES_PER_WITHDRAWAL / per_second_broker
        print(f"  {share:8.3f} of the broker's floor, at {MESSAGES_PER_WITHDRAWAL} messages each")
        _say_processor(full)
        half = await run(running, requests[WARM_UP + COUNT :], full.per_second / 2)
        say("at half that rate", half)
        for name, megabytes in _memory(running):
            print(f"  {name:14}{megabytes:8.1f} MB resident")
    await _compare(stage, full)


async def _compare(stage: Stage, ours: Result) -> None:
    """Do the same the ordinary way, as fast as it goes."""
    async with ordinary.started(stage, COUNT + WARM_UP) as other:
        edge_url, book = other.system.city.edge_url, other.smsc_book
        await run_on(edge_url, book, other.requests[:WARM_UP], WARM_UP_PER_SECOND)
        usual = await run_on(edge_url, book, other.requests[WARM_UP:], 0.0)
    say("the ordinary way, as fast as it goes", usual)
    _say_processor(usual)
    processor = sum(usual.processor_ms.values()) / sum(ours.processor_ms.values())
    print(f"  {ours.per_second / usual.per_second:8.2f} times as fast is the system")
    print(f"  {processor:8.2f} times as much processor time takes the ordinary way")


async def _beside_one(stage: Stage, running: Running) -> None:
    """Do the same with one instance of each service and with several."""
    requests = await prepare(running.office, stage.issuer, 2 * (COUNT + WARM_UP), cards_kept=True)
    first, second = requests[: COUNT + WARM_UP], requests[COUNT + WARM_UP :]
    await run(running, first[:WARM_UP], WARM_UP_PER_SECOND)
    one = await run(running, first[WARM_UP:], 0.0)
    say("one instance of each", one)
    book = running.smsc_book
    async with beside(running.system, RunFolder(book.parents[1] / "beside"), INSTANCES - 1) as url:
        await run_on(url, book, second[:WARM_UP], WARM_UP_PER_SECOND)
        several = await run_on(url, book, second[WARM_UP:], 0.0)
    say(f"{INSTANCES} instances of each", several)
    _say_processor(several)
    ratio = sum(several.processor_ms.values()) / sum(one.processor_ms.values())
    print(f"  {ratio:8.2f} times the processor time; wanted, at most {INSTANCES_MAX_RATIO}")


async def _sustain(stage: Stage, running: Running) -> None:
    count = int(RATE * SECONDS)
    requests = await prepare(running.office, stage.issuer, count + WARM_UP)
    await run(running, requests[:WARM_UP], WARM_UP_PER_SECOND)
    sustained = await run(running, requests[WARM_UP:], RATE)
    say(f"{RATE:.0f} a second asked for, for {SECONDS:.0f} s", sustained)
    _say_processor(sustained)


async def run(running: Running, requests: Sequence[Request], per_second: float) -> Result:
    """Send applications at a rate (0: as fast as they are answered), and wait for every last text."""
    return await run_on(running.system.city.edge_url, running.smsc_book, requests, per_second)


async def run_on(
    edge_url: str, smsc_book: Path, requests: Sequence[Request], per_second: float
) -> Result:
    """Do it on any system that has an edge and an SMSC."""
    before = processor_seconds()
    sent = await apply_all(edge_url, requests, per_second)
    refused = [item for item in sent if item.status != 202]
    assert not refused, f"{len(refused)} not accepted, first with {refused[0].status}"
    phones = {item.phone for item in sent}
    async with asyncio.timeout(ENDED_WITHIN_SECONDS):
        while len(texted := _texted(smsc_book, phones)) < len(phones):
            await asyncio.sleep(POLL_SECONDS)
    spent = {
        name: (seconds - before.get(name, 0.0)) * 1000 / len(sent)
        for name, seconds in processor_seconds().items()
    }
    return _result(sent, texted, spent)


TEXTS = "SELECT phone, accepted_at FROM submission WHERE instr(characters, ?) > 0"


def _texted(smsc_book: Path, phones: set[str]) -> dict[str, float]:
    """When the SMSC accepted each phone's text about its money, by the SMSC's own book."""
    with contextlib.closing(sqlite3.connect(f"file:{smsc_book}?mode=ro", uri=True)) as book:
        rows = book.execute(TEXTS, (PAID_WORDS.encode("utf-16-be"),))
        return {phone: float(accepted_at) for phone, accepted_at in rows if phone in phones}


def _result(
    sent: Sequence[Sent], texted: dict[str, float], processor_ms: Mapping[str, float]
) -> Result:
    ends = [texted[item.phone] - item.sent_at for item in sent]
    answers = [item.answered_at - item.sent_at for item in sent]
    seconds = max(texted.values()) - min(item.sent_at for item in sent)
    end_cuts = statistics.quantiles(ends, n=100)
    answer_cuts = statistics.quantiles(answers, n=100)
    return Result(
        len(sent) / seconds,
        end_cuts[49],
        end_cuts[98],
        answer_cuts[49],
        answer_cuts[98],
        processor_ms,
    )


def say(name: str, result: Result) -> None:
    """Print what a run showed."""
    print(f"{name}: {result.per_second:.0f} withdrawals/s, request to accepted text")
    print(f"  end to end p50 {result.p50_seconds:.3f} s, p99 {result.p99_seconds:.3f} s")
    print(
        f"  answer     p50 {result.answer_p50_seconds:.3f} s, p99 {result.answer_p99_seconds:.3f} s"
    )


def _say_processor(result: Result) -> None:
    print("processor time for one, ms:")
    found = sorted(result.processor_ms.items(), key=lambda item: -item[1])
    for name, milliseconds in found:
        if milliseconds >= SHOWN_FROM_MS:
            print(f"  {name.rpartition('bench.')[2]:24}{milliseconds:8.2f}")
    print(f"  {'together':24}{sum(result.processor_ms.values()):8.2f}")


def _memory(running: Running) -> list[tuple[str, float]]:
    pids = running.system.pids()
    rows = [(name, psutil.Process(pids[name]).memory_info().rss / 1e6) for name in SERVICES]
    return [*rows, ("together", sum(megabytes for _, megabytes in rows))]
