"""A list that an employer uploads, from the file to its booking, against bare SQL on the same rows.

The same work in four ways, in one run, on databases of one schema and population: bare SQL (the rows by
COPY into a table, then the one statement that writes what a booked list leaves behind); the same with the
file read by its library, nothing in it looked at; the service's work alone, its handlers called in this
process and the file read by its bounded process; and everything, over HTTP with broker, relay and bank.
`LIST_PEOPLE` (default 100,000) people.
"""

import asyncio
import contextlib
import io
import os
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date

import asyncpg
import psutil
import xlsxwriter
from python_calamine import CalamineWorkbook
from tests.support.telling import received

from accounts.handlers import list_files, remittances
from accounts.settings import Settings
from accounts.store.list_files import NewFile
from accounts.views.list_files import file as shown
from accounts.work.bounded import MODULE
from accounts.work.list_files import read_next
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.base.clock import SystemClock
from shared.base.db import open_pool
from shared.identity.principal import ALL_RIGHTS, Principal, Role
from shared.messages.settlement import ReceiptCredited
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

from .bulk import ENDED_WITHIN_SECONDS, FLOOR_LIST_SQL, POLL_SECONDS, checkpoint
from .citizens import id_number
from .population import BIG_EMPLOYER, Population, first_owed
from .stage import Databases, Running, Sealers, Stage

LIST_PEOPLE = int(os.environ.get("LIST_PEOPLE", "100000"))
SAMPLE_SECONDS = 0.5
SIGNED_AND_KNOWN = """
UPDATE person SET id_number_hash = known.hash
FROM unnest($1::text[], $2::text[]) AS known (number, hash)
JOIN individual_account AS account USING (number) WHERE person.id = account.person_id
"""
JOBS_TO_DO = "SELECT count(*) FROM job WHERE looked_at IS NULL"
STAGING = """
CREATE TEMP TABLE given (number text, name text, id_number text, base_fen bigint, employer_fen bigint,
                         employee_fen bigint)
"""
NO_IDLE_SECONDS = {"LIST_FILE_POLL_SECONDS": "0.1"}


@dataclass(frozen=True)
class Cost:
    """Seconds, bytes of WAL, and the greatest resident memory of what did it, in bytes."""

    seconds: float
    wal_bytes: int
    service_bytes: int = 0
    reader_bytes: int = 0


@dataclass(frozen=True)
class Given:
    """The employer's list: its rows, and the file."""

    rows: list[tuple[str, str, str, int, int, int]]
    xlsx: bytes


def given(people: int) -> Given:
    """Make the list of the big employer; the bases are those of the population."""
    rows = []
    for n in range(1, people + 1):
        base = 400_000 + n % 1000 * 500
        rows.append(
            (f"3714{10_000_000 + n}", "王建国", id_number(n), base, *[round(base * 8 / 100)] * 2)
        )
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    names = ("个人账号", "姓名", "证件号码", "缴存基数", "单位月缴存额", "个人月缴存额", "月缴存额")
    sheet.write_row(0, 0, names)
    for number, (account, name, document, base, one, other) in enumerate(rows, start=1):
        sheet.write_row(number, 0, (account, name))
        sheet.write_string(number, 2, document)
        sheet.write_row(number, 3, (base / 100, one / 100, other / 100, (one + other) / 100))
    book.close()
    return Given(rows, out.getvalue())


