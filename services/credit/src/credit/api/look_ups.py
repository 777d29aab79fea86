"""HTTP for auditors of the platform: the chained look-ups and whether the chain holds (R-CRD-33)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from credit.handlers import users as handlers
from credit.shapes.users import LookUp, LookUps, UserRole, Verification
from credit.views import users as views
from shared.http.callers import ContextDependency, require
from shared.identity.principal import BUSINESS, Principal
from shared.messaging.unit import Context, Unit

router = APIRouter(tags=["查询审计"])

Staff = Annotated[Principal, Depends(require(*BUSINESS))]


async def _demand_auditor(context: Context, staff: Principal) -> None:
    async def acting(unit: Unit) -> None:
        await handlers.acting(unit, staff.identity_id, UserRole.AUDITOR)

    await context.transact(acting)


@router.get("/look-ups", summary="查询留痕")
async def look_ups(
    staff: Staff,
    context: ContextDependency,
    subject_id: Annotated[UUID | None, Query(description="At whom was looked")] = None,
    identity_id: Annotated[UUID | None, Query(description="Who looked")] = None,
) -> LookUps:
    """Show who looked, for which unit, in which matter and why, the latest first."""
    await _demand_auditor(context, staff)
    found = await views.look_ups(context.pool, subject_id, identity_id)
    return LookUps(items=[LookUp.of(row) for row in found])


@router.get("/look-ups/verification", summary="核验查询留痕")
async def verification(staff: Staff, context: ContextDependency) -> Verification:
    """Reckon the chain again: whether a look-up was changed or left out."""
    await _demand_auditor(context, staff)
    looked_through, broken_at = await views.verify(context.pool)
    return Verification(looked_through=looked_through, broken_at=broken_at)
