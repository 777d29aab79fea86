"""Requests: what was asked for, the facts until they are printed, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from documents.domain import Asker, Period, Request, RequestState, Wanted
from shared.base.db import Connection
from shared.messages.documents import DocumentKind

# Two requests of one person at the same time are counted one after the other.
LOCK_PERSON = "SELECT pg_advisory_xact_lock(hashtext('documents of'), hashtext($1::uuid::text))"
COUNT_OF_DAY = "SELECT count(*) FROM request WHERE person_id = $1 AND as_of = $2"


async def count_of_day(connection: Connection, person_id: UUID, day: date) -> int:
    """Count what was asked for about a person on a business day, and let nobody else count meanwhile."""
    await connection.execute(LOCK_PERSON, person_id)
    found: int = await connection.fetchval(COUNT_OF_DAY, person_id, day)
    return found


INSERT = """
INSERT INTO request (request_id, person_id, kind, first_day, last_day, contract_number, state, as_of,
                     asked_by, asked_by_role, asked_by_name, channel, reason, requested_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
"""


async def add(connection: Connection, request: Request) -> None:
    """Store a new request."""
    wanted, asker = request.wanted, request.asker
    await connection.execute(
        INSERT,
        request.request_id,
        wanted.person_id,
        wanted.kind,
        wanted.period.first if wanted.period else None,
        wanted.period.last if wanted.period else None,
        wanted.contract_number,
        request.state,
        request.as_of,
        asker.identity_id,
        asker.role,
        asker.name,
        asker.channel,
        asker.reason,
        request.requested_at,
    )


LOCK = """
SELECT request_id, person_id, kind, first_day, last_day, contract_number, state, as_of, asked_by,
       asked_by_role, asked_by_name, channel, reason, requested_at, number, refusal, finished_at,
       contributions_sealed, loans_sealed
FROM request WHERE request_id = ANY($1::uuid[]) ORDER BY request_id FOR NO KEY UPDATE
"""


@dataclass(frozen=True)
class Gathering:
    """A request and what is known for it by now, sealed."""

    request: Request
    contributions_sealed: str | None
    loans_sealed: str | None


async def lock(connection: Connection, request_ids: Sequence[UUID]) -> dict[UUID, Gathering]:
    """Lock requests, in their order, and read them."""
    rows = await connection.fetch(LOCK, request_ids)
    return {
        row["request_id"]: Gathering(
            request_of(row), row["contributions_sealed"], row["loans_sealed"]
        )
        for row in rows
    }


def request_of(row: asyncpg.Record) -> Request:
    """Read a row."""
    period = Period(row["first_day"], row["last_day"]) if row["first_day"] else None
    return Request(
        row["request_id"],
        Wanted(row["person_id"], DocumentKind(row["kind"]), period, row["contract_number"]),
        RequestState(row["state"]),
        row["as_of"],
        Asker(
            row["asked_by"],
            row["asked_by_role"],
            row["asked_by_name"],
            row["channel"],
            row["reason"],
        ),
        row["requested_at"],
        row["number"],
        row["refusal"],
        row["finished_at"],
    )


KEEP_CONTRIBUTIONS = """
UPDATE request SET contributions_sealed = told.facts
FROM unnest($1::uuid[], $2::text[]) AS told (request_id, facts)
WHERE request.request_id = told.request_id
"""


async def keep_contributions(connection: Connection, told: Mapping[UUID, str]) -> None:
    """Keep what accounts told, sealed, while loans has not answered."""
    await connection.execute(KEEP_CONTRIBUTIONS, list(told), list(told.values()))


KEEP_LOANS = """
UPDATE request SET loans_sealed = told.facts
FROM unnest($1::uuid[], $2::text[]) AS told (request_id, facts)
WHERE request.request_id = told.request_id
"""


async def keep_loans(connection: Connection, told: Mapping[UUID, str]) -> None:
    """Keep what loans told, sealed, while accounts has not answered."""
    await connection.execute(KEEP_LOANS, list(told), list(told.values()))


REFUSE = """
UPDATE request SET state = 'refused', refusal = refused.reason, finished_at = $3,
                   contributions_sealed = NULL, loans_sealed = NULL
FROM unnest($1::uuid[], $2::text[]) AS refused (request_id, reason)
WHERE request.request_id = refused.request_id
"""


async def refuse(connection: Connection, reasons: Mapping[UUID, str], now: datetime) -> None:
    """End requests that the facts do not bear."""
    await connection.execute(REFUSE, list(reasons), list(reasons.values()), now)


GIVE_NUMBERS = """
UPDATE request SET state = given.state, number = given.number,
                   finished_at = CASE WHEN given.state = 'issued' THEN $4::timestamptz END,
                   contributions_sealed = NULL, loans_sealed = NULL
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given (request_id, number, state)
WHERE request.request_id = given.request_id
"""


async def give_numbers(
    connection: Connection, given: Mapping[UUID, tuple[str, RequestState]], now: datetime
) -> None:
    """Tell requests which document is theirs; the facts stand in it from now on."""
    numbers = [number for number, _ in given.values()]
    states = [state for _, state in given.values()]
    await connection.execute(GIVE_NUMBERS, list(given), numbers, states, now)


ISSUE = """
UPDATE request SET state = 'issued', finished_at = $2
WHERE number = $1 AND state = 'printing' RETURNING request_id
"""


async def issue(connection: Connection, number: str, now: datetime) -> list[UUID]:
    """End the requests that waited for a document; return them."""
    return [row["request_id"] for row in await connection.fetch(ISSUE, number, now)]