async def figure(stage: Stage) -> None:
    """Measure and print."""
    people, server = LIST_PEOPLE, stage.servers.postgres
    made = await asyncio.to_thread(given, people)
    population = Population(people, people)
    floor = await bare(stage, population, made, read=False)
    reading = await bare(stage, population, made, read=True)
    alone = await by_itself(stage, population, made)

    async def fill(server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
        await population.fill(server, databases, sealers)
        await know(server, databases["accounts"], sealers("accounts"), made)

    async with stage.system(fill, **NO_IDLE_SECONDS) as running:
        await rested(server, running)
        await checkpoint(server)
        whole = await measured(server, lambda: upload_and_book(stage, running, made), "accounts")
    print(f"uploaded list of {people:,} people, {len(made.xlsx) / 1e6:.1f} MB of xlsx:")
    costs = {
        "bare SQL on its rows": floor,
        "the library and bare SQL": reading,
        "without broker and bank": alone,
        "with everything": whole,
    }
    for label, cost in costs.items():
        ratios = (cost.seconds / floor.seconds, cost.seconds / reading.seconds)
        print(
            f"  {label:26}{cost.seconds:8.2f} s {people / cost.seconds:8,.0f} rows/s"
            f"  WAL {cost.wal_bytes / 1e6:6.1f} MB"
            f"  ratio {ratios[0]:5.2f}, {ratios[1]:5.2f} with the reading"
            f"  memory {cost.service_bytes / 1e6:4.0f} MB, reader {cost.reader_bytes / 1e6:4.0f} MB"
        )


async def rested(server: PostgresServer, running: Running) -> None:
    """Wait until the jobs of a first night, its reports before all, have done what there was to do."""
    async with (
        asyncio.timeout(ENDED_WITHIN_SECONDS),
        administrator(server, running.databases["accounts"].name) as connection,
    ):
        while await connection.fetchval(JOBS_TO_DO):
            await asyncio.sleep(POLL_SECONDS)


async def know(
    server: PostgresServer, database: ServiceDatabase, data: PersonalData, made: Given
) -> None:
    """Let the population be found by its documents, and its employer have an agreement."""
    async with administrator(server, database.name) as connection:
        hashes = [data.lookup_hash(row[2]) for row in made.rows]
        await connection.execute(SIGNED_AND_KNOWN, [row[0] for row in made.rows], hashes)
        await connection.execute("UPDATE employer SET agreement_signed_on = registered_on")
        await connection.execute("VACUUM ANALYZE")


async def bare(stage: Stage, population: Population, made: Given, *, read: bool) -> Cost:
    """COPY the rows in, and book them by one statement; with `read`, out of the file by its library alone."""
    server, database = stage.servers.postgres, await stage.workbench.create_database("accounts")
    async with by_handlers(stage, database) as context:
        await population.fill_accounts(server, database, context.personal_data)
    await checkpoint(server)

    async def book() -> None:
        connection = await asyncpg.connect(database.url)
        await connection.execute(STAGING)
        records = _read(made.xlsx) if read else made.rows
        await connection.copy_records_to_table("given", records=records)
        assert await connection.fetchval(FLOOR_LIST_SQL, BIG_EMPLOYER, first_owed().first) > 0
        await connection.close()

    cost = await measured(server, book, "")
    await stage.workbench.drop_database(database)
    return replace(cost, service_bytes=0)


def _read(xlsx: bytes) -> list[tuple[object, ...]]:
    """Read a file without looking at what is in it."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(xlsx)).get_sheet_by_index(0).to_python()
    return [(*row[:3], *(round(float(str(fen)) * 100) for fen in row[3:6])) for row in rows[1:]]


@contextlib.asynccontextmanager
async def by_handlers(stage: Stage, database: ServiceDatabase) -> AsyncIterator[Context[Settings]]:
    """What the service has, in this process."""
    settings = Settings(**stage.workbench.settings(database))
    pool = await open_pool(settings, "bench")
    yield Context("accounts", settings, pool, SystemClock(), PersonalData.from_settings(settings))
    await pool.close()


async def by_itself(stage: Stage, population: Population, made: Given) -> Cost:
    """Do what the service does, without HTTP, broker and bank."""
    server, database = stage.servers.postgres, await stage.workbench.create_database("accounts")
    async with by_handlers(stage, database) as context:
        await population.fill_accounts(server, database, context.personal_data)
        await know(server, database, context.personal_data, made)
        await checkpoint(server)
        cost = await measured(server, lambda: _handled(context, made), "")
    await stage.workbench.drop_database(database)
    return cost


async def _handled(context: Context[Settings], made: Given) -> None:
    month: date = first_owed().first
    new = NewFile(uuid.uuid4(), BIG_EMPLOYER, month, "", len(made.xlsx), "0" * 64, "bench")
    async with context.unit() as unit:
        await list_files.receive(unit, new, io.BytesIO(made.xlsx))
    await read_next(context)
    async with context.unit() as unit:
        file = await shown(unit.connection, new.file_id)
        assert file is not None
        assert file["state"] == "ready", file
        list_id = await list_files.accept_file(
            unit, new.file_id, file["digest"], BIG_EMPLOYER, "bench"
        )
    async with context.unit() as unit:
        await remittances.confirm_list(unit, list_id, BIG_EMPLOYER)
    found = await context.pool.fetchrow("SELECT * FROM remittance_list WHERE id = $1", list_id)
    assert found is not None
    receipt = ReceiptCredited(
        bank_serial="BENCH",
        amount_fen=found["employer_fen"] + found["employee_fen"],
        payer_name="bench",
        remittance_information=found["payment_reference"],
        value_date=context.clock.today(),
    )
    async with context.unit() as unit:
        await remittances.book_receipts(unit, received([receipt]))
    state = await context.pool.fetchval("SELECT state FROM remittance_list WHERE id = $1", list_id)
    assert state == "booked"


async def upload_and_book(stage: Stage, running: Running, made: Given) -> None:
    """Upload, accept, confirm and pay a list over HTTP, and see it booked."""
    principal = Principal(
        uuid.uuid4(), Role.EMPLOYER_OPERATOR, None, BIG_EMPLOYER, "测*", "web", rights=ALL_RIGHTS
    )
    office = replace(running.office, token=stage.issuer.token(principal))
    base = f"{office.city.service_urls['accounts']}/api/accounts"
    sent = await office.client.post(
        f"{base}/employers/{BIG_EMPLOYER}/lists/uploads",
        params={"month": str(first_owed())},
        content=made.xlsx,
        headers={
            "Authorization": f"Bearer {office.token}",
            "Idempotency-Key": uuid.uuid4().hex,
            "Content-Type": "application/octet-stream",
        },
    )
    assert sent.status_code == 202, sent.text
    path = f"/list-files/{sent.json()['id']}"
    async with asyncio.timeout(ENDED_WITHIN_SECONDS):
        while (file := await office.get("accounts", path))["state"] in ("received", "reading"):
            await asyncio.sleep(POLL_SECONDS)
        assert file["state"] == "ready", file
        drafted = await office.post("accounts", f"{path}/acceptance", {"digest": file["digest"]})
        await office.post("accounts", f"/lists/{drafted['id']}/confirmation")
        await office.pay(drafted["total_fen"], drafted["payment_reference"])
        while (await office.get("accounts", f"/lists/{drafted['id']}"))["state"] != "booked":
            await asyncio.sleep(POLL_SECONDS)


async def measured(
    server: PostgresServer, work: Callable[[], Awaitable[None]], service: str
) -> Cost:
    """Do work; say what it took. The service is a process of that name below this one, else this one."""
    peak = {"service": 0, "reader": 0}

    async def watch() -> None:
        while True:
            for name, size in await asyncio.to_thread(_resident, service):
                peak[name] = max(peak[name], size)
            await asyncio.sleep(SAMPLE_SECONDS)

    async with administrator(server) as connection:
        before = await connection.fetchval("SELECT pg_current_wal_lsn()")
        watching, began = asyncio.create_task(watch()), time.perf_counter()
        await work()
        seconds = time.perf_counter() - began
        watching.cancel()
        wal = await connection.fetchval("SELECT pg_current_wal_lsn() - $1::pg_lsn", before)
    return Cost(seconds, int(wal), peak["service"], peak["reader"])


def _resident(service: str) -> list[tuple[str, int]]:
    """Resident memory of the service and of what reads its files."""
    me, found = psutil.Process(), []
    for process in (me, *me.children(recursive=True)):
        with contextlib.suppress(psutil.Error):
            command = " ".join(process.cmdline()).split()
            if MODULE in command:
                found.append(("reader", process.memory_info().rss))
            elif (service in command[:4]) if service else process == me:
                found.append(("service", process.memory_info().rss))
    return found
