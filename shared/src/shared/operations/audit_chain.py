"""The audit trail's chain, sealed behind the writers; `ops audit` verifies it.

A seal takes all records that can be seen and that no seal covers, and notes on each its number: what is
still being written comes into a later one, and no writer waits. Its hash covers them and the seal before it.
The hash of the last seal, kept outside the database, shows a trail that was cut off at its end or made anew:
every seal is logged, and the command keeps its findings in a file. A seal that does not hold is named and
alarmed on; sealing goes on beside it.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import asyncpg

from shared.base import given
from shared.base.db import DATABASE_AWAY, Connection, connect
from shared.base.telemetry import AUDIT_UNSEALED_SECONDS, ROWS_REFUSED, get_logger
from shared.jobs.job import HOUR_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context

SEAL_NEW = "SELECT number, records, hash FROM audit_seal_new()"
OLDEST_UNSEALED = """
SELECT coalesce(extract(epoch FROM now() - min(recorded_at)), 0)::float8 FROM audit_record
WHERE seal_number IS NULL
"""
# The last seals and those beyond all numbers: whoever poisons the chain does it at its end.
STRANGE = """
SELECT number FROM (SELECT * FROM audit_seal ORDER BY number DESC LIMIT $1) AS late
WHERE number >= 1000000000000
   OR records <> (SELECT count(*) FROM audit_record WHERE seal_number = number)
   OR hash <> audit_hash(number, previous_hash)
ORDER BY number
"""
LOOKED_BACK_SEALS = 3
SEALING = Job(
    "seal-audit", "审计记录封存", lambda settings: settings.audit_seal_seconds, HOUR_SECONDS
)

log = get_logger()


async def keep_sealed(context: Context, stop: asyncio.Event) -> None:
    """Seal what came, again and again; in an orderly end once more."""

    async def sealing() -> Round:
        sealed = await seal(context)
        return Round(f"封存审计记录{sealed}条" if sealed else None)

    await keep_alone(context, SEALING, sealing, stop)
    try:
        await seal(context)
    except DATABASE_AWAY as error:
        log.warning("the last of the audit trail is sealed later", error=repr(error))


async def seal(context: Context) -> int:
    """Seal what no seal covers, and look whether the last seals hold; returns how many records."""
    sealed = 0
    for row in await context.pool.fetch(SEAL_NEW):
        sealed += row["records"]
        log.info("audit sealed", number=row["number"], hash=row["hash"].hex())
    AUDIT_UNSEALED_SECONDS.set(await context.pool.fetchval(OLDEST_UNSEALED))
    for row in await context.pool.fetch(STRANGE, LOOKED_BACK_SEALS):
        ROWS_REFUSED.labels("audit_seal").inc()
        log.error("a seal of the audit trail does not hold", number=row["number"])
    return sealed


class Anchor(NamedTuple):
    """The hash of one seal, as it was kept outside the database."""

    database: str
    number: int
    digest: str

    @classmethod
    def parse(cls, line: str) -> "Anchor":
        """Read a line of the file."""
        database, number, digest = line.split()
        return cls(database, int(number), digest)

    def __str__(self) -> str:
        """A line of the file."""
        return f"{self.database} {self.number} {self.digest}"


BROKEN_SEALS = """
WITH chained AS (
    SELECT *, lag(number, 1, 0::bigint) OVER chain AS earlier,
           lag(hash, 1, ''::bytea) OVER chain AS hash_before
    FROM audit_seal WINDOW chain AS (ORDER BY number)
)
SELECT number, records AS sealed,
       EXISTS (SELECT FROM month_elsewhere WHERE number BETWEEN first_seal AND last_seal) AS elsewhere,
       number <> earlier + 1 OR previous_hash <> hash_before AS unchained,
       (SELECT count(*) FROM audit_record WHERE seal_number = number) AS found,
       hash <> audit_hash(number, previous_hash) AS altered
