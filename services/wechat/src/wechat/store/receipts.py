"""What WeChat says later of notices that it took (subscribe_msg_sent_event), as statements.

A receipt names WeChat's own id, which the answer to the call may not have told, or the answer was lost. Then
the notice is found by whom and of what class it was, the oldest first, while nothing else to the same user is
under way; what WeChat took comes before what is in doubt, since that may never have arrived.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.base.db import Connection
from wechat.rules.outcomes import State
from wechat.store.outgoing import Changed

KEEP = """
INSERT INTO receipt (platform_id, openid_hash, class, failure, received_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class Receipt:
    """WeChat's word about a notice."""

    platform_id: str
    openid_hash: str
    notice_class: str
    failure: str | None


async def keep(connection: Connection, told: Receipt, now: datetime) -> None:
    """Keep a receipt until its notice is found."""
    await connection.execute(
        KEEP, told.platform_id, told.openid_hash, told.notice_class, told.failure, now
    )


MATCH = """
WITH told AS (
    SELECT receipt.platform_id, receipt.failure, number
    FROM receipt JOIN outgoing USING (platform_id) WHERE outgoing.state IN ('accepted', 'refused')
), gone AS (
    DELETE FROM receipt USING told WHERE receipt.platform_id = told.platform_id
)
UPDATE outgoing SET state = 'refused', failure = told.failure, ended_at = $1
FROM told WHERE outgoing.number = told.number AND told.failure IS NOT NULL AND state = 'accepted'
RETURNING outgoing_id, kind, state, outgoing.failure
"""
RECEIPT_WITHIN = timedelta(minutes=10)
"""WeChat says within seconds what became of a notice."""
MATCH_UNNAMED = """
WITH heard AS (
    SELECT DISTINCT openid_hash, class FROM receipt
), waiting AS (
    SELECT number, openid_hash, class, claimed_at, state,
           row_number() OVER (PARTITION BY openid_hash, class ORDER BY state = 'doubt', number) AS turn
    FROM heard JOIN outgoing USING (openid_hash, class)
    WHERE (state = 'doubt' OR (state = 'accepted' AND platform_id IS NULL)) AND claimed_at > $2
      AND NOT EXISTS (
        SELECT FROM outgoing AS other WHERE other.state = 'sending'
            AND other.openid_hash = outgoing.openid_hash AND other.class = outgoing.class)
), told AS (
    SELECT platform_id, openid_hash, class, failure, received_at,
           row_number() OVER (PARTITION BY openid_hash, class ORDER BY received_at, platform_id) AS turn
    FROM receipt
    WHERE NOT EXISTS (SELECT FROM outgoing WHERE outgoing.platform_id = receipt.platform_id)
), pair AS (
    SELECT number, platform_id, failure, state AS was FROM waiting JOIN told USING (openid_hash, class, turn)
    WHERE received_at >= claimed_at
), gone AS (
    DELETE FROM receipt USING pair WHERE receipt.platform_id = pair.platform_id
)
UPDATE outgoing SET
    state = CASE WHEN pair.failure IS NULL THEN 'accepted' ELSE 'refused' END::outgoing_state,
    platform_id = pair.platform_id, failure = pair.failure, doubt_until = NULL, ended_at = $1
FROM pair WHERE outgoing.number = pair.number
RETURNING outgoing_id, kind, state, outgoing.failure, was
"""


async def match(connection: Connection, now: datetime) -> list[Changed]:
    """Find the notices of receipts; return those of which something is known now that was not before."""
    named = await connection.fetch(MATCH, now)
    unnamed = await connection.fetch(MATCH_UNNAMED, now, now - RECEIPT_WITHIN)
    rows = [*named, *(row for row in unnamed if row["state"] != row["was"])]
    return [
        Changed(row["outgoing_id"], row["kind"], State(row["state"]), row["failure"])
        for row in rows
    ]


PRUNE = "DELETE FROM receipt WHERE received_at < $1"


async def prune(connection: Connection, before: datetime) -> None:
    """Forget receipts whose notice nobody knows."""
    await connection.execute(PRUNE, before)
