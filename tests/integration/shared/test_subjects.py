"""Subjects that fell silent are forgotten, and whoever speaks again goes on behind, never where it began."""

import uuid
from datetime import UTC, datetime

from shared.messaging import outbox
from shared.messaging.journal import Told
from shared.messaging.outbox import Outgoing
from shared.messaging.subjects import forget_silent
from shared.operations.recollection import forgotten

from .conftest import Line, fact

KEEP_DAYS = 400
AGED = """
UPDATE subject_sequence SET spoken_at = now() - interval '401 days' WHERE subject = ANY($1::text[])
"""
SAID = "SELECT subject, sequence FROM outbox ORDER BY id"
COUNTED = "SELECT subject, last_sequence FROM subject_sequence ORDER BY subject"


async def said(line: Line) -> list[tuple[str, int]]:
    """What waits in the outbox: subject and sequence; and forget it."""
    rows = await line.producer.pool.fetch(SAID)
    await line.producer.pool.execute("DELETE FROM outbox")
    return [(row["subject"], row["sequence"]) for row in rows]


async def counted(line: Line) -> dict[str, int]:
    return {row["subject"]: row["last_sequence"] for row in await line.producer.pool.fetch(COUNTED)}


async def test_who_was_forgotten_goes_on_behind_all_who_were(line: Line) -> None:
    silent, short, young, fresh = (uuid.uuid4() for _ in range(4))
    await line.emit(fact(silent), fact(silent), fact(silent), fact(short), fact(young))
    await line.producer.pool.execute(AGED, [str(silent), str(short)])
    await said(line)
    assert await forget_silent(line.producer.pool, KEEP_DAYS) == 0, "first it is written down"
    assert (await counted(line))[""] == 3
    await line.producer.pool.execute(AGED, [""])
    assert await forget_silent(line.producer.pool, KEEP_DAYS) == 2
    assert await counted(line) == {"": 3, str(young): 1}

    await line.emit(fact(silent), fact(silent), fact(young), fact(fresh))
    assert sorted(await said(line)) == sorted(
        [(str(silent), 4), (str(silent), 5), (str(young), 2), (str(fresh), 4)]
    )
    assert await forget_silent(line.producer.pool, KEEP_DAYS) == 0
    assert await counted(line) == {"": 3, str(silent): 5, str(young): 2, str(fresh): 4}


async def test_who_speaks_while_it_is_being_forgotten_stays(line: Line) -> None:
    silent = uuid.uuid4()
    await line.emit(fact(silent))
    await line.producer.pool.execute(AGED, [str(silent)])
    await forget_silent(line.producer.pool, KEEP_DAYS)
    async with line.producer.pool.acquire() as connection, connection.transaction():
        event = Outgoing(fact(silent), "")
        await outbox.insert(connection, [event], line.producer.letters)
        assert await forget_silent(line.producer.pool, KEEP_DAYS) == 0
    assert (await counted(line))[str(silent)] == 2


def told(subject: uuid.UUID, sequence: int) -> Told:
    """An event of the journal."""
    return Told(
        "withdrawals", uuid.uuid4(), "x", str(subject), sequence, datetime.now(UTC), "", "{}"
    )


async def test_after_an_older_backup_it_is_seen_what_was_said_of_the_forgotten_since(
    line: Line,
) -> None:
    """The journal has events up to the highest that was forgotten, which are known, and events beyond it."""
    silent, others = uuid.uuid4(), uuid.uuid4()
    await line.emit(fact(silent), fact(silent), fact(others))
    await line.producer.pool.execute(AGED, [str(silent)])
    for _ in range(2):
        await forget_silent(line.producer.pool, KEEP_DAYS)
    journal = [told(silent, 2), told(silent, 3), told(others, 1), told(others, 2)]
    async with line.producer.pool.acquire() as connection:
        lost = await forgotten(connection, journal)
    assert [(one.subject, one.sequence) for one in lost] == [(str(silent), 3), (str(others), 2)]
