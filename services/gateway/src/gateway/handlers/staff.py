"""Staff and terminals log in."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from gateway.clock import now_of
from gateway.errors import Reason, Refused, must_wait
from gateway.handlers import sessions, sources
from gateway.handlers.failures import count_failure, forgive, record, still_locked
from gateway.metrics import HASHES_TURNED_AWAY
from gateway.rules.password_quality import is_easily_guessed
from gateway.sealed import TOTP_SECRET
from gateway.secrets_at_rest import (
    Passwords,
    QueueFull,
    activation_hash,
    new_totp_secret,
    token_hash,
    totp_step,
    totp_uri,
)
from gateway.store import credentials, locks
from gateway.store import passwords as history
from gateway.store.attempts import Attempt, Outcome
from gateway.store.credentials import Credential
from shared.messaging.unit import Context, Unit
from shared.sealing.personal_data import PersonalData

QUEUE_EMPTIES_WITHIN = timedelta(seconds=5)


def attempt_of(context: Context, login: str, address: str | None) -> Attempt:
    """Begin the record of an attempt to get in as staff."""
    subject_hash = context.personal_data.lookup_hash(f"login staff {login}")
    return Attempt(Outcome.WRONG_CREDENTIALS, address, "web", subject_hash)


async def log_in(
    context: Context,
    passwords: Passwords,
    *,
    login: str,
    password: str,
    totp: str,
    device: str | None,
    address: str | None,
) -> sessions.Opened | Refused:
    """Open a session for staff: password and one-time password; every failure looks the same."""
    attempt = attempt_of(context, login, address)
    async with context.unit() as unit:
        attempt = await from_somewhere(unit, attempt, device)
        if locked := await still_locked(unit, attempt):
            return locked
        seen = await credentials.credential(unit.connection, login)
    known_device = attempt.source is not None and attempt.source.known_device
    kept = seen.password_hash if seen else None
    try:
        password_fits = await passwords.fits(password, kept, known_device=known_device)
    except QueueFull:
        return turned_away()
    async with context.unit() as unit:
        attempt = await from_somewhere(unit, attempt, device)
        if locked := await still_locked(unit, attempt):
            return locked
        found = await credentials.credential(unit.connection, login, lock=True)
        same = found is not None and seen is not None and found.password_hash == seen.password_hash
        attempt = replace(attempt, identity_id=found.identity.id if found else None)
        step = step_of(unit, found, totp)
        if found is None or step is None or not (same and password_fits):
            return await count_failure(unit, attempt) or Refused(Reason.WRONG_CREDENTIALS)
        await credentials.use_totp(unit.connection, found.identity.id, step)
        await forgive(unit, attempt)
        subject_hash = str(attempt.subject_hash)
        shown = await sources.remember(unit, subject_hash, found.identity.id, device)
        return await sessions.open_session(unit, found.identity, attempt, device=shown)


async def from_somewhere(unit: Unit, attempt: Attempt, device: str | None) -> Attempt:
    """Hold the subject, and say from where it is tried."""
    subject_hash = str(attempt.subject_hash)
    await locks.hold_subject(unit.connection, subject_hash)
    source = await sources.source_of(unit, subject_hash, device, attempt.address)
    return replace(attempt, source=source)


def turned_away() -> Refused:
    """Say when to come again: too many passwords wait to be hashed."""
    HASHES_TURNED_AWAY.inc()
    return must_wait(Reason.TOO_MANY_REQUESTS, QUEUE_EMPTIES_WITHIN)


def step_of(unit: Unit, found: Credential | None, totp: str) -> int | None:
    """Find the time step of a one-time password; None where it does not count."""
    if found is None or found.totp_secret_sealed is None:
        return None
    secret = unit.personal_data.open(found.totp_secret_sealed, TOTP_SECRET, found.identity.id)
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
) -> Enrolled | Refused:
    """Let a member of staff choose a password and get a TOTP secret; an activation code works once."""
    attempt = replace(attempt_of(context, login, address), outcome=Outcome.ACTIVATION_FAILED)
    async with context.unit() as unit:
        expected = await _expected(unit, attempt, login, activation_code)
        if isinstance(expected, Refused):
            return expected
        before = await history.last(unit.connection, expected.identity.id)
    try:
        if unfit := await judged(passwords, login, password, before):
            return unfit
        password_hash = await passwords.hash(password)
    except QueueFull:
        return turned_away()
    async with context.unit() as unit:
        found = await _expected(unit, attempt, login, activation_code)
        if isinstance(found, Refused):
            return found
        secret = new_totp_secret()
        sealed = unit.personal_data.seal(secret, TOTP_SECRET, found.identity.id)
        await credentials.activate(unit.connection, found.identity.id, password_hash, sealed)
        await history.keep(unit.connection, found.identity.id, password_hash, now_of(context))
        done = replace(attempt, outcome=Outcome.ACTIVATED, identity_id=found.identity.id)
        await record(unit, done)
        return Enrolled(secret, totp_uri(secret, login))


async def judged(
    passwords: Passwords, login: str, password: str, before: Sequence[str]
) -> Refused | None:
    """Refuse a password that is easily guessed or was used before; raises `QueueFull`."""
    if await passwords.worked(partial(is_easily_guessed, password, login)):
        return Refused(Reason.PASSWORD_COMMON)
    for known in before:
        if await passwords.fits(password, known, known_device=True):
            return Refused(Reason.PASSWORD_USED_BEFORE)
    return None


async def _expected(
    unit: Unit, attempt: Attempt, login: str, activation_code: str
) -> Credential | Refused:
    """Find and lock whose activation code this is; nothing costly is done for anybody else."""
    attempt = await from_somewhere(unit, attempt, None)
    if locked := await still_locked(unit, attempt):
        return locked
    found = await credentials.credential(unit.connection, login, lock=True)
    attempt = replace(attempt, identity_id=found.identity.id if found else None)
    if found is None or not _activates(
        unit.personal_data, found, activation_code, now_of(unit.context)
    ):
        return await count_failure(unit, attempt) or Refused(Reason.ACTIVATION_FAILED)
    return found


def _activates(data: PersonalData, found: Credential, activation_code: str, now: datetime) -> bool:
    if found.activation_hash is None or found.activation_until is None:
        return False
    fits = data.fits(
        found.activation_hash, activation_hash(data, found.identity.id, activation_code)
    )
    return fits and now < found.activation_until


async def device_log_in(
    unit: Unit, client_id: str, secret: str, address: str | None
) -> sessions.Opened | Refused:
    """Open a session for a terminal."""
    found = await credentials.find_device(unit.connection, client_id)
    attempt = Attempt(
        Outcome.WRONG_CREDENTIALS,
        address,
        found.channel if found else "kiosk",
        identity_id=found.identity.id if found else None,
    )
    fits = found is not None and hmac.compare_digest(found.secret_hash, token_hash(secret))
    if found is None or not fits or not found.is_genuine(unit.personal_data):
        await record(unit, attempt)
        return Refused(Reason.WRONG_CREDENTIALS)
    return await sessions.open_session(unit, found.identity, attempt)
