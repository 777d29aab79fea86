"""Letters: written, locked, moved on. A batch is saved with one statement."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg

from shared.base.db import Connection
from shared.messages.transfers import Direction
from transfers.domain import Letter, LetterState, Policy

COLUMNS = """letter_id, direction, state, centre_code, centre_name, channel, asked_at, state_since,
       number, person_id, id_number_hash, subject_sealed, account_number, cancel_wanted, principal_fen,
       interest_fen, facts, bank_serial, proposal_id, reason_text, ended_at"""


def letter_of(row: asyncpg.Record) -> Letter:
    """Read a row."""
    values = dict(row)
    return Letter(
        **values
        | {
            "direction": Direction(values["direction"]),
            "state": LetterState(values["state"]),
        }
    )


INSERT = f"""
INSERT INTO letter ({COLUMNS})
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
"""  # noqa: S608


async def add(connection: Connection, new: Letter) -> None:
    """Store a new letter."""
    await connection.execute(
        INSERT,
        new.letter_id,
        new.direction,
        new.state,
        new.centre_code,
        new.centre_name,
        new.channel,
        new.asked_at,
        new.state_since,
        new.number,
        new.person_id,
        new.id_number_hash,
        new.subject_sealed,
        new.account_number,
        new.cancel_wanted,
        new.principal_fen,
        new.interest_fen,
        dict(new.facts),
        new.bank_serial,
        new.proposal_id,
        new.reason_text,
        new.ended_at,
    )


LOCK = f"""
SELECT {COLUMNS} FROM letter WHERE letter_id = ANY($1::uuid[]) ORDER BY letter_id FOR NO KEY UPDATE
"""  # noqa: S608


async def lock(connection: Connection, letter_ids: Sequence[UUID]) -> dict[UUID, Letter]:
    """Lock letters, in their order, and read them."""
    rows = await connection.fetch(LOCK, letter_ids)
    return {row["letter_id"]: letter_of(row) for row in rows}


LOCK_NUMBERED = f"""
SELECT {COLUMNS} FROM letter WHERE number = ANY($1::text[]) ORDER BY letter_id FOR NO KEY UPDATE
"""  # noqa: S608


async def lock_numbered(connection: Connection, numbers: Sequence[str]) -> dict[str, Letter]:
    """Lock letters by their numbers."""
    rows = await connection.fetch(LOCK_NUMBERED, numbers)
    return {row["number"]: letter_of(row) for row in rows}


OPEN_IN = """
SELECT EXISTS (SELECT FROM letter WHERE direction = 'in' AND person_id = $1 AND ended_at IS NULL)
"""


async def has_open_in(connection: Connection, person_id: UUID) -> bool:
    """Tell whether a person's account elsewhere is being moved here."""
    found: bool = await connection.fetchval(OPEN_IN, person_id)
    return found


# Two letters about one person at the same time are looked at one after the other.
LOCK_SUBJECT = "SELECT pg_advisory_xact_lock(hashtext('letter about'), hashtext($1))"
OPEN_OUT = """
SELECT EXISTS (SELECT FROM letter WHERE direction = 'out' AND id_number_hash = $1 AND ended_at IS NULL)
"""


async def has_open_out(connection: Connection, id_number_hash: str) -> bool:
    """Tell whether another centre's letter about somebody is open; nobody else asks meanwhile."""
    await connection.execute(LOCK_SUBJECT, id_number_hash)
    found: bool = await connection.fetchval(OPEN_OUT, id_number_hash)
    return found


async def lock_person(connection: Connection, person_id: UUID) -> None:
    """Let nobody else ask for the same person until this transaction ends."""
    await connection.execute(LOCK_SUBJECT, str(person_id))


SAVE = """
UPDATE letter
SET state = new.state, state_since = new.state_since, number = new.number, person_id = new.person_id,
    id_number_hash = new.id_number_hash, subject_sealed = new.subject_sealed,
    account_number = new.account_number, cancel_wanted = new.cancel_wanted,
    principal_fen = new.principal_fen, interest_fen = new.interest_fen, facts = new.facts,
    bank_serial = new.bank_serial, proposal_id = new.proposal_id, reason_text = new.reason_text,
    ended_at = new.ended_at
FROM jsonb_to_recordset($1::jsonb) AS new (
    letter_id uuid, state text, state_since timestamptz, number text, person_id uuid, id_number_hash text,
    subject_sealed text, account_number text, cancel_wanted boolean, principal_fen bigint,
    interest_fen bigint, facts jsonb, bank_serial text, proposal_id uuid, reason_text text,
    ended_at timestamptz)
WHERE letter.letter_id = new.letter_id
"""
_SAVED = (
    "letter_id", "state", "state_since", "number", "person_id", "id_number_hash", "subject_sealed",
    "account_number", "cancel_wanted", "principal_fen", "interest_fen", "facts", "bank_serial",
    "proposal_id", "reason_text", "ended_at",
)  # fmt: skip


async def save(connection: Connection, letters: Sequence[Letter]) -> None:
    """Write letters back that are locked."""
    rows = [{name: _plain(getattr(one, name)) for name in _SAVED} for one in letters]
    await connection.execute(SAVE, rows)


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return value


NEXT_SERIAL = """
INSERT INTO letter_serial (day, last) VALUES ($1, 1)
ON CONFLICT (day) DO UPDATE SET last = letter_serial.last + 1 WHERE letter_serial.last < $2
RETURNING last
"""


async def next_serial(connection: Connection, day: date, highest: int) -> int | None:
    """Give the day's next serial; None where all are used up."""
    found: int | None = await connection.fetchval(NEXT_SERIAL, day, highest)
    return found


POLICY = """
SELECT months_deposited, review_from_fen, overdue_days FROM letter_policy
WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1
"""


async def policy_of(connection: Connection, day: date) -> Policy:
    """Read the policy of a day."""
    row = await connection.fetchrow(POLICY, day)
    assert row is not None, "the first policy is as old as the national platform"
    return Policy(**row)


# By the database's clock, which all instances share.
ASK_PROGRESS = """
UPDATE letter SET progress_asked_at = clock_timestamp()
WHERE letter_id IN (
    SELECT letter_id FROM letter
    WHERE direction = 'in' AND ended_at IS NULL AND number IS NOT NULL
      AND progress_asked_at <= clock_timestamp() - $1::interval
    ORDER BY progress_asked_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
) RETURNING number
"""


async def to_ask_about(connection: Connection, rest: timedelta, limit: int) -> list[str]:
    """Claim open letters of ours that were not asked about for so long."""
    return [row["number"] for row in await connection.fetch(ASK_PROGRESS, rest, limit)]
