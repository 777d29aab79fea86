"""What is inherited is set aside in one transaction, with interest to that day (R-WDR-46)."""

import json
from collections.abc import Sequence

from accounts import estate_announcements as announcements
from accounts.domain import Reservation, ReservationState
from accounts.rules import estate as rules
from accounts.rules.estate import SetAside
from accounts.store import estates as store
from accounts.store import reservations
from accounts.store.estates import Earlier, Found
from shared.base.id_documents import IdDocument, IdType
from shared.messages.estates import EstateFundsRequested, EstateRefusal
from shared.messaging.unit import Received, Unit


async def set_aside(unit: Unit, batch: Sequence[Received[EstateFundsRequested]]) -> None:
    """Answer each request once; one after the other, for they are rare."""
    for received in batch:
        request = received.event
        if await store.lock(unit.connection, request):
            await _answer(unit, received)


async def _answer(unit: Unit, received: Received[EstateFundsRequested]) -> None:
    request, today = received.event, unit.clock.today()
    if await _staff_inherits(unit, request):
        await _refuse(unit, request, EstateRefusal.OWN_AFFAIR, None)
        return
    found = await store.facts_of(unit.connection, request, today)
    if found is not None and found.others_reserved:
        unit.retry_later(received, "money of a withdrawal is still frozen")
    elif request.instead_of is not None:
        await _again(unit, received, found)
    else:
        await _divide(unit, request, found)


async def _divide(unit: Unit, request: EstateFundsRequested, found: Found | None) -> None:
    today = unit.clock.today()
    parts = [share.parts for share in request.shares]
    answer = rules.judge(found.facts if found else None, parts, request.most_fen)
    if found is None or not isinstance(answer, SetAside):
        assert not isinstance(answer, SetAside)
        await _refuse(unit, request, *answer)
        return
    write = store.set_aside if request.shares else store.to_the_fund
    await write(unit.connection, request, found, answer, today)
    unit.emit(announcements.reserved(request, found.number, answer, today))


async def _again(unit: Unit, received: Received[EstateFundsRequested], found: Found | None) -> None:
    """A share that could not be paid is set aside anew, under a payment of its own: never paid twice."""
    request, today = received.event, unit.clock.today()
    assert request.instead_of is not None
    before = await store.earlier(unit.connection, request.instead_of)
    if before is None or before.state is ReservationState.RELEASED:
        unit.park(received, "nothing is set aside for the payment that this one replaces")
        return
    if before.state is ReservationState.POSTED:
        unit.retry_later(received, "the payment that this one replaces has not come back")
        return
    if before.state is ReservationState.RESERVED:
        await reservations.release(unit.connection, [_reservation(request, before)])
        found = await store.facts_of(unit.connection, request, today)
    answer = rules.again(found.facts if found else None, before.fen)
    if found is None or not isinstance(answer, SetAside):
        assert not isinstance(answer, SetAside)
        await _refuse(unit, request, *answer)
        return
    await store.set_aside(unit.connection, request, found, answer, today)
    unit.emit(announcements.reserved(request, found.number, answer, today))


def _reservation(request: EstateFundsRequested, before: Earlier) -> Reservation:
    assert request.instead_of is not None
    return Reservation(
        application_id=request.instead_of,
        person_id=request.person_id,
        account_number=None,
        transfer_id=before.transfer_id,
        state=before.state,
        round=1,
        closing=True,
        principal_fen=before.fen,
        interest_fen=0,
        reserved_on=None,
    )


async def _refuse(
    unit: Unit, request: EstateFundsRequested, code: EstateRefusal, amount_fen: int | None
) -> None:
    await store.keep_refused(unit.connection, request, code.value, unit.clock.today())
    unit.emit(announcements.refused(request, code, amount_fen))


async def _staff_inherits(unit: Unit, request: EstateFundsRequested) -> bool:
    """Whether one of the two who decided it is an heir: accounts knows whose a document is."""
    documents = [
        IdDocument.parse(IdType(one["type"]), one["number"])
        for one in json.loads(request.heirs or "[]")
    ]
    hashes = [unit.personal_data.lookup_hash(one.lookup_key) for one in documents]
    return not {*request.staff}.isdisjoint(await store.people_of(unit.connection, hashes))
