"""Corrections of names and ID numbers, and who has what from then on. Set-based."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import datetime, timedelta
from uuid import UUID

import asyncpg

from gateway.rules.corrections import Ground, Person, State
from gateway.sealed import (
    CORRECTED_ID_NUMBER,
    CORRECTED_NAME,
    ID_NUMBER,
    ID_NUMBER_BEFORE,
    NAME,
    NAME_BEFORE,
)
from gateway.store import identities
from shared.base.db import Connection, Pool
from shared.base.id_documents import IdDocument, IdType
from shared.sealing.personal_data import PersonalData


@dataclass(frozen=True)
class Correction:
    """A correction (信息更正), its personal data sealed to the row."""

    id: UUID
    identity_id: UUID
    by_whom: str
    """`oneself`, `employer` or `counter`."""
    state: State
    reason: Ground | None
    asked_at: datetime
    tries: int
    """How often the register was asked."""
    next_ask_at: datetime | None
    state_since: datetime
    id_type: str
    id_type_before: str
    name_sealed: str
    id_number_sealed: str
    name_before_sealed: str
    id_number_before_sealed: str
    id_number_hash_before: str
    evidence: tuple[str, ...] = ()


_NAMES = tuple(one.name for one in fields(Correction))
_COLUMNS = ", ".join(_NAMES)
_PLACES = ", ".join(f"${place}" for place in range(1, len(_NAMES) + 1))

ADD = f"INSERT INTO identity_correction ({_COLUMNS}) VALUES ({_PLACES})"  # noqa: S608


async def add(connection: Connection, new: Correction) -> None:
    """Keep a correction."""
    await connection.execute(ADD, *(getattr(new, name) for name in _NAMES))


WITHDRAW = f"""
UPDATE identity_correction SET state = 'withdrawn', next_ask_at = NULL, state_since = $2
WHERE identity_id = $1 AND state IN ('asking', 'referred')
RETURNING {_COLUMNS}
"""  # noqa: S608


async def withdraw(connection: Connection, identity_id: UUID, now: datetime) -> list[Correction]:
    """End what is open of somebody, whose identity is locked; return it."""
    return [_read(row) for row in await connection.fetch(WITHDRAW, identity_id, now)]


KNOWN = "SELECT id FROM identity_correction WHERE id = ANY($1::uuid[])"


async def known(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these corrections there are already."""
    return {row["id"] for row in await connection.fetch(KNOWN, ids)}


OPEN_BY_ONESELF = """
SELECT EXISTS (SELECT FROM identity_correction
               WHERE identity_id = $1 AND by_whom = 'oneself' AND state IN ('asking', 'referred'))
"""


async def open_by_oneself(connection: Connection, identity_id: UUID) -> bool:
    """Whether somebody, whose identity is locked, waits for a correction of their own asking."""
    return bool(await connection.fetchval(OPEN_BY_ONESELF, identity_id))


ASKED_SINCE = """
SELECT count(*) FROM identity_correction WHERE identity_id = $1 AND by_whom = 'oneself' AND asked_at > $2
"""


async def asked_since(connection: Connection, identity_id: UUID, since: datetime) -> int:
    """How many corrections somebody has asked for since then."""
    return int(await connection.fetchval(ASKED_SINCE, identity_id, since))


CLAIM = f"""
UPDATE identity_correction SET tries = tries + 1, next_ask_at = $2
WHERE id IN (SELECT id FROM identity_correction WHERE state = 'asking' AND next_ask_at <= $1
             ORDER BY next_ask_at LIMIT $3 FOR UPDATE SKIP LOCKED)
RETURNING {_COLUMNS}
"""  # noqa: S608


async def claim(
    connection: Connection, now: datetime, lease: timedelta, limit: int
) -> list[Correction]:
    """Take corrections that the register is to be asked about; of a dead process they come again."""
    return [_read(row) for row in await connection.fetch(CLAIM, now, now + lease, limit)]


LOCK_ASKING = (
    f"SELECT {_COLUMNS} FROM identity_correction WHERE id = $1 AND state = 'asking' FOR UPDATE"  # noqa: S608
)


async def lock_asking(connection: Connection, correction_id: UUID) -> Correction | None:
    """Lock a correction that still waits for the register."""
    row = await connection.fetchrow(LOCK_ASKING, correction_id)
    return _read(row) if row else None


MOVE = """
UPDATE identity_correction SET state = $2, reason = $3, next_ask_at = $4, state_since = $5 WHERE id = $1
"""


async def move(
    connection: Connection,
    correction_id: UUID,
    state: State,
    reason: Ground | None,
    now: datetime,
    *,
    next_ask_at: datetime | None = None,
) -> None:
    """Let a locked correction stand so from now on."""
    await connection.execute(MOVE, correction_id, state, reason, next_ask_at, now)


EXPIRE = f"""
UPDATE identity_correction SET state = 'expired', state_since = $2
WHERE id IN (SELECT id FROM identity_correction WHERE state = 'referred' AND state_since <= $1
             ORDER BY state_since LIMIT $3 FOR UPDATE SKIP LOCKED)
RETURNING {_COLUMNS}
"""  # noqa: S608


async def expire(
    connection: Connection, before: datetime, now: datetime, limit: int
) -> list[Correction]:
    """End those that were referred and that nobody came for."""
    return [_read(row) for row in await connection.fetch(EXPIRE, before, now, limit)]


OF_IDENTITY = f"""
SELECT {_COLUMNS} FROM identity_correction WHERE identity_id = $1 ORDER BY asked_at DESC, id LIMIT $2
"""  # noqa: S608


