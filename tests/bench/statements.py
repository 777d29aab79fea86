"""Yearly statements through the service's press, against the same forms made by nothing but the libraries.

`STATEMENTS` (default 10,000) forms of a year's deposits wait for the press when the service starts; they are
timed from the first that it has issued to the last, with `PRESS_WORKERS` (default 1). The floor prints and
signs `FLOOR_STATEMENTS` (default 100) of them in this process: no database, no seal at rest, no event.
"""

import asyncio
import json
import os
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import asyncpg
import psutil

from documents.domain import Period, Wanted
from documents.rules.contents import Holder, contents_of
from documents.rules.forms import Issue, form_of
from documents.rules.numbers import number_of
from documents.sealed import CONTENT
from documents.store.documents import INSERT
from documents.work import printing
from documents.work.keys import KeyFiles
from documents.work.keys import Press as PressNeeds
from local.databases import ServiceDatabase
from local.postgres import PostgresServer
from shared.messages.accounts import ContributionFactsTold
from shared.messages.documents import DocumentKind
from shared.messages.facts import ContributionAccount, ContributionEntry

from .stage import Databases, Running, Sealers, Stage

STATEMENTS = int(os.environ.get("STATEMENTS", "10000"))
FLOOR_STATEMENTS = int(os.environ.get("FLOOR_STATEMENTS", "100"))
WORKERS = os.environ.get("PRESS_WORKERS", "1")
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
POLL_SECONDS = 0.2
ENDED_WITHIN_SECONDS = 3_600.0
ROWS_AT_A_TIME = 1_000


@dataclass(frozen=True)
class Press:
    """What came out."""

    documents: int
    pages: int
    seconds: float
    peak_megabytes: float
    """Of the service and its workers together."""


async def figure(stage: Stage) -> None:
    """Measure and print."""
    async with stage.system(fill, PRESS_WORKERS=WORKERS) as running:
        made = await watch(running)
        floor = await asyncio.to_thread(print_bare, running)
    each = made.seconds / made.documents
    print(f"{made.documents:,} statements, {WORKERS} worker(s):")
    print(f"  service   {1 / each:8.1f} documents/s, {made.pages / made.seconds:8.1f} pages/s")
    print(
        f"  the library alone {1 / floor:8.1f} documents/s in one process; ratio {each / floor:.2f}"
    )
    print(f"  memory    {made.peak_megabytes:8.0f} MB at most")


async def fill(_server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
    """Put the statements before the press."""
    data = sealers("documents")
    connection = await asyncpg.connect(databases["documents"].owner_url)
    for first in range(0, STATEMENTS, ROWS_AT_A_TIME):
        numbers = range(first, min(first + ROWS_AT_A_TIME, STATEMENTS))
        forms = [form(number) for number in numbers]
        await connection.execute(
            INSERT,
            [str(one["number"]) for one in forms],
            [uuid.uuid4() for _ in forms],
            date(2026, 3, 2),
            NOW,
            [DocumentKind.STATEMENT] * len(forms),
            [NOW] * len(forms),
            [data.lookup_hash(str(one["number"])) for one in forms],
            [
                data.seal(json.dumps(one, ensure_ascii=False), CONTENT, one["number"])
                for one in forms
            ],
            [data.lookup_hash(str(one["code"])) for one in forms],
        )
    await connection.close()


def form(number: int) -> dict[str, object]:
    """A year of somebody whose deposits nobody else has."""
    deposit = 96_000 + 2 * number
    told = ContributionFactsTold(
        request_id=uuid.uuid4(),
        person_id=uuid.uuid4(),
        told_at=NOW,
        name=None,
        id_number=None,
        id_type_text=None,
        account=ContributionAccount(
            account_number=f"37{number:010}",
            employer_number="100001",
            employer_name="德州某某纺织有限公司",
            state_text="正常",
            opened_on=date(2025, 1, 1),
            paid_up_to="2025-12",
            base_fen=deposit * 6,
            employer_ratio_bp=800,
            employee_ratio_bp=800,
            monthly_deposit_fen=deposit,
            balance_fen=deposit * 12,
            frozen_fen=0,
            months_in_a_row=12,
        ),
        opening_balance_fen=0,
        entries=list(_entries(deposit)),
    )
    wanted = Wanted(
        told.person_id,
        DocumentKind.STATEMENT,
        Period(date(2025, 1, 1), date(2025, 12, 31)),
        None,
    )
    holder = Holder(f"张三{chr(0x4E00 + number % 5_000)}", "居民身份证", "371402199001010018")
    contents = contents_of(wanted, date(2026, 3, 2), holder, told, None)
    issue = Issue(
        number_of(date(2026, 3, 2), number + 1),
        "AAAA-BBBB-CCCC-DDDD",
        NOW,
        NOW,
        "示例市住房公积金管理中心",
        "https://localhost/checks",
    )
    return form_of(contents, issue)


def _entries(deposit: int) -> Iterator[ContributionEntry]:
    for month in range(1, 13):
        yield ContributionEntry(
            booked_on=date(2025, month, 8),
            business_text="汇缴",
            month=f"2025-{month:02}",
            amount_fen=deposit,
            balance_after_fen=deposit * month,
        )


COUNT = "SELECT count(*) AS documents, coalesce(sum(pages), 0) AS pages FROM document WHERE state = 'issued'"


async def watch(running: Running) -> Press:
    """Wait from the first document to the last."""
    database: ServiceDatabase = running.databases["documents"]
    connection = await asyncpg.connect(database.owner_url)
    process = psutil.Process(running.system.pids()["documents"])
    peak, first, begun = 0.0, None, 0.0
    async with asyncio.timeout(ENDED_WITHIN_SECONDS):
        while True:
            found = await connection.fetchrow(COUNT)
            peak = max(peak, _megabytes(process))
            if first is None and found["documents"]:
                first, begun = found, time.perf_counter()
            if first is not None and found["documents"] == STATEMENTS:
                break
            await asyncio.sleep(POLL_SECONDS)
    seconds = time.perf_counter() - begun
    await connection.close()
    return Press(
        found["documents"] - first["documents"], found["pages"] - first["pages"], seconds, peak
    )


def _megabytes(process: psutil.Process) -> float:
    all_of_it = (process, *process.children(recursive=True))
    return sum(one.memory_info().rss for one in all_of_it) / 1e6


def print_bare(running: Running) -> float:
    """Print and sign in this process; seconds for each."""
    environment = running.system.environments.service("documents")
    keys = KeyFiles(Path(environment["SIGNING_KEY_FILE"]), Path(environment["SIGNING_CERT_FILE"]))
    printing.set_up(PressNeeds(Path("/usr/share/fonts"), keys, "示例市住房公积金管理中心"))
    texts = [json.dumps(form(number)) for number in range(FLOOR_STATEMENTS)]
    printing.print_form(texts[0])
    begun = time.perf_counter()
    for text in texts:
        printing.print_form(text)
    return (time.perf_counter() - begun) / FLOOR_STATEMENTS
