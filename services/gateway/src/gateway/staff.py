"""Staff and terminals: logging in, and what administrators do to logins."""

import hmac
import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import asyncpg

from gateway import limits, session_store, sessions, staff_store, store
from gateway.clock import now_of
from gateway.errors import (
    ActivationFailed,
    LoginError,
    LoginTaken,
    NotYourself,
    OneRolePerPerson,
    UnknownStaff,
    WrongCredentials,
)
from gateway.handlers import count_failure, still_locked
from gateway.limits import Attempt, Outcome
from gateway.secrets_at_rest import (
    Passwords,
    new_token,
    new_totp_secret,
    token_hash,
    totp_step,
    totp_uri,
)
from gateway.settings import settings_of
from gateway.staff_store import Credential, Staff
from shared.base.identifiers import ResidentId
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context, Unit


def _attempt(context: Context, login: str, address: str | None) -> Attempt:
    subject_hash = context.personal_data.lookup_hash(f"login staff {login}")
    return Attempt(Outcome.WRONG_CREDENTIALS, address, "web", subject_hash)


async def log_in(
    context: Context,
    passwords: Passwords,
    *,
    login: str,
    password: str,
    totp: str,
    address: str | None,
) -> sessions.Opened | LoginError:
    """Open a session for staff: password and one-time password; every failure looks the same."""
    attempt = _attempt(context, login, address)
    async with context.unit() as unit:
        await store.hold_subject(unit.connection, str(attempt.subject_hash))
        if locked := await still_locked(unit, attempt):
            return locked
        seen = await staff_store.credential(unit.connection, login)
    password_fits = await passwords.fits(password, seen.password_hash if seen else None)
    async with context.unit() as unit:
        await store.hold_subject(unit.connection, str(attempt.subject_hash))
        if locked := await still_locked(unit, attempt):
            return locked
        found = await staff_store.credential(unit.connection, login, lock=True)
        same = found is not None and seen is not None and found.password_hash == seen.password_hash
        attempt = replace(attempt, identity_id=found.identity.id if found else None)
        step = _step(unit, found, totp)
        if found is None or step is None or not (same and password_fits):
            return await count_failure(unit, attempt) or WrongCredentials()
        await staff_store.use_totp(unit.connection, found.identity.id, step)
        await store.clear_lock(unit.connection, str(attempt.subject_hash))
        return await sessions.open_session(unit, found.identity, attempt)


def _step(unit: Unit, found: Credential | None, totp: str) -> int | None:
    if found is None or found.totp_secret_sealed is None:
        return None
    secret = unit.personal_data.open(found.totp_secret_sealed)
    return totp_step(secret, totp, now_of(unit.context), found.totp_last_step)


@dataclass(frozen=True)
class Enrolled:
    """What an authenticator app needs; shown once."""

    totp_secret: str
    totp_uri: str


async def activate(
    context: Context,
    passwords: Passwords,
    *,
    login: str,
    activation_code: str,
    password: str,
    address: str | None,
) -> Enrolled | LoginError:
    """Let a member of staff choose a password and get a TOTP secret; an activation code works once."""
    attempt = replace(_attempt(context, login, address), outcome=Outcome.ACTIVATION_FAILED)
    password_hash = await passwords.hash(password)
    async with context.unit() as unit:
        now = now_of(context)
        await store.hold_subject(unit.connection, str(attempt.subject_hash))
        if locked := await still_locked(unit, attempt):
            return locked
        found = await staff_store.credential(unit.connection, login, lock=True)
        attempt = replace(attempt, identity_id=found.identity.id if found else None)
        if found is None or not _activates(found, activation_code, now):
            return await count_failure(unit, attempt) or ActivationFailed()
        secret = new_totp_secret()
        sealed = unit.personal_data.seal(secret)
        await staff_store.activate(unit.connection, found.identity.id, password_hash, sealed)
        await limits.record(unit.connection, replace(attempt, outcome=Outcome.ACTIVATED), now)
        return Enrolled(secret, totp_uri(secret, login))


