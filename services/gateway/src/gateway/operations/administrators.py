"""What takes two administrators: whoever gets power here gets it from two people."""

from typing import Any
from uuid import uuid4

from pydantic import BaseModel

from gateway.errors import Reason, Refused
from gateway.handlers import administration
from gateway.sealed import ID_NUMBER, NAME, PHONE
from gateway.shapes.administrators import (
    DeviceMade,
    NewDevice,
    NewStaff,
    RoleChange,
    StaffGrounds,
    StaffShown,
)
from gateway.store.credentials import Staff
from gateway.store.identities import NewMember, name_of
from shared.base.identifiers import Phone, ResidentId, mask_name
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation
from shared.sealing.personal_data import PersonalData

ROLE_NAMES: dict[str, str] = {
    "staff_maker": "经办",
    "staff_checker": "复核",
    "staff_admin": "管理员",
    "staff_auditor": "审计",
}


def member_of(body: NewStaff, data: PersonalData) -> NewMember:
    """Seal a new member of staff; raises `InvalidIdentifier`."""
    number, phone = ResidentId.parse(body.id_number), Phone.parse(body.phone)
    seal, identity_id = data.seal, uuid4()
    return NewMember(
        identity_id,
        body.login,
        Role(body.role),
        body.senior,
        seal(body.name, NAME, identity_id),
        seal(number.value, ID_NUMBER, identity_id),
        data.lookup_hash(number.value),
        seal(phone.value, PHONE, identity_id),
        data.lookup_hash(phone.value),
    )


async def _examine_new(unit: Unit, body: NewStaff, _by: Principal) -> Facts:
    person_id = await administration.check_new(unit, member_of(body, unit.personal_data))
    return Facts(
        body.login,
        f"新增工作人员{mask_name(body.name)}（{body.login}），岗位：{_role(body.role, body.senior)}",
        frozenset({person_id} if person_id else ()),
    )


def _role(role: str, senior: bool) -> str:
    return ("高级" if senior else "") + ROLE_NAMES[role]


async def _create(unit: Unit, body: NewStaff, decision: Decision) -> StaffShown:
    member = member_of(body, unit.personal_data)
    made = await administration.create(unit, member, decision.maker_id)
    await administration.send_activation(unit, made.identity, made.login)
    return StaffShown.of(made, unit.personal_data)


def _about(unit: Unit, staff: Staff, by: Principal, what: str) -> Facts:
    """What is proposed of a member of staff; raises `NOT_YOURSELF`."""
    if staff.identity.id == by.identity_id:
        raise Refused(Reason.NOT_YOURSELF)
    name = mask_name(name_of(staff.identity, unit.personal_data))
    person_id = staff.identity.own_person_id
    summary = f"{what}：{name}（{staff.login}）"
    return Facts(str(staff.identity.id), summary, frozenset({person_id} if person_id else ()))


async def _examine_reset(unit: Unit, body: StaffGrounds, by: Principal) -> Facts:
    return _about(
        unit, await administration.present(unit, body.staff_id), by, "重置登录密码和动态口令"
    )


async def _reset(unit: Unit, body: StaffGrounds, decision: Decision) -> StaffShown:
    changed = await administration.reset(unit, body.staff_id, decision.maker_id)
    return StaffShown.of(changed, unit.personal_data)


async def _examine_enable(unit: Unit, body: StaffGrounds, by: Principal) -> Facts:
    return _about(unit, await administration.locked(unit, body.staff_id), by, "重新启用工作人员")


async def _enable(unit: Unit, body: StaffGrounds, decision: Decision) -> StaffShown:
    changed = await administration.enable(unit, body.staff_id, decision.maker_id)
    return StaffShown.of(changed, unit.personal_data)


async def _examine_role(unit: Unit, body: RoleChange, by: Principal) -> Facts:
    staff = await administration.present(unit, body.staff_id)
    if (staff.identity.role.value, staff.identity.senior) == (body.role, body.senior):
        raise Refused(Reason.ONE_ROLE_PER_PERSON)
    return _about(unit, staff, by, f"岗位变更为{_role(body.role, body.senior)}")


async def _change_role(unit: Unit, body: RoleChange, decision: Decision) -> StaffShown:
    changed = await administration.change_role(
        unit, body.staff_id, Role(body.role), senior=body.senior, by=decision.maker_id
    )
    return StaffShown.of(changed, unit.personal_data)


async def _examine_device(_unit: Unit, body: NewDevice, _by: Principal) -> Facts:
    return Facts(body.secret_hash, f"登记自助终端：{body.name}")


async def _register(unit: Unit, body: NewDevice, decision: Decision) -> DeviceMade:
    client_id = await administration.register_device(
        unit, body.name, body.secret_hash, body.channel, decision.maker_id
    )
    return DeviceMade(client_id=client_id)


def _by_administrators(
    kind: str, title: str, body: type[BaseModel], examine: Any, execute: Any
) -> Operation:
    admins = frozenset({Role.STAFF_ADMIN})
    return Operation(kind, title, body, examine, execute, makers=admins, deciders=admins)


CREATE = _by_administrators("staff.create", "新增工作人员", NewStaff, _examine_new, _create)
RESET = _by_administrators("staff.reset", "重置登录", StaffGrounds, _examine_reset, _reset)
ENABLE = _by_administrators("staff.enable", "启用工作人员", StaffGrounds, _examine_enable, _enable)
CHANGE_ROLE = _by_administrators(
    "staff.change_role", "变更岗位", RoleChange, _examine_role, _change_role
)
REGISTER_DEVICE = _by_administrators(
    "device.register", "登记自助终端", NewDevice, _examine_device, _register
)
OPERATIONS = (CREATE, RESET, ENABLE, CHANGE_ROLE, REGISTER_DEVICE)
