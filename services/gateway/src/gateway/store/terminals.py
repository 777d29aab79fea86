"""Terminals: what was opened through them, and how they say that they are."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection

HOLD = "SELECT true FROM identity WHERE id = $1 AND disabled_at IS NULL FOR SHARE"


async def hold(connection: Connection, terminal_id: UUID) -> bool:
    """Keep a terminal from being revoked until this transaction is over; false where it was."""
    return bool(await connection.fetchval(HOLD, terminal_id))


END_ALL = """
UPDATE session SET ended_at = $2, end_reason = 'terminal_revoked'
WHERE terminal_id = $1 AND ended_at IS NULL
"""


async def end_all(connection: Connection, terminal_id: UUID, now: datetime) -> None:
    """End whatever was opened through a terminal."""
    await connection.execute(END_ALL, terminal_id, now)


REPORT = (
    "UPDATE device_credential SET seen_at = $2, printer = $3, reader = $4 WHERE identity_id = $1"
)


async def report(
    connection: Connection, terminal_id: UUID, now: datetime, printer: str, reader: str
) -> None:
    """Keep how a terminal says that it is."""
    await connection.execute(REPORT, terminal_id, now, printer, reader)


@dataclass(frozen=True)
class Standing:
    """How the kiosks stand together: those that were seen and not revoked."""

    silent: int
    in_need: int
    """Of those that are heard: no paper, a jam, or a part that does not answer."""


STANDING = """
SELECT count(*) FILTER (WHERE d.seen_at < $1) AS silent,
       count(*) FILTER (WHERE d.seen_at >= $1 AND (
           d.printer IN ('out_of_paper', 'jammed', 'away') OR d.reader = 'away')) AS in_need
FROM device_credential d JOIN identity i ON i.id = d.identity_id
WHERE d.channel = 'kiosk' AND i.disabled_at IS NULL
"""


async def standing(connection: Connection, heard_since: datetime) -> Standing:
    """Count the kiosks that are silent or need somebody's hands."""
    row = await connection.fetchrow(STANDING, heard_since)
    assert row is not None
    return Standing(row["silent"], row["in_need"])
