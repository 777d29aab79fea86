"""Papers are handed in, taken back, mended, sent back, and taken for facts by two people (R-WDR-21)."""

import base64
from collections.abc import Mapping, Sequence
from uuid import UUID

from shared.messages.documents import SheetFiled
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData
from withdrawals import mending
from withdrawals.decisions import Moment
from withdrawals.domain import ApplicationId, Case, PapersWanted, State
from withdrawals.dossier import Register, Told, assemble
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import gathering
from withdrawals.handlers.moves import carry_out
from withdrawals.sealed import PAPER
from withdrawals.store import applications, rulebooks
from withdrawals.store import papers as store
from withdrawals.store.papers import Paper, Redrawn

SENT_BACK_FROM = frozenset({State.PAPERS_IN_REVIEW, State.IN_REVIEW})


async def _lock(unit: Unit, application_id: UUID) -> tuple[Case, applications.Locked]:
    locked = await applications.lock(unit.connection, [application_id])
    case = locked.cases.get(ApplicationId(application_id))
    if case is None:
        raise Refused(Reason.NOT_FOUND)
    return case, locked


async def _asked(
    unit: Unit, application_id: UUID, person_id: UUID
) -> tuple[Case, applications.Locked, Moment]:
    """Lock an application whose owner is asked for papers; raises `NOT_FOUND` and `PAPERS_NOT_ASKED`."""
    case, locked = await _lock(unit, application_id)
    if case.person_id != person_id:
        raise Refused(Reason.NOT_FOUND)
    if case.state is not State.AWAITING_PAPERS:
        raise Refused(Reason.PAPERS_NOT_ASKED)
    return case, locked, await rulebooks.moment(unit, locked.rule_book_version)


async def add(unit: Unit, new: Redrawn, person_id: UUID) -> Paper:
    """Keep a file that was redrawn; raises `PAPERS_NOT_ASKED` and `TOO_MANY_PAPERS`."""
    case, _, moment = await _asked(unit, new.application_id, person_id)
    most = moment.book.papers(case.accepted_on).papers_most
    there = [one for one in await store.of_application(unit.connection, case.id) if not one.gone_at]
    if len(there) >= most:
        raise Refused(Reason.TOO_MANY_PAPERS, most=most)
    await store.add(unit.connection, new, moment.now)
    return Paper(new.id, new.name, new.media_type, new.sent_bytes, moment.now, None)


def sealed(data: PersonalData, paper_id: UUID, pdf: bytes) -> str:
    """Seal what is in a paper to its row."""
    return data.seal(base64.b64encode(pdf).decode(), PAPER, paper_id)


async def take_back(unit: Unit, application_id: UUID, paper_id: UUID, person_id: UUID) -> None:
    """Delete what is in a paper before it is handed in."""
    case, _, moment = await _asked(unit, application_id, person_id)
    if not await store.take_back(unit.connection, case.id, paper_id, moment.now):
        raise Refused(Reason.NOT_FOUND)


async def hand_in(unit: Unit, application_id: UUID, person_id: UUID) -> Case:
    """Hand in what was uploaded; raises `NO_PAPERS` where nothing was added since it was asked for."""
    case, locked, moment = await _asked(unit, application_id, person_id)
    there = [one for one in await store.of_application(unit.connection, case.id) if not one.gone_at]
    *_, asked = await store.requests(unit.connection, case.id)
    sheets = await store.sheets(unit.connection, case.id)
    came = [*(one.uploaded_at for one in there), *(one.filed_at for one in sheets)]
    if not any(at >= asked.asked_at for at in came):
        raise Refused(Reason.NO_PAPERS)
    move = mending.hand_in(case, len(came), moment)
    await carry_out(unit, locked.cases, [move])
    return move.case


async def sheet_filed(unit: Unit, filed: Sequence[Received[SheetFiled]]) -> None:
    """A sheet of another centre lies with an application, however the application stands."""
    await store.file_sheets(unit.connection, events_of(filed))


async def send_back(
    unit: Unit, application_id: UUID, staff_id: UUID, own_person_id: UUID | None, text: str
) -> Case:
    """Ask the applicant for what a reviewer misses; raises `NOT_IN_REVIEW`, `OWN_MATTER`, `PROPOSAL_OPEN`."""
    case, locked = await _lock(unit, application_id)
    if case.state not in SENT_BACK_FROM:
        raise Refused(Reason.NOT_IN_REVIEW)
    if own_person_id == case.person_id:
        raise Refused(Reason.OWN_MATTER)
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    if await store.is_proposed(unit.connection, case.id, moment.now):
        raise Refused(Reason.PROPOSAL_OPEN)
    wanted = PapersWanted(text, (), staff_id)
    if case.state is State.PAPERS_IN_REVIEW:
        wanted = PapersWanted(text, await _registers(unit, case), staff_id)
    move = mending.send_back(case, wanted, moment)
    await carry_out(unit, locked.cases, [move])
    return move.case


async def _registers(unit: Unit, case: Case) -> tuple[str, ...]:
    requests = await store.requests(unit.connection, case.id)
    return requests[-1].registers if requests else ()


async def acceptable(unit: Unit, application_id: UUID, read: Mapping[Register, Told]) -> Case:
    """Lock an application whose papers show these facts; raises why they cannot be accepted."""
    case, _ = await _lock(unit, application_id)
    if case.state is not State.PAPERS_IN_REVIEW:
        raise Refused(Reason.NOT_IN_REVIEW)
    if set(await _registers(unit, case)) != {one.value for one in read}:
        raise Refused(Reason.FACTS_INCOMPLETE)
    try:
        assemble(str(case.person_id), None, (), read)
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(Reason.FACTS_UNCLEAR) from error
    return case


async def accept(
    unit: Unit, application_id: UUID, read: Mapping[Register, Told], actor: str
) -> Case:
    """Take what two people read for facts, and ask everything else anew: it may have changed meanwhile."""
    case = await acceptable(unit, application_id, read)
    locked = await applications.lock(unit.connection, [case.id])
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    move = mending.accept(case, actor, moment)
    await carry_out(unit, locked.cases, [move])
    await gathering.ask_again(unit, case, read)
    return move.case
