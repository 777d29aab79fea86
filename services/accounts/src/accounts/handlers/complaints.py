"""Complaints (投诉) about months that were not paid: made by people, answered by the centre (R-DEP-10)."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from accounts import deposit_announcements
from accounts.domain import Month
from accounts.errors import Reason, Refused
from accounts.sealed import COMPLAINT_WORDS
from accounts.store import complaints as store
from accounts.store.complaints import NewComplaint
from shared.messaging.unit import Unit


async def complain(
    unit: Unit, person_id: UUID, months: Sequence[Month], words: str, *, unseen_by_employer: bool
) -> UUID:
    """Keep a complaint about months that are owed; raises `NOT_FOUND`, `NOT_OWED`, `COMPLAINT_OPEN`."""
    account = await store.owed_to(unit.connection, person_id, unit.clock.today())
    if account is None:
        raise Refused(Reason.NOT_FOUND)
    wanted = [month.first for month in months] or list(account["months"])
    wrong = sorted({str(Month.of(day)) for day in wanted if day not in account["months"]})
    if wrong or not wanted:
        raise Refused(Reason.NOT_OWED, months="、".join(wrong))
    complaint_id = uuid4()
    new = NewComplaint(
        complaint_id,
        person_id,
        account["number"],
        account["employer_number"],
        sorted(set(wanted)),
        unit.personal_data.seal(words, COMPLAINT_WORDS, complaint_id),
        unseen_by_employer,
        unit.clock.now(),
    )
    if not await store.add(unit.connection, new):
        raise Refused(Reason.COMPLAINT_OPEN)
    return new.id


async def answer(unit: Unit, complaint_id: UUID, text: str, staff: tuple[UUID, str]) -> None:
    """Answer a complaint, once, and tell the person; raises `NOT_FOUND`, `COMPLAINT_ANSWERED`."""
    found = await store.lock(unit.connection, complaint_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    if found["state"] != "open":
        raise Refused(Reason.COMPLAINT_ANSWERED)
    await store.answer(unit.connection, complaint_id, text, staff, unit.clock.now())
    unit.emit(deposit_announcements.complaint_answered(complaint_id, found["person_id"]))