FROM chained ORDER BY number
"""
NOT_SEALED = """
SELECT count(*) FROM audit_record
WHERE seal_number IS NULL AND recorded_at < now() - interval '1 hour'
"""
OF_NO_SEAL = """
SELECT count(*) FROM audit_record
WHERE seal_number IS NOT NULL AND NOT EXISTS (SELECT FROM audit_seal WHERE number = seal_number)
"""
HEAD = "SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1"
SEAL = "SELECT hash FROM audit_seal WHERE number = $1"


async def differences(
    connection: "Connection | asyncpg.Connection[asyncpg.Record]", anchors: Sequence[Anchor] = ()
) -> list[str]:
    """Return what is wrong with the trail, in words; empty when nothing was altered, cut out or moved."""
    found: list[str] = []
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        for row in await connection.fetch(BROKEN_SEALS):
            if row["unchained"]:
                found.append(f"seal {row['number']} does not follow the one before it")
            if row["elsewhere"]:
                continue
            if row["found"] != row["sealed"]:
                found.append(f"seal {row['number']}: {row['sealed']} records, now {row['found']}")
            elif row["altered"]:
                found.append(f"seal {row['number']}: a record was altered")
        if late := await connection.fetchval(NOT_SEALED):
            found.append(f"{late} records older than an hour are not sealed")
        if lost := await connection.fetchval(OF_NO_SEAL):
            found.append(f"{lost} records are of a seal that is not there")
        for anchor in anchors:
            digest = await connection.fetchval(SEAL, anchor.number)
            if digest is None or digest.hex() != anchor.digest:
                found.append(f"seal {anchor.number} is not the one that was kept")
    return found


async def head(
    connection: "Connection | asyncpg.Connection[asyncpg.Record]",
) -> Anchor | None:
    """The last seal, to be kept outside the database."""
    row = await connection.fetchrow(HEAD)
    if row is None:
        return None
    database = str(await connection.fetchval("SELECT current_database()"))
    return Anchor(database, row["number"], row["hash"].hex())


def read_anchors(file: Path) -> list[Anchor]:
    """The seals that were kept, of every database."""
    if not file.exists():
        return []
    return [Anchor.parse(line) for line in file.read_text("utf-8").splitlines()]


def add_anchor(file: Path, anchor: Anchor) -> None:
    """Keep a seal."""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"{anchor}\n")


ELSEWHERE = "SELECT file_name, first_seal, last_seal, sha256 FROM month_elsewhere ORDER BY piece"


async def elsewhere(connection: "Connection | asyncpg.Connection[asyncpg.Record]") -> list[str]:
    """Which seals were not looked into, since their records lie in a file that was taken off."""
    return [
        f"seals {row['first_seal']} to {row['last_seal']} lie in {row['file_name']}, sha256 {row['sha256']}"
        for row in await connection.fetch(ELSEWHERE)
    ]


async def verify(url: str, kept: Sequence[Anchor]) -> tuple[list[str], Anchor | None, list[str]]:
    """Check the trail of a database; return the differences, its last seal and what lies elsewhere."""
    connection = await connect(url)
    try:
        database = await connection.fetchval("SELECT current_database()")
        anchors = [anchor for anchor in kept if anchor.database == database]
        found, last = await differences(connection, anchors), await head(connection)
        return found, last, await elsewhere(connection)
    finally:
        await connection.close()


def options(parser: argparse.ArgumentParser) -> None:
    """What the command must be told."""
    parser.add_argument("--anchors", type=Path, help="seals that were kept; the last one is added")


def run(arguments: argparse.Namespace) -> int:
    """Verify the trail of `DATABASE_URL`; exit code 1 when anything differs."""
    file: Path | None = arguments.anchors
    kept = read_anchors(file) if file else []
    found, last, away = asyncio.run(verify(given.value("DATABASE_URL"), kept))
    for difference in found:
        sys.stdout.write(f"DIFFERENCE {difference}\n")
    for part in away:
        sys.stdout.write(f"ELSEWHERE {part}\n")
    sys.stdout.write(f"{last or 'no seal yet'}: {len(found)} differences\n")
    if file and last and not found and last not in kept:
        add_anchor(file, last)
    return 1 if found else 0
