"""Money that was frozen before an older backup was restored: as it was told, for withdrawals and letters.

What was decided is not decided again: on another day the price is another one, and what was refused then
could be frozen now for somebody who has been told no.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from accounts.domain import Purpose, Reservation, ReservationState, Reserved
from accounts.store import recollecting
from accounts.store import reservations as store
from accounts.store.recollecting import Purse
from accounts.store.reservations import Decided
from shared.messages.accounts import FundsReleased, FundsReserved
from shared.messages.cross_city import TransferOutRefused, TransferOutReserved
from shared.messaging.unit import Unit

Left = dict[str, str]
NO_ACCOUNT = "there is no such account"


@dataclass(frozen=True)
class _About:
    """Whose money was frozen for a letter."""

    application_id: UUID
    person_id: UUID


async def release(unit: Unit, told: Sequence[FundsReleased]) -> None:
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


async def freeze(unit: Unit, told: Sequence[FundsReserved]) -> Left:
    """Freeze what was frozen, to the fen; the last round of each application counts."""
    left: Left = {}
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
        before, purse = known.get(event.application_id), purses.get(event.account_number)
        problem = _problem(event.application_id, event.principal_fen, before, purse)
        if purse is None or problem is not None:
            left[event.subject] = problem or NO_ACCOUNT
            continue
        (anew if before else new).append(_frozen(event, before, purse))
    days = {event.application_id: event.reserved_on for event in last.values()}
    for day in set(days.values()):
        await store.reserve(unit.connection, _on(new, days, day), day)
        await store.reserve_anew(unit.connection, _on(anew, days, day), day)
    return left


async def freeze_for_letters(unit: Unit, told: Sequence[TransferOutReserved]) -> Left:
    """Freeze all of accounts that leave, as it was told to the letters; what came of it is told again."""
    left: Left = {}
    last = {event.letter_id: event for event in told}
    events = list(last.values())
    known = await store.lock(
        unit.connection, [_About(one.letter_id, one.person_id) for one in events]
    )
    numbers = await recollecting.open_accounts(
        unit.connection, [one.person_id for one in events], [one.account_tail for one in events]
    )
    with_account = [one for one in events if one.person_id in numbers]
    purses = await recollecting.purses(
        unit.connection,
        [numbers[one.person_id] for one in with_account],
        [one.reserved_on for one in with_account],
    )
    new: list[Decided] = []
    for event in events:
        if event.letter_id in known:
            continue
        purse = purses.get(numbers.get(event.person_id, ""))
        problem = _problem(event.letter_id, event.principal_fen, None, purse)
        if purse is None or problem is not None:
            left[event.subject] = problem or NO_ACCOUNT
            continue
        amounts = _amounts(event.principal_fen, event.interest_fen, 0, purse.overpaid_fen)
        new.append(Decided(event.letter_id, 1, True, purse, amounts, uuid4()))
    days = {event.letter_id: event.reserved_on for event in events}
    for day in set(days.values()):
        await store.reserve(unit.connection, _on(new, days, day), day, Purpose.TRANSFER_OUT)
    return left


async def refuse_letters(unit: Unit, told: Sequence[TransferOutRefused]) -> None:
    """Freeze nothing for a letter that was told no, when its request is told again."""
    about = [_About(one.letter_id, one.person_id) for one in told]
    known = await store.lock(unit.connection, about)
    unknown = {
        one.application_id: one.person_id for one in about if one.application_id not in known
    }
    if unknown:
        await store.remember_ended(unit.connection, list(unknown.items()), ReservationState.REFUSED)


def _problem(
    about: UUID, principal_fen: int, before: Reservation | None, purse: Purse | None
) -> str | None:
    if purse is None:
        return NO_ACCOUNT
    if before is not None and before.state is not ReservationState.RESERVED:
        return f"the reservation is {before.state}"
    if purse.reserved_for not in (None, about):
        return (
            f"money of the account is frozen for {purse.reserved_for}: when that has ended, again"
        )
    free = purse.available_fen + (before.principal_fen if before else 0)
    if free < principal_fen:
        return f"{principal_fen} fen were frozen, but only {free} are there: a list is missing"
    return None


def _frozen(event: FundsReserved, before: Reservation | None, purse: Purse) -> Decided:
    overpaid = purse.overpaid_fen if event.closing else 0
    amounts = _amounts(event.principal_fen, event.interest_fen, event.retained_fen, overpaid)
    transfer_id = (before and before.transfer_id) or uuid4()
    return Decided(event.application_id, event.round, event.closing, purse, amounts, transfer_id)


def _amounts(principal_fen: int, interest_fen: int, retained_fen: int, overpaid: int) -> Reserved:
    """What was told; interest that was booked too much is told of by no event, and never beside interest."""
    return Reserved(principal_fen, interest_fen, retained_fen, 0 if interest_fen else overpaid)


def _on(items: Sequence[Decided], days: dict[UUID, date], day: date) -> list[Decided]:
    return [item for item in items if days[item.application_id] == day]
