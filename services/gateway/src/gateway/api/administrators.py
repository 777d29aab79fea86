"""HTTP for administrators: staff, terminals, signing keys."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel

from gateway.access import Admin, LiveSession, SettingsDependency
from gateway.clock import now_of
from gateway.handlers import administration, keys
from gateway.handlers.failures import transact
from gateway.shapes.administrators import (
    ActivationMade,
    DeviceMade,
    NewDevice,
    NewStaff,
    Rotated,
    RotationWanted,
    StaffPage,
    StaffShown,
)
from gateway.shapes.fields import PAGE_MAX_ITEMS
from gateway.store import credentials
from shared.base.identifiers import ResidentId
from shared.http.callers import ContextDependency
from shared.http.cursors import decode_cursor, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import ProblemError
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["管理"])
AdminPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_ADMIN))]


@router.post("/staff", status_code=201, response_model=StaffShown, summary="新增工作人员")
async def create(body: NewStaff, caller: AdminPost, _session: LiveSession) -> Response:
    """Make a login; the member of staff activates it with a code of its own."""
    admin, post = caller
    id_number = ResidentId.parse(body.id_number)

    async def handle(unit: Unit) -> BaseModel:
        made = await administration.create(
            unit, admin, login=body.login, name=body.name, id_number=id_number, role=Role(body.role)
        )
        return StaffShown.of(made, unit.personal_data)

    return await post.once(body, 201, handle)


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


@router.post("/staff/{staff_id}/activation", summary="发放激活码（重置密码和动态口令）")
async def reset(
    staff_id: UUID,
    admin: Admin,
    _session: LiveSession,
    context: ContextDependency,
    settings: SettingsDependency,
) -> ActivationMade:
    """Give a new activation code; repeated, the last one counts. The old login ends at once."""
    made = await transact(context, lambda unit: administration.reset(unit, admin, staff_id))
    return ActivationMade(activation_code=made.code, expires_at=made.until)


@router.post("/staff/{staff_id}/disable", summary="停用工作人员")
async def disable(
    staff_id: UUID, admin: Admin, _session: LiveSession, context: ContextDependency
) -> StaffShown:
    """Shut a member of staff out; doing it again changes nothing."""
    return await _set_disabled(context, admin, staff_id, disabled=True)


@router.post("/staff/{staff_id}/enable", summary="启用工作人员")
async def enable(
    staff_id: UUID, admin: Admin, _session: LiveSession, context: ContextDependency
) -> StaffShown:
    """Let a member of staff in again; doing it again changes nothing."""
    return await _set_disabled(context, admin, staff_id, disabled=False)


async def _set_disabled(
    context: ContextDependency, admin: Principal, staff_id: UUID, *, disabled: bool
) -> StaffShown:
    changed = await transact(
        context, lambda unit: administration.set_disabled(unit, admin, staff_id, disabled=disabled)
    )
    return StaffShown.of(changed, context.personal_data)


@router.post("/devices", status_code=201, summary="登记自助终端")
async def add_device(
    body: NewDevice, admin: Admin, _session: LiveSession, context: ContextDependency
) -> DeviceMade:
    """Make a terminal's identity. No idempotency key: the secret must not be kept to be repeated."""
    device = await transact(context, lambda unit: administration.add_device(unit, admin, body.name))
    return DeviceMade(
        identity_id=device.identity_id, client_id=device.client_id, client_secret=device.secret
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
    raise ProblemError(400, "bad-cursor", "分页参数 cursor 无效。")
