"""Notifications' fourth migration: every text goes on from where it was, and those that wait are found."""

from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
from tests.support.workbench import Workbench

from notifications.carriers import Route
from notifications.store import dispatch
from shared.base.migrate import migrations_of, perform

STATES = ("queued", "submitting", "submitted", "delivered", "undelivered", "expired", "failed")
TEXT = """
INSERT INTO text (source, template, about, phone_sealed, phone_hash, phone_tail, body_sealed, segments,
    priority, traceparent, state, attempts, created_at, not_before, expires_at, claim, claimed_until,
    submitted_at, ask_after, ended_at, failure, doubt_until)
SELECT 'withdrawal.paid/' || $1, 'withdrawal_paid', $1, 'k1.phone', 'hash', '1234', 'k1.body', 2,
       2, 'trace', $1::text_state, CASE WHEN $1 <> 'queued' THEN 1 ELSE 0 END, now(), now(),
       now() + interval '1 day',
       CASE WHEN $1 <> 'queued' THEN gen_random_uuid() END, CASE WHEN $1 <> 'queued' THEN now() END,
       CASE WHEN $1 = 'submitted' THEN now() END, CASE WHEN $1 = 'submitted' THEN now() END,
       CASE WHEN $1 IN ('delivered', 'undelivered', 'expired', 'failed') THEN now() END,
       CASE WHEN $1 = 'failed' THEN 'no_answer' END, CASE WHEN $1 = 'failed' THEN now() END
"""
SEGMENT = (
    "INSERT INTO text_segment (text_number, segment, message_id) SELECT number, 1, about FROM text"
)
BEFORE = "SELECT to_jsonb(text) AS content FROM text ORDER BY number"
AFTER = """
SELECT to_jsonb(text) || to_jsonb(delivery) - 'text_number' - 'route' AS content
FROM text JOIN delivery ON text_number = number ORDER BY number
"""


async def test_every_text_goes_on_from_where_it_was(platform: Workbench) -> None:
    database = await platform.create_empty_database("notifications")
    connection: Any = await asyncpg.connect(database.owner_url)
    try:
        for migration in (*migrations_of("shared"), *migrations_of("notifications")[:3]):
            await perform(connection, migration)
        for state in STATES:
            await connection.execute(TEXT, state)
        await connection.execute(SEGMENT)
        before = [row["content"] for row in await connection.fetch(BEFORE)]
        for migration in migrations_of("notifications")[3:]:
            await perform(connection, migration)
        assert [row["content"] for row in await connection.fetch(AFTER)] == before
        now = datetime.now(UTC)
        claimed = await dispatch.claim(
            connection, Route.SMPP, now, now + timedelta(minutes=1), len(STATES)
        )
        assert [(text.number, text.accepted) for text in claimed] == [(1, [1])]
        assert await connection.fetchval("SELECT nextval('text_number_seq')") == len(STATES) + 1
    finally:
        await connection.close()
        await platform.drop_database(database)
