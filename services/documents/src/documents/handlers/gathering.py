"""What the owners tell is gathered; with the last answer it is decided what is printed, or why nothing is."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from documents import announcements
from documents.domain import DocumentState, RequestState
from documents.errors import Refused
from documents.process import REQUEST, Fact, Step
from documents.rules.contents import Contents, Holder, contents_of
from documents.rules.forms import Issue, form_of
from documents.rules.kinds import loans_wanted
from documents.rules.numbers import number_of
from documents.sealed import CONTENT, CONTRIBUTIONS, LOANS
from documents.settings import settings_of
from documents.store import documents, requests
from documents.store.documents import NewDocument
from documents.store.requests import Gathering
from shared.base.papers import CODE_BYTES, code_of, plain_code
from shared.messages.accounts import ContributionFactsTold
from shared.messages.loans import LoanFactsTold
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData, UnreadablePersonalData


@dataclass(frozen=True)
class _Complete:
    """A request of which everything is known."""

    gathering: Gathering
    contributions: ContributionFactsTold
    loans: LoanFactsTold | None

    @property
    def request_id(self) -> UUID:
        return self.gathering.request.request_id

    @property
    def facts_at(self) -> datetime:
        """The earlier of the two instants: nothing printed is older."""
        told = self.contributions.told_at
        return min(told, self.loans.told_at) if self.loans else told


async def contributions_told(unit: Unit, batch: Sequence[Received[ContributionFactsTold]]) -> None:
    """Accounts has answered."""
    seal = unit.personal_data.seal
    told = {event.request_id: event for event in events_of(batch)}
    open_ = await _still_asked(unit, list(told), Fact.CONTRIBUTIONS_TOLD)
    complete, waiting = [], {}
    for request_id, gathering in open_.items():
        event = told[request_id]
        if loans_wanted(gathering.request.wanted.kind) and gathering.loans_sealed is None:
            waiting[request_id] = seal(event.model_dump_json(), CONTRIBUTIONS, request_id)
        else:
            loans = _opened(unit, gathering.loans_sealed, LOANS, request_id)
            known = LoanFactsTold.model_validate_json(loans) if loans else None
            complete.append(_Complete(gathering, event, known))
    if waiting:
        await requests.keep_contributions(unit.connection, waiting)
    await _decide(unit, complete)


async def loans_told(unit: Unit, batch: Sequence[Received[LoanFactsTold]]) -> None:
    """Loans has answered."""
    seal = unit.personal_data.seal
    told = {event.request_id: event for event in events_of(batch)}
    open_ = await _still_asked(unit, list(told), Fact.LOANS_TOLD)
    complete, waiting = [], {}
    for request_id, gathering in open_.items():
        contributions = _opened(unit, gathering.contributions_sealed, CONTRIBUTIONS, request_id)
        if contributions is None:
            waiting[request_id] = seal(told[request_id].model_dump_json(), LOANS, request_id)
        else:
            known = ContributionFactsTold.model_validate_json(contributions)
            complete.append(_Complete(gathering, known, told[request_id]))
    if waiting:
        await requests.keep_loans(unit.connection, waiting)
    await _decide(unit, complete)


async def _still_asked(
    unit: Unit, request_ids: Sequence[UUID], fact: Fact
) -> dict[UUID, Gathering]:
    found = await requests.lock(unit.connection, request_ids)
    return {
        request_id: one
        for request_id, one in found.items()
        if REQUEST.receive(one.request.state, fact) is Reception.ACT
    }


def _opened(unit: Unit, sealed: str | None, column: str, request_id: UUID) -> str | None:
    return unit.personal_data.open(sealed, column, request_id) if sealed is not None else None


async def _decide(unit: Unit, complete: Sequence[_Complete]) -> None:
    """Have printed what the facts bear, and say of the rest why not."""
    contents: dict[UUID, Contents] = {}
    refused: dict[UUID, str] = {}
    for one in complete:
        request = one.gathering.request
        holder = holder_of(unit.personal_data, one.contributions)
        try:
            contents[one.request_id] = contents_of(
                request.wanted, request.as_of, holder, one.contributions, one.loans
            )
        except Refused as error:
            refused[one.request_id] = error.code
    if refused:
        await requests.refuse(unit.connection, refused, unit.clock.now())
    if contents:
        await _have_printed(unit, [one for one in complete if one.request_id in contents], contents)


def holder_of(data: PersonalData, told: ContributionFactsTold) -> Holder | None:
    """Say whom accounts told of; None for somebody whom it does not know."""
    if told.name is None or told.id_number is None or told.id_type_text is None:
        return None
    name, id_number = (_in_clear(data, value) for value in (told.name, told.id_number))
    return Holder(name, told.id_type_text, id_number)


def _in_clear(data: PersonalData, value: str) -> str:
    """What waited here since an earlier release was sealed within what is sealed."""
    try:
        return data.open_unbound(value)
    except UnreadablePersonalData:
        return value


async def _have_printed(
    unit: Unit, complete: Sequence[_Complete], contents: dict[UUID, Contents]
) -> None:
    today, now = unit.clock.today(), unit.clock.now()
    serials = await documents.serials(unit.connection, len(complete))
    new = {
        one.request_id: _new(unit, one, contents[one.request_id], number_of(today, serial))
        for one, serial in zip(complete, serials, strict=True)
    }
    standing = await documents.provide(unit.connection, list(new.values()), today, now)
    given: dict[UUID, tuple[str, RequestState]] = {}
    for request_id, made in new.items():
        row = standing[made.key]
        reused = DocumentState(row["state"]) is DocumentState.ISSUED
        state = REQUEST.target_of(RequestState.ASKED, Step.REUSE if reused else Step.PRINT)
        given[request_id] = (row["number"], state)
        if reused:
            unit.emit(announcements.issued(request_id, row))
    await requests.give_numbers(unit.connection, given, now)


def _new(unit: Unit, one: _Complete, contents: Contents, number: str) -> NewDocument:
    settings, data = settings_of(unit.context), unit.personal_data
    code = code_of(os.urandom(CODE_BYTES))
    issue = Issue(
        number, code, unit.clock.now(), one.facts_at, settings.centre_name, settings.check_url
    )
    form = form_of(contents, issue)
    return NewDocument(
        number=number,
        person_id=one.gathering.request.wanted.person_id,
        kind=one.gathering.request.wanted.kind,
        issued_on=unit.clock.today(),
        issued_at=issue.issued_at,
        facts_at=one.facts_at,
        contents_hash=data.lookup_hash(_text(contents.plain())),
        content_sealed=data.seal(_text(form), CONTENT, number),
        code_hash=code_hash(data, number, code),
    )


def _text(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def code_hash(data: PersonalData, number: str, code: str) -> str:
    """Hash a number with its code, as people type it: neither counts without the other."""
    return data.lookup_hash(f"{number} {plain_code(code)}")
