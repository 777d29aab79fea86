"""Staff, self-service terminals, and what administrators did."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from gateway import row_seals
from gateway.store.identities import (
    IDENTITY_COLUMNS,
    Identity,
    identity_of,
    is_genuine,
    row_seal_of,
)
from shared.base.db import Connection, Pool
from shared.sealing.personal_data import PersonalData


@dataclass(frozen=True)
class Staff:
    """A member of staff as administrators see it."""

    identity: Identity
    login: str
    active: bool
    disabled_at: datetime | None
    created_at: datetime
    office_id: UUID | None


def _staff(row: asyncpg.Record) -> Staff:
    return Staff(
        identity_of(row),
        row["login"],
        row["active"],
        row["disabled_at"],
        row["created_at"],
        row["office_id"],
    )


ADD_CREDENTIAL = """
INSERT INTO staff_credential (identity_id, login, created_by) VALUES ($1, $2, $3)
"""


async def add_credential(
    connection: Connection,
    identity_id: UUID,
    login: str,
    *,
    created_by: UUID | None = None,
) -> None:
    """Keep a login that has yet to be activated; raises `asyncpg.UniqueViolationError`."""
    await connection.execute(ADD_CREDENTIAL, identity_id, login, created_by)


FOUNDING_LOCK = "SELECT pg_advisory_xact_lock(hashtext('founding staff'))"
ANYBODY_IN = """
SELECT EXISTS (SELECT FROM staff_credential JOIN identity ON identity.id = identity_id
               WHERE password_hash IS NOT NULL AND role LIKE 'staff%')
"""


async def somebody_is_in(connection: Connection) -> bool:
    """Whether any member of staff has activated a login; one command asks at a time."""
    await connection.execute(FOUNDING_LOCK)
    return bool(await connection.fetchval(ANYBODY_IN))


LOGIN_OF = "SELECT login FROM staff_credential WHERE identity_id = $1"


async def login_of(connection: Connection, identity_id: UUID) -> str | None:
    """What a member of staff logs in with."""
    login: str | None = await connection.fetchval(LOGIN_OF, identity_id)
    return login


@dataclass(frozen=True)
class Credential:
    """What a login must fit."""

    identity: Identity
    password_hash: str | None
    totp_secret_sealed: str | None
    totp_last_step: int
    activation_hash: str | None
    activation_until: datetime | None


READ_CREDENTIAL = f"""
SELECT {IDENTITY_COLUMNS},
       c.password_hash, c.totp_secret_sealed, c.totp_last_step, c.activation_hash,
       c.activation_until
FROM staff_credential c JOIN identity i ON i.id = c.identity_id
WHERE c.login = $1 AND i.disabled_at IS NULL
"""  # noqa: S608
LOCK_CREDENTIAL = READ_CREDENTIAL + "FOR UPDATE OF c"


async def credential(
    connection: Connection | Pool, login: str, *, lock: bool = False
) -> Credential | None:
    """Read what a login must fit."""
    query = LOCK_CREDENTIAL if lock else READ_CREDENTIAL
    row = await connection.fetchrow(query, login)
    if row is None:
        return None
    return Credential(
        identity_of(row),
        row["password_hash"],
        row["totp_secret_sealed"],
        row["totp_last_step"],
        row["activation_hash"],
        row["activation_until"],
    )


USE_TOTP = "UPDATE staff_credential SET totp_last_step = $2 WHERE identity_id = $1"


async def use_totp(connection: Connection, identity_id: UUID, step: int) -> None:
    """A one-time password works once."""
    await connection.execute(USE_TOTP, identity_id, step)


AWAIT_ACTIVATION = """
UPDATE staff_credential
SET password_hash = NULL, totp_secret_sealed = NULL, activation_hash = $2, activation_until = $3
WHERE identity_id = $1
"""


async def await_activation(
    connection: Connection, identity_id: UUID, activation_hash: str, until: datetime
) -> None:
    """Let a member of staff choose a password and an authenticator anew."""
    await connection.execute(AWAIT_ACTIVATION, identity_id, activation_hash, until)


ACTIVATE = """
UPDATE staff_credential
SET password_hash = $2, totp_secret_sealed = $3, activation_hash = NULL, activation_until = NULL
WHERE identity_id = $1
"""


async def activate(
    connection: Connection, identity_id: UUID, password_hash: str, totp_secret_sealed: str
) -> None:
    """Keep what a member of staff chose."""
    await connection.execute(ACTIVATE, identity_id, password_hash, totp_secret_sealed)


STAFF = f"""
SELECT {IDENTITY_COLUMNS},
       i.created_at, i.disabled_at, c.login, c.password_hash IS NOT NULL AS active, c.office_id
