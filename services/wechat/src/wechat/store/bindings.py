"""Bindings of WeChat users to citizens, and the one-time states that lead to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection

PLACES = (1, 2, 3)
"""A citizen has three WeChat users at the most."""

ADD_AUTHORISATION = """
INSERT INTO authorisation (authorisation_id, state_hash, secret_hash, identity_id, person_id, expires_at)
VALUES ($1, $2, $3, $4, $5, $6)
"""


@dataclass(frozen=True)
class Authorisation:
    """A state on its way through WeChat, and whose it is."""

    authorisation_id: UUID
    state_hash: str
    secret_hash: str
    identity_id: UUID
    person_id: UUID
    expires_at: datetime


async def add_authorisation(connection: Connection, made: Authorisation) -> None:
    """Keep a one-time state."""
    await connection.execute(
        ADD_AUTHORISATION, made.authorisation_id, made.state_hash, made.secret_hash,
        made.identity_id, made.person_id, made.expires_at,
    )  # fmt: skip


TAKE = """
UPDATE authorisation SET taken_at = $5
WHERE state_hash = $1 AND secret_hash = $2 AND identity_id = $3 AND person_id = $4
  AND taken_at IS NULL AND expires_at > $5
RETURNING authorisation_id
"""
BOUND_BY = """
SELECT binding_id FROM authorisation
WHERE state_hash = $1 AND secret_hash = $2 AND identity_id = $3 AND person_id = $4
"""


@dataclass(frozen=True)
class Named:
    """By what a state is found: all of it, or nothing is."""

    state_hash: str
    secret_hash: str
    identity_id: UUID
    person_id: UUID


async def take(connection: Connection, named: Named, now: datetime) -> UUID | None:
    """Use a state up; None where it is another's, used or over."""
    found: UUID | None = await connection.fetchval(
        TAKE, named.state_hash, named.secret_hash, named.identity_id, named.person_id, now
    )
    return found


async def bound_by(connection: Connection, named: Named) -> UUID | None:
    """What a state of this login led to before."""
    found: UUID | None = await connection.fetchval(
        BOUND_BY, named.state_hash, named.secret_hash, named.identity_id, named.person_id
    )
    return found


@dataclass(frozen=True)
class Binding:
    """A WeChat user that stands for a citizen."""

    binding_id: UUID
    bound_at: datetime
    following: bool
    classes: tuple[str, ...]
    """Classes of notices that it has subscribed to."""


# Two bindings of one person at the same time find their places one after the other.
LOCK_PERSON = "SELECT pg_advisory_xact_lock(hashtext('wechat of'), hashtext($1::uuid::text))"
LIVE = """
SELECT binding_id, person_id, openid_hash, place FROM binding
WHERE (person_id = $1 OR openid_hash = $2) AND ended_at IS NULL
ORDER BY binding_id FOR UPDATE
"""


async def live(
    connection: Connection, person_id: UUID, openid_hash: str
) -> Sequence[asyncpg.Record]:
    """Lock the bindings of a person and of a WeChat user."""
    await connection.execute(LOCK_PERSON, person_id)
    rows: Sequence[asyncpg.Record] = await connection.fetch(LIVE, person_id, openid_hash)
    return rows


BIND = """
WITH bound AS (
    INSERT INTO binding (binding_id, person_id, openid_hash, place, bound_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (openid_hash) WHERE ended_at IS NULL DO NOTHING
    RETURNING binding_id
)
UPDATE authorisation SET binding_id = bound.binding_id FROM bound WHERE authorisation_id = $6
RETURNING authorisation.binding_id
"""


@dataclass(frozen=True)
class NewBinding:
    """A WeChat user that comes to stand for a citizen, by which authorisation."""

    binding_id: UUID
    person_id: UUID
    openid_hash: str
    place: int
    authorisation_id: UUID


async def bind(connection: Connection, new: NewBinding, now: datetime) -> bool:
    """Bind a WeChat user; False where somebody else was faster."""
    made = await connection.fetchval(
        BIND, new.binding_id, new.person_id, new.openid_hash, new.place, now, new.authorisation_id
    )
    return made is not None


LED_TO = "UPDATE authorisation SET binding_id = $2 WHERE authorisation_id = $1"


async def led_to(connection: Connection, authorisation_id: UUID, binding_id: UUID) -> None:
    """Remember which binding, that was there before, a state led to."""
    await connection.execute(LED_TO, authorisation_id, binding_id)


