"""The password of a member of staff: good enough, not one of before, changed by its owner alone."""

import uuid
from dataclasses import dataclass, replace

from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import staff
from gateway.handlers.failures import count_failure, still_locked
from gateway.secrets_at_rest import Passwords, QueueFull
from gateway.store import credentials, open_sessions
from gateway.store import passwords as store
from gateway.store.attempts import Attempt
from shared.messaging.unit import Context


@dataclass(frozen=True)
class Change:
    """What proves its owner, and the password of their choice."""

    identity_id: uuid.UUID
    session_id: uuid.UUID
    password: str
    totp: str
    new_password: str


async def change(
    context: Context, passwords: Passwords, wanted: Change, address: str | None
) -> Refused | None:
    """Change one's own password, by the present one and the authenticator; all other sessions end."""
    async with context.unit() as unit:
        login = await credentials.login_of(unit.connection, wanted.identity_id)
        seen = await credentials.credential(unit.connection, login) if login else None
        before = await store.last(unit.connection, wanted.identity_id)
    if login is None or seen is None:
        return Refused(Reason.WRONG_CREDENTIALS)
    try:
        fits = await passwords.fits(wanted.password, seen.password_hash, known_device=True)
        refusal = (
            await staff.judged(passwords, login, wanted.new_password, before) if fits else None
        )
        if refusal is not None:
            return refusal
        new_hash = await passwords.hash(wanted.new_password)
    except QueueFull:
        return staff.turned_away()
    attempt = staff.attempt_of(context, login, address)
    return await _changed(
        context,
        wanted,
        replace(attempt, identity_id=wanted.identity_id),
        login,
        new_hash if fits else None,
    )


async def _changed(
    context: Context, wanted: Change, attempt: Attempt, login: str, new_hash: str | None
) -> Refused | None:
    async with context.unit() as unit:
        attempt = await staff.from_somewhere(unit, attempt, None)
        if locked := await still_locked(unit, attempt):
            return locked
        found = await credentials.credential(unit.connection, login, lock=True)
        step = staff.step_of(unit, found, wanted.totp)
        if found is None or step is None or new_hash is None:
            return await count_failure(unit, attempt) or Refused(Reason.WRONG_CREDENTIALS)
        now = now_of(context)
        await credentials.use_totp(unit.connection, wanted.identity_id, step)
        await store.change(unit.connection, wanted.identity_id, new_hash)
        await store.keep(unit.connection, wanted.identity_id, new_hash, now)
        await open_sessions.end_others(
            unit.connection, wanted.identity_id, wanted.session_id, now, "password_changed"
        )
        await credentials.record_action(
            unit.connection, now, wanted.identity_id, "change password", wanted.identity_id
        )
    return None
