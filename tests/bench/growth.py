"""How the cost of one of each grows with the fund: a withdrawal, a look at a balance, a line of a list, an
interest.

A fresh system for each size of `GROWTH` (accounts, default 1000,10000), with a tenth of them at one employer
whose list is booked. The picture goes to `GROWTH_PICTURE` (default .run/growth.svg). Flat is good: the cost
of one does not depend on how many others there are. Processor time is of everything that was started,
servers included.
"""

import os
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

import asyncpg
from tests.support.waiting import until

from shared.base.clock import SystemClock
from shared.identity.principal import Role

from .bulk import NO_IDLE_SECONDS, book_list, checkpoint, cost, last_fund_year, settle_interest
from .citizens import prepare
from .population import Population, first_owed, person_id
from .processor import processor_seconds
from .reads import Target, get, read
from .stage import ROOT, Running, Stage
from .withdrawals import WARM_UP_PER_SECOND, run

SIZES = [int(size) for size in os.environ.get("GROWTH", "1000,10000").split(",")]
PICTURE = ROOT / os.environ.get("GROWTH_PICTURE", ".run/growth.svg")
WITHDRAWALS = 200
INTERESTS = 100_000
"""A run over more accounts is timed over the first of them; all are looked through in the same way."""
WARM_UP = 50
READ_SECONDS = 5.0
READERS = 500
READERS_AT_A_TIME = 8
SEALED_WITHIN_SECONDS = 120.0
SEALED = """
SELECT (SELECT max(booked_on) FROM entry WHERE booked_on < $1) IS NOT DISTINCT FROM
       (SELECT max(booked_on) FROM ledger_day)
"""


@dataclass(frozen=True)
class Point:
    """Milliseconds for one, at a size: by the clock, and of processors."""

    withdrawal: float
    withdrawal_processor: float
    balance: float
    balance_processor: float
    list_line: float
    list_line_processor: float
    interest: float
    interest_processor: float


TITLES = {
    "withdrawal": "withdrawal, request to text",
    "balance": "look at one's balance",
    "list_line": "person on a monthly list",
    "interest": "account's annual interest",
}


async def figure(stage: Stage) -> None:
    """Measure each size, print a line for it, and draw the picture anew."""
    points: dict[int, Point] = {}
    print("ms for one, and ms of processor time: " + ", ".join(TITLES.values()))
    for size in SIZES:
        points[size] = await _measure(stage, size)
        cells = [f"{getattr(points[size], field.name):8.3f}" for field in fields(Point)]
        print(f"{size:9,} accounts  " + "  ".join(cells), flush=True)
        draw(points, PICTURE)
    print(f"drawn: {PICTURE}")


async def _measure(stage: Stage, size: int) -> Point:
    big = size // 10
    async with stage.system(Population(size, big).fill, **NO_IDLE_SECONDS) as running:
        server = stage.servers.postgres
        await until(partial(_days_are_sealed, running), SEALED_WITHIN_SECONDS)
        requests = await prepare(running.office, stage.issuer, WITHDRAWALS + WARM_UP)
        await run(running, requests[:WARM_UP], WARM_UP_PER_SECOND)
        before = _spent()
        withdrawn = await run(running, requests[WARM_UP:], 0.0)
        withdrawal_processor = (_spent() - before) / WITHDRAWALS
        balance, balance_processor = await _balance(stage, running, size)
        await checkpoint(server)
        month = first_owed().first
        listed = await cost(book_list(running.office, month))
        await checkpoint(server)
        year, settling = last_fund_year(), min(size, INTERESTS)
        settled = await cost(settle_interest(running.office, year, settling))
    return Point(
        1000 / withdrawn.per_second,
        withdrawal_processor * 1000,
        balance * 1000,
        balance_processor * 1000,
        listed.seconds / big * 1000,
        listed.processor / big * 1000,
        settled.seconds / settling * 1000,
        settled.processor / settling * 1000,
    )


async def _days_are_sealed(running: Running) -> bool:
    """Whether the ledger's past days have their hashes: a night's work, here on a whole fund's entries."""
    connection = await asyncpg.connect(running.databases["accounts"].url)
    try:
        sealed: bool = await connection.fetchval(SEALED, SystemClock().today())
    finally:
        await connection.close()
    return sealed


async def _balance(stage: Stage, running: Running, size: int) -> tuple[float, float]:
    """The mean look at a balance, of citizens all over the fund."""
    people = [person_id(1 + position * size // READERS) for position in range(READERS)]
    tokens = [stage.issuer.token_for(Role.INDIVIDUAL, person) for person in people]
    requests = [get("/api/accounts/my/account", token) for token in tokens]
    target = Target(
        running.system.city.service_urls["accounts"], running.system.pids()["accounts"], requests
    )
    await read(target, READ_SECONDS, READERS_AT_A_TIME)
    before = _spent()
    taken = await read(target, READ_SECONDS, READERS_AT_A_TIME)
    return sum(taken) / len(taken), (_spent() - before) / len(taken)


def _spent() -> float:
    return sum(processor_seconds().values())


def draw(points: dict[int, Point], picture: Path) -> None:
    """Draw the cost of one over the number of accounts, one panel for each kind of work."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    sizes = sorted(points)
    # Here, because the suite imports this module and draws nothing.
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot

    figure, panels = pyplot.subplots(1, len(TITLES), figsize=(13, 3.4), layout="constrained")
    for panel, (name, title) in zip(panels, TITLES.items(), strict=True):
        for suffix, label in (("", "by the clock"), ("_processor", "processor time")):
            costs = [getattr(points[size], name + suffix) for size in sizes]
            panel.plot(sizes, costs, marker="o", label=label)
        panel.set_xscale("log")
        panel.set_ylim(bottom=0)
        panel.set_title(f"ms for one: {title}", fontsize=9)
        panel.set_xlabel("accounts in the fund")
        panel.grid(visible=True, alpha=0.3)
    panels[0].legend(fontsize=8)
    figure.savefig(picture, metadata={"Date": None})
    pyplot.close(figure)
