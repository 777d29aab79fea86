"""What administrators do to the logins of staff and terminals; what gives power is done by two of them."""

import uuid
from dataclasses import replace
from datetime import timedelta

import asyncpg

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.secrets_at_rest import activation_hash, new_activation_code
from gateway.settings import settings_of
from gateway.store import credentials, devices, identities, open_sessions, terminals
from gateway.store.credentials import Device, Staff
from gateway.store.identities import Identity, NewMember
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals import store as proposals
from shared.proposals.rules import Standing

TAKEN: dict[str | None, Reason] = {
    "login_is_taken": Reason.LOGIN_TAKEN,
    "one_staff_login_per_phone": Reason.PHONE_TAKEN,
    "one_staff_role_per_person": Reason.ONE_ROLE_PER_PERSON,
}
"""By the constraint that says so."""


async def check_new(unit: Unit, member: NewMember) -> uuid.UUID | None:
    """Raise `PHONE_OF_SOMEBODY_ELSE`; return who the member of staff is as a citizen, if anybody."""
    if await identities.phone_of_somebody_else(
        unit.connection, member.phone_hash, member.id_number_hash
    ):
        raise Refused(Reason.PHONE_OF_SOMEBODY_ELSE)
    return await identities.person_of(unit.connection, member.id_number_hash)


async def create(unit: Unit, member: NewMember, by: uuid.UUID | None) -> Staff:
    """Make a login of staff: one person, one role, one phone (R-WDR-8), to which the activation code goes.

    Raises `LOGIN_TAKEN`, `PHONE_TAKEN`, `ONE_ROLE_PER_PERSON`, `PHONE_OF_SOMEBODY_ELSE`.
    """
    await check_new(unit, member)
    now, identity_id = unit.clock.now(), member.id
    try:
        async with unit.connection.transaction():
            await identities.add_member(unit.connection, unit.personal_data, member, now)
            await credentials.add_credential(
                unit.connection, identity_id, member.login, created_by=by
            )
    except asyncpg.UniqueViolationError as error:
        raise Refused(TAKEN[error.constraint_name]) from error
    await _record(unit, by, f"create {member.role.value}", identity_id)
    return await say_standing(unit, identity_id)


async def send_activation(unit: Unit, identity: Identity, login: str) -> str:
    """Send an activation code to somebody's phone, the only one that counts from now on."""
    code = new_activation_code()
    hours = settings_of(unit.context).activation_hours
    until = now_of(unit.context) + timedelta(hours=hours)
    phone = identities.phone_of(identity, unit.personal_data)
    assert phone is not None, "staff and operators have a phone"
    kept = activation_hash(unit.personal_data, identity.id, code)
    await credentials.await_activation(unit.connection, identity.id, kept, until)
    expires_at = unit.clock.now() + timedelta(hours=hours)
    unit.emit(announcements.activation_issued(identity.id, login, phone, code, expires_at))
    return code


async def reset(unit: Unit, identity_id: uuid.UUID, by: uuid.UUID) -> Staff:
    """Send a new activation code: password, authenticator and sessions of before end."""
    now, found = now_of(unit.context), await present(unit, identity_id)
    await send_activation(unit, found.identity, found.login)
    await identities.change(
        unit.connection, unit.personal_data, identity_id, active_since=unit.clock.now()
    )
    await open_sessions.end_all(unit.connection, identity_id, now, "activated_anew")
    await devices.forget_all(unit.connection, identity_id)
    await _record(unit, by, "reset", identity_id)
    return await say_standing(unit, identity_id)


async def present(unit: Unit, identity_id: uuid.UUID) -> Staff:
    """Lock a member of staff who is not shut out; raises `UNKNOWN`."""
    found = await locked(unit, identity_id)
    if found.disabled_at is not None:
        raise Refused(Reason.UNKNOWN)
    return found


async def locked(unit: Unit, identity_id: uuid.UUID) -> Staff:
    """Lock a member of staff; raises `UNKNOWN`."""
    found = await credentials.lock_staff(unit.connection, identity_id)
    if found is None:
        raise Refused(Reason.UNKNOWN)
    return found


