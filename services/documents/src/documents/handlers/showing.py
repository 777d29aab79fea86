"""亮码: a citizen gets a code for another centre; it stands for facts, and one centre reads it once."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from documents import announcements
from documents.domain import CodeState
from documents.errors import Reason, Refused
from documents.handlers.gathering import holder_of
from documents.process import CODE, Fact, Step
from documents.rules import shown
from documents.rules.sheets import InformationSheet, sheet_of
from documents.sealed import CODE as CODE_COLUMN
from documents.sealed import CODE_CONTRIBUTIONS, CODE_LOANS, SHEET
from documents.settings import settings_of
from documents.store import codes
from documents.store.codes import Code, Held, Ready, Waiting
from shared.messages.accounts import ContributionFactsTold
from shared.messages.loans import LoanFactsTold
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData


async def begin(unit: Unit, person_id: UUID, session_id: str) -> Code:
    """Make a code that dies at midnight, and have the owners asked; the one of before is dead.

    Raises `Refused` (`TOO_MANY_CODES`).
    """
    settings, now = settings_of(unit.context), unit.clock.now()
    dies_at = shown.midnight_after(now)
    since = dies_at - timedelta(days=1)
    if await codes.count_since(unit.connection, person_id, since) >= settings.codes_per_day:
        raise Refused(Reason.TOO_MANY_CODES, limit=settings.codes_per_day)
    await codes.kill(unit.connection, person_id)
    code_id = uuid4()
    plain = shown.code_of(settings.centre_code, os.urandom(shown.SECRET_BYTES))
    code = Code(
        code_id,
        person_id,
        session_id,
        CodeState(CODE.target_of(None, Step.ASK)),
        now,
        dies_at,
        unit.personal_data.seal(plain, CODE_COLUMN, code_id),
    )
    await codes.add(unit.connection, code, code_hash(unit.personal_data, plain))
    unit.emit(announcements.facts_wanted(code_id, person_id, unit.clock.today()))
    return code


def code_hash(data: PersonalData, plain: str) -> str:
    """Hash a code: in the database nobody reads one that is dead."""
    return data.lookup_hash(f"shown code {plain}")


def _id_number_hash(data: PersonalData, typed: str) -> str:
    return data.lookup_hash(f"shown code of {shown.plain_id_number(typed)}")


async def contributions_told(unit: Unit, batch: Sequence[Received[ContributionFactsTold]]) -> None:
    """Accounts has answered."""
    told = {event.request_id: event for event in events_of(batch)}
    complete, waiting = [], {}
    for code_id, one in (await _still_asked(unit, list(told), Fact.CONTRIBUTIONS_TOLD)).items():
        if one.loans_sealed is None:
            text = told[code_id].model_dump_json()
            waiting[code_id] = unit.personal_data.seal(text, CODE_CONTRIBUTIONS, code_id)
        else:
            text = unit.personal_data.open(one.loans_sealed, CODE_LOANS, code_id)
            complete.append(
                _Complete(code_id, told[code_id], LoanFactsTold.model_validate_json(text))
            )
    if waiting:
        await codes.keep_contributions(unit.connection, waiting)
    await _open(unit, complete)


async def loans_told(unit: Unit, batch: Sequence[Received[LoanFactsTold]]) -> None:
    """Loans has answered."""
    told = {event.request_id: event for event in events_of(batch)}
    complete, waiting = [], {}
    for code_id, one in (await _still_asked(unit, list(told), Fact.LOANS_TOLD)).items():
        if one.contributions_sealed is None:
            text = told[code_id].model_dump_json()
            waiting[code_id] = unit.personal_data.seal(text, CODE_LOANS, code_id)
        else:
            text = unit.personal_data.open(one.contributions_sealed, CODE_CONTRIBUTIONS, code_id)
            known = ContributionFactsTold.model_validate_json(text)
            complete.append(_Complete(code_id, known, told[code_id]))
    if waiting:
        await codes.keep_loans(unit.connection, waiting)
    await _open(unit, complete)


@dataclass(frozen=True)
class _Complete:
    """A code of which everything is known."""

    code_id: UUID
    contributions: ContributionFactsTold
    loans: LoanFactsTold


async def _still_asked(unit: Unit, ids: Sequence[UUID], fact: Fact) -> Mapping[UUID, Waiting]:
    """Those that wait for a fact; what comes after midnight is for nobody."""
    found = await codes.lock(unit.connection, ids)
    now = unit.clock.now()
    return {
        code_id: one
        for code_id, one in found.items()
        if CODE.receive(one.code.state, fact) is Reception.ACT and one.code.lives(now)
    }


async def _open(unit: Unit, complete: Sequence[_Complete]) -> None:
    data, centre = unit.personal_data, settings_of(unit.context).centre_name
    ready: list[Ready] = []
    refused: dict[UUID, str] = {}
    for one in complete:
        holder = holder_of(data, one.contributions)
        try:
            sheet = sheet_of(centre, holder, one.contributions, one.loans)
        except Refused as error:
            refused[one.code_id] = error.code
        else:
            sealed = data.seal(sheet.model_dump_json(), SHEET, one.code_id)
            ready.append(Ready(one.code_id, sealed, _id_number_hash(data, sheet.id_number)))
    if refused:
        await codes.refuse(unit.connection, refused)
    if ready:
        await codes.open_(unit.connection, ready)


@dataclass(frozen=True)
class Question:
    """What another centre asks by the national platform."""

    reading_id: UUID
    """The same again where an answer was lost."""
    code: str
    id_number: str
    centre_name: str
    purpose: str


async def answer(unit: Unit, asked: Question) -> InformationSheet:
    """Tell what a code stands for, once; raises `Refused` and changes nothing then."""
    data = unit.personal_data
    plain = shown.read(asked.code)
    hashes = data.either(code_hash(data, plain)) if plain else []
    held = await codes.lock_by_hash(unit.connection, hashes)
    if held is None:
        raise Refused(Reason.CODE_NO_MATCH)
    now, code = unit.clock.now(), held.code
    if held.id_number_hash is None:
        raise Refused(Reason.CODE_NOT_READY if code.lives(now) else Reason.CODE_DEAD)
    if not data.fits(held.id_number_hash, _id_number_hash(data, asked.id_number)):
        raise Refused(Reason.CODE_NO_MATCH)
    sealed = held.sheet_sealed
    if code.state is CodeState.READ:
        sealed = _once_more(unit, held, asked.reading_id)
    elif not code.lives(now):
        raise Refused(Reason.CODE_DEAD)
    else:
        CODE.target_of(code.state, Step.READ)
        await codes.read(
            unit.connection,
            code.code_id,
            asked.reading_id,
            at=now,
            centre=asked.centre_name,
            purpose=asked.purpose,
        )
    assert sealed is not None, "what can be read stands for something"
    return InformationSheet.model_validate_json(data.open(sealed, SHEET, code.code_id))


def _once_more(unit: Unit, held: Held, reading_id: UUID) -> str:
    """The same question may have lost its answer; anybody else's is too late."""
    again = timedelta(seconds=settings_of(unit.context).code_answer_again_seconds)
    read_at = held.code.read_at
    assert read_at is not None, "a read code was read at some time"
    if (
        held.code.reading_id != reading_id
        or held.sheet_sealed is None
        or unit.clock.now() - read_at > again
    ):
        raise Refused(Reason.CODE_READ)
    return held.sheet_sealed


FORGET_AT_ONCE = 1_000


async def forget(unit: Unit) -> bool:
    """Delete what dead codes stood for; True where there may be more."""
    again = timedelta(seconds=settings_of(unit.context).code_answer_again_seconds)
    now = unit.clock.now()
    return await codes.forget(unit.connection, now, now - again, FORGET_AT_ONCE) == FORGET_AT_ONCE
