"""The life of a session: opened by a login, continued by refresh tokens, ended."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import keys
from gateway.handlers.failures import record
from gateway.process import RefreshVerdict, judge_refresh
from gateway.rules import key_life
from gateway.secrets_at_rest import new_token, successor, token_hash, vault_of
from gateway.settings import settings_of
from gateway.store import open_sessions, signing_keys, terminals
from gateway.store.attempts import Attempt, Outcome
from gateway.store.identities import Identity, demand_genuine, name_of
from gateway.store.open_sessions import Session
from shared.base.identifiers import mask_name
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class Through:
    """Through what somebody logs in."""

    channel: str
    """R-ACC-5; `web` where it is no device of ours."""
    terminal_id: uuid.UUID | None = None
    """The device, which what is opened through it ends with."""


@dataclass(frozen=True)
class Opened:
    """What somebody who has logged in gets."""

    access_token: str
    refresh_token: str
    principal: Principal
    expires_in_seconds: int
    device: str | None = None
    """What a device shows at its next login, so that it is known."""


def principal_for(unit: Unit, identity: Identity, channel: str) -> Principal:
    """Whom a token speaks for; the name is masked."""
    return Principal(
        identity_id=identity.id,
        role=identity.role,
        person_id=identity.person_id,
        employer_number=identity.employer_number,
        name=mask_name(name_of(identity, unit.personal_data)),
        channel=channel,
        own_person_id=identity.own_person_id,
        senior=identity.senior,
        active_since=identity.active_since,
        rights=identity.rights,
    )


async def open_session(
    unit: Unit,
    identity: Identity,
    attempt: Attempt,
    challenge_id: uuid.UUID | None = None,
    device: str | None = None,
    *,
    terminal_id: uuid.UUID | None = None,
    reads_only: bool = False,
) -> Opened:
    """Open a session, record the login and tell its owner (R-SMS-3).

    At a terminal that was revoked meanwhile nothing is opened. One that reads only is not continued: its
    refresh token is not kept.
    Raises `DECEASED`, `SESSION_ENDED`, `NOT_GENUINE`.
    """
    if identity.deceased:
        raise Refused(Reason.DECEASED)
    if terminal_id and not await terminals.hold(unit.connection, terminal_id):
        raise Refused(Reason.SESSION_ENDED)
    now = now_of(unit.context)
    refresh_token, channel = new_token(), attempt.channel or "web"
    settings = settings_of(unit.context)
    longest = settings.terminal_session_seconds if terminal_id else settings.session_max_seconds
    session = Session(uuid.uuid4(), identity.id, channel, now + timedelta(seconds=longest))
    opened = await _tokens(unit, identity, session, refresh_token, reads_only=reads_only)
    await open_sessions.open_session(
        unit.connection, session, challenge_id=challenge_id, now=now, terminal_id=terminal_id
    )
    await open_sessions.end_oldest(unit.connection, identity.id, now, settings.sessions_max)
    if not reads_only:
        await _add_token(unit, refresh_token, session, now)
    done = Attempt(
        Outcome.LOGGED_IN, attempt.address, channel, attempt.subject_hash, identity.id, session.id
    )
    await record(unit, done)
    if identity.role is not Role.KIOSK:
        business_now = unit.clock.now()
        unit.emit(announcements.logged_in(identity.id, identity.person_id, channel, business_now))
    return replace(opened, device=device)


async def _tokens(
    unit: Unit,
    identity: Identity,
    session: Session,
    refresh_token: str,
    *,
    reads_only: bool = False,
) -> Opened:
    demand_genuine(identity, unit.personal_data)
    known = keys.genuine(await signing_keys.load(unit.connection), settings_of(unit.context))
    key = key_life.signing(known, now_of(unit.context))
    if key is None:
        raise Refused(Reason.NOT_READY, told={"retry_after_seconds": 2})
    principal = replace(principal_for(unit, identity, session.channel), reads_only=reads_only)
    settings = settings_of(unit.context)
    left = int((session.expires_at - now_of(unit.context)).total_seconds())
    seconds = min(settings.access_token_seconds, left)
    access_token = keys.mint(key, settings, principal, session.id, seconds)
    return Opened(access_token, refresh_token, principal, seconds)


async def _add_token(unit: Unit, refresh_token: str, session: Session, now: datetime) -> None:
    settings = settings_of(unit.context)
    idle_until = now + timedelta(seconds=settings.refresh_idle_seconds)
    await open_sessions.add_token(
        unit.connection,
        unit.personal_data,
        session,
        token_hash(refresh_token),
        now=now,
        expires_at=idle_until,
    )


async def refresh(unit: Unit, refresh_token: str, address: str | None) -> Opened | Refused:
    """Exchange a refresh token for its successor and a new access token, once."""
    now, settings = now_of(unit.context), settings_of(unit.context)
    following = successor(vault_of(settings), refresh_token)
    found = await open_sessions.lock_token(
        unit.connection, token_hash(refresh_token), token_hash(following)
    )
    if found is None:
        await record(unit, Attempt(Outcome.SESSION_ENDED, address))
        return Refused(Reason.SESSION_ENDED)
    grace = timedelta(seconds=settings.refresh_grace_seconds)
    verdict = judge_refresh(found.presented, now, grace)
    if verdict in (RefreshVerdict.REUSED, RefreshVerdict.ENDED):
        return await _refuse(unit, found, verdict, address, now)
    if not found.session.has_sealed(found.row_seal, token_hash(refresh_token), unit.personal_data):
        return await _refuse(unit, found, RefreshVerdict.ENDED, address, now)
    opened = await _tokens(unit, found.identity, found.session, following)
    if verdict is RefreshVerdict.ROTATED:
        await open_sessions.use_token(unit.connection, token_hash(refresh_token), now)
        await _add_token(unit, following, found.session, now)
    return opened


async def _refuse(
    unit: Unit,
    found: open_sessions.Continued,
    verdict: RefreshVerdict,
    address: str | None,
    now: datetime,
) -> Refused:
    reused = verdict is RefreshVerdict.REUSED
    outcome = Outcome.REFRESH_REUSED if reused else Outcome.SESSION_ENDED
    attempt = Attempt(
        outcome, address, found.session.channel, None, found.identity.id, found.session.id
    )
    await record(unit, attempt)
    if not reused:
        return Refused(Reason.SESSION_ENDED)
    await open_sessions.end_session(unit.connection, found.session.id, now, "refresh_reused")
    return Refused(Reason.REFRESH_REUSED)


async def log_out(
    unit: Unit, principal: Principal, session_id: uuid.UUID, address: str | None
) -> None:
    """End a session; its access tokens die within seconds everywhere, its refresh token at once."""
    now = now_of(unit.context)
    await open_sessions.end_session(unit.connection, session_id, now, "logged_out")
    attempt = Attempt(
        Outcome.LOGGED_OUT, address, principal.channel, None, principal.identity_id, session_id
    )
    await record(unit, attempt)


async def end_one(
    unit: Unit, principal: Principal, session_id: uuid.UUID, address: str | None
) -> None:
    """End one of one's own sessions; of anybody else's nothing is done, and nothing said."""
    now = now_of(unit.context)
    if not await open_sessions.end_own(unit.connection, principal.identity_id, session_id, now):
        return
    attempt = Attempt(
        Outcome.LOGGED_OUT, address, principal.channel, None, principal.identity_id, session_id
    )
    await record(unit, attempt)
