"""The ledger verified by the service itself, again and again, and by `accounts verify`, once."""

import argparse
import asyncio
import os
import sys

import asyncpg

from accounts.metrics import DIFFERENCES, VERIFIED
from accounts.store import verifications
from accounts.views.verification import CHECKS, differences, size
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context

log = get_logger()


async def verify_when_due(context: Context, every_seconds: float) -> None:
    """Verify the ledger if nobody has for so long and nobody does; show what the last time found."""
    if await verifications.is_due(context.pool, every_seconds):
        await _verify(context, every_seconds)
    last = await verifications.last(context.pool)
    if last is not None:
        DIFFERENCES.set(last["differences"])
        VERIFIED.set(last["verified_at"])


async def _verify(context: Context, every_seconds: float) -> None:
    """On a connection of its own: it may take longer than any statement of a request may."""
    connection = await asyncpg.connect(
        str(context.settings.database_url),
        server_settings={"application_name": f"{context.service} ledger verification"},
    )
    try:
        if not await verifications.claim(connection):
            return
        if not await verifications.is_due(connection, every_seconds):
            return
        found = await differences(connection)
        await verifications.keep(connection, len(found))
    finally:
        connection.terminate()
    if found:
        broken = sorted({line.partition(":")[0] for line in found})
        log.error("the ledger differs", differences=len(found), broken=broken)
    else:
        log.info("the ledger agrees")


async def _report(url: str) -> int:
    """Verify the ledger of a database and say what was found; 1 when one fen differs."""
    connection = await asyncpg.connect(url)
    try:
        found = await differences(connection)
        entries, days = await size(connection)
    finally:
        await connection.close()
    for line in found:
        sys.stdout.write(f"DIFFERENCE {line}\n")
    sys.stdout.write(
        f"{len(CHECKS) + 1} checks over {entries} entries and {days} sealed days: "
        f"{len(found)} differences\n"
    )
    return 1 if found else 0


def run(_arguments: argparse.Namespace) -> int:
    """Verify the ledger of `DATABASE_URL`; exit code 1 when one fen differs."""
    return asyncio.run(_report(os.environ["DATABASE_URL"]))
