"""Token and ticket that all instances share, and which instance may ask for them; by the database's clock."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from shared.base.db import Connection, Pool
from shared.sealing.personal_data import PersonalData
from wechat.sealed import CREDENTIAL

HOLDER = "token"
ACCESS_TOKEN, PAGE_TICKET = "access_token", "jsapi_ticket"

HOLD = """
INSERT INTO holder AS known (name, instance, until) VALUES ($1, $2, now() + $3)
ON CONFLICT (name) DO UPDATE SET instance = excluded.instance, until = excluded.until
WHERE known.instance = excluded.instance OR known.until < now()
RETURNING instance
"""


async def hold(pool: Pool, instance: uuid.UUID, lease: timedelta) -> bool:
    """Become the holder, or stay it; False while another instance is."""
    return await pool.fetchval(HOLD, HOLDER, instance, lease) is not None


RELEASE = "UPDATE holder SET until = now() WHERE name = $1 AND instance = $2"


async def release(pool: Pool, instance: uuid.UUID) -> None:
    """Let another instance be the holder at once."""
    await pool.execute(RELEASE, HOLDER, instance)


DUE = """
SELECT kind, version FROM credential WHERE renew_at > now()
"""


async def good(pool: Pool) -> dict[str, int]:
    """Which need not be renewed yet, and their versions."""
    return {row["kind"]: row["version"] for row in await pool.fetch(DUE)}


VERSION = "SELECT version FROM credential WHERE kind = $1"


async def version_of(pool: Pool, kind: str) -> int:
    """How often it was got; 0: never."""
    return await pool.fetchval(VERSION, kind) or 0


PUT = """
INSERT INTO credential AS known (kind, value_sealed, version, renew_at, expires_at)
SELECT $1, $2, 1, now() + $3, now() + $4
WHERE EXISTS (SELECT FROM holder WHERE name = $5 AND instance = $6 AND until > now())
ON CONFLICT (kind) DO UPDATE SET value_sealed = excluded.value_sealed, version = known.version + 1,
    renew_at = excluded.renew_at, expires_at = excluded.expires_at
"""


async def put(
    connection: Connection,
    data: PersonalData,
    kind: str,
    value: str,
    *,
    seconds: int,
    renew_seconds: float,
    instance: uuid.UUID,
) -> None:
    """Keep what was got, sealed, if this instance is the holder still."""
    life = timedelta(seconds=seconds)
    renew = max(life / 2, life - timedelta(seconds=renew_seconds))
    sealed = data.seal(value, CREDENTIAL, kind)
    await connection.execute(PUT, kind, sealed, renew, life, HOLDER, instance)


READ = """
SELECT value_sealed, version FROM credential WHERE kind = $1 AND expires_at > now()
"""


@dataclass(frozen=True, repr=False)
class Credential:
    """A token or ticket that is good."""

    value: str
    version: int


async def read(pool: Pool, data: PersonalData, kind: str) -> Credential | None:
    """Read it; None while there is none that is good."""
    row = await pool.fetchrow(READ, kind)
    if row is None:
        return None
    return Credential(data.open(row["value_sealed"], CREDENTIAL, kind), row["version"])


SPOIL = """
UPDATE credential SET renew_at = now(), expires_at = now() WHERE kind = $1 AND version = $2
RETURNING pg_notify('credential', kind)
"""


async def spoil(pool: Pool, kind: str, version: int) -> None:
    """WeChat says that this version is no longer good: nobody uses it, the holder gets another."""
    await pool.fetchval(SPOIL, kind, version)


MENU = "SELECT menu_hash FROM holder WHERE name = $1"
MENU_PUT = "UPDATE holder SET menu_hash = $2 WHERE name = $1"


async def menu_hash(pool: Pool) -> str | None:
    """Which menu WeChat was given last."""
    found: str | None = await pool.fetchval(MENU, HOLDER)
    return found


async def menu_was_put(pool: Pool, digest: str) -> None:
    """Remember which menu WeChat was given."""
    await pool.execute(MENU_PUT, HOLDER, digest)
