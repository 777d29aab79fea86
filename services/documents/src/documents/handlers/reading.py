"""A code of another centre is read for a case of ours: asked, answered by the platform, printed, filed."""

import json
import os
from uuid import UUID, uuid4

from documents import metrics
from documents.domain import SHEET, Asker, CaseKind, ReadingState
from documents.errors import Reason, Refused
from documents.handlers.gathering import code_hash
from documents.process import READING, Step
from documents.rules import numbers, shown
from documents.rules.forms import Issue, form_of
from documents.rules.sheets import InformationSheet, contents_of
from documents.sealed import CONTENT, READ_CODE, READ_ID_NUMBER
from documents.settings import settings_of
from documents.store import documents, readings
from documents.store.documents import NewDocument
from documents.store.readings import Reading
from shared.base import papers
from shared.messaging.unit import Unit


async def ask(
    unit: Unit,
    typed: str,
    id_number: str,
    case: tuple[CaseKind, str],
    *,
    asker: Asker,
    person_id: UUID | None,
) -> Reading:
    """Store what is to be read; the platform is asked afterwards, in no transaction. Raises `Refused`."""
    if settings_of(unit.context).national_url is None:
        raise Refused(Reason.NO_PLATFORM)
    code = shown.read(typed)
    if code is None:
        raise Refused(Reason.CODE_NOT_READABLE)
    reading_id, now = uuid4(), unit.clock.now()
    kind, reference = case
    if kind is CaseKind.WITHDRAWAL:
        reference = _application(reference)
    seal = unit.personal_data.seal
    new = Reading(
        reading_id,
        person_id,
        asker,
        kind,
        reference,
        ReadingState(READING.target_of(None, Step.ASK)),
        now,
        shown.midnight_after(now),
        seal(code, READ_CODE, reading_id),
        seal(shown.plain_id_number(id_number), READ_ID_NUMBER, reading_id),
    )
    await readings.add(unit.connection, new)
    return new


def _application(reference: str) -> str:
    """Withdrawals' own number of an application, as it writes it; raises `NO_SUCH_CASE`."""
    try:
        return str(UUID(reference))
    except ValueError as error:
        raise Refused(Reason.NO_SUCH_CASE) from error


async def refuse(unit: Unit, reading_id: UUID, reason: Reason) -> None:
    """End a reading that came to nothing; a second answer changes nothing."""
    found = await readings.lock(unit.connection, reading_id)
    if found.state is not ReadingState.ASKED:
        return
    READING.target_of(found.state, Step.REFUSE)
    await readings.refuse(unit.connection, reading_id, reason, unit.clock.now())
    metrics.READINGS.labels(reason).inc()


async def told(unit: Unit, reading_id: UUID, sheet: InformationSheet) -> None:
    """Have printed what the platform told, if it is of whom it was asked about."""
    found = await readings.lock(unit.connection, reading_id)
    if found.state is not ReadingState.ASKED:
        return
    assert found.id_number_sealed is not None, "kept until it is answered"
    asked_about = unit.personal_data.open(found.id_number_sealed, READ_ID_NUMBER, reading_id)
    if shown.plain_id_number(sheet.id_number) != asked_about:
        await refuse(unit, reading_id, Reason.SHEET_OF_ANOTHER)
        return
    READING.target_of(found.state, Step.PRINT)
    (serial,) = await documents.serials(unit.connection, 1)
    await readings.have_printed(
        unit.connection, reading_id, _printed(unit, sheet, serial), sheet.centre_name
    )
    metrics.READINGS.labels("told").inc()


def _printed(unit: Unit, sheet: InformationSheet, serial: int) -> NewDocument:
    settings, data, now = settings_of(unit.context), unit.personal_data, unit.clock.now()
    number = numbers.number_of(unit.clock.today(), serial)
    code = papers.code_of(os.urandom(papers.CODE_BYTES))
    contents = contents_of(sheet, now)
    issue = Issue(number, code, now, sheet.facts_at, settings.centre_name, settings.check_url)
    text = json.dumps(form_of(contents, issue), ensure_ascii=False, sort_keys=True)
    return NewDocument(
        number=number,
        person_id=None,
        kind=SHEET,
        issued_on=unit.clock.today(),
        issued_at=now,
        facts_at=sheet.facts_at,
        contents_hash=data.lookup_hash(text),
        content_sealed=data.seal(text, CONTENT, number),
        code_hash=code_hash(data, number, code),
    )
