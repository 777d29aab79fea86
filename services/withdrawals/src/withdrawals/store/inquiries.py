"""Inquiries: what is asked before an application or an estimate is decided, and what came back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg

from shared.base.db import Connection

APPLICATION = "application"
ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One inquiry, as far as it has come."""

    id: UUID
    """Of an application its id."""
    person_id: UUID
    purpose: str
    kind: str | None
    """The type of an application; an estimate is of all."""
    subject: str | None
    wanted_fen: int | None
    on_day: date
    account: dict[str, Any] | None
    loans: dict[str, Any] | None
    identity_sealed: str | None
    registers_sealed: str | None
    tries: int
    gathered_at: datetime | None


@dataclass(frozen=True, slots=True)
class New:
    """An inquiry that begins."""

    id: UUID
    person_id: UUID
    purpose: str
    kind: str | None = None
    subject: str | None = None
    wanted_fen: int | None = None


BEGIN = """
INSERT INTO inquiry (id, person_id, purpose, kind, subject, wanted_fen, on_day, asked_at)
SELECT id, person_id, purpose, kind, subject, wanted_fen, $7, $8
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[])
    AS begun (id, person_id, purpose, kind, subject, wanted_fen)
ON CONFLICT (id) DO NOTHING
"""


async def begin(connection: Connection, new: Sequence[New], today: date, now: datetime) -> None:
    """Keep new inquiries; one that is there already stays as it is."""
    await connection.execute(
        BEGIN,
        [one.id for one in new],
        [one.person_id for one in new],
        [one.purpose for one in new],
        [one.kind for one in new],
        [one.subject for one in new],
        [one.wanted_fen for one in new],
        today,
        now,
    )


_COLUMNS = """id, person_id, purpose, kind, subject, wanted_fen, on_day, account, loans, identity_sealed,
       registers_sealed, tries, gathered_at"""

NOTE_ACCOUNT = """
UPDATE inquiry SET account = told.account, identity_sealed = told.identity,
       next_try_at = CASE WHEN inquiry.loans IS NOT NULL AND gathered_at IS NULL THEN $4::timestamptz END
FROM unnest($1::uuid[], $2::jsonb[], $3::text[]) AS told (id, account, identity)
WHERE inquiry.id = told.id AND inquiry.identity_sealed IS NULL AND inquiry.gathered_at IS NULL
"""


async def note_accounts(
    connection: Connection, told: Collection[tuple[UUID, dict[str, Any] | None, str]], now: datetime
) -> None:
    """Keep what accounts told; with what loans told it is the registers' turn."""
    await connection.execute(
        NOTE_ACCOUNT,
        [one[0] for one in told],
        [one[1] for one in told],
        [one[2] for one in told],
        now,
    )


NOTE_LOANS = """
UPDATE inquiry SET loans = told.loans,
       next_try_at = CASE WHEN identity_sealed IS NOT NULL AND gathered_at IS NULL THEN $3::timestamptz END
FROM unnest($1::uuid[], $2::jsonb[]) AS told (id, loans)
WHERE inquiry.id = told.id AND inquiry.loans IS NULL AND inquiry.gathered_at IS NULL
"""


async def note_loans(
    connection: Connection, told: Collection[tuple[UUID, dict[str, Any]]], now: datetime
) -> None:
    """Keep what loans told; with what accounts told it is the registers' turn."""
    await connection.execute(NOTE_LOANS, [one[0] for one in told], [one[1] for one in told], now)


# Whoever claims it asks; if that process dies, the next one claims it when the time has come.
CLAIM = f"""
UPDATE inquiry SET next_try_at = $1::timestamptz + $2::interval, tries = tries + 1
WHERE id IN (
    SELECT id FROM inquiry WHERE next_try_at <= $1 ORDER BY next_try_at LIMIT $3 FOR UPDATE SKIP LOCKED
)
RETURNING {_COLUMNS}
"""  # noqa: S608 - made of the names above, no input


async def claim(
    connection: Connection, now: datetime, lease: timedelta, limit: int
) -> list[Inquiry]:
    """Take inquiries whose registers are to be asked, for a while."""
    return [_inquiry(row) for row in await connection.fetch(CLAIM, now, lease, limit)]


LOCK = f"""
SELECT {_COLUMNS} FROM inquiry WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
"""  # noqa: S608 - made of the names above, no input


