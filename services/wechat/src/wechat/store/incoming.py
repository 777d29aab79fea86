"""What came in: each signature for one body, each message once."""

from datetime import datetime
from uuid import UUID

from shared.base.db import Connection

USE_SIGNATURE = """
INSERT INTO callback AS known (signature_hash, body_hash, received_at) VALUES ($1, $2, $3)
ON CONFLICT (signature_hash) DO UPDATE SET received_at = known.received_at
RETURNING body_hash = $2
"""


async def use_signature(
    connection: Connection, signature_hash: str, body_hash: str, now: datetime
) -> bool:
    """Use a signature for a body; False where it was used for another one."""
    same: bool = await connection.fetchval(USE_SIGNATURE, signature_hash, body_hash, now)
    return same


REMEMBER = """
INSERT INTO incoming (source, message_id, openid_hash, received_at) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING RETURNING message_id
"""


async def remember(
    connection: Connection, source: str, message_id: UUID, openid_hash: str, now: datetime
) -> bool:
    """Remember a message; False where it came before."""
    made = await connection.fetchval(REMEMBER, source, message_id, openid_hash, now)
    return made is not None


COUNT = "SELECT count(*) FROM incoming WHERE openid_hash = $1 AND received_at > $2"


async def count(connection: Connection, openid_hash: str, since: datetime) -> int:
    """How much a WeChat user has sent since then."""
    found: int = await connection.fetchval(COUNT, openid_hash, since)
    return found


SENDERS = "SELECT message_id, openid_hash FROM incoming WHERE message_id = ANY($1::uuid[])"


async def senders(connection: Connection, message_ids: list[UUID]) -> dict[UUID, str]:
    """Who sent these messages, as hashes; whose time is over is missing."""
    rows = await connection.fetch(SENDERS, message_ids)
    return {row["message_id"]: row["openid_hash"] for row in rows}


PRUNE_CALLBACKS = "DELETE FROM callback WHERE received_at < $1"
PRUNE_INCOMING = "DELETE FROM incoming WHERE received_at < $1"


async def prune(connection: Connection, signatures_before: datetime, before: datetime) -> None:
    """Forget signatures that are too old to be used, and messages that are not repeated any more."""
    await connection.execute(PRUNE_CALLBACKS, signatures_before)
    await connection.execute(PRUNE_INCOMING, before)
