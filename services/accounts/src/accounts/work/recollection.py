"""After an older backup, before the service starts: `accounts recollect`.

Employers, accounts, seals, moves between employers and frozen money of which the service had told are made
again as they were told. Receipts, and what was posted or restored, follow from the facts of the others when
these are told again.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeVar

from accounts.domain import AccountState, Month
from accounts.handlers import erasures
from accounts.handlers.employers import new_person
from accounts.store import changes, employers, recollecting
from accounts.store.changes import Seal
from accounts.store.employers import NewPerson
from accounts.work import recollected_funds
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
from shared.messages.changes import IndividualAccountTransferred
from shared.messages.cross_city import TransferOutRefused, TransferOutReserved
from shared.messages.erasures import PersonErased
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
    await _erase(unit, lost)
    for told in _rounds(lost):
        await _seal(unit, told, left)
        await _move(unit, _of(unit, told, IndividualAccountTransferred), left)
    released = _of(unit, lost, FundsReleased)
    await recollected_funds.release(unit, released)
    ended = {event.application_id for event in released}
    frozen = [
        event for event in _of(unit, lost, FundsReserved) if event.application_id not in ended
    ]
    left |= await recollected_funds.freeze(unit, frozen)
    left |= await recollected_funds.freeze_for_letters(unit, _of(unit, lost, TransferOutReserved))
    await recollected_funds.refuse_letters(unit, _of(unit, lost, TransferOutRefused))
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


async def _erase(unit: Unit, lost: Sequence[Told]) -> None:
    """Forget again whom we had told to forget, but the phone of who got an account since."""
    since = {event.person_id: event.opened_on for event in _of(unit, lost, IndividualAccountOpened)}
    for event in _of(unit, lost, PersonErased):
        if event.whole or since.get(event.person_id, event.erased_on) <= event.erased_on:
            await erasures.forget(unit, {event.person_id: event.whole}, event.erased_at)


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


def _rounds(lost: Sequence[Told]) -> list[list[Told]]:
    """Put seals and moves (同城转移) in order: whoever moves was sealed before, and may be sealed after."""
    kinds = {IndividualAccountSealed.type, IndividualAccountUnsealed.type}
    moves: Counter[str] = Counter()
    rounds: dict[int, list[Told]] = defaultdict(list)
    for told in lost:
        moved = told.type == IndividualAccountTransferred.type
        if moved or told.type in kinds:
            rounds[moves[told.subject]].append(told)
        moves[told.subject] += moved
    return [rounds[number] for number in sorted(rounds)]


async def _move(unit: Unit, told: Sequence[IndividualAccountTransferred], left: Left) -> None:
    if not told:
        return
    here = await recollecting.where_they_are(
        unit.connection, [event.account_number for event in told]
    )
    bosses = await recollecting.known_numbers(
        unit.connection, [event.to_employer for event in told]
    )
    moving: list[IndividualAccountTransferred] = []
    for event in told:
        employer, state = here.get(event.account_number, (None, None))
        if employer == event.to_employer:
            continue
        if event.base_fen is None:
            left[event.subject] = "the event says too little"
        elif employer != event.from_employer or event.to_employer not in bosses:
            left[event.subject] = f"it went from {event.from_employer} to {event.to_employer}"
        elif state is not AccountState.SEALED:
            left[event.subject] = f"it went to {event.to_employer}, and is not sealed"
        else:
            moving.append(event)
    if moving:
        now, today = unit.clock.now(), unit.clock.today()
        await recollecting.move(unit.connection, moving, now=now, today=today, actor=ACTOR)


def _sealing(event: IndividualAccountSealed) -> Seal:
    month = Month.parse(event.sealed_month) if event.sealed_month else Month.of(event.sealed_on)
    return Seal(event.account_number, event.reason.value, event.sealed_on, month.first, "")
