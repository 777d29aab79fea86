"""The money of a withdrawal: frozen, then posted, released or restored. Whole batches at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID, uuid4

from accounts import announcements
from accounts.domain import AccountFacts, Refused, Reservation, ReservationState
from accounts.rules import reservation as rules
from accounts.sealed import PERSON_NAME
from accounts.store import postings
from accounts.store import reservations as store
from accounts.store.reservations import Decided
from shared.messages.accounts import RefusalReason
from shared.messages.withdrawals import (
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalRejected,
    WithdrawalReturned,
    WithdrawalsEvent,
)
from shared.messaging.unit import Received, Unit, events_of


@dataclass
class Decisions:
    """What a batch of requests comes to."""

    new: list[Decided] = field(default_factory=list)
    anew: list[Decided] = field(default_factory=list)
    refused: list[tuple[WithdrawalFundsRequested, Refused, AccountFacts | None]] = field(
        default_factory=list
    )


async def reserve_funds(unit: Unit, batch: Sequence[Received[WithdrawalFundsRequested]]) -> None:
    """Freeze the money of each withdrawal, or say why not; the highest round wins."""
    events = events_of(batch)
    known = await store.lock(unit.connection, events)
    wanted = _latest(events, known)
    if not wanted:
        return
    today = unit.clock.today()
    facts = await store.facts_of(unit.connection, wanted, today)
    decisions = _decide(unit, wanted, known, facts)
    await _refuse(unit, decisions.refused, known)
    if decisions.new:
        await store.reserve(unit.connection, decisions.new, today)
    if decisions.anew:
        await store.reserve_anew(unit.connection, decisions.anew, today)


def _decide(
    unit: Unit,
    wanted: Sequence[WithdrawalFundsRequested],
    known: dict[UUID, Reservation],
    facts: dict[UUID, tuple[AccountFacts, str]],
) -> Decisions:
    """Judge each request; of two applications about one account in a batch, the first gets it."""
    today = unit.clock.today()
    decisions = Decisions()
    taken: set[str] = set()
    for event in wanted:
        found, name = facts.get(event.application_id, (None, ""))
        answer = rules.judge(found, event.conditions, today)
        if found is None or isinstance(answer, Refused):
            assert isinstance(answer, Refused)
            decisions.refused.append((event, answer, found))
            continue
        if found.account_number in taken:
            busy = Refused(RefusalReason.FUNDS_ALREADY_RESERVED, "R-WDR-10")
            decisions.refused.append((event, busy, found))
            continue
        taken.add(found.account_number)
        before = known.get(event.application_id)
        transfer_id = (before and before.transfer_id) or uuid4()
        item = Decided(
            event.application_id, event.round, event.conditions.closing, found, answer, transfer_id
        )
        (decisions.anew if before else decisions.new).append(item)
        clear = unit.personal_data.open(name, PERSON_NAME, found.person_id)
        unit.emit(announcements.funds_reserved(event, answer, found, clear, today))
    return decisions


def _latest(
    events: Sequence[WithdrawalFundsRequested], known: dict[UUID, Reservation]
) -> list[WithdrawalFundsRequested]:
    """Leave out what is stale: older rounds, and applications that have ended."""
    latest: dict[UUID, WithdrawalFundsRequested] = {}
    for event in events:
        before = known.get(event.application_id)
        if before and (
            before.state is not ReservationState.RESERVED or before.round >= event.round
        ):
            continue
        other = latest.get(event.application_id)
        if other is None or other.round < event.round:
            latest[event.application_id] = event
    return list(latest.values())


async def _refuse(
    unit: Unit,
    refused: Sequence[tuple[WithdrawalFundsRequested, Refused, AccountFacts | None]],
    known: dict[UUID, Reservation],
) -> None:
    """Say why not; what was frozen for an earlier round is released."""
    if not refused:
        return
    events = [event for event, _, _ in refused]
    frozen = [known[event.application_id] for event in events if event.application_id in known]
    unknown = [event for event in events if event.application_id not in known]
    if frozen:
        await store.release(unit.connection, frozen, ReservationState.REFUSED)
    if unknown:
        ended = [(event.application_id, event.person_id) for event in unknown]
        await store.remember_ended(unit.connection, ended, ReservationState.REFUSED)
    for event, why, facts in refused:
        unit.emit(announcements.funds_refused(event, why, facts))


async def release_funds(
    unit: Unit,
    batch: Sequence[Received[WithdrawalCancelled | WithdrawalRejected | WithdrawalFailed]],
) -> None:
    """Void what was frozen; for an application without a reservation, never freeze anything."""
    known = await store.lock(unit.connection, events_of(batch))
    frozen: dict[UUID, Reservation] = {}
    unknown: dict[UUID, UUID] = {}
    for received in batch:
        event = received.event
        found = known.get(event.application_id)
        if found is None:
            unknown[event.application_id] = event.person_id
        elif found.state is ReservationState.RESERVED:
            frozen[event.application_id] = found
        elif found.state in (ReservationState.POSTED, ReservationState.RESTORED):
            unit.park(received, f"the money of this application is {found.state}, not frozen")
    if unknown:
        await store.remember_ended(
            unit.connection, list(unknown.items()), ReservationState.RELEASED
        )
    if frozen:
        await store.release(unit.connection, list(frozen.values()))
    for found in frozen.values():
        unit.emit(announcements.funds_released(found))


E = TypeVar("E", bound=WithdrawalsEvent)
Pairs = list[tuple[Received[E], Reservation]]


@dataclass(frozen=True)
class Needs:
    """The state of a reservation that a fact applies to, what is before it and what is after it.

    None is a reservation that is not there yet.
    """

    state: ReservationState
    early: frozenset[ReservationState | None]
    done: frozenset[ReservationState]


S = ReservationState
TO_POST = Needs(S.RESERVED, frozenset({None}), frozenset({S.POSTED, S.RESTORED}))
TO_RESTORE = Needs(S.POSTED, frozenset({None, S.RESERVED}), frozenset({S.RESTORED}))


def _applicable(
    unit: Unit, batch: Sequence[Received[E]], known: dict[UUID, Reservation], needs: Needs
) -> Pairs[E]:
    """Pick the events whose reservation is in the state that they need, once each."""
    ready: dict[UUID, tuple[Received[E], Reservation]] = {}
    for received in batch:
        event = received.event
        found = known.get(event.application_id)
        state = found.state if found else None
        if found is not None and state is needs.state:
            ready[event.application_id] = (received, found)
        elif state in needs.early:
            unit.retry_later(received, f"the reservation is {state or 'missing'}")
        elif state not in needs.done:
            unit.park(received, f"{event.type} cannot be true: the reservation is {state}")
    return list(ready.values())


async def post_funds(unit: Unit, batch: Sequence[Received[WithdrawalPaid]]) -> None:
    """The bank paid: book it; a closing withdrawal closes the account."""
    known = await store.lock(unit.connection, events_of(batch))
    ready = _applicable(unit, batch, known, TO_POST)
    ready = _agreeing(unit, ready, lambda event: event.amount_fen)
    if not ready:
        return
    today = unit.clock.today()
    paid = [reservation for _, reservation in ready]
    paid_on = [received.event.paid_on for received, _ in ready]
    open_still = await postings.post(unit.connection, paid, paid_on, today)
    for received, reservation in ready:
        event = received.event
        left_fen = open_still.get(event.application_id) if reservation.closing else None
        closed = reservation.closing and left_fen is None
        unit.emit(
            announcements.funds_posted(event, today, account_closed=closed, left_fen=left_fen or 0)
        )


async def restore_funds(unit: Unit, batch: Sequence[Received[WithdrawalReturned]]) -> None:
    """The payment came back (退票): book it to the account again."""
    known = await store.lock(unit.connection, events_of(batch))
    ready = _applicable(unit, batch, known, TO_RESTORE)
    ready = _agreeing(unit, ready, lambda event: event.amount_fen)
    if not ready:
        return
    today = unit.clock.today()
    returned = [reservation for _, reservation in ready]
    events = events_of([received for received, _ in ready])
    returned_on = [event.returned_on for event in events]
    await postings.restore(unit.connection, returned, returned_on, today)
    for event in events:
        unit.emit(announcements.funds_restored(event, today))


def _agreeing(unit: Unit, pairs: Pairs[E], amount: Callable[[E], int]) -> Pairs[E]:
    """Keep those whose amount is what was frozen; money that differs is for the operators."""
    agreeing: Pairs[E] = []
    for received, reservation in pairs:
        if (told := amount(received.event)) == reservation.frozen_fen:
            agreeing.append((received, reservation))
        else:
            unit.park(received, f"{told} fen, but {reservation.frozen_fen} fen are frozen")
    return agreeing
