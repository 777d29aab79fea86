"""Settlement's third migration: what was ordered before there were kinds is a payout, and nothing is lost."""

import uuid
from typing import Any

import asyncpg
from tests.support.workbench import Workbench

from shared.base.migrate import migrations_of, perform

STATES = ("to_send", "sent", "succeeded", "failed", "unknown", "returned")
ORDER = """
INSERT INTO payment_order (application_id, amount_fen, card_sealed, card_tail, holder_sealed, remittance,
    content_hash, approved_on, deadline_on, created_at, traceparent, state, next_at, batch_id, sent_at,
    unknown_since, bank_serial, paid_on, reason_code, reason_text, return_serial, returned_on)
SELECT $1, 100, 'k1.card', '6788', 'k1.name', '提取', $2, '2026-10-12', '2026-10-15', now(), 'trace', $2,
       CASE WHEN $2 IN ('to_send', 'sent', 'unknown') THEN now() END, $1, now(),
       CASE WHEN $2 = 'unknown' THEN now() END,
       CASE WHEN $2 IN ('succeeded', 'returned') THEN 'S' || $2 END,
       CASE WHEN $2 IN ('succeeded', 'returned') THEN date '2026-10-12' END,
       CASE WHEN $2 IN ('failed', 'returned') THEN 'AC04' END,
       CASE WHEN $2 IN ('failed', 'returned') THEN '销户' END,
       CASE WHEN $2 = 'returned' THEN 'R' || $2 END,
       CASE WHEN $2 = 'returned' THEN date '2026-10-13' END
"""
BEFORE = """
SELECT to_jsonb(o)
    - '{application_id,order_id,approved_on,requested_on,kind,contract_number}'::text[] AS content
FROM payment_order o ORDER BY o.state
"""


async def test_what_was_ordered_before_there_were_kinds_is_a_payout(platform: Workbench) -> None:
    database = await platform.create_empty_database("settlement")
    connection: Any = await asyncpg.connect(database.owner_url)
    keys = {state: uuid.uuid4() for state in STATES}
    try:
        for migration in (*migrations_of("shared"), *migrations_of("settlement")[:2]):
            await perform(connection, migration)
        for state, key in keys.items():
            await connection.execute(ORDER, key, state)
            await connection.execute(
                "INSERT INTO payment_order_history (application_id, at, step, state, text)"
                " VALUES ($1, now(), 'created', 'to_send', '')",
                key,
            )
        before = [row["content"] for row in await connection.fetch(BEFORE)]
        for migration in migrations_of("settlement")[2:]:
            await perform(connection, migration)
        assert [row["content"] for row in await connection.fetch(BEFORE)] == before
        rows = await connection.fetch(
            "SELECT o.*, h.step FROM payment_order o JOIN payment_order_history h USING (order_id)"
        )
        assert {row["state"]: row["order_id"] for row in rows} == keys
        assert {(row["kind"], row["step"]) for row in rows} == {("payout", "created")}
        assert {str(row["requested_on"]) for row in rows} == {"2026-10-12"}
    finally:
        await connection.close()
        await platform.drop_database(database)
