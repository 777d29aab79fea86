"""Claims: what applications took or hold of something that several may claim (R-WDR-19, 20). Set-based."""

from collections.abc import Sequence
from uuid import UUID

from shared.base.db import Connection
from withdrawals.dossier import Claim, Claims, Dossier, Held

HOLD = """
INSERT INTO claim_lock (key) SELECT key FROM unnest($1::text[]) AS held (key) ORDER BY key
ON CONFLICT (key) DO UPDATE SET key = excluded.key
"""


async def hold(connection: Connection, keys: Sequence[str]) -> None:
    """Let nobody else decide about the same things before this transaction ends; in sorted order."""
    await connection.execute(HOLD, sorted(set(keys)))


FIND = """
SELECT kind, exclusive_group, key, period, fen, accepted_on, application.person_id = $1 AS own,
       application.person_id = $1 OR household = $2 AS household, paid_on
FROM claim JOIN application ON application.id = claim.application_id
WHERE (key = ANY($3::text[]) OR household = $2 OR application.person_id = $1)
  AND application.id <> $4
  AND state NOT IN ('rejected', 'cancelled', 'failed', 'returned')
ORDER BY accepted_on, application.id, position
"""


async def of(connection: Connection, person_id: UUID, dossier: Dossier, without: UUID) -> Claims:
    """Return what counts for somebody: their own, the household's, and others' of the same things."""
    rows = await connection.fetch(FIND, person_id, dossier.household.key, dossier.keys(), without)
    return Claims(
        tuple(
            Claim(
                case=row["kind"],
                group=row["exclusive_group"],
                key=row["key"],
                period=row["period"],
                fen=row["fen"],
                accepted_on=row["accepted_on"],
                own=row["own"],
                household=row["household"],
                paid_on=row["paid_on"],
            )
            for row in rows
        )
    )


ADD = """
INSERT INTO claim (application_id, position, exclusive_group, key, period, fen, household)
SELECT $1, position, $2, key, period, fen, $3
FROM unnest($4::text[], $5::text[], $6::bigint[])
    WITH ORDINALITY AS used (key, period, fen, position)
ON CONFLICT (application_id, position) DO UPDATE
SET exclusive_group = excluded.exclusive_group, key = excluded.key, period = excluded.period,
    fen = excluded.fen, household = excluded.household
"""
# Of one that is decided again: what it holds no more is a line of nothing.
LET_GO = "UPDATE claim SET fen = 0, key = '', exclusive_group = NULL WHERE application_id = $1"


async def let_go(connection: Connection, application_id: UUID) -> None:
    """Hold nothing any more, before what is held is said anew."""
    await connection.execute(LET_GO, application_id)


async def add(connection: Connection, application_id: UUID, held: Held) -> None:
    """Keep what an application holds."""
    await connection.execute(
        ADD,
        application_id,
        held.group,
        held.household,
        [key for key, _, _ in held.lines],
        [period for _, period, _ in held.lines],
        [fen for _, _, fen in held.lines],
    )


# The balance may have been less than the ceiling: what was not frozen is free again, from the last item back.
CUT = """
UPDATE claim SET fen = cut.fen
FROM (
    SELECT application_id, position, greatest(0, least(claim.fen, frozen.fen - (
        sum(claim.fen) OVER (PARTITION BY application_id ORDER BY position) - claim.fen))) AS fen
    FROM claim JOIN unnest($1::uuid[], $2::bigint[]) AS frozen (application_id, fen) USING (application_id)
) AS cut
WHERE claim.application_id = cut.application_id AND claim.position = cut.position AND claim.fen <> cut.fen
"""


async def cut(connection: Connection, frozen: Sequence[tuple[UUID, int]]) -> None:
    """Let applications hold no more than what accounts froze for them."""
    await connection.execute(CUT, [one[0] for one in frozen], [one[1] for one in frozen])


CAPS = "SELECT coalesce(sum(claimed_fen), 0)::bigint FROM loan_cap WHERE contract_number = $1"

# What was taken of a fund loan while it ran counts as taken when it is paid off (R-WDR-39, E68).
RUNNING = """
SELECT coalesce(sum(fen), 0)::bigint
FROM claim JOIN application ON application.id = claim.application_id
WHERE key = 'loan:' || $1 AND state NOT IN ('rejected', 'cancelled', 'failed', 'returned')
"""


async def claimed_of_loan(connection: Connection, contract_number: str) -> int:
    """Return what was taken or is held of a fund loan, while it ran and since it is paid off."""
    paid_off: int = await connection.fetchval(CAPS, contract_number)
    running: int = await connection.fetchval(RUNNING, contract_number)
    return paid_off + running
