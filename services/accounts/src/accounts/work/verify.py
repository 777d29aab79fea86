"""The ledger verified once, by whoever types `accounts verify`."""

import argparse
import asyncio
import sys

from accounts.views.verification import CHECKS, differences, size
from shared.base import given
from shared.base.db import connect


async def report(url: str) -> int:
    """Verify the ledger of a database and say what was found; 1 when one fen differs."""
    connection = await connect(url)
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
    return asyncio.run(report(given.value("DATABASE_URL")))