async def lock(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Inquiry]:
    """Lock inquiries; those that do not exist are left out."""
    rows = await connection.fetch(LOCK, list(set(ids)))
    return {row["id"]: _inquiry(row) for row in rows}


KEEP_PARTLY = """
UPDATE inquiry SET registers_sealed = $2, next_try_at = $3 WHERE id = $1 AND gathered_at IS NULL
"""


async def keep_partly(
    connection: Connection, inquiry_id: UUID, registers_sealed: str, again_at: datetime
) -> None:
    """Keep the answers that came; the others are asked again at a time."""
    await connection.execute(KEEP_PARTLY, inquiry_id, registers_sealed, again_at)


GATHERED = """
UPDATE inquiry SET registers_sealed = $2, next_try_at = NULL, gathered_at = $3, spouse_hash = $4,
       looked_up_hash = $5
WHERE id = $1
"""


async def gathered(
    connection: Connection,
    inquiry_id: UUID,
    registers_sealed: str,
    now: datetime,
    *,
    silent_hash: str | None,
    looked_up_hash: str | None,
) -> None:
    """Everything is known, of a spouse as well, unless that one is silent."""
    await connection.execute(
        GATHERED, inquiry_id, registers_sealed, now, silent_hash, looked_up_hash
    )


SILENT = "SELECT id FROM inquiry WHERE id = ANY($1::uuid[]) AND spouse_hash IS NOT NULL"


async def for_want_of_consent(connection: Connection, ids: Iterable[UUID]) -> set[UUID]:
    """Say which of these lack the consent of a spouse."""
    return {row["id"] for row in await connection.fetch(SILENT, list(ids))}


ANSWER = """
UPDATE inquiry SET answer = $2, answered_at = $3 WHERE id = $1 AND answered_at IS NULL
"""


async def answer(
    connection: Connection, inquiry_id: UUID, told: dict[str, Any], now: datetime
) -> None:
    """Keep the answer of an estimate; the first one stays."""
    await connection.execute(ANSWER, inquiry_id, told, now)


OPEN_ESTIMATE = """
SELECT id FROM inquiry
WHERE person_id = $1 AND purpose = 'estimate' AND answered_at IS NULL AND asked_at > $2
ORDER BY asked_at DESC LIMIT 1
"""


async def open_estimate(connection: Connection, person_id: UUID, since: datetime) -> UUID | None:
    """Find an estimate of somebody that is still being made: nobody has two made at a time."""
    found: UUID | None = await connection.fetchval(OPEN_ESTIMATE, person_id, since)
    return found


# Of one that came back from a backup there is none: it is asked about for the first time.
RENEW = """
INSERT INTO inquiry (id, person_id, purpose, kind, on_day, asked_at, registers_sealed)
VALUES ($1, $2, 'application', $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE
SET account = NULL, loans = NULL, identity_sealed = NULL, registers_sealed = excluded.registers_sealed,
    next_try_at = NULL, tries = 0, gathered_at = NULL, spouse_hash = NULL, looked_up_hash = NULL,
    asked_at = excluded.asked_at
"""


async def renew(
    connection: Connection, new: New, registers_sealed: str | None, today: date, now: datetime
) -> None:
    """Ask everything of an application anew, but what papers have shown."""
    await connection.execute(RENEW, new.id, new.person_id, new.kind, today, now, registers_sealed)


# An application that came back from a backup has none: it begins anew, and the facts are asked again.
ADOPT = """
SELECT application.id, application.person_id, kind FROM application
WHERE is_open AND state = 'submitted' AND kind = ANY($1::text[])
  AND NOT EXISTS (SELECT FROM inquiry WHERE inquiry.id = application.id)
LIMIT $2
"""


async def without_one(
    connection: Connection, kinds: Collection[str], limit: int
) -> list[tuple[UUID, UUID, str]]:
    """Find applications that wait for facts and have nobody who asks: (application, person, kind)."""
    rows = await connection.fetch(ADOPT, list(kinds), limit)
    return [(row["id"], row["person_id"], row["kind"]) for row in rows]


FORGET = "DELETE FROM inquiry WHERE purpose = 'estimate' AND asked_at < $1"


async def forget(connection: Connection, before: datetime) -> None:
    """Delete estimates that are out of date: they hold what registers said of somebody."""
    await connection.execute(FORGET, before)


def _inquiry(row: asyncpg.Record) -> Inquiry:
    return Inquiry(**dict(row))
