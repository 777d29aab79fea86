"""WeChat users: who follows, who subscribes to what; by WeChat's clock: an older word changes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection
from shared.sealing.personal_data import PersonalData
from wechat.sealed import OPENID


@dataclass(frozen=True, repr=False)
class Heard:
    """A WeChat user of whom something was heard."""

    openid_hash: str
    openid_sealed: str
    following: bool
    at: datetime

    @classmethod
    def of(cls, data: PersonalData, openid: str, at: datetime, *, following: bool) -> "Heard":
        """Seal and hash an openid."""
        openid_hash = hash_of(data, openid)
        return cls(openid_hash, data.seal(openid, OPENID, openid_hash), following, at)


def hash_of(data: PersonalData, openid: str) -> str:
    """By what a WeChat user is found."""
    return data.lookup_hash(f"openid {openid}")


KEEP = """
INSERT INTO follower AS known (openid_hash, openid_sealed, following, changed_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT (openid_hash) DO UPDATE
SET following = excluded.following, changed_at = excluded.changed_at
WHERE excluded.changed_at >= known.changed_at
"""
KNOW = """
INSERT INTO follower (openid_hash, openid_sealed, following, changed_at)
VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
"""


async def keep(connection: Connection, heard: Heard) -> None:
    """Remember whether somebody follows, unless something newer is known."""
    await connection.execute(
        KEEP, heard.openid_hash, heard.openid_sealed, heard.following, heard.at
    )


async def know(connection: Connection, heard: Heard) -> None:
    """Know somebody, without touching what is known already."""
    await connection.execute(
        KNOW, heard.openid_hash, heard.openid_sealed, heard.following, heard.at
    )


GONE = """
UPDATE follower SET following = false, changed_at = greatest(changed_at, $2)
WHERE openid_hash = ANY($1::text[]) AND following
"""


async def gone(connection: Connection, hashes: Sequence[str], now: datetime) -> None:
    """WeChat says that these do not follow, or are none."""
    await connection.execute(GONE, hashes, now)


SUBSCRIBE = """
INSERT INTO subscription AS known (openid_hash, class, wanted, changed_at)
SELECT DISTINCT ON (openid_hash, class) *, $4
FROM unnest($1::text[], $2::text[], $3::boolean[]) AS told (openid_hash, class, wanted)
ORDER BY openid_hash, class
ON CONFLICT (openid_hash, class) DO UPDATE
SET wanted = excluded.wanted, changed_at = excluded.changed_at
WHERE excluded.changed_at >= known.changed_at
"""


async def subscribe(
    connection: Connection, told: Iterable[tuple[str, str, bool]], at: datetime
) -> None:
    """Remember which classes are wanted: hash, class, wanted."""
    rows = list(told)
    if rows:
        hashes, classes, wanted = zip(*rows, strict=True)
        await connection.execute(SUBSCRIBE, hashes, classes, wanted, at)


PERSON_OF = "SELECT person_id FROM binding WHERE openid_hash = $1 AND ended_at IS NULL"


async def person_of(connection: Connection, openid_hash: str) -> UUID | None:
    """Whom a WeChat user stands for."""
    found: UUID | None = await connection.fetchval(PERSON_OF, openid_hash)
    return found


PERSONS_OF = """
SELECT DISTINCT person_id FROM binding WHERE openid_hash = ANY($1::text[]) AND ended_at IS NULL
ORDER BY person_id
"""


async def persons_of(connection: Connection, hashes: Iterable[str]) -> list[UUID]:
    """Whom these WeChat users stand for."""
    rows = await connection.fetch(PERSONS_OF, list(hashes))
    return [row["person_id"] for row in rows]


REACH = """
WITH asked AS (
    SELECT person_id FROM unnest($1::uuid[]) AS asked (person_id) ORDER BY person_id
), now AS (
    SELECT asked.person_id, coalesce(array_agg(DISTINCT class ORDER BY class)
               FILTER (WHERE class IS NOT NULL), '{}') AS classes
    FROM asked
        LEFT JOIN (binding JOIN follower USING (openid_hash) JOIN subscription USING (openid_hash))
            ON binding.person_id = asked.person_id AND ended_at IS NULL AND following AND wanted
                AND class = ANY($2::text[])
    GROUP BY asked.person_id
)
INSERT INTO reach AS told (person_id, classes, version)
SELECT person_id, classes, 1 FROM now ORDER BY person_id
ON CONFLICT (person_id) DO UPDATE SET classes = excluded.classes, version = told.version + 1
WHERE told.classes <> excluded.classes
RETURNING person_id, classes, version
"""


@dataclass(frozen=True)
class Reach:
    """By which classes somebody is reached from now on."""

    person_id: UUID
    classes: frozenset[str]
    version: int


async def reach_changed(
    connection: Connection, persons: Iterable[UUID], classes: Iterable[str]
) -> list[Reach]:
    """Work out how these persons are reached by the classes there are; return whose reach is another one."""
    rows = await connection.fetch(REACH, list(persons), list(classes))
    return [Reach(row["person_id"], frozenset(row["classes"]), row["version"]) for row in rows]