async def of_identity(source: Connection | Pool, identity_id: UUID, limit: int) -> list[Correction]:
    """List somebody's corrections, newest first."""
    return [_read(row) for row in await source.fetch(OF_IDENTITY, identity_id, limit)]


REFERRED = f"""
SELECT {_COLUMNS} FROM identity_correction WHERE state = 'referred' AND (state_since, id) > ($1, $2)
ORDER BY state_since, id LIMIT $3
"""  # noqa: S608


async def referred(pool: Pool, after: tuple[datetime, UUID], limit: int) -> list[Correction]:
    """List those that wait for two people of the centre, the oldest first."""
    return [_read(row) for row in await pool.fetch(REFERRED, *after, limit)]


WAITING = """
SELECT state, count(*) AS found FROM identity_correction WHERE state IN ('asking', 'referred') GROUP BY state
"""


async def waiting(connection: Connection) -> dict[State, int]:
    """Count what is open."""
    rows = await connection.fetch(WAITING)
    return {State(row["state"]): row["found"] for row in rows}


@dataclass(frozen=True)
class OnFile:
    """What is on file of a human in one capacity."""

    identity_id: UUID
    role: str
    person_id: UUID | None
    name_sealed: str
    id_type: str
    id_number_sealed: str
    id_number_hash: str


ON_FILE = """
SELECT id AS identity_id, role, person_id, name_sealed, id_type, id_number_sealed, id_number_hash
FROM identity
"""
CITIZEN = (
    ON_FILE
    + "WHERE id = $1 AND role = 'individual' AND disabled_at IS NULL AND id_number_sealed IS NOT NULL"
)
OTHERS = (
    ON_FILE
    + "WHERE id_number_hash = ANY($1::text[]) AND role <> 'individual' AND disabled_at IS NULL"
    + " ORDER BY id FOR UPDATE"
)


async def citizen(source: Connection | Pool, identity_id: UUID) -> OnFile | None:
    """Read what is on file of a citizen; None where only the hash of the number was kept."""
    row = await source.fetchrow(CITIZEN, identity_id)
    return OnFile(**row) if row else None


async def other_capacities(connection: Connection, hashes: Sequence[str]) -> list[OnFile]:
    """Lock the logins of operators and staff that are known by one of these numbers."""
    return [OnFile(**row) for row in await connection.fetch(OTHERS, hashes)]


COMPLETE = """
UPDATE identity SET id_number_sealed = $2, id_type = $3 WHERE id = $1 AND id_number_sealed IS NULL
"""


async def complete(
    connection: Connection, identity_id: UUID, id_number_sealed: str, id_type: str
) -> None:
    """Keep the number, too, of a login of which only its hash was kept, and which that number has found."""
    await connection.execute(COMPLETE, identity_id, id_number_sealed, id_type)


HAS_NUMBER = "SELECT EXISTS (SELECT FROM identity WHERE id = $1 AND id_number_hash = $2)"


async def has_number(connection: Connection, identity_id: UUID, id_number_hash: str) -> bool:
    """Whether an identity, in whatever capacity, is known by a number."""
    return bool(await connection.fetchval(HAS_NUMBER, identity_id, id_number_hash))


@dataclass(frozen=True)
class Taken:
    """What is on file in one capacity from now on."""

    identity_id: UUID
    name_sealed: str
    id_number_sealed: str


TAKE = """
UPDATE identity SET name_sealed = new.name, id_number_sealed = new.id_number, id_type = $4
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS new (id, name, id_number) WHERE identity.id = new.id
"""


async def take(
    connection: Connection,
    data: PersonalData,
    rows: Sequence[Taken],
    *,
    id_number_hash: str,
    id_type: str,
) -> None:
    """Write a name and a number in all capacities of a human, a handful, each sealed anew.

    Raises `asyncpg.UniqueViolationError`, and `NOT_GENUINE` where the gateway has not written a row.
    """
    for one in rows:
        await identities.change(connection, data, one.identity_id, id_number_hash=id_number_hash)
    columns = [list(one) for one in zip(*(astuple(row) for row in rows), strict=True)]
    await connection.execute(TAKE, *columns, id_type)


def _read(row: asyncpg.Record) -> Correction:
    values = {name: row[name] for name in _NAMES}
    reason = Ground(row["reason"]) if row["reason"] else None
    read = {"state": State(row["state"]), "reason": reason, "evidence": tuple(row["evidence"])}
    return Correction(**values | read)


def person_of(on_file: OnFile, data: PersonalData) -> Person:
    """Open the name and the document that are on file."""
    number = data.open(on_file.id_number_sealed, ID_NUMBER, on_file.identity_id)
    return Person(
        data.open(on_file.name_sealed, NAME, on_file.identity_id),
        IdDocument(IdType(on_file.id_type), number),
    )


def wanted_of(correction: Correction, data: PersonalData) -> Person:
    """Open what a correction wants to be on file."""
    number = data.open(correction.id_number_sealed, CORRECTED_ID_NUMBER, correction.id)
    return Person(
        data.open(correction.name_sealed, CORRECTED_NAME, correction.id),
        IdDocument(IdType(correction.id_type), number),
    )


def before_of(correction: Correction, data: PersonalData) -> Person:
    """Open what was on file when a correction was asked for."""
    number = data.open(correction.id_number_before_sealed, ID_NUMBER_BEFORE, correction.id)
    return Person(
        data.open(correction.name_before_sealed, NAME_BEFORE, correction.id),
        IdDocument(IdType(correction.id_type_before), number),
    )
