"""Signing keys as they are kept."""

from collections.abc import Sequence
from datetime import datetime

from gateway.rules.key_life import SigningKey
from shared.base.db import Connection, Pool

KEYS_LOCK = 0x12331
"""Advisory lock: one instance makes a key at a time."""
HOLD = "SELECT pg_advisory_xact_lock($1)"


async def hold(connection: Connection) -> None:
    """Let only this transaction make or take back keys until it ends."""
    await connection.execute(HOLD, KEYS_LOCK)


SELECT = """
SELECT key_id, private_sealed, public_jwk, signs_from FROM signing_key
WHERE withdrawn_at IS NULL ORDER BY signs_from
"""


async def load(connection: Connection | Pool) -> list[SigningKey]:
    """Read all keys that were not withdrawn."""
    return [SigningKey(**dict(row)) for row in await connection.fetch(SELECT)]


INSERT = """
INSERT INTO signing_key (key_id, private_sealed, public_jwk, created_at, signs_from)
VALUES ($1, $2, $3, $4, $5)
"""


async def add(connection: Connection, key: SigningKey, now: datetime) -> None:
    """Keep a new key."""
    await connection.execute(
        INSERT, key.key_id, key.private_sealed, key.public_jwk, now, key.signs_from
    )


SET_ASIDE = "UPDATE signing_key SET withdrawn_at = $2 WHERE key_id = $1"


async def set_aside(connection: Connection, key_id: str, now: datetime) -> None:
    """Publish a key no more; its row stays for whoever looks into it."""
    await connection.execute(SET_ASIDE, key_id, now)


SEAL_ANEW = "UPDATE signing_key SET private_sealed = $2 WHERE key_id = $1"


async def seal_anew(connection: Connection, key_id: str, private_sealed: str) -> None:
    """Keep a private half as it was sealed again."""
    await connection.execute(SEAL_ANEW, key_id, private_sealed)


WITHDRAW = "UPDATE signing_key SET withdrawn_at = $1 WHERE withdrawn_at IS NULL"


async def withdraw(connection: Connection, now: datetime) -> None:
    """Take all keys back, and so every token that they signed."""
    await connection.execute(WITHDRAW, now)


WITHDRAW_TO_COME = "UPDATE signing_key SET withdrawn_at = $1 WHERE signs_from > $1"


async def withdraw_to_come(connection: Connection, now: datetime) -> None:
    """Take back the keys that have not signed yet."""
    await connection.execute(WITHDRAW_TO_COME, now)


DELETE = """
DELETE FROM signing_key
WHERE NOT key_id = ANY($1::text[]) AND signs_from <= $2 AND withdrawn_at IS NULL
"""


async def forget_others(connection: Connection, kept: Sequence[SigningKey], now: datetime) -> None:
    """Delete the keys that have begun to sign and are not among those kept."""
    await connection.execute(DELETE, [key.key_id for key in kept], now)
