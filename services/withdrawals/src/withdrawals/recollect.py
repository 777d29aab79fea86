"""After an older backup, before the service starts: `withdrawals recollect`.

What the service had said of applications since then it takes back into its database, as it was said.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from shared.base.identifiers import BankCard
from shared.messages import Event
from shared.messages.accounts import FundsReserved
from shared.messages.loans import LoanPayoffCertified
from shared.messages.notifications import SubscriberPhoneChanged
from shared.messages.withdrawals import (
    EVENTS,
    BanEvent,
    WithdrawalBrakesTold,
    WithdrawalFundsRequested,
    WithdrawalsEvent,
    WithdrawalSubmitted,
)
from shared.messaging.journal import Told
from shared.messaging.sealed import heard
from shared.messaging.unit import Unit
from withdrawals import retelling
from withdrawals.decisions import Moment, Move
from withdrawals.domain import ApplicationId, Brakes, Case
from withdrawals.dossier import HELD
from withdrawals.handlers import applications as handlers
from withdrawals.handlers.moves import begin, carry_out
from withdrawals.process import IllegalMove
from withdrawals.retelling import Heard, Untold
from withdrawals.sealed import CARD
from withdrawals.store import applications as store
from withdrawals.store import brakes, claims, rulebooks

OURS: tuple[type[Event], ...] = EVENTS
TYPES = {one.type: one for one in OURS if issubclass(one, WithdrawalsEvent)}
BANS = {one.type for one in OURS if issubclass(one, BanEvent)}
Said = list[tuple[datetime, WithdrawalsEvent]]
"""Our events about one application, in order."""

E = TypeVar("E", bound=Event)


async def recollect(unit: Unit, lost: Sequence[Told], others: Sequence[Told]) -> dict[str, str]:
    """Take our word for what we had said; return the applications for which that is not enough."""
    bans = [told for told in lost if told.type in BANS]
    known = _heard(unit, others)
    moment = await rulebooks.moment(unit)
    await store.lock_caps(unit.connection, list(known.payoffs.values()))
    left = await _brakes(unit, lost, others) | {
        told.subject: "a ban that is not in the database: staff enter it again" for told in bans
    }
    about_cases = [told for told in lost if told.type in TYPES]
    for wave in _waves(_by_application(unit, about_cases)):
        await _recollect_wave(unit, wave, known, moment, left)
    return left


async def _brakes(unit: Unit, lost: Sequence[Told], others: Iterable[Told]) -> dict[str, str]:
    """What owners had set holds again before anything is paid; phones that changed cool anew (R-CRT-4)."""
    held: dict[UUID, Brakes] = {}
    left: dict[str, str] = {}
    for event in _of(unit, lost, WithdrawalBrakesTold):
        if event.brakes is None:
            left[str(event.person_id)] = "brakes that the event does not tell: ask their owner"
        else:
            held[event.person_id] = Brakes(**event.brakes.model_dump())
    await brakes.put_back(unit.connection, held)
    phones = _of(unit, others, SubscriberPhoneChanged)
    phones.sort(key=lambda event: event.changed_at)
    await brakes.note_phones(unit.connection, {one.person_id: one.changed_at for one in phones})
    return left


def _by_application(unit: Unit, lost: Sequence[Told]) -> dict[UUID, Said]:
    said: dict[UUID, Said] = defaultdict(list)
    for told in lost:
        event = heard(TYPES[told.type], told.body, unit.context.letters)
        said[UUID(told.subject)].append((told.time, event))
    return said


def _waves(said: dict[UUID, Said]) -> list[dict[UUID, Said]]:
    """A person has one open application at a time: the first of each, then the second (R-WDR-10)."""
    waves: list[dict[UUID, Said]] = []
    had: dict[UUID, int] = defaultdict(int)
    for application_id, events in sorted(said.items(), key=lambda item: item[1][0][0]):
        person = events[0][1].person_id
        if had[person] == len(waves):
            waves.append({})
        waves[had[person]][application_id] = events
        had[person] += 1
    return waves


async def _recollect_wave(
    unit: Unit, wave: dict[UUID, Said], known: Heard, moment: Moment, left: dict[str, str]
) -> None:
    locked = await store.lock(unit.connection, wave)
    cases = dict(locked.cases)
    begun: list[tuple[BankCard, Move]] = []
    moves: list[Move] = []
    for application_id, said in wave.items():
        try:
            case = cases.get(ApplicationId(application_id))
            first, steps = _steps(unit, case, said, known, moment)
        except (Untold, IllegalMove) as error:
            left[str(application_id)] = str(error)
            continue
        if first is not None:
            begun.append(first)
            cases[first[1].case.id] = first[1].case
        moves += steps
    if begun:
        made = await begin(unit, [(card, [move]) for card, move in begun])
        for _, move in begun:
            if move.case.id not in made:
                left[str(move.case.id)] = "the person has another application open"
    await carry_out(unit, cases, [move for move in moves if str(move.case.id) not in left])
    await _hold_again(
        unit, {key: said for key, said in wave.items() if str(key) not in left}, known
    )


async def _hold_again(unit: Unit, wave: dict[UUID, Said], known: Heard) -> None:
    """What applications held of things that several may claim, they hold again (R-WDR-19, 20)."""
    frozen: list[tuple[UUID, int]] = []
    for application_id, said in wave.items():
        for _, event in said:
            if isinstance(event, WithdrawalFundsRequested) and event.claims is not None:
                await claims.let_go(unit.connection, application_id)
                held = HELD.validate_json(event.claims)
                await claims.add(unit.connection, application_id, held)
                reserved = known.reservations.get((application_id, event.round))
                frozen += [(application_id, reserved.amount_fen)] if reserved else []
    await claims.cut(unit.connection, frozen)


def _steps(
    unit: Unit, case: Case | None, said: Said, known: Heard, moment: Moment
) -> tuple[tuple[BankCard, Move] | None, list[Move]]:
    """How the application begins, where it is not known, and how it goes on."""
    first: tuple[BankCard, Move] | None = None
    moves: list[Move] = []
    for at, event in said:
        if case is None:
            if not isinstance(event, WithdrawalSubmitted):
                raise Untold("its beginning is in no journal: begin earlier")
            if event.card is None:
                raise Untold("the event does not say which card")
            card = BankCard.parse(event.card)
            sealed = unit.personal_data.seal(card.value, CARD, event.application_id)
            first = (card, retelling.begin(event, sealed, card.tail, at, moment))
            case = first[1].case
        elif move := retelling.go_on(case, event, known, moment):
            moves.append(move)
            case = move.case
    return first, moves


def _heard(unit: Unit, others: Iterable[Told]) -> Heard:
    others = list(others)
    return Heard(
        {
            (event.application_id, event.round): handlers.reservation_of(event, unit.personal_data)
            for event in _of(unit, others, FundsReserved)
        },
        {
            event.application_id: handlers.payoff_of(event)
            for event in _of(unit, others, LoanPayoffCertified)
        },
    )


def _of(unit: Unit, others: Iterable[Told], kind: type[E]) -> list[E]:
    letters = unit.context.letters
    return [heard(kind, told.body, letters) for told in others if told.type == kind.type]
