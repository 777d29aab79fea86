"""What loans, ledger and orders say of each loan's money, held against each other in SQL; who explains it."""

from datetime import date, datetime
from uuid import UUID

from settlement.domain import CrossDifferenceRow
from shared.base.db import Connection, Pool, typed, typed_or_none

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('cross_comparison'))"


async def lock(connection: Connection) -> None:
    """Let nobody else compare until this transaction ends."""
    await connection.execute(ONE_AT_A_TIME)


_WHOLE = """
SELECT as_of, side FROM told_part GROUP BY as_of, side HAVING count(*) = max(chunks)
"""
COMPLETE = f"""
SELECT as_of FROM ({_WHOLE}) AS whole
WHERE as_of > coalesce((SELECT max(as_of) FROM cross_comparison), '-infinity')
GROUP BY as_of HAVING count(*) = 2
ORDER BY as_of LIMIT 1
"""  # noqa: S608


async def complete(connection: Connection) -> date | None:
    """Name the oldest date that both sides have told whole and nobody has compared."""
    as_of: date | None = await connection.fetchval(COMPLETE)
    return as_of


# A difference is new at first: its money may be under way between two services at midnight. What still
# differs on the next date needs somebody; an explanation holds while the gaps between the three stay.
COMPARE = """
WITH side AS (
    SELECT told.side, coalesce(told.contract_number, ordered.contract_number, told.disbursement_id::text)
               AS contract_number,
           told.disbursed_fen, told.repaid_fen, told.debited_fen
    FROM told_total AS told
    LEFT JOIN payment_order AS ordered
        ON ordered.order_id = told.disbursement_id AND ordered.kind = 'disbursement'
    WHERE told.as_of = $1
    UNION ALL
    SELECT 'settlement', contract_number, CASE kind WHEN 'disbursement' THEN amount_fen ELSE 0 END, 0,
           CASE kind WHEN 'debit' THEN amount_fen ELSE 0 END
    FROM payment_order
    WHERE kind IN ('disbursement', 'debit') AND state IN ('succeeded', 'returned') AND paid_on < $1
      AND (returned_on IS NULL OR returned_on >= $1)
), figure AS (
    SELECT contract_number, what,
           coalesce(sum(fen) FILTER (WHERE side = 'loans'), 0)::bigint AS loans_fen,
           coalesce(sum(fen) FILTER (WHERE side = 'accounts'), 0)::bigint AS accounts_fen,
           CASE WHEN what <> 'repaid' THEN
               coalesce(sum(fen) FILTER (WHERE side = 'settlement'), 0)::bigint END AS settlement_fen
    FROM side, LATERAL (VALUES ('disbursed', disbursed_fen), ('repaid', repaid_fen), ('debited', debited_fen))
        AS part (what, fen)
    GROUP BY contract_number, what
), found AS (
    SELECT * FROM figure
    WHERE loans_fen <> accounts_fen OR loans_fen <> coalesce(settlement_fen, loans_fen)
), compared AS (
    INSERT INTO cross_comparison (as_of, compared_at) VALUES ($1, $2)
), agreeing AS (
    UPDATE cross_difference AS known SET state = 'closed', closed_on = $1
    WHERE state <> 'closed' AND NOT EXISTS (
        SELECT FROM found WHERE (found.contract_number, found.what) = (known.contract_number, known.what))
)
INSERT INTO cross_difference AS known
    (id, contract_number, what, as_of, loans_fen, accounts_fen, settlement_fen, first_seen_on, state,
     found_at)
SELECT gen_random_uuid(), contract_number, what, $1, loans_fen, accounts_fen, settlement_fen, $1, 'new', $2
FROM found
ON CONFLICT (contract_number, what) WHERE state <> 'closed' DO UPDATE
SET as_of = excluded.as_of, loans_fen = excluded.loans_fen, accounts_fen = excluded.accounts_fen,
    settlement_fen = excluded.settlement_fen,
    state = CASE WHEN known.state = 'explained'
                  AND known.loans_fen - known.accounts_fen = excluded.loans_fen - excluded.accounts_fen
                  AND known.loans_fen - known.settlement_fen
                      IS NOT DISTINCT FROM excluded.loans_fen - excluded.settlement_fen
            THEN 'explained' ELSE 'open' END
"""
FORGET = "DELETE FROM told_part WHERE as_of <= $1"


async def compare(connection: Connection, as_of: date, now: datetime) -> None:
    """Compare a date that both sides have told; what they told is forgotten then."""
    await connection.execute(COMPARE, as_of, now)
    await connection.execute(FORGET, as_of)


NOTE_SILENCE = f"""
INSERT INTO cross_difference AS known (id, what, as_of, first_seen_on, state, found_at)
SELECT gen_random_uuid(), 'silent_' || expected.side, $1, $1, 'open', $2
FROM (VALUES ('loans'), ('accounts')) AS expected (side)
WHERE NOT EXISTS (SELECT FROM cross_comparison WHERE as_of = $1)
  AND NOT EXISTS (SELECT FROM ({_WHOLE}) AS whole WHERE as_of = $1 AND side = expected.side)
ON CONFLICT (contract_number, what) WHERE state <> 'closed' DO UPDATE
SET as_of = excluded.as_of, state = 'open' WHERE known.as_of < excluded.as_of
"""  # noqa: S608


async def note_silence(connection: Connection, as_of: date, now: datetime) -> None:
    """Note who has not told a date whole; an explanation holds for its date only."""
    await connection.execute(NOTE_SILENCE, as_of, now)


LIVE = """
SELECT * FROM cross_difference
WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id > $2)
ORDER BY id LIMIT $3
"""


async def differences(
    source: Pool | Connection, state: str | None, after: UUID | None, limit: int | None
) -> list[CrossDifferenceRow]:
    """Return differences in one state, or in any."""
    return typed(CrossDifferenceRow, await source.fetch(LIVE, state, after, limit))


OPEN = "SELECT count(*) FROM cross_difference WHERE state = 'open'"


async def count_open(pool: Pool) -> int:
    """Count the differences that need somebody."""
    found: int = await pool.fetchval(OPEN)
    return found


LOCK_DIFFERENCE = "SELECT * FROM cross_difference WHERE id = $1 FOR UPDATE"


async def lock_difference(connection: Connection, difference_id: UUID) -> CrossDifferenceRow | None:
    """Lock a difference in any state."""
    row = await connection.fetchrow(LOCK_DIFFERENCE, difference_id)
    return typed_or_none(CrossDifferenceRow, row)


EXPLAIN = """
UPDATE cross_difference SET state = 'explained', explanation = $2, explained_by = $3, explained_by_name = $4,
                            explained_at = $5
WHERE id = $1
RETURNING *
"""


async def explain(
    connection: Connection, difference_id: UUID, text: str, staff: tuple[UUID, str], now: datetime
) -> CrossDifferenceRow:
    """Write an explanation at a difference that the caller has locked."""
    row = await connection.fetchrow(EXPLAIN, difference_id, text, *staff, now)
    explained = typed_or_none(CrossDifferenceRow, row)
    assert explained is not None
    return explained