async def disable(unit: Unit, admin: Principal, identity_id: uuid.UUID) -> Staff:
    """Shut a member of staff out at once; one administrator is enough: it gives nobody anything."""
    if identity_id == admin.identity_id:
        raise Refused(Reason.NOT_YOURSELF)
    found = await locked(unit, identity_id)
    if found.disabled_at is not None:
        return found
    now = now_of(unit.context)
    await credentials.disable(unit.connection, unit.personal_data, found.identity, now)
    await open_sessions.end_all(unit.connection, identity_id, now, "disabled")
    await _record(unit, admin.identity_id, "disable", identity_id)
    return await say_standing(unit, identity_id)


async def enable(unit: Unit, identity_id: uuid.UUID, by: uuid.UUID) -> Staff:
    """Let a member of staff in again; raises `UNKNOWN`, `ONE_ROLE_PER_PERSON`, `PHONE_TAKEN`."""
    await locked(unit, identity_id)
    try:
        async with unit.connection.transaction():
            await identities.change(
                unit.connection,
                unit.personal_data,
                identity_id,
                disabled_at=None,
                active_since=unit.clock.now(),
            )
    except asyncpg.UniqueViolationError as error:
        raise Refused(TAKEN[error.constraint_name]) from error
    await _record(unit, by, "enable", identity_id)
    return await say_standing(unit, identity_id)


async def change_role(
    unit: Unit, identity_id: uuid.UUID, role: Role, *, senior: bool, by: uuid.UUID
) -> Staff:
    """Give a member of staff another role; sessions in the old one end at once."""
    now = now_of(unit.context)
    await present(unit, identity_id)
    await identities.change(
        unit.connection,
        unit.personal_data,
        identity_id,
        role=role,
        senior=senior,
        active_since=unit.clock.now(),
    )
    await open_sessions.end_all(unit.connection, identity_id, now, "disabled")
    await _record(unit, by, f"make {role.value}", identity_id)
    return await say_standing(unit, identity_id)


async def say_standing(unit: Unit, identity_id: uuid.UUID) -> Staff:
    """Tell everybody, ourselves included, how a member of staff stands from now on."""
    found = await locked(unit, identity_id)
    identity, now = found.identity, unit.clock.now()
    since = identity.active_since or found.created_at
    standing = Standing(identity.role, found.disabled_at is None, identity.own_person_id, since)
    await proposals.keep_standings(unit.connection, {(identity_id, now): standing})
    unit.emit(announcements.staff_changed(identity_id, standing, now))
    return found


async def register_device(
    unit: Unit, name: str, secret_hash: str, channel: str, by: uuid.UUID
) -> str:
    """Make a self-service terminal (自助终端), whose secret nobody here has seen; returns its client id."""
    now, identity_id = now_of(unit.context), uuid.uuid4()
    client_id = f"kiosk-{identity_id.hex[:12]}"
    data = unit.personal_data
    await identities.add_device_identity(unit.connection, data, identity_id, name, now)
    await credentials.add_device(
        unit.connection,
        data,
        identity_id,
        client_id=client_id,
        secret_hash=secret_hash,
        channel=channel,
    )
    await _record(unit, by, "register device", identity_id)
    return client_id


async def revoke_device(unit: Unit, client_id: str, by: uuid.UUID) -> Device:
    """Shut a terminal out at once, for ever: who puts it right again registers it anew.

    What others opened through it ends with it. One administrator is enough: it gives nobody anything.
    Raises `UNKNOWN`.
    """
    found = await credentials.lock_device(unit.connection, client_id)
    if found is None:
        raise Refused(Reason.UNKNOWN)
    if found.disabled_at is not None:
        return found
    now = now_of(unit.context)
    await credentials.disable(unit.connection, unit.personal_data, found.identity, now)
    await open_sessions.end_all(unit.connection, found.identity.id, now, "disabled")
    await terminals.end_all(unit.connection, found.identity.id, now)
    await _record(unit, by, "revoke device", found.identity.id)
    return replace(found, disabled_at=now)


async def _record(unit: Unit, by: uuid.UUID | None, action: str, identity_id: uuid.UUID) -> None:
    if by is not None:
        await credentials.record_action(
            unit.connection, now_of(unit.context), by, action, identity_id
        )
