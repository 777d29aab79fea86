"""Dunning letters (催缴函) are due: each is printed once, and somebody says how it was sent (R-DEP-10)."""

import json
import os
from collections.abc import Sequence
from uuid import UUID

from documents.errors import Reason, Refused
from documents.handlers.gathering import code_hash
from documents.rules import numbers
from documents.rules.dunning import KIND, Way, contents_of
from documents.rules.forms import Issue, form_of
from documents.sealed import CONTENT
from documents.settings import settings_of
from documents.store import documents
from documents.store import dunning as store
from documents.store.documents import NewDocument
from shared.base import papers
from shared.messages.dunning import DunningLetterDue
from shared.messaging.unit import Received, Unit, events_of


async def due(unit: Unit, batch: Sequence[Received[DunningLetterDue]]) -> None:
    """Have each printed, however often it is told."""
    told = {event.letter_id: event for event in events_of(batch)}
    known = await store.known(unit.connection, list(told))
    new = [event for letter_id, event in told.items() if letter_id not in known]
    serials = await documents.serials(unit.connection, len(new))
    for event, serial in zip(new, serials, strict=True):
        await store.add(unit.connection, event, _printed(unit, event, serial))


def _printed(unit: Unit, event: DunningLetterDue, serial: int) -> NewDocument:
    settings, data, now = settings_of(unit.context), unit.personal_data, unit.clock.now()
    number = numbers.number_of(unit.clock.today(), serial)
    code = papers.code_of(os.urandom(papers.CODE_BYTES))
    issue = Issue(number, code, now, event.due_at, settings.centre_name, settings.check_url)
    text = json.dumps(form_of(contents_of(event), issue), ensure_ascii=False, sort_keys=True)
    return NewDocument(
        number=number,
        person_id=None,
        kind=KIND,
        issued_on=unit.clock.today(),
        issued_at=now,
        facts_at=event.due_at,
        contents_hash=data.lookup_hash(text),
        content_sealed=data.seal(text, CONTENT, number),
        code_hash=code_hash(data, number, code),
    )


async def sent(unit: Unit, number: str, way: Way, by: tuple[UUID, str]) -> None:
    """Keep how a letter was sent today; raises `NOT_FOUND` and `LETTER_NOT_TO_SEND`."""
    if await store.one(unit.connection, number) is None:
        raise Refused(Reason.NOT_FOUND)
    if not await store.send(unit.connection, number, unit.clock.today(), way, by):
        raise Refused(Reason.LETTER_NOT_TO_SEND)
