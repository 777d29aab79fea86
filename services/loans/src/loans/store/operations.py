"""What staff do at the counter: entered by a maker, decided by a checker."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from shared.base.db import Connection


@dataclass(frozen=True)
class Operation:
    """An operation at the counter (柜面业务); its details are sealed."""

    operation_id: uuid.UUID
    contract_number: str
    kind: str
    details: str
    entered_by: uuid.UUID
    entered_at: datetime
    state: str
    note: str | None


INSERT = """
INSERT INTO counter_operation (operation_id, contract_number, kind, details, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6)
"""


async def add(connection: Connection, operation: Operation) -> None:
    """Keep an operation that waits for a checker."""
    await connection.execute(
        INSERT,
        operation.operation_id,
        operation.contract_number,
        operation.kind,
        operation.details,
        operation.entered_by,
        operation.entered_at,
    )


READ = """
SELECT operation_id, contract_number, kind, details, entered_by, entered_at, state, note
FROM counter_operation WHERE operation_id = $1
"""


async def read(connection: Connection, operation_id: uuid.UUID) -> Operation | None:
    """Read one; the contract is locked where it is about to be decided."""
    row = await connection.fetchrow(READ, operation_id)
    return Operation(*row) if row else None


TO_CONFIRM = """
SELECT operation_id, contract_number, kind, details, entered_by, entered_at, state, note
FROM counter_operation WHERE state = 'to_confirm' ORDER BY entered_at, operation_id LIMIT $1
"""


async def to_confirm(connection: Connection, limit: int) -> list[Operation]:
    """Read what waits for a checker, the oldest first."""
    return [Operation(*row) for row in await connection.fetch(TO_CONFIRM, limit)]


DECIDE = """
UPDATE counter_operation SET state = $2, decided_by = $3, decided_at = $4, note = $5
WHERE operation_id = $1
"""


async def decide(
    connection: Connection,
    operation_id: uuid.UUID,
    state: str,
    *,
    by: uuid.UUID,
    at: datetime,
    note: str | None,
) -> None:
    """Keep the checker's decision."""
    await connection.execute(DECIDE, operation_id, state, by, at, note)