@dataclass(frozen=True)
class Ended:
    """A binding that has ended."""

    binding_id: UUID
    person_id: UUID


END_ONE = """
UPDATE binding SET ended_at = $3, ended_by = 'hall'
WHERE binding_id = $1 AND person_id = $2 AND ended_at IS NULL
RETURNING binding_id, person_id
"""
END_OF_USER = """
UPDATE binding SET ended_at = $2, ended_by = 'wechat'
WHERE openid_hash = $1 AND ended_at IS NULL
RETURNING binding_id, person_id
"""
END_OF_PERSONS = """
UPDATE binding SET ended_at = $2, ended_by = 'phone_changed'
WHERE person_id = ANY($1::uuid[]) AND ended_at IS NULL
RETURNING binding_id, person_id
"""


async def end_one(
    connection: Connection, binding_id: UUID, person_id: UUID, now: datetime
) -> list[Ended]:
    """End a binding of this person."""
    return _ended(await connection.fetch(END_ONE, binding_id, person_id, now))


async def end_of_user(connection: Connection, openid_hash: str, now: datetime) -> list[Ended]:
    """End the binding of a WeChat user."""
    return _ended(await connection.fetch(END_OF_USER, openid_hash, now))


async def end_of_persons(
    connection: Connection, persons: Sequence[UUID], now: datetime
) -> list[Ended]:
    """End all bindings of these persons."""
    return _ended(await connection.fetch(END_OF_PERSONS, persons, now))


# One that was made since is its owner's own act with a fresh code, however late the word comes.
END_OF_ERASED = """
UPDATE binding SET ended_at = $3, ended_by = 'erased'
FROM unnest($1::uuid[], $2::timestamptz[]) AS told (person_id, erased_at)
WHERE binding.person_id = told.person_id AND ended_at IS NULL AND bound_at <= told.erased_at
RETURNING binding_id, binding.person_id
"""


async def end_of_erased(
    connection: Connection, erased_at: Mapping[UUID, datetime], now: datetime
) -> list[Ended]:
    """End the bindings that these persons had when they were forgotten."""
    people, instants = list(erased_at), list(erased_at.values())
    return _ended(await connection.fetch(END_OF_ERASED, people, instants, now))


# A WeChat user may be somebody else's by now: what that one subscribed to is that one's.
UNSUBSCRIBE = """
DELETE FROM subscription USING binding
WHERE binding.openid_hash = subscription.openid_hash AND binding.person_id = ANY($1::uuid[])
  AND NOT EXISTS (SELECT FROM binding AS live
                  WHERE live.openid_hash = subscription.openid_hash AND live.ended_at IS NULL)
"""


async def unsubscribe(connection: Connection, persons: Sequence[UUID]) -> None:
    """Forget what the WeChat users that were theirs subscribed to."""
    await connection.execute(UNSUBSCRIBE, persons)


def _ended(rows: Sequence[asyncpg.Record]) -> list[Ended]:
    return [Ended(row["binding_id"], row["person_id"]) for row in rows]


OF_PERSON = """
SELECT binding_id, bound_at, following,
       ARRAY(SELECT class FROM subscription
             WHERE subscription.openid_hash = binding.openid_hash AND wanted ORDER BY class) AS classes
FROM binding JOIN follower USING (openid_hash)
WHERE person_id = $1 AND ended_at IS NULL ORDER BY bound_at, binding_id
"""
ONE = """
SELECT binding_id, bound_at, following,
       ARRAY(SELECT class FROM subscription
             WHERE subscription.openid_hash = binding.openid_hash AND wanted ORDER BY class) AS classes
FROM binding JOIN follower USING (openid_hash)
WHERE binding_id = $1
"""


async def of_person(connection: Connection, person_id: UUID) -> list[Binding]:
    """The WeChat users of a person, the oldest first."""
    return [_binding(row) for row in await connection.fetch(OF_PERSON, person_id)]


async def one(connection: Connection, binding_id: UUID) -> Binding:
    """A binding that was just made."""
    row = await connection.fetchrow(ONE, binding_id)
    assert row is not None
    return _binding(row)


def _binding(row: asyncpg.Record) -> Binding:
    return Binding(row["binding_id"], row["bound_at"], row["following"], tuple(row["classes"]))


PRUNE = "DELETE FROM authorisation WHERE expires_at < $1"


async def prune(connection: Connection, before: datetime) -> None:
    """Forget states that are long over."""
    await connection.execute(PRUNE, before)
