"""What two people publish (公告发布), change and withdraw; what is kept of what the owners tell."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from portal import announcements, store
from portal.errors import Reason, Refused
from portal.shapes import NewNotice, PlaceChange, QuestionChange
from shared.messages.published import (
    DepositFiguresTold,
    DepositGuideTold,
    LoanFiguresTold,
    LoanGuideTold,
    WithdrawalFiguresTold,
    WithdrawalGuideTold,
)
from shared.messaging.unit import Received, Unit, events_of
from shared.proposals.operation import Decision


def demand_days(unit: Unit, notice: NewNotice) -> None:
    """A notice is shown on some day from today on; raises `Refused`."""
    until = notice.shown_until
    if until is not None and (until < notice.shown_from or until < unit.clock.today()):
        raise Refused(Reason.DAYS_NOT_ALLOWED)


async def publish(unit: Unit, notice: NewNotice, decision: Decision) -> UUID:
    """Publish it; return its number."""
    demand_days(unit, notice)
    notice_id, now = uuid4(), unit.clock.now()
    await store.publish(unit.connection, notice_id, notice, now, decision.proposal_id)
    shown = notice.shown_from, notice.shown_until
    unit.emit(announcements.published(notice_id, notice.title, notice.topic, shown=shown, now=now))
    return notice_id


async def title_of(unit: Unit, notice_id: UUID) -> str:
    """Lock a notice that can be withdrawn; raises `Refused`."""
    found = await store.lock(unit.connection, notice_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    title, withdrawn = found
    if withdrawn:
        raise Refused(Reason.NOTICE_WITHDRAWN)
    return title


async def withdraw(unit: Unit, notice_id: UUID, decision: Decision) -> None:
    """Withdraw it: its reason is shown in its stead."""
    await title_of(unit, notice_id)
    now = unit.clock.now()
    await store.withdraw(unit.connection, notice_id, now, decision.reason, decision.proposal_id)
    unit.emit(announcements.withdrawn(notice_id, now))


async def change_place(unit: Unit, place: PlaceChange, decision: Decision) -> None:
    """Show a place as it is from now on."""
    await store.change_place(unit.connection, place, unit.clock.now(), decision.proposal_id)


async def change_question(unit: Unit, asked: QuestionChange, decision: Decision) -> None:
    """Show a question and its answer as they are from now on."""
    await store.change_question(unit.connection, asked, unit.clock.now(), decision.proposal_id)


async def guides_told(
    unit: Unit, batch: Sequence[Received[WithdrawalGuideTold | LoanGuideTold | DepositGuideTold]]
) -> None:
    """Keep guides as their owners told them."""
    await store.keep_guides(unit.connection, events_of(batch))


async def figures_told(
    unit: Unit,
    batch: Sequence[Received[WithdrawalFiguresTold | LoanFiguresTold | DepositFiguresTold]],
) -> None:
    """Keep the figures of months as their owners told them."""
    await store.keep_figures(unit.connection, events_of(batch))
