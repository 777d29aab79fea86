"""An employer in hardship asks online to pay later or less; the centre answers by two people (R-DEP-9)."""

from datetime import timedelta
from uuid import UUID, uuid4

from accounts import change_announcements as announcements
from accounts.errors import Reason, Refused
from accounts.handlers import deferrals, lowerings
from accounts.handlers.changes import Actor
from accounts.handlers.ratios import locked_employer
from accounts.rules.deferral import Deferral
from accounts.rules.hardship import (
    PAPER_WAITS_HOURS,
    PAPERS_KEPT_DAYS,
    PAPERS_WAITING_MOST,
    NewPaper,
    NewRequest,
    RequestState,
    Wanted,
)
from accounts.store import hardship as store
from accounts.store.employers import lock_employer
from accounts.store.rows import HardshipRow
from shared.messaging.unit import Unit


async def keep_paper(unit: Unit, new: NewPaper, actor: Actor) -> None:
    """Keep a file until a request names it; raises `Refused`: `NO_AGREEMENT`, `TOO_MANY_PAPERS`."""
    await locked_employer(unit, new.employer_number, actor)
    if await store.waiting_papers(unit.connection, new.employer_number) >= PAPERS_WAITING_MOST:
        raise Refused(Reason.TOO_MANY_PAPERS, most=str(PAPERS_WAITING_MOST))
    await store.add_paper(unit.connection, new)


async def ask(unit: Unit, employer_number: str, wanted: Wanted, actor: Actor) -> UUID:
    """Keep what an employer asks for; nothing takes effect.

    Raises `Refused`: what bars it by now, so that the employer hears it at once, `NO_AGREEMENT`,
    `HARDSHIP_OPEN` while another one waits, `PAPERS_UNKNOWN`.
    """
    await locked_employer(unit, employer_number, actor)
    await _demand(unit, employer_number, wanted)
    new = NewRequest(uuid4(), employer_number, wanted, actor.name, unit.clock.now())
    if not await store.add(unit.connection, new):
        raise Refused(Reason.HARDSHIP_OPEN)
    papers = set(wanted.papers)
    claimed = await store.claim_papers(unit.connection, new.id, wanted.papers, employer_number)
    if claimed != len(papers):
        raise Refused(Reason.PAPERS_UNKNOWN)
    return new.id


async def _demand(unit: Unit, employer_number: str, wanted: Wanted) -> None:
    if isinstance(wanted.terms, Deferral):
        await deferrals.demand(unit, employer_number, wanted.terms)
    else:
        await lowerings.demand(unit, employer_number, wanted.terms)


async def withdraw(unit: Unit, employer_number: str, request_id: UUID, actor: Actor) -> None:
    """Take a request back, proposed or not; raises `Refused`: `NOT_FOUND`, `REQUEST_STATE`."""
    if await lock_employer(unit.connection, employer_number) is None:
        raise Refused(Reason.NOT_FOUND)
    row = await locked(unit, request_id)
    if row["employer_number"] != employer_number:
        raise Refused(Reason.NOT_FOUND)
    state, now = RequestState.WITHDRAWN, unit.clock.now()
    await store.end(unit.connection, request_id, state, actor.name, now)


async def send_back(unit: Unit, request_id: UUID, text: str, actor: Actor) -> None:
    """Send a request back in words and have the operator told.

    Raises `Refused`: `NOT_FOUND`, `REQUEST_STATE`, `REQUEST_PROPOSED`.
    """
    row = await locked(unit, request_id)
    if row["proposed"]:
        raise Refused(Reason.REQUEST_PROPOSED)
    state, now = RequestState.RETURNED, unit.clock.now()
    await store.end(unit.connection, request_id, state, actor.name, now, answer=text)
    await _tell(unit, row, agreed=False)


async def agreed(unit: Unit, request_id: UUID, proposal_id: UUID, actor: Actor) -> None:
    """What was asked for takes effect by two of the centre: end the request, have the operator told."""
    row = await locked(unit, request_id)
    state, now = RequestState.AGREED, unit.clock.now()
    await store.end(unit.connection, request_id, state, actor.name, now, proposal_id=proposal_id)
    await _tell(unit, row, agreed=True)


async def locked(unit: Unit, request_id: UUID) -> HardshipRow:
    """Lock the employer of a request, then the request, which must be open.

    Raises `Refused`: `NOT_FOUND`, `REQUEST_STATE`.
    """
    number = await store.employer_of(unit.connection, request_id)
    if number is None:
        raise Refused(Reason.NOT_FOUND)
    await lock_employer(unit.connection, number)
    row = await store.lock(unit.connection, request_id, unit.clock.now())
    assert row is not None, "requests are kept"
    if row["state"] != RequestState.OPEN:
        raise Refused(Reason.REQUEST_STATE, state=RequestState(row["state"]).text)
    return row


async def _tell(unit: Unit, row: HardshipRow, *, agreed: bool) -> None:
    employer = await lock_employer(unit.connection, row["employer_number"])
    assert employer is not None
    now = unit.clock.now()
    told = announcements.hardship_answered(row, employer, unit.personal_data, agreed=agreed, at=now)
    unit.emit(told)


async def forget_papers(unit: Unit) -> int:
    """Delete files whose time is over; return how many."""
    now = unit.clock.now()
    unclaimed_before = now - timedelta(hours=PAPER_WAITS_HOURS)
    ended_before = now - timedelta(days=PAPERS_KEPT_DAYS)
    return await store.forget_papers(unit.connection, unclaimed_before, ended_before, now)