FROM identity i JOIN staff_credential c ON c.identity_id = i.id
WHERE i.role LIKE 'staff%'
"""  # noqa: S608
STAFF_AFTER = STAFF + "AND c.login > $1 ORDER BY c.login LIMIT $2"


async def staff_after(pool: Pool, login: str, limit: int) -> Sequence[Staff]:
    """List staff by login."""
    return [_staff(row) for row in await pool.fetch(STAFF_AFTER, login, limit)]


LOCK_STAFF = STAFF + "AND i.id = $1 FOR UPDATE OF i"


async def lock_staff(connection: Connection, identity_id: UUID) -> Staff | None:
    """Lock a member of staff."""
    row = await connection.fetchrow(LOCK_STAFF, identity_id)
    return _staff(row) if row else None


FIND_STAFF = STAFF + "AND c.login = $1 FOR UPDATE OF i"


async def find_staff(connection: Connection, login: str) -> Staff | None:
    """Find and lock a member of staff by login."""
    row = await connection.fetchrow(FIND_STAFF, login)
    return _staff(row) if row else None


DISABLE = "UPDATE identity SET disabled_at = $2, row_seal = $3, seal_salt = $4 WHERE id = $1"


async def disable(
    connection: Connection, data: PersonalData, identity: Identity, now: datetime
) -> None:
    """Shut somebody out who is locked; a row that somebody else has written is shut too, unsealed."""
    genuine = is_genuine(identity, data)
    shut = replace(identity, disabled_at=now, seal_salt=uuid4())
    seal = row_seal_of(shut, data) if genuine else None
    await connection.execute(DISABLE, identity.id, now, seal, shut.seal_salt)


ADD_DEVICE = """
INSERT INTO device_credential (identity_id, client_id, secret_hash, channel, row_seal)
VALUES ($1, $2, $3, $4, $5)
"""


async def add_device(
    connection: Connection,
    data: PersonalData,
    identity_id: UUID,
    *,
    client_id: str,
    secret_hash: str,
    channel: str,
) -> None:
    """Keep a terminal's client id, the hash of its secret and what it speaks for."""
    columns = (identity_id, client_id, secret_hash, channel)
    seal = row_seals.seal_of(data, "device_credential", *columns)
    await connection.execute(ADD_DEVICE, *columns, seal)


@dataclass(frozen=True)
class Device:
    """A terminal as administrators know it."""

    identity: Identity
    client_id: str
    secret_hash: str
    channel: Any
    created_at: datetime
    disabled_at: datetime | None
    seen_at: datetime | None
    printer: Any
    reader: Any
    row_seal: str | None

    def is_genuine(self, data: PersonalData) -> bool:
        """Whether the gateway has written the row as it stands; one that it has not is told of."""
        columns, row = self._sealed_columns, self.identity.id
        return row_seals.counts(self.row_seal, data, "device_credential", *columns, row=row)

    def seal_for(self, data: PersonalData) -> str:
        """What its row is sealed with."""
        return row_seals.seal_of(data, "device_credential", *self._sealed_columns)

    @property
    def _sealed_columns(self) -> tuple[row_seals.Told, ...]:
        return self.identity.id, self.client_id, self.secret_hash, self.channel


DEVICE = f"""
SELECT {IDENTITY_COLUMNS},
       i.created_at, i.disabled_at, d.client_id, d.secret_hash, d.channel,
       d.seen_at, d.printer, d.reader, d.row_seal
FROM device_credential d JOIN identity i ON i.id = d.identity_id
"""  # noqa: S608
FIND_DEVICE = DEVICE + "WHERE d.client_id = $1 AND i.disabled_at IS NULL"


async def find_device(connection: Connection, client_id: str) -> Device | None:
    """Find a terminal that was not revoked."""
    row = await connection.fetchrow(FIND_DEVICE, client_id)
    return device_of(row) if row else None


LOCK_DEVICE = DEVICE + "WHERE d.client_id = $1 FOR UPDATE OF i"


async def lock_device(connection: Connection, client_id: str) -> Device | None:
    """Find and lock a terminal, revoked or not."""
    row = await connection.fetchrow(LOCK_DEVICE, client_id)
    return device_of(row) if row else None


DEVICES = DEVICE + "ORDER BY i.created_at, d.client_id"


async def devices(pool: Pool) -> Sequence[Device]:
    """All terminals there ever were."""
    return [device_of(row) for row in await pool.fetch(DEVICES)]


def device_of(row: asyncpg.Record) -> Device:
    """Read the columns of `DEVICE`."""
    names = (
        "client_id", "secret_hash", "channel", "created_at", "disabled_at", "seen_at", "printer",
        "reader", "row_seal",
    )  # fmt: skip
    return Device(identity_of(row), *(row[name] for name in names))


RECORD_ACTION = """
INSERT INTO staff_action (at, actor_id, action, identity_id) VALUES ($1, $2, $3, $4)
"""


async def record_action(
    connection: Connection, now: datetime, actor_id: UUID, action: str, identity_id: UUID | None
) -> None:
    """Keep what an administrator did for ever."""
    await connection.execute(RECORD_ACTION, now, actor_id, action, identity_id)
