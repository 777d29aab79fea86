"""After an older backup, before the service starts: `accounts recollect`.

Employers, accounts, seals and frozen money of which the service had told are made again as they were told.
Receipts, and what was posted or restored, follow from the facts of the others when these are told again.
"""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID, uuid4

from accounts.domain import Month, Reservation, ReservationState, Reserved
from accounts.handlers.employers import new_person
from accounts.store import changes, employers, recollecting
from accounts.store import reservations as store
from accounts.store.changes import Seal
from accounts.store.employers import NewPerson
from accounts.store.recollecting import Purse
from accounts.store.reservations import Decided
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import Phone
from shared.messages import Event
from shared.messages.accounts import (
    EmployerRegistered,
    FundsReleased,
    FundsReserved,
    IndividualAccountOpened,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
)
from shared.messaging.journal import Told
from shared.messaging.sealed import heard
from shared.messaging.unit import Unit

ACTOR = "recollection"
ACCOUNT_PREFIX = "3714"
E = TypeVar("E", bound=Event)
Left = dict[str, str]


async def recollect(unit: Unit, lost: Sequence[Told], others: Sequence[Told]) -> Left:
    """Take our word for what we had said; return the subjects for which that is not enough."""
    left: Left = {}
    await _register(unit, _of(unit, lost, EmployerRegistered), left)
    await _open(unit, _of(unit, lost, IndividualAccountOpened), left)
    await _seal(unit, lost, left)
    released = _of(unit, lost, FundsReleased)
    await _release(unit, released)
    ended = {event.application_id for event in released}
    frozen = [
        event for event in _of(unit, lost, FundsReserved) if event.application_id not in ended
    ]
    await _freeze(unit, frozen, left)
    return left


def _of(unit: Unit, lost: Sequence[Told], kind: type[E]) -> list[E]:
    letters = unit.context.letters
    return [heard(kind, told.body, letters) for told in lost if told.type == kind.type]


async def _register(unit: Unit, told: Sequence[EmployerRegistered], left: Left) -> None:
    whole = [event for event in told if event.social_credit_code is not None]
    left.update(
        {event.subject: "the event says too little" for event in told if event not in whole}
    )
    if whole:
        await recollecting.add_employers(unit.connection, unit.personal_data, whole)
        highest = max(int(event.employer_number) for event in whole)
        await recollecting.number_beyond(unit.connection, "employer_number", highest)


async def _open(unit: Unit, told: Sequence[IndividualAccountOpened], left: Left) -> None:
    if not told:
        return
    bosses = await recollecting.known_numbers(
        unit.connection, [event.employer_number for event in told]
    )
    persons = {
        event.account_number: _person(unit, event)
        for event in told
        if event.employer_number in bosses
    }
    busy = await employers.add_persons(unit.connection, list(persons.values()))
    whole: list[IndividualAccountOpened] = []
    for event in told:
        if event.employer_number not in bosses:
            left[event.subject] = f"employer {event.employer_number} is not known"
        elif event.base_fen is None:
            left[event.subject] = "the event says too little"
        elif persons[event.account_number].id_number_hash in busy:
            left[event.subject] = "the person has an account"
        else:
            whole.append(event)
    hashes = [persons[event.account_number].id_number_hash for event in whole]
    await recollecting.add_accounts(unit.connection, whole, hashes, ACTOR)
    highest = max(int(event.account_number.removeprefix(ACCOUNT_PREFIX)) for event in told)
    await recollecting.number_beyond(unit.connection, "account_number", highest)


def _person(unit: Unit, event: IndividualAccountOpened) -> NewPerson:
    return new_person(
        unit.personal_data,
        event.person_id,
        name=event.name,
        document=IdDocument.parse(IdType(event.id_type), event.id_number),
        phone=Phone.parse(event.phone),
        base_fen=event.base_fen or 0,
        opened_on=event.opened_on,
    )


