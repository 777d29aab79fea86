"""Months of the audit trail taken off into files, and put back: `ops months` (ADR 63).

Reads `MIGRATION_DATABASE_URL`. A month is written to its file, read back and known by its SHA-256 before
the database lets go of it, in one transaction: whoever is stopped in the middle leaves it where it was. The
file is CSV of the rows as they are, gzip; it lies in no backup but the ones that you make of it.
"""

import argparse
import asyncio
import gzip
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import asyncpg

from shared.base import given
from shared.base.db import connect

CHUNK_BYTES = 1 << 20
TABLE = "audit_record"

MONTHS = """
SELECT inhrelid::regclass::text AS piece, pg_get_expr(relpartbound, inhrelid) AS bound,
       pg_total_relation_size(inhrelid) AS bytes
FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
WHERE inhparent = $1::text::regclass ORDER BY 1
"""
ELSEWHERE = "SELECT * FROM month_elsewhere ORDER BY piece"


class NotThis(Exception):
    """A month that cannot be taken off or put back, and why."""


async def months(connection: Any, _arguments: argparse.Namespace) -> None:
    """Say which months there are, how large, and which lie in files."""
    for row in await connection.fetch(MONTHS, TABLE):
        sys.stdout.write(f"{row['piece']} {row['bound']} {row['bytes']} bytes\n")
    for row in await connection.fetch(ELSEWHERE):
        sys.stdout.write(f"{row['piece']} in {row['file_name']} {row['records']} {row['sha256']}\n")


STANDING = """
SELECT count(*) AS records, min(seal_number) AS first_seal, max(seal_number) AS last_seal,
       count(*) FILTER (WHERE seal_number IS NULL) AS unsealed,
       max(recorded_at) > now() - interval '6 months' AS young
FROM {piece}
"""
NOTE = """
INSERT INTO month_elsewhere (piece, of_table, bound, records, sha256, file_name, first_seal, last_seal)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def detach(connection: Any, arguments: argparse.Namespace) -> None:
    """Write a month to a file in a folder, then take it off."""
    piece, bound = await _month(connection, arguments.what)
    file = Path(arguments.folder) / f"{piece}.csv.gz"
    async with connection.transaction():
        await connection.execute(f"LOCK TABLE {piece} IN SHARE MODE")
        row = await connection.fetchrow(STANDING.format(piece=piece))
        if row["unsealed"] or not row["records"]:
            raise NotThis(
                f"{piece} has {row['unsealed']} records without a seal, {row['records']} in all"
            )
        if row["young"]:
            raise NotThis(f"{piece} has records of the last six months, which stay at hand")
        digest = await _write(connection, piece, file)
        await connection.execute(
            NOTE, piece, TABLE, bound, row["records"], digest, file.name, row["first_seal"], row["last_seal"]
        )  # fmt: skip
        await connection.execute(f"ALTER TABLE {TABLE} DETACH PARTITION {piece}")
        await connection.execute(f"DROP TABLE {piece}")
    sys.stdout.write(f"{piece}: {row['records']} records in {file}, sha256 {digest}\n")


async def _month(connection: Any, name: str) -> tuple[str, str]:
    for row in await connection.fetch(MONTHS, TABLE):
        if row["piece"] == name and not name.endswith("_rest"):
            return row["piece"], row["bound"]
    raise NotThis(f"{TABLE} has no month {name}")


async def _write(connection: Any, piece: str, file: Path) -> str:
    """Write the rows, see that they can be read again, and return their digest."""
    part = file.with_suffix(".part")
    with gzip.open(part, "wb") as opened:
        query = f"SELECT * FROM {piece} ORDER BY id"  # noqa: S608  A name that the catalogue gave.
        await connection.copy_from_query(query, output=opened, format="csv")
    with part.open("rb") as opened:
        os.fsync(opened.fileno())
    part.rename(file)
    return _digest(file)


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with gzip.open(file, "rb") as opened:
        while chunk := opened.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


KNOWN = "SELECT * FROM month_elsewhere WHERE file_name = $1"
RUNTIME = "SELECT regexp_replace(current_user, '_owner$', '')"
FORGET = "DELETE FROM month_elsewhere WHERE piece = $1"


async def attach(connection: Any, arguments: argparse.Namespace) -> None:
    """Put a month back from its file, if it is the one that was written."""
    file = Path(arguments.what)
    known = await connection.fetchrow(KNOWN, file.name)
    if known is None:
        raise NotThis(f"no month lies in {file.name}")
    if _digest(file) != known["sha256"]:
        raise NotThis(f"{file} is not what was written: sha256 {_digest(file)}")
    piece, bound = known["piece"], known["bound"]
    role = await connection.fetchval(RUNTIME)
    async with connection.transaction():
        like = f"LIKE {TABLE} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE"
        await connection.execute(f"CREATE TABLE {piece} ({like})")
        await connection.execute(f"REVOKE ALL ON {piece} FROM {role}")
        with tempfile.TemporaryFile() as plain, gzip.open(file, "rb") as opened:
            shutil.copyfileobj(opened, plain)
            plain.seek(0)
            await connection.copy_to_table(piece, source=plain, format="csv")
        await connection.execute(f"ALTER TABLE {TABLE} ATTACH PARTITION {piece} {bound}")
        await connection.execute(FORGET, piece)
    sys.stdout.write(f"{piece}: {known['records']} records are back\n")


Work = Callable[[Any, argparse.Namespace], Coroutine[Any, Any, None]]
WORKS: dict[str, Work] = {"list": months, "detach": detach, "attach": attach}


def options(parser: argparse.ArgumentParser) -> None:
    """What the command must be told."""
    parser.add_argument("work", choices=WORKS, help="list, detach a month, attach a file")
    parser.add_argument("what", nargs="?", help="the month's name, or the file")
    parser.add_argument("--folder", default=".", help="where the file of a month goes")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked to the database of `MIGRATION_DATABASE_URL`; exit code 1 with a sentence if not."""
    return asyncio.run(_run(given.value("MIGRATION_DATABASE_URL"), arguments))


async def _run(url: str, arguments: argparse.Namespace) -> int:
    connection: asyncpg.Connection[asyncpg.Record] = await connect(url)
    try:
        await WORKS[arguments.work](connection, arguments)
    except NotThis as why:
        sys.stderr.write(f"{why}\n")
        return 1
    finally:
        await connection.close()
    return 0
