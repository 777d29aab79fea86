"""A fresh code for one operation with one body: asked for, entered, and what is signed for it."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused, wrong_code
from gateway.handlers import codes, keys, staff
from gateway.handlers.failures import record
from gateway.process import (
    WRONG_CODES_MAX,
    WRONG_CONFIRMATIONS_MAX,
    Challenge,
    ChallengeState,
    CodeVerdict,
    after_code,
    judge_code,
)
from gateway.rules import confirmables, key_life
from gateway.sealed import DIGEST
from gateway.secrets_at_rest import code_hash, new_code
from gateway.settings import settings_of
from gateway.store import confirmations, credentials, identities, open_sessions, signing_keys
from gateway.store.attempts import Attempt, Outcome
from gateway.store.confirmations import Waiting
from shared.identity.confirmation import Confirmation, digest_of
from shared.identity.principal import Role
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class Wanted:
    """What somebody is about to do, in which session."""

    identity_id: uuid.UUID
    session_id: uuid.UUID
    operation: str
    body: object
    person_id: uuid.UUID | None = None
    """For whom staff do it at the counter."""


async def ask(unit: Unit, wanted: Wanted) -> Waiting:
    """Send a code to the caller's phone; the text says what is confirmed. An operator has an authenticator.

    Raises `Refused` (`NOT_CONFIRMABLE`) where the operation needs none, or the caller has no phone.
    """
    at_counter = wanted.person_id is not None
    what = confirmables.said_of(wanted.operation, wanted.body, at_counter=at_counter)
    identity = await _who_confirms(unit, wanted)
    phone = codes.phone_for(unit, identity) if identity is not None else None
    if what is None or phone is None or identity is None:
        raise Refused(Reason.NOT_CONFIRMABLE)
    by_authenticator = identity.role is Role.EMPLOYER_OPERATOR
    return await send(unit, wanted, what, None if by_authenticator else phone)


async def _who_confirms(unit: Unit, wanted: Wanted) -> identities.Identity | None:
    """The caller, or the person for whom staff do it: only a citizen's phone, never one of the staff."""
    if wanted.person_id is None:
        return await identities.identity_by_id(unit.connection, wanted.identity_id)
    citizen = await identities.citizen_of(unit.connection, wanted.person_id)
    if citizen is None:
        return None
    return await identities.identity_by_id(unit.connection, citizen)


async def send(unit: Unit, wanted: Wanted, what: str, phone: str | None) -> Waiting:
    """Keep what waits to be confirmed, and send its code to a phone, if there is one to be sent."""
    now, data = now_of(unit.context), unit.personal_data
    life = timedelta(seconds=settings_of(unit.context).confirmation_code_seconds)
    confirmation_id, code = uuid.uuid4(), new_code()
    waiting = Waiting(
        confirmation_id,
        wanted.identity_id,
        wanted.session_id,
        wanted.operation,
        data.seal(digest_of(wanted.body), DIGEST, confirmation_id),
        code_hash(data, confirmation_id, wanted.identity_id, code),
        Challenge(ChallengeState.ACTIVE, 0, now + life),
        wanted.person_id,
        what,
    )
    await confirmations.open_confirmation(unit.connection, waiting, now)
    if phone is not None:
        expires_at = unit.clock.now() + life
        unit.emit(announcements.confirmation_issued(confirmation_id, phone, code, what, expires_at))
    return waiting


async def enter(
    unit: Unit, confirmation_id: uuid.UUID, session_id: uuid.UUID, code: str, address: str | None
) -> str | Refused:
    """Sign what was confirmed; so many wrong codes in one session end it, for it is somebody else's."""
    now = now_of(unit.context)
    await confirmations.hold_session(unit.connection, session_id)
    waiting = await confirmations.lock(unit.connection, confirmation_id, session_id)
    if waiting is None:
        return Refused(Reason.CODE_EXPIRED)
    matches = await _matches(unit, waiting, code)
    verdict = judge_code(waiting.challenge, matches=matches, now=now)
    if verdict is CodeVerdict.EXPIRED:
        return Refused(Reason.CODE_EXPIRED)
    state, wrong_codes = after_code(waiting.challenge, verdict)
    await confirmations.move(unit.connection, confirmation_id, state, wrong_codes)
    if verdict is CodeVerdict.ACCEPTED:
        return await _signed(unit, waiting, now)
    attempt = Attempt(
        Outcome.WRONG_CODE, address, identity_id=waiting.identity_id, session_id=session_id
    )
    await record(unit, attempt)
    return await _wrong(unit, session_id, wrong_codes, now)


async def _matches(unit: Unit, waiting: Waiting, code: str) -> bool:
    """Whether a code is the one that was texted, or an operator's authenticator shows it; each works once."""
    login = await credentials.login_of(unit.connection, waiting.identity_id)
    if login is None or waiting.person_id is not None:
        entered = code_hash(unit.personal_data, waiting.id, waiting.identity_id, code)
        return unit.personal_data.fits(waiting.code_hash, entered)
    found = await credentials.credential(unit.connection, login, lock=True)
    step = staff.step_of(unit, found, code)
    if found is None or step is None:
        return False
    await credentials.use_totp(unit.connection, found.identity.id, step)
    return True


async def _wrong(unit: Unit, session_id: uuid.UUID, wrong_codes: int, now: datetime) -> Refused:
    wrong = await confirmations.wrong_in_session(unit.connection, session_id)
    if wrong >= WRONG_CONFIRMATIONS_MAX:
        await open_sessions.end_session(unit.connection, session_id, now, "wrong_confirmations")
        return Refused(Reason.CONFIRMATIONS_EXHAUSTED)
    tries_left = WRONG_CODES_MAX - wrong_codes
    return wrong_code(tries_left) if tries_left else Refused(Reason.CODE_EXHAUSTED)


async def _signed(unit: Unit, waiting: Waiting, now: datetime) -> str:
    known = keys.genuine(await signing_keys.load(unit.connection), settings_of(unit.context))
    key = key_life.signing(known, now)
    if key is None:
        raise Refused(Reason.NOT_READY, told={"retry_after_seconds": 2})
    digest = unit.personal_data.open(waiting.digest_sealed, DIGEST, waiting.id)
    confirmed = Confirmation(
        waiting.id,
        waiting.identity_id,
        str(waiting.session_id),
        waiting.operation,
        digest,
        waiting.person_id,
    )
    return keys.mint_confirmation(key, settings_of(unit.context), confirmed)
