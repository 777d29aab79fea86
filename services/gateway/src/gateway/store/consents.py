"""Consents: added, never changed; the last one of a purpose holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection, Pool
from shared.identity.principal import Principal


@dataclass(frozen=True)
class Consent:
    """What somebody said last about a purpose."""

    version: str
    given: bool
    at: datetime


LAST = """
SELECT DISTINCT ON (purpose) purpose, version, given, at
FROM consent WHERE person_id = $1 ORDER BY purpose, id DESC
"""


async def last(pool: Pool, person_id: UUID) -> Mapping[str, Consent]:
    """What a person said last, by purpose."""
    rows = await pool.fetch(LAST, person_id)
    return {row["purpose"]: Consent(row["version"], row["given"], row["at"]) for row in rows}


ADD = """
INSERT INTO consent (person_id, identity_id, purpose, version, given, channel, at)
SELECT $1, $2, $3, $4, $5, $6, $7
WHERE row($4::text, $5::boolean) IS DISTINCT FROM (
    SELECT row(version, given) FROM consent WHERE person_id = $1 AND purpose = $3
    ORDER BY id DESC LIMIT 1
)
"""


async def add(connection: Connection, caller: Principal, purpose: str, consent: Consent) -> None:
    """Keep what somebody says; saying it again adds nothing."""
    await connection.execute(
        ADD,
        caller.person_id,
        caller.identity_id,
        purpose,
        consent.version,
        consent.given,
        caller.channel,
        consent.at,
    )
