"""HTTP for auditors, in every service: its audit trail, newest first. Reading it is recorded, too."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from shared.base.db import Pool
from shared.base.shape import Shape
from shared.http.callers import ContextDependency, require
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.identity.principal import Principal, Role

router = APIRouter(tags=["审计"])

PAGE_MAX_ITEMS = 200
Auditor = Annotated[Principal, Depends(require(Role.STAFF_AUDITOR))]
"""Neither who does the work (maker, checker) nor who hands out logins (administrator)."""


class AuditLine(Shape):
    """One line of the trail (审计记录)."""

    recorded_at: datetime
    actor_id: UUID | None
    role: str
    actor: str
    """Who did it: a masked name, or an operator's account."""
    channel: str
    address: str
    action: str = Field(examples=["POST /applications"])
    """What was asked for: method and route, or a command."""
    subject: str
    outcome: str = Field(examples=["done", "refused", "denied"])
    """How it ended: `done`, `refused` or `denied`."""
    reason: str
    """Why it was refused or denied, code of the problem; empty else."""
    trace_id: str
    """OpenTelemetry trace of the request, by which logs are found."""


class AuditPage(Shape):
    """A page of the trail."""

    items: list[AuditLine]
    next_cursor: str | None
    elsewhere: list[str]
    """Files in which older months of the trail lie; what they hold is not on this page."""


BEFORE = """
SELECT id, recorded_at, actor_id, role, actor, channel, address, action, subject,
       outcome, reason, trace_id
FROM audit_record
WHERE ($1::uuid IS NULL OR actor_id = $1) AND ($2::text IS NULL OR subject = $2)
  AND id < $3
ORDER BY id DESC LIMIT $4
"""
NEWEST = 2**63 - 1
ELSEWHERE = "SELECT file_name FROM month_elsewhere ORDER BY piece"


@router.get("/audit", summary="审计记录")
async def audit_trail(
    _auditor: Auditor,
    context: ContextDependency,
    actor_id: UUID | None = None,
    subject: Annotated[str | None, Query(max_length=200)] = None,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)] = 50,
) -> AuditPage:
    """List who did what here, of one person or on one subject if wanted, newest first."""
    return await page(
        context.pool, actor_id, subject, _position(cursor) if cursor else NEWEST, limit
    )


async def page(
    pool: Pool, actor_id: UUID | None, subject: str | None, before: int, limit: int
) -> AuditPage:
    """Read a page of the trail."""
    rows = await pool.fetch(BEFORE, actor_id, subject, before, limit + 1)
    shown = rows[:limit]
    more = len(rows) > limit
    return AuditPage(
        items=[AuditLine(**{name: row[name] for name in AuditLine.model_fields}) for row in shown],
        next_cursor=encode_cursor(shown[-1]["id"]) if more else None,
        elsewhere=[row["file_name"] for row in await pool.fetch(ELSEWHERE)],
    )


def _position(cursor: str) -> int:
    match decode_cursor(cursor):
        case [int(record_id)] if 0 <= record_id < 2**63:
            return record_id
    raise bad_cursor()
