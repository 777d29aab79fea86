"""Which numbers go by which carrier, as statements; which of the rows holds for a text: `store/texts.py`."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from notifications.carriers import Route
from shared.base.db import Connection


@dataclass(frozen=True, repr=False)
class RouteRow:
    """By which carrier goes what begins with a prefix, or goes to one number."""

    route_id: UUID
    prefix: str | None
    phone_hash: str | None
    phone_tail: str | None
    route: Route
    effective_from: date
    proposal_id: UUID
    decided_at: datetime


KEEP = """
INSERT INTO sms_route (route_id, prefix, phone_hash, phone_tail, route, effective_from, proposal_id,
                       decided_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def keep(connection: Connection, row: RouteRow) -> None:
    """Add a row; the rows before it stay."""
    await connection.execute(
        KEEP,
        row.route_id,
        row.prefix,
        row.phone_hash,
        row.phone_tail,
        row.route,
        row.effective_from,
        row.proposal_id,
        row.decided_at,
    )
