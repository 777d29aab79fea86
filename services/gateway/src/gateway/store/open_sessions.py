"""Sessions and their refresh tokens."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gateway import row_seals
from gateway.process import Presented
from gateway.store.identities import IDENTITY_COLUMNS, Identity, identity_of
from shared.base.db import Connection, Pool
from shared.sealing.personal_data import PersonalData


@dataclass(frozen=True)
class Session:
    """What a session is, from its first token to its last."""

    id: UUID
    identity_id: UUID
    channel: str
    expires_at: datetime

    def seal_for(self, token_hash: str, data: PersonalData) -> str:
        """What the row of one of its refresh tokens is sealed with."""
        return row_seals.seal_of(data, "refresh_token", *self._sealed(token_hash))

    def has_sealed(self, row_seal: str | None, token_hash: str, data: PersonalData) -> bool:
        """Whether a refresh token was made for this session, as it stands; else it is told of."""
        columns = self._sealed(token_hash)
        return row_seals.is_genuine(row_seal, data, "refresh_token", *columns, row=self.id)

    def _sealed(self, token_hash: str) -> tuple[row_seals.Told, ...]:
        return token_hash, self.id, self.identity_id, self.channel, self.expires_at


OPEN_SESSION = """
INSERT INTO session (id, identity_id, challenge_id, channel, created_at, expires_at, terminal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""


async def open_session(
    connection: Connection,
    session: Session,
    *,
    challenge_id: UUID | None,
    now: datetime,
    terminal_id: UUID | None,
) -> None:
    """Keep a new session."""
    await connection.execute(
        OPEN_SESSION,
        session.id,
        session.identity_id,
        challenge_id,
        session.channel,
        now,
        session.expires_at,
        terminal_id,
    )


ADD_REFRESH = """
INSERT INTO refresh_token (token_hash, session_id, issued_at, expires_at, row_seal)
VALUES ($1, $2, $3, $4, $5)
"""


async def add_token(
    connection: Connection,
    data: PersonalData,
    session: Session,
    token_hash: str,
    *,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Keep the hash of a session's next refresh token."""
    seal = session.seal_for(token_hash, data)
    await connection.execute(ADD_REFRESH, token_hash, session.id, now, expires_at, seal)


@dataclass(frozen=True)
class Continued:
    """A refresh token that was found, locked with its session."""

    presented: Presented
    session: Session
    identity: Identity
    row_seal: str | None


LOCK_REFRESH = f"""
SELECT r.expires_at, r.used_at, r.row_seal, s.id AS session_id, s.channel, s.ended_at,
       s.expires_at AS session_expires_at, i.disabled_at,
       coalesce((SELECT n.used_at IS NOT NULL FROM refresh_token n WHERE n.token_hash = $2), false)
           AS successor_used,
       {IDENTITY_COLUMNS}
FROM refresh_token r
JOIN session s ON s.id = r.session_id
JOIN identity i ON i.id = s.identity_id
WHERE r.token_hash = $1
FOR UPDATE OF s, r
"""  # noqa: S608
HOLD_SESSION = """
SELECT s.id FROM session s JOIN refresh_token r ON r.session_id = s.id
WHERE r.token_hash = $1 FOR UPDATE OF s
"""


async def lock_token(
    connection: Connection, token_hash: str, successor_hash: str
) -> Continued | None:
    """Lock a refresh token and its session; what another transaction did meanwhile is seen."""
    if await connection.fetchval(HOLD_SESSION, token_hash) is None:
        return None
    row = await connection.fetchrow(LOCK_REFRESH, token_hash, successor_hash)
    if row is None:
        return None
    return Continued(
        Presented(
            expires_at=row["expires_at"],
            used_at=row["used_at"],
            successor_used=row["successor_used"],
            session_ended=row["ended_at"] is not None or row["disabled_at"] is not None,
            session_expires_at=row["session_expires_at"],
        ),
        Session(row["session_id"], row["identity_id"], row["channel"], row["session_expires_at"]),
        identity_of(row),
        row["row_seal"],
    )


USE_REFRESH = "UPDATE refresh_token SET used_at = $2 WHERE token_hash = $1"


async def use_token(connection: Connection, token_hash: str, now: datetime) -> None:
    """Note that a refresh token was exchanged."""
    await connection.execute(USE_REFRESH, token_hash, now)


END_SESSION = """
UPDATE session SET ended_at = $2, end_reason = $3 WHERE id = $1 AND ended_at IS NULL
"""


async def end_session(connection: Connection, session_id: UUID, now: datetime, reason: str) -> None:
    """End a session and every refresh token of it."""
    await connection.execute(END_SESSION, session_id, now, reason)


END_ALL = """
UPDATE session SET ended_at = $2, end_reason = $3 WHERE identity_id = $1 AND ended_at IS NULL
"""


async def end_all(connection: Connection, identity_id: UUID, now: datetime, reason: str) -> None:
    """End all sessions of an identity."""
    await connection.execute(END_ALL, identity_id, now, reason)


END_EVERYBODY = """
UPDATE session SET ended_at = $1, end_reason = 'upgraded' WHERE ended_at IS NULL
"""


async def end_everybody(connection: Connection, now: datetime) -> None:
    """End every session: the database is not the one in which they were opened."""
    await connection.execute(END_EVERYBODY, now)


OWNER_OF = "SELECT identity_id FROM session WHERE id = $1"


async def owner_of(pool: Pool, session_id: UUID) -> UUID:
    """Whose session it is."""
    identity_id: UUID = await pool.fetchval(OWNER_OF, session_id)
    return identity_id


END_OTHERS = """
UPDATE session SET ended_at = $3, end_reason = $4
WHERE identity_id = $1 AND id <> $2 AND ended_at IS NULL
"""


async def end_others(
    connection: Connection, identity_id: UUID, session_id: UUID, now: datetime, reason: str
) -> None:
    """End all sessions of an identity but one."""
    await connection.execute(END_OTHERS, identity_id, session_id, now, reason)


END_OLDEST = """
UPDATE session SET ended_at = $2, end_reason = 'too_many' WHERE id IN (
    SELECT id FROM session WHERE identity_id = $1 AND ended_at IS NULL AND expires_at > $2
    ORDER BY created_at DESC, id OFFSET $3)
"""


async def end_oldest(connection: Connection, identity_id: UUID, now: datetime, most: int) -> None:
    """Leave an identity so many sessions, the newest."""
    await connection.execute(END_OLDEST, identity_id, now, most)


END_OWN = """
UPDATE session SET ended_at = $3, end_reason = 'ended_by_owner'
WHERE id = $2 AND identity_id = $1 AND ended_at IS NULL AND expires_at > $3 RETURNING true
"""


async def end_own(
    connection: Connection, identity_id: UUID, session_id: UUID, now: datetime
) -> bool:
    """End a session of an identity; false where it has no such session."""
    return bool(await connection.fetchval(END_OWN, identity_id, session_id, now))


IS_LIVE = """
SELECT s.ended_at IS NULL AND s.expires_at > $2 AND i.disabled_at IS NULL
FROM session s JOIN identity i ON i.id = s.identity_id WHERE s.id = $1
"""


async def is_live(pool: Pool, session_id: UUID, now: datetime) -> bool:
    """Whether a session goes on."""
    return bool(await pool.fetchval(IS_LIVE, session_id, now))


ENDED_SINCE = "SELECT id FROM session WHERE ended_at > $1"


async def ended_since(pool: Pool, since: datetime) -> list[UUID]:
    """Sessions that ended lately."""
    return [row["id"] for row in await pool.fetch(ENDED_SINCE, since)]
