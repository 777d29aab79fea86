"""What writes and locks: notices, places, questions."""

from datetime import datetime
from uuid import UUID

from portal.shapes import NewNotice, PlaceChange, QuestionChange
from shared.base.db import Connection

PUBLISH = """
INSERT INTO notice (notice_id, title, topic, body, shown_from, shown_until, published_at, proposal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def publish(
    connection: Connection, notice_id: UUID, notice: NewNotice, now: datetime, proposal_id: UUID
) -> None:
    """Keep a notice."""
    await connection.execute(
        PUBLISH, notice_id, notice.title, notice.topic, notice.body, notice.shown_from,
        notice.shown_until, now, proposal_id,
    )  # fmt: skip


LOCK = "SELECT title, withdrawn_at IS NOT NULL AS withdrawn FROM notice WHERE notice_id = $1 FOR UPDATE"


async def lock(connection: Connection, notice_id: UUID) -> tuple[str, bool] | None:
    """Lock a notice: its title, and whether it was withdrawn; None of one that is not there."""
    row = await connection.fetchrow(LOCK, notice_id)
    return (row["title"], row["withdrawn"]) if row else None


WITHDRAW = """
UPDATE notice SET withdrawn_at = $2, withdrawal_reason = $3, withdrawal_proposal = $4 WHERE notice_id = $1
"""


async def withdraw(
    connection: Connection, notice_id: UUID, now: datetime, reason: str, proposal_id: UUID
) -> None:
    """Write down that a notice, which the caller has locked, does not count any more."""
    await connection.execute(WITHDRAW, notice_id, now, reason, proposal_id)


CHANGE_PLACE = """
INSERT INTO place (code, name, address, telephone, hours, services, position, closed, changed_at, proposal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, address = excluded.address,
    telephone = excluded.telephone, hours = excluded.hours, services = excluded.services,
    position = excluded.position, closed = excluded.closed, changed_at = excluded.changed_at,
    proposal_id = excluded.proposal_id
"""


async def change_place(
    connection: Connection, place: PlaceChange, now: datetime, proposal_id: UUID
) -> None:
    """Keep a place as it is shown from now on."""
    await connection.execute(
        CHANGE_PLACE, place.code, place.name, place.address, place.telephone, place.hours,
        place.services, place.position, place.closed, now, proposal_id,
    )  # fmt: skip


CHANGE_QUESTION = """
INSERT INTO question (code, topic, question, answer, position, removed, changed_at, proposal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (code) DO UPDATE SET topic = excluded.topic, question = excluded.question,
    answer = excluded.answer, position = excluded.position, removed = excluded.removed,
    changed_at = excluded.changed_at, proposal_id = excluded.proposal_id
"""


async def change_question(
    connection: Connection, asked: QuestionChange, now: datetime, proposal_id: UUID
) -> None:
    """Keep a question and its answer as they are shown from now on."""
    await connection.execute(
        CHANGE_QUESTION, asked.code, asked.topic, asked.question, asked.answer, asked.position,
        asked.removed, now, proposal_id,
    )  # fmt: skip
