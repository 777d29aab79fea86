"""A citizen's name and ID number are corrected: on the register's word, or by two people (R-INF-2).

Neither an employer nor one of our own does it alone, and the person is told (R-INF-3). What is under way
elsewhere, a payout, a loan, a letter to another city, goes on under the name with which it began (ADR 46).
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import administration, operators
from gateway.rules.corrections import (
    Ground,
    Person,
    State,
    Told,
    Verdict,
    judge,
    pause_seconds,
)
from gateway.sealed import (
    CORRECTED_ID_NUMBER,
    CORRECTED_NAME,
    ID_NUMBER,
    ID_NUMBER_BEFORE,
    NAME,
    NAME_BEFORE,
)
from gateway.settings import settings_of
from gateway.store import corrections as store
from gateway.store import identities, phones
from gateway.store.corrections import Correction, OnFile, Taken, person_of, wanted_of
from shared.identity.principal import Role
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData

A_DAY = timedelta(days=1)
BY_EMPLOYER = "employer"


async def ask(unit: Unit, identity_id: UUID, wanted: Person) -> Correction:
    """Have the register asked, for oneself, about a name and a number; what was open before ends.

    Raises `Refused`: `NOTHING_TO_CORRECT`, `TOO_MANY_CORRECTIONS`, `DECEASED`, `NUMBER_NOT_KEPT`, `UNKNOWN`.
    """
    on_file = await demand_other(unit, identity_id, wanted)
    now = now_of(unit.context)
    most = settings_of(unit.context).corrections_per_day
    if await store.asked_since(unit.connection, identity_id, now - A_DAY) >= most:
        raise Refused(Reason.TOO_MANY_CORRECTIONS, most=str(most))
    await withdraw(unit, identity_id)
    new = new_correction(unit, on_file, wanted, "oneself", state=State.ASKING)
    await store.add(unit.connection, new)
    return new


async def withdraw(unit: Unit, identity_id: UUID) -> None:
    """End what is open of somebody, whose identity is locked; whom an employer has proposed is told so."""
    for one in await store.withdraw(unit.connection, identity_id, now_of(unit.context)):
        if one.by_whom == BY_EMPLOYER:
            await say_kept(unit, one, Verdict(State.WITHDRAWN))


async def demand_other(unit: Unit, identity_id: UUID, wanted: Person) -> OnFile:
    """Lock a citizen of whom something else is on file; raises what `ask` does, but for too many."""
    locked = await phones.lock_citizen(unit.connection, identity_id=identity_id)
    on_file = await store.citizen(unit.connection, identity_id)
    identity = await identities.identity_by_id(unit.connection, identity_id)
    if locked is None or identity is None:
        raise Refused(Reason.UNKNOWN)
    if identity.deceased:
        raise Refused(Reason.DECEASED)
    if on_file is None:
        raise Refused(Reason.NUMBER_NOT_KEPT)
    present = person_of(on_file, unit.personal_data)
    if (present.name, present.document.lookup_key) == (wanted.name, wanted.document.lookup_key):
        raise Refused(Reason.NOTHING_TO_CORRECT)
    return on_file


def new_correction(
    unit: Unit,
    on_file: OnFile,
    wanted: Person,
    by_whom: str,
    *,
    state: State,
    evidence: Sequence[str] = (),
    new_id: UUID | None = None,
) -> Correction:
    """Make a correction of what is on file, its personal data sealed to it."""
    data, new_id, now = unit.personal_data, new_id or uuid4(), now_of(unit.context)
    present = person_of(on_file, data)
    return Correction(
        id=new_id,
        identity_id=on_file.identity_id,
        by_whom=by_whom,
        state=state,
        reason=None,
        asked_at=now,
        tries=0,
        next_ask_at=now if state is State.ASKING else None,
        state_since=now,
        id_type=wanted.document.kind.value,
        id_type_before=on_file.id_type,
        name_sealed=data.seal(wanted.name, CORRECTED_NAME, new_id),
        id_number_sealed=data.seal(wanted.document.value, CORRECTED_ID_NUMBER, new_id),
        name_before_sealed=data.seal(present.name, NAME_BEFORE, new_id),
        id_number_before_sealed=data.seal(present.document.value, ID_NUMBER_BEFORE, new_id),
        id_number_hash_before=on_file.id_number_hash,
        evidence=tuple(evidence),
    )


async def told(unit: Unit, asked: Correction, said: Told | None) -> None:
    """The register answered, or did not (None): take it, refuse it, refer it, or ask again later."""
    await phones.lock_citizen(unit.connection, identity_id=asked.identity_id)
    correction = await store.lock_asking(unit.connection, asked.id)
    on_file = await store.citizen(unit.connection, asked.identity_id)
    if correction is None or on_file is None:
        return
    data = unit.personal_data
    if said is None:
        await _wait(unit, correction)
        return
    wanted = wanted_of(correction, data)
    own_word = correction.by_whom != BY_EMPLOYER
    verdict = judge(person_of(on_file, data), wanted, said, own_word=own_word)
    if verdict.state is State.TAKEN:
        verdict = await _take_or_refer(unit, correction, on_file, wanted)
    await _settle(unit, correction, verdict)


async def _take_or_refer(
    unit: Unit, correction: Correction, on_file: OnFile, wanted: Person
) -> Verdict:
    """Take it; a row that the gateway has not written is for people to look at (ADR 43)."""
    try:
        return await _take(unit, correction, on_file, wanted)
    except Refused:
        return Verdict(State.REFERRED, Ground.NOT_TOLD_SAME)


async def _wait(unit: Unit, correction: Correction) -> None:
    """Ask again after a while; whose register is away for too long is referred to two people."""
    settings, now = settings_of(unit.context), now_of(unit.context)
    if now - correction.asked_at >= timedelta(seconds=settings.correction_patience_seconds):
        await _settle(unit, correction, Verdict(State.REFERRED, Ground.NO_ANSWER))
        return
    pause = pause_seconds(correction.tries, settings.correction_pause_max_seconds)
    again_at = now + timedelta(seconds=pause)
    await store.move(unit.connection, correction.id, State.ASKING, None, now, next_ask_at=again_at)


async def _settle(unit: Unit, correction: Correction, verdict: Verdict) -> None:
    now = now_of(unit.context)
    await store.move(unit.connection, correction.id, verdict.state, verdict.ground, now)
    if verdict.state is not State.TAKEN:
        await say_kept(unit, correction, verdict)


async def say_kept(unit: Unit, correction: Correction, verdict: Verdict) -> None:
    """Tell that what is on file stays, for now or for good, and why."""
    identity = await identities.identity_by_id(unit.connection, correction.identity_id)
    if identity is None or identity.person_id is None:
        return
    unit.emit(
        announcements.correction_told(
            correction.id, identity.person_id, correction.by_whom, verdict, now_of(unit.context)
        )
    )


async def correct_at_counter(
    unit: Unit, identity_id: UUID, wanted: Person, evidence: Sequence[str]
) -> Correction:
    """Two people have seen the evidence: it is on file now; what was open ends.

    Raises what `demand_other` does, and `NUMBER_TAKEN`.
    """
    on_file = await demand_other(unit, identity_id, wanted)
    await withdraw(unit, identity_id)
    new = new_correction(unit, on_file, wanted, "counter", state=State.TAKEN, evidence=evidence)
    verdict = await _take(unit, new, on_file, wanted)
    if verdict.state is not State.TAKEN:
        raise Refused(Reason.NUMBER_TAKEN)
    await store.add(unit.connection, new)
    return new


async def _take(unit: Unit, correction: Correction, on_file: OnFile, wanted: Person) -> Verdict:
    """Write it in every capacity of the same human and tell all, unless somebody else has the number."""
    data = unit.personal_data
    new_hash = data.lookup_hash(wanted.document.lookup_key)
    known = await store.other_capacities(unit.connection, [on_file.id_number_hash, new_hash])
    name_before = person_of(on_file, data).name
    own = [
        one
        for one in known
        if one.id_number_hash == on_file.id_number_hash
        and data.open(one.name_sealed, NAME, one.identity_id) == name_before
    ]
    rows = [_taken(one.identity_id, wanted, data) for one in (on_file, *own)]
    try:
        async with unit.connection.transaction():
            kind = wanted.document.kind.value
            await store.take(unit.connection, data, rows, id_number_hash=new_hash, id_type=kind)
    except asyncpg.UniqueViolationError:
        return Verdict(State.REFUSED, Ground.NUMBER_TAKEN)
    assert on_file.person_id is not None, "citizens are people"
    unit.emit(
        announcements.identity_changed(
            correction.id,
            on_file.person_id,
            name=wanted.name,
            document=wanted.document,
            name_changed=wanted.name != name_before,
            number_changed=new_hash != on_file.id_number_hash,
            by_whom=correction.by_whom,
            now=now_of(unit.context),
        )
    )
    await _say_others(unit, known)
    return Verdict(State.TAKEN)


def _taken(identity_id: UUID, wanted: Person, data: PersonalData) -> Taken:
    return Taken(
        identity_id,
        data.seal(wanted.name, NAME, identity_id),
        data.seal(wanted.document.value, ID_NUMBER, identity_id),
    )


async def _say_others(unit: Unit, known: Sequence[OnFile]) -> None:
    """Tell how operators and staff stand of whom it is known now, or no more, who they are as citizens."""
    for one in known:
        if one.role == Role.EMPLOYER_OPERATOR:
            operators.say(unit, await operators.locked(unit, one.identity_id))
        else:
            await administration.say_standing(unit, one.identity_id)


async def end_unattended(unit: Unit, limit: int) -> int:
    """End what was referred and nobody came for in time; each is told."""
    now = now_of(unit.context)
    before = now - timedelta(days=settings_of(unit.context).correction_referred_days)
    ended = await store.expire(unit.connection, before, now, limit)
    for one in ended:
        await say_kept(unit, one, Verdict(State.EXPIRED, one.reason))
    return len(ended)
