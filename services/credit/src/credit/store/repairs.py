"""Repairs and objections, with the days by which they are answered."""

from dataclasses import astuple, dataclass
from datetime import date, datetime
from uuid import UUID

from credit.domain import RepairState
from shared.base.db import Connection

REPAIR_FROM = "SELECT repair_from FROM record WHERE record_id = $1"


async def repair_from(connection: Connection, record_id: UUID) -> date | None:
    """From when on a record can be repaired; None of a permit."""
    found: date | None = await connection.fetchval(REPAIR_FROM, record_id)
    return found


@dataclass(frozen=True)
class NewRepair:
    """A repair as it is taken down."""

    repair_id: UUID
    record_id: UUID
    applicant: str
    commitment: str
    evidence: tuple[str, ...]
    applied_on: date
    accept_due_on: date
    result_due_on: date
    entered_by: UUID


ADD_REPAIR = """
INSERT INTO repair (repair_id, record_id, applicant, commitment, evidence, applied_on, accept_due_on,
                    result_due_on, entered_by, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'applied') ON CONFLICT DO NOTHING RETURNING repair_id
"""


async def add_repair(connection: Connection, new: NewRepair) -> bool:
    """Take a repair down; False where one is open."""
    return await connection.fetchval(ADD_REPAIR, *astuple(new)) is not None


LOCK_REPAIR = "SELECT record_id, state FROM repair WHERE repair_id = $1 FOR NO KEY UPDATE"


async def lock_repair(connection: Connection, repair_id: UUID) -> tuple[UUID, RepairState] | None:
    """Lock a repair; return its record and how it stands."""
    row = await connection.fetchrow(LOCK_REPAIR, repair_id)
    return (row["record_id"], RepairState(row["state"])) if row else None


MOVE_REPAIR = """
UPDATE repair SET state = $2, decided_at = $3, decision = $4, proposal_id = $5 WHERE repair_id = $1
"""


async def move_repair(
    connection: Connection,
    repair_id: UUID,
    state: RepairState,
    decided: tuple[datetime, str, UUID | None] | None,
) -> None:
    """Bring a repair to a state; `decided` is when, why, and by which proposal."""
    await connection.execute(MOVE_REPAIR, repair_id, state, *(decided or (None, None, None)))


@dataclass(frozen=True)
class NewObjection:
    """An objection as it is taken down."""

    objection_id: UUID
    record_id: UUID
    about: str
    words: str
    raised_on: date
    result_due_on: date
    entered_by: UUID


ADD_OBJECTION = """
INSERT INTO objection (objection_id, record_id, about, words, raised_on, result_due_on, entered_by, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'open') ON CONFLICT DO NOTHING RETURNING objection_id
"""


async def add_objection(connection: Connection, new: NewObjection) -> bool:
    """Take an objection down; False where one is open."""
    return await connection.fetchval(ADD_OBJECTION, *astuple(new)) is not None


LOCK_OBJECTION = """
SELECT record_id FROM objection WHERE objection_id = $1 AND state = 'open' FOR NO KEY UPDATE
"""


async def lock_objection(connection: Connection, objection_id: UUID) -> UUID | None:
    """Lock an open objection; return its record."""
    found: UUID | None = await connection.fetchval(LOCK_OBJECTION, objection_id)
    return found


DECIDE_OBJECTION = """
UPDATE objection SET state = $2, decided_at = $3, decision = $4, proposal_id = $5 WHERE objection_id = $1
"""


async def decide_objection(
    connection: Connection,
    objection_id: UUID,
    state: str,
    *decided: datetime | str | UUID,
) -> None:
    """Answer an objection; `decided` is when, why, and by which proposal."""
    await connection.execute(DECIDE_OBJECTION, objection_id, state, *decided)
