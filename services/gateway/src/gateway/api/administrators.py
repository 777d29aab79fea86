"""HTTP for administrators: staff, terminals, signing keys."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from gateway.access import Admin, LiveSession, SettingsDependency
from gateway.clock import now_of, terminals_heard_since
from gateway.handlers import administration, keys
from gateway.handlers.failures import transact
from gateway.operations import administrators as operations
from gateway.shapes.administrators import (
    Dashboards,
    DeviceList,
    DeviceListed,
    NewDevice,
    NewStaff,
    RoleWanted,
    Rotated,
    RotationWanted,
    StaffPage,
    StaffShown,
)
from gateway.shapes.fields import PAGE_MAX_ITEMS
from gateway.store import credentials
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.operation import Operation
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["管理"])
AdminPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_ADMIN))]


@router.post("/staff", status_code=202, response_model=ProposalAnswer, summary="新增工作人员")
async def create(body: NewStaff, caller: AdminPost, _session: LiveSession) -> Response:
    """Propose a login; another administrator decides, then an activation code goes to the person's phone."""
    return await answer_proposed(caller, operations.CREATE, body)


@router.get("/staff", summary="工作人员名单")
async def everyone(
    _admin: Admin,
    _session: LiveSession,
    context: ContextDependency,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)] = 50,
) -> StaffPage:
    """List staff by login."""
    found = await credentials.staff_after(
        context.pool, _position(cursor) if cursor else "", limit + 1
    )
    page = found[:limit]
    return StaffPage(
        items=[StaffShown.of(item, context.personal_data) for item in page],
        next_cursor=encode_cursor(page[-1].login) if len(found) > limit else None,
    )


@router.post(
    "/staff/{staff_id}/activation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="重置密码和动态口令",
)
async def reset(
    staff_id: UUID, body: Grounds, caller: AdminPost, _session: LiveSession
) -> Response:
    """Propose that somebody activates anew; when decided the old login ends, the code goes to the phone."""
    return await _propose(operations.RESET, staff_id, body, caller)


@router.post(
    "/staff/{staff_id}/enable",
    status_code=202,
    response_model=ProposalAnswer,
    summary="启用工作人员",
)
async def enable(
    staff_id: UUID, body: Grounds, caller: AdminPost, _session: LiveSession
) -> Response:
    """Propose to let somebody in again."""
    return await _propose(operations.ENABLE, staff_id, body, caller)


async def _propose(
    operation: Operation, staff_id: UUID, body: Grounds, caller: tuple[Principal, IdempotentPost]
) -> Response:
    return await answer_proposed(caller, operation, body, staff_id=staff_id)


@router.post(
    "/staff/{staff_id}/role", status_code=202, response_model=ProposalAnswer, summary="变更岗位"
)
async def change_role(
    staff_id: UUID, body: RoleWanted, caller: AdminPost, _session: LiveSession
) -> Response:
    """Propose another role."""
    return await answer_proposed(caller, operations.CHANGE_ROLE, body, staff_id=staff_id)


@router.post("/staff/{staff_id}/disable", summary="停用工作人员")
async def disable(
    staff_id: UUID, admin: Admin, _session: LiveSession, context: ContextDependency
) -> StaffShown:
    """Shut a member of staff out at once; doing it again changes nothing."""
    changed = await transact(context, lambda unit: administration.disable(unit, admin, staff_id))
    return StaffShown.of(changed, context.personal_data)


@router.post("/devices", status_code=202, response_model=ProposalAnswer, summary="登记自助终端")
async def add_device(body: NewDevice, caller: AdminPost, _session: LiveSession) -> Response:
    """Propose a terminal's identity; its client id is the result of the decision."""
    return await answer_proposed(caller, operations.REGISTER_DEVICE, body)


@router.get("/devices", summary="自助终端名单")
async def all_devices(
    _admin: Admin, _session: LiveSession, context: ContextDependency
) -> DeviceList:
    """List terminals, revoked ones too."""
    data, since = context.personal_data, terminals_heard_since(context)
    found = await credentials.devices(context.pool)
    return DeviceList(items=[DeviceListed.of(each, data, since) for each in found])


@router.post("/devices/{client_id}/revocation", summary="吊销自助终端凭证")
async def revoke_device(
    client_id: str, admin: Admin, _session: LiveSession, context: ContextDependency
) -> DeviceListed:
    """Shut a terminal out at once, its sessions too; doing it again changes nothing."""
    revoked = await transact(
        context,
        lambda unit: administration.revoke_device(unit, client_id, admin.identity_id),
    )
    return DeviceListed.of(revoked, context.personal_data, terminals_heard_since(context))


@router.get("/dashboards", summary="监控页面地址")
async def dashboards(
    _admin: Admin, _session: LiveSession, settings: SettingsDependency
) -> Dashboards:
    """Say where the system is watched, as its settings have it."""
    return Dashboards(
        grafana_url=settings.grafana_url or None, broker_url=settings.broker_dashboard_url or None
    )


@router.post("/signing-keys/rotation", summary="立即更换签名密钥")
async def rotate(
    body: RotationWanted,
    admin: Admin,
    _session: LiveSession,
    context: ContextDependency,
    settings: SettingsDependency,
) -> Rotated:
    """Sign with a new key from now on, and on demand take the older ones back."""

    async def work(unit: Unit) -> str:
        now = now_of(context)
        action = "withdraw signing keys" if body.withdraw else "rotate signing keys"
        await credentials.record_action(unit.connection, now, admin.identity_id, action, None)
        return await keys.rotate_now(unit.connection, settings, now, withdraw=body.withdraw)

    return Rotated(key_id=await transact(context, work))


def _position(cursor: str) -> str:
    match decode_cursor(cursor):
        case [str(login)]:
            return login
    raise bad_cursor()
