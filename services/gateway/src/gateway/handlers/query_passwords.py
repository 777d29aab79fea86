"""The query password (查询密码): chosen by its owner, and what it opens: a session of 12329 that only reads.

Failures count as those of any login, by whom they are about: the whole telephone is one source, so that
each fifth failure in a row locks that person's reading by telephone, and nothing else.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import codes, sessions, staff
from gateway.handlers.codes import Subject
from gateway.handlers.failures import count_failure, forgive, still_locked
from gateway.rules.query_passwords import is_trivial
from gateway.sealed import ID_NUMBER
from gateway.secrets_at_rest import Passwords, QueueFull, query_password_key
from gateway.store import corrections, identities
from gateway.store import query_passwords as store
from gateway.store.attempts import Attempt, Outcome
from gateway.store.identities import Identity
from shared.identity.principal import Role
from shared.messaging.unit import Context, Unit


async def hashed(
    context: Context, passwords: Passwords, identity_id: UUID, digits: str
) -> str | Refused:
    """Hash what somebody chose, unless it is easily guessed."""
    async with context.unit() as unit:
        known = await _known_numbers(unit, identity_id)
    if is_trivial(digits, known):
        return Refused(Reason.QUERY_PASSWORD_TRIVIAL)
    try:
        return await passwords.hash(query_password_key(context.personal_data, identity_id, digits))
    except QueueFull:
        return staff.turned_away()


async def _known_numbers(unit: Unit, identity_id: UUID) -> list[str]:
    identity = await identities.identity_by_id(unit.connection, identity_id)
    on_file = await corrections.citizen(unit.connection, identity_id)
    phone = codes.phone_for(unit, identity) if identity is not None else None
    number = (
        unit.personal_data.open(on_file.id_number_sealed, ID_NUMBER, identity_id)
        if on_file is not None
        else None
    )
    return [known for known in (phone, number) if known is not None]


async def log_in(
    context: Context,
    passwords: Passwords,
    subject: Subject,
    digits: str,
    *,
    through: sessions.Through,
    address: str | None,
) -> sessions.Opened | Refused:
    """Open a session that reads, for whoever has the ID number and the query password of it.

    An ID number that nobody has, or a password that nobody set, takes as long and is refused alike.
    """
    attempt = Attempt(Outcome.WRONG_CREDENTIALS, address, through.channel, subject.hash)
    async with context.unit() as unit:
        held = await _held(unit, attempt, subject)
    if isinstance(held, Refused):
        return held
    _, identity, seen = held
    keyed = query_password_key(context.personal_data, identity.id if identity else None, digits)
    try:
        fits, anew = await _compared(context, passwords, keyed, seen)
    except QueueFull:
        return staff.turned_away()
    async with context.unit() as unit:
        held = await _held(unit, attempt, subject)
        if isinstance(held, Refused):
            return held
        attempt, identity, found = held
        if identity is None or found != seen or not fits:
            return await count_failure(unit, attempt) or Refused(Reason.WRONG_CREDENTIALS)
        if anew is not None:
            await store.hash_anew(unit.connection, identity.id, anew)
        await forgive(unit, attempt)
        return await sessions.open_session(
            unit, identity, attempt, terminal_id=through.terminal_id, reads_only=True
        )


async def _compared(
    context: Context, passwords: Passwords, keyed: str, seen: str | None
) -> tuple[bool, str | None]:
    """Compare under either lookup key; where only the other one fits, give the hash under the active one."""
    active, *others = context.personal_data.either(keyed)
    if await passwords.fits(active, seen):
        return True, None
    for other in others:
        if await passwords.fits(other, seen):
            return True, await passwords.hash(active)
    return False, None


async def _held(
    unit: Unit, attempt: Attempt, subject: Subject
) -> tuple[Attempt, Identity | None, str | None] | Refused:
    """Hold the subject; give who it is, and the hash of the query password that counts now."""
    attempt = await staff.from_somewhere(unit, attempt, None)
    if locked := await still_locked(unit, attempt):
        return locked
    identity = await identities.find_identity(
        unit.connection, Role.INDIVIDUAL, subject.id_number_hash, None
    )
    if identity is None:
        return attempt, None, None
    found = await store.read(unit.connection, identity.id)
    known = replace(attempt, identity_id=identity.id)
    return known, identity, found.password_hash if found else None


async def keep(unit: Unit, identity_id: UUID, password_hash: str) -> datetime:
    """Let another query password count from now on; since when."""
    now = now_of(unit.context)
    await store.keep(unit.connection, identity_id, password_hash, now)
    return now
