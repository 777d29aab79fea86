"""Carries out what was decided: stored in a constant number of statements, counted, told to the others."""

from collections.abc import Mapping, Sequence

from shared.base.identifiers import BankCard
from shared.messages import Event
from shared.messages.withdrawals import WithdrawalApproved, WithdrawalSubmitted
from shared.messaging.unit import Unit
from withdrawals import metrics
from withdrawals.decisions import Move
from withdrawals.domain import ApplicationId, Case
from withdrawals.sealed import card_of, holder_name_of
from withdrawals.store import applications as store


async def begin(
    unit: Unit, submitted: Sequence[tuple[BankCard, Sequence[Move]]]
) -> set[ApplicationId]:
    """Begin applications by their first moves; returns which, without persons who have one open."""
    created = await store.insert(unit, submitted)
    _tell(unit, [move for _, moves in submitted for move in moves if move.case.id in created])
    return created


async def carry_out(
    unit: Unit, before: Mapping[ApplicationId, Case], moves: Sequence[Move]
) -> None:
    """Let locked cases become what the moves made of them."""
    await store.write(unit, before, moves)
    _tell(unit, moves)


def _tell(unit: Unit, moves: Sequence[Move]) -> None:
    metrics.observe(moves, unit.clock.now())
    for move in moves:
        if move.event is not None:
            unit.emit(_in_clear(unit, move.case, move.event))


def _in_clear(unit: Unit, case: Case, event: Event) -> Event:
    """What decides knows card and name only sealed at rest; the event is sealed to who may read them."""
    clear: dict[str, str] = {}
    if isinstance(event, WithdrawalSubmitted | WithdrawalApproved):
        clear["card"] = card_of(case, unit.personal_data)
    if isinstance(event, WithdrawalApproved):
        clear["holder_name"] = holder_name_of(case, unit.personal_data)
    return event.model_copy(update=clear) if clear else event
