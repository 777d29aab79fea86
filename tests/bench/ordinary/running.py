"""Starts the ordinary implementation: the same simulators, nginx, servers and number of processes."""

import shutil
import sys
import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from tests.bench import citizens
from tests.bench.load import Request
from tests.bench.stage import ROOT, Stage

from local import processes
from local.databases import ServiceDatabase
from local.environments import BOOKS
from local.folder import RunFolder
from local.readiness import answers
from local.supervisor import Part, Supervisor
from local.system import System, running
from shared.base.clock import SystemClock
from shared.messaging.definitions import OPERATOR

from . import sealing
from .models import BANK, EXPENSE, Account, Base, Entry, Subscriber, Transfer
from .sealing import Sealing

SERVICES = ("withdrawals", "loans", "accounts", "settlement", "notifications")
DEPOSIT_FEN = citizens.BASE_FEN * 16 // 100


@dataclass(frozen=True)
class Ordinary:
    """The started system, and applications of its citizens."""

    system: System
    databases: Mapping[str, ServiceDatabase]
    smsc_book: Path
    requests: Sequence[Request]

    async def books(self) -> dict[str, tuple[int, int]]:
        """How many accounts are closed and what is left on them, and what is left at the bank."""
        engine = _engine(self.databases["accounts"])
        async with engine.connect() as connection:
            rows = await connection.execute(BOOKS_SQL)
        await engine.dispose()
        return {kind: (count, int(fen)) for kind, count, fen in rows}


BOOKS_SQL = text("""
SELECT CASE WHEN number = 'special-account' THEN number ELSE state END AS kind, count(*), sum(posted_fen)
FROM account WHERE number <> 'interest' GROUP BY kind
""")


def _engine(database: ServiceDatabase) -> AsyncEngine:
    return create_async_engine(database.owner_url.replace("postgresql://", "postgresql+asyncpg://"))


@asynccontextmanager
async def started(stage: Stage, count: int) -> AsyncIterator[Ordinary]:
    """Start it with `count` citizens who may withdraw."""
    folder = RunFolder(stage.workbench.folder.path / f"ordinary-{uuid.uuid4().hex[:6]}")
    databases = {name: await stage.workbench.create_empty_database(name) for name in SERVICES}
    vhost = await stage.workbench.create_vhost()
    extra = stage.issuer.environment
    system = System(folder, vhost, databases, report=lambda _: None, extra=extra)
    people = [uuid.uuid4() for _ in range(count)]
    key = folder.secret_key("ordinary")
    await _fill(databases, people, Sealing(key))
    supervisor = Supervisor(folder, lambda _: None)
    async with running(system):
        await system.start_simulators()
        try:
            await supervisor.start(
                _part(system, name, databases[name].owner_url, vhost.url(OPERATOR), key)
                for name in SERVICES
            )
            await system.start_edge()
            requests = [
                citizens.application(stage.issuer, position, person)
                for position, person in enumerate(people, start=1)
            ]
            yield Ordinary(system, databases, folder.path / BOOKS / "smsc.sqlite3", requests)
        finally:
            await supervisor.stop(list(supervisor.parts))
    await stage.workbench.drop_vhost(vhost)
    for database in databases.values():
        await stage.workbench.drop_database(database)
    shutil.rmtree(folder.path)


def _part(system: System, name: str, database_url: str, broker_url: str, key: str) -> Part:
    environment = {
        **system.environments.service(name),
        "DATABASE_URL": database_url,
        "BROKER_URL": broker_url,
        "PYTHONPATH": str(ROOT),
        sealing.NAME: key,
    }
    argv = [sys.executable, "-m", f"{__package__}.{name}"]
    command = processes.Command(f"ordinary-{name}", argv, environment)
    return Part(command, answers(f"{system.city.service_urls[name]}/readyz"))


async def _fill(
    databases: Mapping[str, ServiceDatabase], people: Sequence[uuid.UUID], data: Sealing
) -> None:
    """Make the tables, and what the citizens of `citizens.prepare` come to: one deposit each."""
    accounts = [
        _account(f"3714{position:08d}", DEPOSIT_FEN)
        | {"person_id": person, "name_sealed": data.seal(citizens.name(position))}
        for position, person in enumerate(people, start=1)
    ]
    bank = _account(BANK, -DEPOSIT_FEN * len(people))
    deposit = {
        "id": uuid.uuid4(),
        "idempotency_key": "deposits",
        "state": "posted",
        "business_type": "01",
    }
    entries = [_entry(deposit["id"], row["number"], row["posted_fen"]) for row in (*accounts, bank)]
    subscribers = [
        {"person_id": person, "phone_sealed": data.seal(citizens.phone(position))}
        for position, person in enumerate(people, start=1)
    ]
    rows: dict[str, list[tuple[type[Base], list[dict[str, Any]]]]] = {
        "accounts": [
            (Account, [*accounts, bank, _account(EXPENSE, 0)]),
            (Transfer, [deposit]),
            (Entry, entries),
        ],
        "notifications": [(Subscriber, subscribers)],
    }
    for name, database in databases.items():
        engine = _engine(database)
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            for table, made in rows.get(name, []):
                await connection.execute(insert(table), made)
        await engine.dispose()


def _account(number: str, posted_fen: int) -> dict[str, Any]:
    return {
        "number": number,
        "person_id": None,
        "name_sealed": "",
        "state": "sealed",
        "opened_on": SystemClock().today(),
        "may_be_negative": number in (BANK, EXPENSE),
        "posted_fen": posted_fen,
        "frozen_fen": 0,
    }


def _entry(transfer_id: object, number: str, fen: int) -> dict[str, Any]:
    today = SystemClock().today()
    return {
        "transfer_id": transfer_id,
        "account_number": number,
        "amount_fen": fen,
        "business_type": "01",
        "value_date": today,
        "booked_on": today,
    }
