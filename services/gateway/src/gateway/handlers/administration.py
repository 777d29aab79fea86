"""What administrators do to the logins of staff and terminals, and the first administrator."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

import asyncpg

from gateway.clock import now_of
from gateway.errors import (
    LoginTaken,
    NotYourself,
    OneRolePerPerson,
    UnknownStaff,
)
from gateway.secrets_at_rest import (
    Passwords,
    new_token,
    token_hash,
)
from gateway.settings import settings_of
from gateway.store import credentials, identities, open_sessions
from gateway.store.credentials import Staff
from shared.base.identifiers import ResidentId
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context, Unit


async def create(
    unit: Unit, admin: Principal, *, login: str, name: str, id_number: ResidentId, role: Role
) -> Staff:
    """Make a login of staff: one person, one role (R-WDR-8)."""
    now, identity_id = now_of(unit.context), uuid.uuid4()
    name_sealed = unit.personal_data.seal(name)
    id_number_hash = unit.personal_data.lookup_hash(id_number.value)
    try:
        async with unit.connection.transaction():
            await identities.add_identity(
                unit.connection,
                identity_id,
                role=role,
                id_number_hash=id_number_hash,
                name_sealed=name_sealed,
                now=now,
            )
            await credentials.add_credential(
                unit.connection, identity_id, login, created_by=admin.identity_id
            )
    except asyncpg.UniqueViolationError as error:
        if error.constraint_name == "login_is_taken":
            raise LoginTaken from error
        raise OneRolePerPerson from error
    await credentials.record_action(
        unit.connection, now, admin.identity_id, f"create {role.value}", identity_id
    )
    return await _locked(unit, identity_id)


async def _locked(unit: Unit, identity_id: uuid.UUID) -> Staff:
    found = await credentials.lock_staff(unit.connection, identity_id)
    if found is None:
        raise UnknownStaff
    return found


@dataclass(frozen=True)
class Activation:
    """What an administrator hands to a member of staff; shown once."""

    code: str
    until: datetime


async def reset(unit: Unit, admin: Principal, identity_id: uuid.UUID) -> Activation:
    """Give a new activation code: password, authenticator and sessions of before end."""
    now = now_of(unit.context)
    if identity_id == admin.identity_id:
        raise NotYourself
    found = await _locked(unit, identity_id)
    if found.disabled_at is not None:
        raise UnknownStaff
    code, until = new_token(), now + timedelta(hours=settings_of(unit.context).activation_hours)
    await credentials.await_activation(unit.connection, identity_id, token_hash(code), until)
    await open_sessions.end_all(unit.connection, identity_id, now, "activated_anew")
    await credentials.record_action(unit.connection, now, admin.identity_id, "reset", identity_id)
    return Activation(code, until)


async def set_disabled(
    unit: Unit, admin: Principal, identity_id: uuid.UUID, *, disabled: bool
) -> Staff:
    """Shut a member of staff out at once, or let them in again."""
    now = now_of(unit.context)
    if identity_id == admin.identity_id:
        raise NotYourself
    found = await _locked(unit, identity_id)
    if (found.disabled_at is not None) == disabled:
        return found
    try:
        async with unit.connection.transaction():
            await credentials.set_disabled(unit.connection, identity_id, now if disabled else None)
    except asyncpg.UniqueViolationError as error:
        raise OneRolePerPerson from error
    if disabled:
        await open_sessions.end_all(unit.connection, identity_id, now, "disabled")
    action = "disable" if disabled else "enable"
    await credentials.record_action(unit.connection, now, admin.identity_id, action, identity_id)
    return await _locked(unit, identity_id)


@dataclass(frozen=True)
class Device:
    """A terminal's credentials; the secret is shown once."""

    identity_id: uuid.UUID
    client_id: str
    secret: str


async def add_device(unit: Unit, admin: Principal, name: str) -> Device:
    """Make the identity of a self-service terminal (自助终端)."""
    now, identity_id = now_of(unit.context), uuid.uuid4()
    device = Device(identity_id, f"kiosk-{identity_id.hex[:12]}", new_token())
    name_sealed = unit.personal_data.seal(name)
    await identities.add_identity(
        unit.connection,
        identity_id,
        role=Role.KIOSK,
        id_number_hash=None,
        name_sealed=name_sealed,
        now=now,
    )
    await credentials.add_device(
        unit.connection, identity_id, device.client_id, token_hash(device.secret)
    )
    await credentials.record_action(
        unit.connection, now, admin.identity_id, "add device", identity_id
    )
    return device


async def make_first_admin(context: Context, passwords: Passwords) -> bool:
    """Make the administrator whom the settings name, once, when there is none yet."""
    settings = settings_of(context)
    login, password = settings.first_admin_login, settings.first_admin_password
    secret = settings.first_admin_totp_secret
    if login is None or password is None or secret is None:
        return False
    password_hash = await passwords.hash(password.get_secret_value())
    async with context.unit() as unit:
        if await credentials.has_admin(unit.connection):
            return False
        identity_id = uuid.uuid4()
        seal = unit.personal_data.seal
        await identities.add_identity(
            unit.connection,
            identity_id,
            role=Role.STAFF_ADMIN,
            id_number_hash=None,
            name_sealed=seal(login),
            now=now_of(context),
        )
        await credentials.add_credential(
            unit.connection,
            identity_id,
            login,
            password_hash=password_hash,
            totp_secret_sealed=seal(secret.get_secret_value()),
        )
        return True
