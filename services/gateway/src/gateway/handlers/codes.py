"""Logging in by ID number and one-time code."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused, must_wait, wrong_code
from gateway.handlers import first_logins, sessions, sources
from gateway.handlers.failures import count_failure, forgive, record, still_locked
from gateway.process import (
    WRONG_CODES_MAX,
    ChallengeState,
    CodeVerdict,
    after_code,
    judge_code,
)
from gateway.rules import code_pace
from gateway.rules.corrections import Belongs
from gateway.secrets_at_rest import code_hash, new_code
from gateway.settings import settings_of
from gateway.store import challenges, identities, locks
from gateway.store import first_logins as proofs
from gateway.store.attempts import Attempt, Outcome, Source
from shared.base.id_documents import IdDocument
from shared.base.telemetry import ROWS_REFUSED, get_logger
from shared.identity.principal import Role
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData, UnreadablePersonalData

log = get_logger()


@dataclass(frozen=True)
class Subject:
    """As whom somebody wants to log in; nobody knows yet whether there is such an identity."""

    role: Role
    id_number_hash: str
    employer_number: str | None
    hash: str


def subject_of(
    personal_data: PersonalData, role: Role, document: IdDocument, employer: str | None
) -> Subject:
    """Find the subject of an ID document; failures and codes are counted by its hash."""
    number_hash = personal_data.lookup_hash(document.lookup_key)
    subject_hash = personal_data.lookup_hash(f"login {role.value} {number_hash}")
    return Subject(role, number_hash, employer, subject_hash)


@dataclass(frozen=True)
class Issued:
    """A challenge that was made; whether a text is on its way is not said."""

    challenge_id: uuid.UUID
    expires_at: datetime


async def issue_code(
    unit: Unit, subject: Subject, device: str | None, address: str | None
) -> Issued | Refused:
    """Make a challenge; the code reaches the phone of a known identity."""
    await locks.hold_subject(unit.connection, subject.hash)
    identity = await identities.find_identity(
        unit.connection, subject.role, subject.id_number_hash, subject.employer_number
    )
    source = await sources.source_of(unit, subject.hash, device, address)
    attempt = Attempt(
        Outcome.CODE_SENT,
        address,
        subject_hash=subject.hash,
        identity_id=identity.id if identity else None,
        source=source,
    )
    if locked := await still_locked(unit, attempt):
        return locked
    if identity is not None and identity.deceased:
        await record(unit, replace(attempt, outcome=Outcome.REFUSED))
        return Refused(Reason.DECEASED)
    if wait := await _code_wait(unit, subject.hash, source):
        await record(unit, replace(attempt, outcome=Outcome.REFUSED))
        return must_wait(Reason.CODE_TOO_SOON, wait)
    await record(unit, attempt)
    return await _challenge(unit, subject.hash, identity, source)


async def _code_wait(unit: Unit, subject_hash: str, source: Source) -> timedelta | None:
    now, settings = now_of(unit.context), settings_of(unit.context)
    pace = code_pace.Pace(
        timedelta(seconds=settings.login_code_pause_seconds),
        settings.login_codes_per_hour,
        settings.login_codes_to_strangers_per_hour,
    )
    sent = await challenges.codes_since(unit.connection, subject_hash, now - code_pace.AN_HOUR)
    return code_pace.wait(sent, source.hash, pace, now, known_device=source.known_device)


async def _challenge(
    unit: Unit, subject_hash: str, identity: identities.Identity | None, source: Source
) -> Issued:
    now = now_of(unit.context)
    life = timedelta(seconds=settings_of(unit.context).login_code_seconds)
    challenge_id, code = uuid.uuid4(), new_code()
    await challenges.open_challenge(
        unit.connection,
        challenge_id,
        subject_hash=subject_hash,
        identity_id=identity.id if identity else None,
        code_hash=code_hash(
            unit.personal_data, challenge_id, identity.id if identity else None, code
        ),
        now=now,
        expires_at=now + life,
        source=source,
    )
    phone = phone_for(unit, identity) if identity is not None else None
    if phone is not None:
        expires_at = unit.clock.now() + life
        unit.emit(announcements.code_issued(challenge_id, phone, code, expires_at))
    return Issued(challenge_id, now + life)


def phone_for(unit: Unit, identity: identities.Identity) -> str | None:
    """Where a code may go: never to a phone that was put into the row by somebody else."""
    try:
        return identities.phone_of(identity, unit.personal_data)
    except UnreadablePersonalData as error:
        ROWS_REFUSED.labels("identity").inc()
        log.error("a phone is not its owner's", identity_id=str(identity.id), error=str(error))
        return None


async def log_in(
    unit: Unit,
    challenge_id: uuid.UUID,
    code: str,
    *,
    through: sessions.Through,
    device: str | None,
    address: str | None,
    carriers: Belongs | None = None,
) -> sessions.Opened | Refused:
    """Open a session for whoever enters the code that was sent.

    `carriers`: what they have said about the phone, before a first login.
    """
    now = now_of(unit.context)
    attempt = Attempt(Outcome.CODE_EXPIRED, address, through.channel)
    asked = await _held(unit, challenge_id)
    if asked is None:
        await record(unit, attempt)
        return Refused(Reason.CODE_EXPIRED)
    subject_hash = asked.subject_hash
    identity_id = asked.identity.id if asked.identity else None
    source = await sources.source_of(unit, subject_hash, device, address)
    attempt = replace(attempt, subject_hash=subject_hash, identity_id=identity_id, source=source)
    if locked := await still_locked(unit, attempt):
        return locked
    entered = code_hash(unit.personal_data, challenge_id, identity_id, code)
    matches = unit.personal_data.fits(asked.code_hash, entered) and asked.identity is not None
    verdict = judge_code(asked.challenge, matches=matches, now=now)
    state, wrong_codes = after_code(asked.challenge, verdict)
    if verdict is CodeVerdict.EXPIRED:
        await record(unit, attempt)
        return Refused(Reason.CODE_EXPIRED)
    if verdict is CodeVerdict.ACCEPTED and asked.identity is not None:
        come = _Come(
            asked.identity, attempt, challenge_id, (state, wrong_codes), through, device, carriers
        )
        return await _let_in(unit, come)
    await challenges.move_challenge(unit.connection, challenge_id, state, wrong_codes)
    if locked := await count_failure(unit, replace(attempt, outcome=Outcome.WRONG_CODE)):
        return locked
    return _wrong(wrong_codes)


@dataclass(frozen=True)
class _Come:
    """Somebody with the right code."""

    identity: identities.Identity
    attempt: Attempt
    challenge_id: uuid.UUID
    moved: tuple[ChallengeState, int]
    """What the code leads to for its challenge."""
    through: sessions.Through
    device: str | None
    carriers: Belongs | None


async def _let_in(unit: Unit, come: _Come) -> sessions.Opened | Refused:
    """Open the session; at a first login only of whoever has the phone in the own name, too.

    Where nobody has answered whose the phone is, the code stays good.
    """
    unproved = first_logins.settled(unit, come.identity, come.carriers)
    if unproved is not None and unproved.reason is Reason.CARRIERS_AWAY:
        return unproved
    await challenges.move_challenge(unit.connection, come.challenge_id, *come.moved)
    if unproved is not None:
        await record(unit, replace(come.attempt, outcome=Outcome.PHONE_NOT_OWN))
        return unproved
    await forgive(unit, come.attempt)
    if not first_logins.is_proved(unit, come.identity):
        await proofs.prove(unit.connection, come.identity.id, "carriers")
    return await _opened(unit, come)


async def _opened(unit: Unit, come: _Come) -> sessions.Opened:
    """Open the session; a terminal that many people use is nobody's known device."""
    identity, attempt, shown = come.identity, come.attempt, None
    if come.through.terminal_id is None:
        shown = await sources.remember(unit, str(attempt.subject_hash), identity.id, come.device)
    return await sessions.open_session(
        unit, identity, attempt, come.challenge_id, shown, terminal_id=come.through.terminal_id
    )


async def _held(unit: Unit, challenge_id: uuid.UUID) -> challenges.Asked | None:
    """Hold the subject of a challenge, then lock the challenge: always in this order."""
    subject_hash = await challenges.subject_of(unit.connection, challenge_id)
    if subject_hash is None:
        return None
    await locks.hold_subject(unit.connection, subject_hash)
    return await challenges.lock_challenge(unit.connection, challenge_id)


def _wrong(wrong_codes: int) -> Refused:
    tries_left = WRONG_CODES_MAX - wrong_codes
    return wrong_code(tries_left) if tries_left else Refused(Reason.CODE_EXHAUSTED)
