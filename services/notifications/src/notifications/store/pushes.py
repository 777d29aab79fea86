"""What goes by WeChat, as statements: one row decides for each text which way it goes.

Asked → accepted, or → texted: then, in the same statement, it has a delivery by SMS. Whatever comes later
finds the row decided. Where the text was tried first and did not arrive (`after_sms`), no other follows.
wechat gives WeChat nothing after `send_before`, which is minutes before `answer_by`: so what is texted for
want of an answer was not sent, unless the word about it took longer than that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection

KEEP_REACH = """
INSERT INTO wechat_reach AS known (person_id, templates, version)
SELECT DISTINCT ON (person_id) person_id, string_to_array(templates, ' '), version
FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS told (person_id, templates, version)
ORDER BY person_id, version DESC
ON CONFLICT (person_id) DO UPDATE SET templates = excluded.templates, version = excluded.version
WHERE excluded.version > known.version
"""


@dataclass(frozen=True)
class Reach:
    """Which texts somebody can be sent by WeChat."""

    person_id: UUID
    templates: Sequence[str]
    version: int


async def keep_reach(connection: Connection, told: Sequence[Reach]) -> None:
    """Remember how people are reached; an older word changes nothing."""
    await connection.execute(
        KEEP_REACH,
        [one.person_id for one in told],
        [" ".join(one.templates) for one in told],
        [one.version for one in told],
    )


REACH = "SELECT person_id, templates FROM wechat_reach WHERE person_id = ANY($1::uuid[])"


async def reach_of(
    connection: Connection, person_ids: Sequence[UUID]
) -> dict[UUID, frozenset[str]]:
    """Which texts each of these can be sent by WeChat; who can be sent none may be missing."""
    rows = await connection.fetch(REACH, list(set(person_ids)))
    return {row["person_id"]: frozenset(row["templates"]) for row in rows}


ACCEPT = """
WITH told AS (
    SELECT number FROM text WHERE text_id = ANY($1::uuid[])
), in_time AS (
    UPDATE push SET state = 'accepted', ended_at = $2 FROM told
    WHERE text_number = number AND state = 'asked'
), unsent AS (
    DELETE FROM delivery USING told, push
    WHERE delivery.text_number = told.number AND push.text_number = told.number
      AND push.state = 'texted' AND push.failure = 'no_answer_in_time'
      AND delivery.state = 'queued' AND attempts = 0 AND NOT after_sms
    RETURNING delivery.text_number
), taken_back AS (
    UPDATE push SET state = 'accepted', failure = NULL FROM unsent
    WHERE push.text_number = unsent.text_number
)
SELECT count(*) FROM told JOIN push ON text_number = number
WHERE state = 'texted' AND failure = 'no_answer_in_time'
  AND NOT after_sms AND text_number NOT IN (SELECT text_number FROM unsent)
"""


async def accept(connection: Connection, text_ids: Sequence[UUID], now: datetime) -> int:
    """WeChat took these; return how many had gone by SMS already, because the word came too late."""
    return int(await connection.fetchval(ACCEPT, text_ids, now))


REFUSE = """
WITH told AS (
    SELECT DISTINCT ON (number) number, reason
    FROM unnest($1::uuid[], $2::text[]) AS told (text_id, reason) JOIN text USING (text_id)
    ORDER BY number
), back AS (
    UPDATE push SET state = 'texted', failure = told.reason, ended_at = $3 FROM told
    WHERE text_number = number AND state IN ('asked', 'accepted')
    RETURNING text_number, segments, priority, expires_at, after_sms, route
)
INSERT INTO delivery (text_number, segments, priority, expires_at, not_before, route)
SELECT text_number, segments, priority, expires_at, $3, route
FROM back WHERE NOT after_sms ORDER BY text_number
RETURNING text_number
"""


async def refuse(connection: Connection, refused: Sequence[tuple[UUID, str]], now: datetime) -> int:
    """Text what does not go by WeChat, for the reasons told; return how many that are."""
    text_ids, reasons = zip(*refused, strict=True)
    return len(await connection.fetch(REFUSE, text_ids, reasons, now))


TEXT_UNANSWERED = """
WITH due AS (
    SELECT text_number FROM push WHERE state = 'asked' AND answer_by <= $1
    ORDER BY text_number FOR UPDATE SKIP LOCKED
), back AS (
    UPDATE push SET state = 'texted', failure = 'no_answer_in_time', ended_at = $1 FROM due
    WHERE push.text_number = due.text_number
    RETURNING push.text_number, segments, priority, expires_at, after_sms, route
)
INSERT INTO delivery (text_number, segments, priority, expires_at, not_before, route)
SELECT text_number, segments, priority, expires_at, $1, route
FROM back WHERE NOT after_sms ORDER BY text_number
RETURNING text_number
"""


async def text_unanswered(connection: Connection, now: datetime) -> int:
    """Text what nobody has answered for in time; return how many that are."""
    return len(await connection.fetch(TEXT_UNANSWERED, now))


ASK = "INSERT INTO wechat_inquiry (inquiry_id, message_id, asked_at) VALUES ($1, $2, $3)"


async def ask(connection: Connection, inquiry_id: UUID, message_id: UUID, now: datetime) -> None:
    """Remember that a balance was asked for in WeChat."""
    await connection.execute(ASK, inquiry_id, message_id, now)


ASKED = "SELECT inquiry_id, message_id FROM wechat_inquiry WHERE inquiry_id = ANY($1::uuid[])"


async def asked(connection: Connection, inquiry_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Which of these were asked for in WeChat: inquiry → what was typed."""
    rows = await connection.fetch(ASKED, inquiry_ids)
    return {row["inquiry_id"]: row["message_id"] for row in rows}


PRUNE = "DELETE FROM wechat_inquiry WHERE asked_at < $1"


async def prune(connection: Connection, before: datetime) -> None:
    """Forget inquiries that nobody will answer any more."""
    await connection.execute(PRUNE, before)
