"""Carries out what was decided: stored in a constant number of statements, counted, told to the others."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from shared.base.identifiers import BankCard
from shared.messages import Event
from shared.messages.withdrawals import WithdrawalApproved, WithdrawalSubmitted
from shared.messaging.unit import Unit
from withdrawals import announcements, metrics
from withdrawals.decisions import Move
from withdrawals.domain import ApplicationId, Case
from withdrawals.process import Step
from withdrawals.sealed import KEPT_CARD, card_of, holder_name_of
from withdrawals.store import applications as store
from withdrawals.store import cards
from withdrawals.store.cards import Card, CardState


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
    await _ask_cards(unit, [move.case for move in moves if move.step is Step.CHECK_CARD])
    _tell(unit, moves)


async def _ask_cards(unit: Unit, cases: Sequence[Case]) -> None:
    """Have the bank asked whose cards these are; who asks last waits for its own question."""
    if not cases:
        return
    asked, numbers = [], {}
    for case in cases:
        number, check_id = card_of(case, unit.personal_data), uuid4()
        card_hash = unit.personal_data.lookup_hash(number)
        card_id = cards.id_of(case.person_id, card_hash)
        numbers[check_id] = number, holder_name_of(case, unit.personal_data)
        if trace := unit.traceparents.get(str(case.id)):
            unit.traceparents[str(check_id)] = trace
        asked.append(
            Card(
                id=card_id,
                person_id=case.person_id,
                card_hash=card_hash,
                card_sealed=unit.personal_data.seal(number, KEPT_CARD, card_id),
                card_tail=case.card_tail,
                state=CardState.ASKED,
                check_id=check_id,
                asked_at=unit.clock.now(),
                verified_on=None,
                refusal_code=None,
                kept_at=None,
            )
        )
    for one in await cards.ask(unit.connection, asked):
        number, name = numbers[one.check_id]
        today = unit.clock.today()
        unit.emit(announcements.card_check_asked(one.check_id, number, name, today))


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
