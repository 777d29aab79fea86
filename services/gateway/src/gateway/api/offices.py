"""HTTP for the centre's offices (管理部): a sign by which work is sorted, never a right."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from gateway.access import Admin, LiveSession
from gateway.api.work import PLACE, ItemNamed, Staff
from gateway.handlers import offices as handlers
from gateway.handlers.failures import transact
from gateway.shapes.administrators import StaffShown
from gateway.shapes.offices import (
    NewOffice,
    OfficeOfStaff,
    OfficeOfWork,
    Offices,
    OfficeShown,
    WorkOffice,
)
from gateway.store import offices as store
from shared.http.callers import ContextDependency
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["管理部"])
AdminPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_ADMIN))]


@router.get("/offices", summary="管理部名单")
async def everywhere(_staff: Staff, _session: LiveSession, context: ContextDependency) -> Offices:
    """List the centre's offices, those that are closed last."""
    return Offices(items=[OfficeShown.of(one) for one in await store.all_offices(context.pool)])


@router.post("/offices", status_code=201, response_model=OfficeShown, summary="设立管理部")
async def create(body: NewOffice, caller: AdminPost, _session: LiveSession) -> Response:
    """Open an office; it gives nobody a right, so one administrator is enough."""
    admin, post = caller

    async def handle(unit: Unit) -> OfficeShown:
        return OfficeShown.of(await handlers.open_office(unit, admin, body.name))

    return await post.once(body, 201, handle)


@router.post("/offices/{office_id}/closure", summary="撤销管理部")
async def close(
    office_id: UUID, admin: Admin, _session: LiveSession, context: ContextDependency
) -> OfficeShown:
    """Close an office where nobody works any more; doing it again changes nothing."""
    return OfficeShown.of(
        await transact(context, lambda unit: handlers.close(unit, admin, office_id))
    )


@router.post("/staff/{staff_id}/office", summary="工作人员所在管理部")
async def move(
    staff_id: UUID,
    body: OfficeOfStaff,
    admin: Admin,
    _session: LiveSession,
    context: ContextDependency,
) -> StaffShown:
    """Say where a member of staff works; rights stay as they are."""
    moved = await transact(
        context, lambda unit: handlers.move(unit, admin, staff_id, body.office_id)
    )
    return StaffShown.of(moved, context.personal_data)


@router.post(f"{PLACE}/office", summary="转到管理部")
async def give(
    item: ItemNamed,
    body: OfficeOfWork,
    staff: Staff,
    _session: LiveSession,
    context: ContextDependency,
) -> WorkOffice:
    """Give a piece of work to an office; it is forgotten after 30 days, like notes."""
    async with context.unit() as unit:
        return WorkOffice.of(await handlers.give(unit, staff, item, body.office_id))
