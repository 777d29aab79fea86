"""Closing interest of the days between price and payment, paid by an application of its own (R-WDR-12).

An order to pay keeps its amount for ever. Where the bank paid it on a later day, the account has earned more,
and stays open with it: nobody has to ask for what is theirs.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from shared.base.identifiers import BankCard
from shared.base.money import yuan
from shared.messages.accounts import FundsPosted
from shared.messaging.unit import Received, Unit, events_of
from withdrawals import decisions, process
from withdrawals.decisions import SYSTEM, Moment, Move
from withdrawals.domain import ApplicationId, Case, State
from withdrawals.handlers import estates
from withdrawals.handlers.moves import begin
from withdrawals.process import Step
from withdrawals.sealed import CARD, card_of, opened
from withdrawals.store import applications as store
from withdrawals.store import rulebooks


def paid_by(application_id: UUID) -> ApplicationId:
    """Return the id of the application that pays what another one left; the same whenever it is told."""
    return ApplicationId(uuid5(application_id, "late-interest"))


async def funds_posted(unit: Unit, batch: Sequence[Received[FundsPosted]]) -> None:
    """Begin an application for what a closing withdrawal left; once, and beside no other open one."""
    await estates.posted(unit, batch)
    left = {event.application_id: event.left_fen for event in events_of(batch) if event.left_fen}
    if not left:
        return
    locked = await store.lock(unit.connection, [*left, *map(paid_by, left)])
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    begun: list[tuple[BankCard, Sequence[Move]]] = []
    for received in batch:
        case = locked.cases.get(ApplicationId(received.event.application_id))
        fen = received.event.left_fen
        if fen and case is None:
            unit.retry_later(received, "the application that left it is not known yet")
        elif case and fen and not opened(case, unit.personal_data).card_readable:
            unit.park(received, "the card that it is to be paid to cannot be unsealed")
        elif case and fen and case.state is State.PAID and paid_by(case.id) not in locked.cases:
            card = BankCard(card_of(case, unit.personal_data))
            sealed = unit.personal_data.seal(card.value, CARD, paid_by(case.id))
            begun.append((card, _first_moves(case, sealed, fen, moment)))
    if begun:
        await begin(unit, begun)


def _first_moves(paid: Case, card_sealed: str, fen: int, moment: Moment) -> list[Move]:
    promise = moment.book.promise(moment.today)
    case = Case(
        id=paid_by(paid.id),
        person_id=paid.person_id,
        kind=paid.kind,
        state=process.target_of(None, Step.SUBMIT),
        channel=paid.channel,
        card_sealed=card_sealed,
        card_tail=paid.card_tail,
        accepted_on=moment.today,
        submitted_at=moment.now,
        promise=promise,
        step_due_at=decisions.first_deadline(promise, moment),
    )
    accepted, *further = decisions.submit(case, None, moment)
    text = f"银行付款日晚于核定日，其间利息{yuan(fen)}元补付到同一银行卡，无须另行申请。"
    return [replace(accepted, text=text, actor=SYSTEM), *further]
