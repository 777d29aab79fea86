"""What writes and locks: notices, places, questions; what the owners of rules and books told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from portal.shapes import NewNotice, PlaceChange, QuestionChange
from shared.base.db import Connection
from shared.messages.published import FiguresTold, GuideTold

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


KEEP_GUIDES = """
INSERT INTO guide AS known (owner, code, position, told, told_at)
SELECT DISTINCT ON (owner, code) owner, code, position, told, told_at
FROM unnest($1::text[], $2::text[], $3::integer[], $4::jsonb[], $5::timestamptz[])
    AS heard (owner, code, position, told, told_at)
ORDER BY owner, code, told_at DESC
ON CONFLICT (owner, code) DO UPDATE
SET position = excluded.position, told = excluded.told, told_at = excluded.told_at
WHERE known.told_at <= excluded.told_at
"""


async def keep_guides(connection: Connection, told: Sequence[GuideTold]) -> None:
    """Keep guides as they were told; what is older than known is ignored."""
    await connection.execute(
        KEEP_GUIDES,
        [guide.owner for guide in told],
        [guide.code for guide in told],
        [guide.position for guide in told],
        [guide.model_dump(mode="json") for guide in told],
        [guide.told_at for guide in told],
    )


KEEP_FIGURES = """
INSERT INTO month_figures AS known (owner, month, told, told_at)
SELECT DISTINCT ON (owner, month) owner, month, told, told_at
FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::timestamptz[]) AS heard (owner, month, told, told_at)
ORDER BY owner, month, told_at DESC
ON CONFLICT (owner, month) DO UPDATE SET told = excluded.told, told_at = excluded.told_at
WHERE known.told_at <= excluded.told_at
"""


async def keep_figures(connection: Connection, told: Sequence[FiguresTold]) -> None:
    """Keep the figures of months as they were told; what is older than known is ignored."""
    await connection.execute(
        KEEP_FIGURES,
        [one.owner for one in told],
        [one.month for one in told],
        [one.model_dump(mode="json") for one in told],
        [one.told_at for one in told],
    )