async def _seal(unit: Unit, lost: Sequence[Told], left: Left) -> None:
    """The last word on each account: sealed, or contributing again."""
    last: dict[str, IndividualAccountSealed | IndividualAccountUnsealed] = {}
    kinds: tuple[type[IndividualAccountSealed | IndividualAccountUnsealed], ...] = (
        IndividualAccountSealed,
        IndividualAccountUnsealed,
    )
    for told in lost:
        for kind in kinds:
            if told.type == kind.type:
                last[told.subject] = heard(kind, told.body, unit.context.letters)
    known = await changes.lock_accounts(unit.connection, list(last))
    for number in last.keys() - known.keys():
        left.setdefault(number, "there is no such account")
    here = [event for number, event in last.items() if number in known]
    sealed = [event for event in here if isinstance(event, IndividualAccountSealed)]
    open_again = [event for event in here if isinstance(event, IndividualAccountUnsealed)]
    await changes.seal(
        unit.connection, [_sealing(event) for event in sealed], ACTOR, unit.clock.now()
    )
    if open_again:
        months = [
            (event.account_number, Month.parse(event.effective_month).first) for event in open_again
        ]
        await changes.unseal(unit.connection, months, unit.clock.today(), ACTOR)


def _sealing(event: IndividualAccountSealed) -> Seal:
    month = Month.parse(event.sealed_month) if event.sealed_month else Month.of(event.sealed_on)
    return Seal(event.account_number, event.reason.value, event.sealed_on, month.first, "")


async def _release(unit: Unit, told: Sequence[FundsReleased]) -> None:
    """Release what was released; what is not frozen here will not be."""
    known = await store.lock(unit.connection, told)
    frozen = [one for one in known.values() if one.state is ReservationState.RESERVED]
    if frozen:
        await store.release(unit.connection, frozen)
    unknown = {
        event.application_id: event.person_id for event in told if event.application_id not in known
    }
    if unknown:
        await store.remember_ended(
            unit.connection, list(unknown.items()), ReservationState.RELEASED
        )


async def _freeze(unit: Unit, told: Sequence[FundsReserved], left: Left) -> None:
    """Freeze what was frozen, to the fen; the last round of each application counts."""
    last = {event.application_id: event for event in told}
    known = await store.lock(unit.connection, list(last.values()))
    purses = await recollecting.purses(
        unit.connection,
        [event.account_number for event in last.values()],
        [event.reserved_on for event in last.values()],
    )
    new: list[Decided] = []
    anew: list[Decided] = []
    for event in last.values():
        before = known.get(event.application_id)
        problem = _problem(event, before, purses.get(event.account_number))
        if problem is not None:
            left[event.subject] = problem
            continue
        (anew if before else new).append(_frozen(event, before, purses[event.account_number]))
    for day in {event.reserved_on for event in last.values()}:
        await store.reserve(unit.connection, _on(new, last, day), day)
        await store.reserve_anew(unit.connection, _on(anew, last, day), day)


def _problem(event: FundsReserved, before: Reservation | None, purse: Purse | None) -> str | None:
    if purse is None:
        return "there is no such account"
    if before is not None and before.state is not ReservationState.RESERVED:
        return f"the reservation is {before.state}"
    if purse.reserved_for not in (None, event.application_id):
        return (
            f"money of the account is frozen for {purse.reserved_for}: when that has ended, again"
        )
    free = purse.available_fen + (before.principal_fen if before else 0)
    if free < event.principal_fen:
        return (
            f"{event.principal_fen} fen were frozen, but only {free} are there: a list is missing"
        )
    return None


def _frozen(event: FundsReserved, before: Reservation | None, purse: Purse) -> Decided:
    overpaid = purse.overpaid_fen if event.closing and not event.interest_fen else 0
    amounts = Reserved(event.principal_fen, event.interest_fen, event.retained_fen, overpaid)
    transfer_id = (before and before.transfer_id) or uuid4()
    return Decided(event.application_id, event.round, event.closing, purse, amounts, transfer_id)


def _on(items: Sequence[Decided], told: dict[UUID, FundsReserved], day: object) -> list[Decided]:
    return [item for item in items if told[item.application_id].reserved_on == day]