def _activates(found: Credential, activation_code: str, now: datetime) -> bool:
    if found.activation_hash is None or found.activation_until is None:
        return False
    fits = hmac.compare_digest(found.activation_hash, token_hash(activation_code))
    return fits and now < found.activation_until


async def create(
    unit: Unit, admin: Principal, *, login: str, name: str, id_number: ResidentId, role: Role
) -> Staff:
    """Make a login of staff: one person, one role (R-WDR-8)."""
    now, identity_id = now_of(unit.context), uuid.uuid4()
    name_sealed = unit.personal_data.seal(name)
    id_number_hash = unit.personal_data.lookup_hash(id_number.value)
    try:
        async with unit.connection.transaction():
            await staff_store.add_identity(
                unit.connection,
                identity_id,
                role=role,
                id_number_hash=id_number_hash,
                name_sealed=name_sealed,
                now=now,
            )
            await staff_store.add_credential(
                unit.connection, identity_id, login, created_by=admin.identity_id
            )
    except asyncpg.UniqueViolationError as error:
        if error.constraint_name == "login_is_taken":
            raise LoginTaken from error
        raise OneRolePerPerson from error
    await staff_store.record_action(
        unit.connection, now, admin.identity_id, f"create {role.value}", identity_id
    )
    return await _locked(unit, identity_id)


async def _locked(unit: Unit, identity_id: uuid.UUID) -> Staff:
    found = await staff_store.lock_staff(unit.connection, identity_id)
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
    await staff_store.await_activation(unit.connection, identity_id, token_hash(code), until)
    await session_store.end_all(unit.connection, identity_id, now, "activated_anew")
    await staff_store.record_action(unit.connection, now, admin.identity_id, "reset", identity_id)
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
            await staff_store.set_disabled(unit.connection, identity_id, now if disabled else None)
    except asyncpg.UniqueViolationError as error:
        raise OneRolePerPerson from error
    if disabled:
        await session_store.end_all(unit.connection, identity_id, now, "disabled")
    action = "disable" if disabled else "enable"
    await staff_store.record_action(unit.connection, now, admin.identity_id, action, identity_id)
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
    await staff_store.add_identity(
        unit.connection,
        identity_id,
        role=Role.KIOSK,
        id_number_hash=None,
        name_sealed=name_sealed,
        now=now,
    )
    await staff_store.add_device(
        unit.connection, identity_id, device.client_id, token_hash(device.secret)
    )
    await staff_store.record_action(
        unit.connection, now, admin.identity_id, "add device", identity_id
    )
    return device


async def device_log_in(
    unit: Unit, client_id: str, secret: str, address: str | None
) -> sessions.Opened | LoginError:
    """Open a session for a terminal."""
    found = await staff_store.find_device(unit.connection, client_id)
    attempt = Attempt(
        Outcome.WRONG_CREDENTIALS, address, "kiosk", identity_id=found[0].id if found else None
    )
    if found is None or not hmac.compare_digest(found[1], token_hash(secret)):
        await limits.record(unit.connection, attempt, now_of(unit.context))
        return WrongCredentials()
    return await sessions.open_session(unit, found[0], attempt)


async def make_first_admin(context: Context, passwords: Passwords) -> bool:
    """Make the administrator whom the settings name, once, when there is none yet."""
    settings = settings_of(context)
    login, password = settings.first_admin_login, settings.first_admin_password
    secret = settings.first_admin_totp_secret
    if login is None or password is None or secret is None:
        return False
    password_hash = await passwords.hash(password.get_secret_value())
    async with context.unit() as unit:
        if await staff_store.has_admin(unit.connection):
            return False
        identity_id = uuid.uuid4()
        seal = unit.personal_data.seal
        await staff_store.add_identity(
            unit.connection,
            identity_id,
            role=Role.STAFF_ADMIN,
            id_number_hash=None,
            name_sealed=seal(login),
            now=now_of(context),
        )
        await staff_store.add_credential(
            unit.connection,
            identity_id,
            login,
            password_hash=password_hash,
            totp_secret_sealed=seal(secret.get_secret_value()),
        )
        return True
