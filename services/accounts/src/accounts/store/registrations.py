"""Companies' first registrations online: codes to strangers' phones, what they fill in, their papers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from accounts.rules.registration import (
    A_DAY,
    AN_HOUR,
    NewCode,
    NewPaper,
    RegistrationState,
    Sent,
    Submission,
)
from accounts.store.rows import RegistrationRow
from shared.base.db import Connection, typed_or_none

HOLD_CODES = """
SELECT pg_advisory_xact_lock(hashtext('registration code ' || key))
FROM (SELECT key FROM unnest($1::text[]) AS key ORDER BY key) AS held
"""
SENT = """
SELECT ARRAY(SELECT sent_at FROM registration_code WHERE phone_hash = $1 AND sent_at > $3
             ORDER BY sent_at DESC) AS to_phone,
       (SELECT count(*) FROM registration_code WHERE address_digest = $2 AND sent_at > $4) AS from_network
"""


async def sent(connection: Connection, phone_hash: str, address_digest: str, now: datetime) -> Sent:
    """Return what was sent to a phone in a day, for a network in an hour; both are held until the commit."""
    await connection.fetch(HOLD_CODES, [phone_hash, address_digest])
    row = await connection.fetchrow(SENT, phone_hash, address_digest, now - A_DAY, now - AN_HOUR)
    assert row is not None
    return Sent(row["to_phone"], row["from_network"])


ADD_CODE = """
INSERT INTO registration_code (id, phone_sealed, phone_hash, address_digest, code_digest, sent_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""


async def add_code(connection: Connection, new: NewCode) -> None:
    """Keep a code that is sent."""
    await connection.execute(
        ADD_CODE, new.id, new.phone_sealed, new.phone_hash, new.address_digest, new.code_digest,
        new.sent_at, new.expires_at,
    )  # fmt: skip


LOCK_CODE = """
SELECT id, phone_sealed, phone_hash, code_digest FROM registration_code
WHERE id = $1 AND used_at IS NULL AND expires_at > $2 AND wrong < $3 FOR UPDATE
"""
COUNT_WRONG = "UPDATE registration_code SET wrong = wrong + 1 WHERE id = $1"
USE_CODE = "UPDATE registration_code SET used_at = $2 WHERE id = $1"


@dataclass(frozen=True)
class GoodCode:
    """A code that may still be entered."""

    id: UUID
    phone_sealed: str
    phone_hash: str
    code_digest: str


async def lock_code(
    connection: Connection, code_id: UUID, now: datetime, wrong_most: int
) -> GoodCode | None:
    """Lock a code that is still good."""
    row = await connection.fetchrow(LOCK_CODE, code_id, now, wrong_most)
    return GoodCode(**dict(row)) if row else None


async def count_wrong(connection: Connection, code_id: UUID) -> None:
    """Count a wrong try."""
    await connection.execute(COUNT_WRONG, code_id)


async def use_code(connection: Connection, code_id: UUID, now: datetime) -> None:
    """A code works once."""
    await connection.execute(USE_CODE, code_id, now)


ENTER = """
INSERT INTO registration AS begun (id, phone_sealed, phone_hash, state, token_digest, token_until,
                                   begun_at, touched_at)
VALUES ($1, $2, $3, 'begun', $4, $5, $6, $6)
ON CONFLICT (phone_hash) WHERE state <> 'agreed' DO UPDATE
    SET token_digest = excluded.token_digest, token_until = excluded.token_until,
        touched_at = excluded.touched_at
RETURNING id
"""


@dataclass(frozen=True)
class Entry:
    """How an applicant comes in: by a token, until when."""

    token_digest: str
    until: datetime


async def enter(
    connection: Connection,
    new_id: UUID,
    phone: tuple[str, str],
    entry: Entry,
    now: datetime,
) -> UUID:
    """Let the owner of a phone in, to what is open of it or to a new one; an older token counts no more.

    `phone` is sealed to the new one, and hashed. Returns which one it is.
    """
    found: UUID = await connection.fetchval(
        ENTER, new_id, *phone, entry.token_digest, entry.until, now
    )
    return found


LOCK = """
SELECT registration.id, phone_sealed, registration.state, version, content_sealed, social_credit_code,
       (SELECT count(*) FROM registration_paper AS paper
        WHERE paper.registration_id = registration.id) AS papers,
       coalesce(proposal.state = 'open' AND proposal.expires_at > $2, false) AS proposed
FROM registration LEFT JOIN proposal ON proposal.id = registration.proposal_id
WHERE registration.id = $1 FOR UPDATE OF registration
"""


async def lock(
    connection: Connection, registration_id: UUID, now: datetime
) -> RegistrationRow | None:
    """Lock one; whether it waits for a checker at an instant comes with it."""
    row = await connection.fetchrow(LOCK, registration_id, now)
    return typed_or_none(RegistrationRow, row)


ADD_PAPER = """
INSERT INTO registration_paper (id, registration_id, name, sent_bytes, sent_sha256, content_sealed,
                                uploaded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
TAKE_BACK_PAPER = (
    "DELETE FROM registration_paper WHERE id = $1 AND registration_id = $2 RETURNING id"
)
TOUCH = "UPDATE registration SET touched_at = $2 WHERE id = $1"


async def add_paper(connection: Connection, new: NewPaper) -> None:
    """Keep a file of a locked registration."""
    await connection.execute(
        ADD_PAPER, new.id, new.registration_id, new.name, new.sent_bytes, new.sent_sha256,
        new.content_sealed, new.uploaded_at,
    )  # fmt: skip
    await connection.execute(TOUCH, new.registration_id, new.uploaded_at)


async def take_back_paper(connection: Connection, registration_id: UUID, paper_id: UUID) -> bool:
    """Delete a file of a locked registration; False where there is no such one."""
    found = await connection.fetchval(TAKE_BACK_PAPER, paper_id, registration_id)
    return found is not None


SUBMIT = """
UPDATE registration SET state = 'submitted', version = version + 1, social_credit_code = $2,
    content_sealed = $3, submitted_at = $4, touched_at = $4, answer = NULL, proposal_id = NULL
WHERE id = $1
"""


async def submit(connection: Connection, registration_id: UUID, made: Submission) -> None:
    """Keep what makes a locked one whole; raises `UniqueViolationError` where another one waits."""
    await connection.execute(
        SUBMIT, registration_id, made.social_credit_code, made.content_sealed, made.submitted_at
    )


PUT_TO_CHECKER = "UPDATE registration SET proposal_id = $2 WHERE id = $1"


async def put_to_checker(connection: Connection, registration_id: UUID, proposal_id: UUID) -> None:
    """Note by which proposal a locked one waits for its decision."""
    await connection.execute(PUT_TO_CHECKER, registration_id, proposal_id)


MOVE = """
UPDATE registration SET state = $2, answer = $3, employer_number = $4, touched_at = $5 WHERE id = $1
"""


async def move(
    connection: Connection,
    registration_id: UUID,
    state: RegistrationState,
    now: datetime,
    *,
    answer: str | None = None,
    employer_number: str | None = None,
) -> None:
    """Answer a locked one."""
    await connection.execute(MOVE, registration_id, state.value, answer, employer_number, now)


FORGET_CODES = """
DELETE FROM registration_code WHERE id IN (
    SELECT id FROM registration_code WHERE sent_at < $1 ORDER BY sent_at LIMIT 1000 FOR UPDATE SKIP LOCKED)
"""
FORGET_UNFINISHED = """
WITH old AS (
    SELECT id FROM registration WHERE state IN ('begun', 'returned') AND touched_at < $1
    ORDER BY touched_at LIMIT 100 FOR UPDATE SKIP LOCKED
), papers AS (
    DELETE FROM registration_paper USING old WHERE registration_id = old.id
)
DELETE FROM registration USING old WHERE registration.id = old.id
"""


async def forget(
    connection: Connection, codes_kept: timedelta, unfinished_kept: timedelta, now: datetime
) -> int:
    """Delete old codes and what nobody has finished, with its papers; return how many."""
    tags = (
        await connection.execute(FORGET_CODES, now - codes_kept),
        await connection.execute(FORGET_UNFINISHED, now - unfinished_kept),
    )
    return sum(int(tag.rpartition(" ")[2]) for tag in tags)
