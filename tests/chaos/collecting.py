"""Collects the evidence from each party's own books: databases, the bank, the phones, the broker."""

import asyncio
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import psutil

from local.databases import ServiceDatabase
from shared.messaging.broker import Broker
from shared.messaging.topology import QUEUES
from shared.operations.parked import read

from .crowd import Answers
from .evidence import Application, Asked, Entry, Evidence, Order, Payment, Reservation, Text
from .inboxes import Inboxes, look_into, since
from .messages import Mail
from .people import Resident
from .stage import Stage

PAGE_ROWS = 10_000
NO_ANSWER = "no answer before the end"


async def collect(
    stage: Stage,
    residents: Sequence[Resident],
    answers: Answers,
    mail: Mail,
    unplanned: Sequence[str],
    *,
    calm: Inboxes | None,
) -> Evidence:
    """Look into every book, all at about the same time; `calm` is what the inboxes were when all was calm."""
    await mail.catch_up()
    inboxes = await look_into(stage)
    accounts = stage.databases["accounts"]
    code, said = await _verified(accounts)
    async with httpx.AsyncClient(timeout=60.0, trust_env=False) as client:
        payments = await bank_book(client, stage, "payments", "payment_number")
        entries = await bank_book(client, stage, "entries", "number")
        texts = await _texts(client, stage)
    depths = await mail.depth()
    return Evidence(
        asked=[_asked(resident, answers) for resident in residents],
        applications=[
            Application(str(row["id"]), row["state"], row["amount_fen"])
            for row in await rows(stage.databases["withdrawals"], APPLICATIONS)
        ],
        payments=[
            Payment(
                row["end_to_end_id"], row["status"], row["amount_fen"], row["card_number"],
                row["holder_name"], bool(row["returned"]),
            )
            for row in payments
            if row["kind"] == "payout"
        ],
        entries=[
            Entry(row["kind"], str(row["end_to_end_id"]), row["amount_fen"])
            for row in entries
            if row["kind"] in ("payout", "return")
        ],
        reservations=[
            Reservation(str(row["application_id"]), row["state"], row["amount_fen"])
            for row in await rows(accounts, RESERVATIONS)
        ],
        orders=[
            Order(
                str(row["application_id"]), row["state"], row["amount_fen"], row["attention"]
            )
            for row in await rows(stage.databases["settlement"], ORDERS)
        ],
        texts=texts,
        ledger_exit_code=code,
        ledger_says=said,
        resting={name: count for name, count in depths.items() if not name.endswith(".parked")},
        parked=await _parked(stage, depths),
        outboxes={
            service: (await rows(database, OUTBOX))[0]["waiting"]
            for service, database in stage.databases.items()
        },
        unplanned=tuple(unplanned),
        doubted=(await rows(stage.databases["notifications"], DOUBTED))[0]["texts"],
        sent=dict(mail.sent),
        heard=inboxes.heard,
        handled=since(calm.handled, inboxes.handled) if calm else {},
        remembered=since(calm.sizes, inboxes.sizes) if calm else {},
    )  # fmt: skip


APPLICATIONS = "SELECT id, state, amount_fen FROM application"
RESERVATIONS = """
SELECT application_id, state, principal_fen + interest_fen AS amount_fen FROM reservation
WHERE purpose = 'withdrawal'
"""
ORDERS = """
SELECT order_id AS application_id, state, amount_fen, attention FROM payment_order WHERE kind = 'payout'
"""
DOUBTED = """
SELECT ARRAY[count(*) FILTER (WHERE attempts > 1),
             count(*) FILTER (WHERE state = 'delivered' AND doubt_until IS NOT NULL)] AS texts
FROM delivery
"""
OUTBOX = "SELECT count(*) AS waiting FROM outbox"


async def rows(database: ServiceDatabase, query: str) -> Sequence[Mapping[str, Any]]:
    """Read from a service's database, past every link."""
    connection = await asyncpg.connect(database.url)
    try:
        return [dict(row) for row in await connection.fetch(query)]
    finally:
        await connection.close()


def _asked(resident: Resident, answers: Answers) -> Asked:
    citizen, who = resident.citizen, resident.person
    found = answers.accepted.get(citizen.number, [])
    refused = answers.refused.get(citizen.number)
    return Asked(
        citizen.number, citizen.part.key, found, citizen.part.ends, resident.due_fen,
        who.card, who.name, who.phone, refused if found or refused else NO_ANSWER,
    )  # fmt: skip


async def _verified(database: ServiceDatabase) -> tuple[int, str]:
    """Run the ledger's own verifier, as an auditor does."""
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).parent / "accounts"),
        "verify",
        env={**os.environ, "DATABASE_URL": database.url},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()


async def bank_book(
    client: httpx.AsyncClient, stage: Stage, what: str, number: str
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        answer = await client.get(
            f"{stage.city.bank_control_url}/control/{what}",
            params={"after": found[-1][number] if found else 0, "limit": PAGE_ROWS},
        )
        page = answer.raise_for_status().json()[what]
        found += page
        if len(page) < PAGE_ROWS:
            return found


async def _texts(client: httpx.AsyncClient, stage: Stage) -> list[Text]:
    answer = await client.get(
        f"{stage.city.smsc_control_url}/control/messages", params={"limit": PAGE_ROWS}
    )
    found = answer.raise_for_status().json()["texts"]
    assert len(found) < PAGE_ROWS, "more texts than one page holds"
    return [
        Text(row["phone"], row["text"])
        for row in found
        if row["complete"] and not row["sent_by_phone"]
    ]


async def _parked(stage: Stage, depths: Mapping[str, int]) -> list[str]:
    broker = Broker(stage.city.operator_broker_url, "chaos evidence")
    try:
        return [
            f"{queue.name} {delivery.type} {delivery.subject}: {delivery.headers.get('x-error')}"
            for queue in QUEUES
            if queue.parked in depths
            for delivery in await read(broker, queue)
        ]
    finally:
        await broker.close()


def alive_below(folder: Path) -> list[str]:
    """Processes that work in a folder: whatever a run has started and not ended."""
    return sorted(_alive_below(folder))


def _alive_below(folder: Path) -> Iterable[str]:
    for process in psutil.process_iter():
        try:
            place = Path(process.cwd())
            if place.is_relative_to(folder) and process.status() != psutil.STATUS_ZOMBIE:
                yield f"{process.name()} ({process.pid})"
        except psutil.Error:
            continue
