"""What spouses signed together, by the agreements of both (R-WDR-49)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Connection
from withdrawals import couples as rules
from withdrawals.couples import Couple, State
from withdrawals.domain import Joint, Manner, Part

_COLUMNS = """couple.id, code, proposer_id, partner_id, manner, proposer_first, proposer_bp, proposed_on,
       sign_by, couple.state"""

ADD = """
INSERT INTO couple (id, code, proposer_id, partner_id, manner, proposer_first, proposer_bp, proposed_on,
                    sign_by, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


async def add(connection: Connection, one: Couple) -> None:
    """Keep what one spouse has signed."""
    part = one.part
    await connection.execute(
        ADD, one.id, one.code, one.proposer_id, one.partner_id, part.manner.value, part.first,
        part.share_bp, one.proposed_on, one.sign_by, one.state.value,
    )  # fmt: skip


SAVE = "UPDATE couple SET partner_id = $2, state = $3 WHERE id = $1"


async def save(connection: Connection, changed: Sequence[Couple]) -> None:
    """Keep what became of it."""
    await connection.executemany(
        SAVE, [(one.id, one.partner_id, one.state.value) for one in changed]
    )


BY_CODE = f"SELECT {_COLUMNS} FROM couple WHERE code = $1 AND partner_id IS NULL"  # noqa: S608


async def by_code(connection: Connection, code: str) -> Couple | None:
    """Find what waits for a spouse who is not known yet."""
    row = await connection.fetchrow(BY_CODE, code)
    return _couple(row) if row else None


LOCK_CODE = f"{BY_CODE} FOR UPDATE"


async def lock_by_code(connection: Connection, code: str) -> Couple | None:
    """Lock the same."""
    row = await connection.fetchrow(LOCK_CODE, code)
    return _couple(row) if row else None


OPEN = f"""
SELECT {_COLUMNS} FROM couple
WHERE state IN ('proposed', 'agreed') AND (proposer_id = ANY($1::uuid[]) OR partner_id = ANY($1::uuid[]))
ORDER BY id
"""  # noqa: S608 - made of the names above, no input


async def of_agreements(connection: Connection, agreement_ids: Sequence[UUID]) -> list[Couple]:
    """Return what is proposed and in force of agreements."""
    return [_couple(row) for row in await connection.fetch(OPEN, agreement_ids)]


LOCK = f"{OPEN} FOR UPDATE"


async def lock(connection: Connection, agreement_ids: Sequence[UUID]) -> list[Couple]:
    """Lock the same, in sorted order, before any agreement is locked."""
    return [_couple(row) for row in await connection.fetch(LOCK, agreement_ids)]


LAPSED = f"""
SELECT {_COLUMNS} FROM couple WHERE state = 'proposed' AND sign_by < $1
ORDER BY sign_by, id LIMIT $2 FOR UPDATE SKIP LOCKED
"""  # noqa: S608 - made of the names above, no input


async def lock_lapsed(connection: Connection, today: date, limit: int) -> list[Couple]:
    """Lock what was not signed in time by the other."""
    return [_couple(row) for row in await connection.fetch(LAPSED, today, limit)]


JOINT = f"""
SELECT {_COLUMNS}, run.agreement_id, other.household AS other_household
FROM agreement_run AS run
JOIN couple ON couple.id = run.couple_id
JOIN agreement AS other ON other.id IN (proposer_id, partner_id) AND other.id <> run.agreement_id
WHERE run.application_id = $1
"""  # noqa: S608 - made of the names above, no input


async def joint_of(connection: Connection, application_id: UUID) -> Joint | None:
    """Return by what both had signed when a run began it takes; None where its owner signed alone."""
    row = await connection.fetchrow(JOINT, application_id)
    if row is None:
        return None
    return rules.joint(_couple(row), row["agreement_id"], row["other_household"])


NOTE = """
UPDATE agreement SET household = $2 FROM agreement_run
WHERE agreement_run.application_id = $1 AND agreement.id = agreement_run.agreement_id
"""


async def note_household(connection: Connection, application_id: UUID, key: str | None) -> None:
    """Keep what the marriage register says of whose run it is."""
    await connection.execute(NOTE, application_id, key)


def _couple(row: asyncpg.Record) -> Couple:
    part = Part(Manner(row["manner"]), row["proposer_first"], row["proposer_bp"])
    return Couple(
        row["id"], row["code"], row["proposer_id"], row["partner_id"], part, row["proposed_on"],
        row["sign_by"], State(row["state"]),
    )  # fmt: skip
