"""The owner sets the own brakes; whoever stole a session or a phone cannot loosen them unseen (R-CRT-4).

Tightening counts at once. Loosening counts after hours, is told by text when it is asked for, and can be
taken back.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from shared.base.clock import BUSINESS_ZONE
from shared.base.money import yuan
from shared.messages.notifications import SubscriberPhoneChanged
from shared.messaging.unit import Received, Unit, events_of
from withdrawals import announcements
from withdrawals import brakes as rules
from withdrawals.domain import Brakes
from withdrawals.rules.model import BrakeTerms
from withdrawals.store import brakes as store
from withdrawals.store import rulebooks


async def lock(unit: Unit, person_id: UUID) -> Brakes:
    """Nothing is taken out from now on."""
    before, _ = await _known(unit, person_id)
    after = rules.locked(before, unit.clock.now())
    return await _keep(unit, person_id, before, after, "提取已锁定，即时生效")


async def ask_to_lift(unit: Unit, person_id: UUID) -> Brakes:
    """The lock is lifted after hours, unless its owner locks again."""
    before, terms = await _known(unit, person_id)
    after = rules.to_be_lifted(before, unit.clock.now(), terms)
    until = spoken(after.lifts_at) if after.lifts_at else ""
    return await _keep(unit, person_id, before, after, f"收到解除提取锁定的申请，{until}起生效")


async def limit(unit: Unit, person_id: UUID, wanted_fen: int | None) -> Brakes:
    """Set the most that is paid in a day; None for no limit."""
    before, terms = await _known(unit, person_id)
    after = rules.limited(before, wanted_fen, unit.clock.now(), terms)
    what = f"每日提取限额{yuan(wanted_fen)}元" if wanted_fen is not None else "取消每日提取限额"
    when = f"{spoken(after.next_limit_at)}起生效" if after.next_limit_at else "即时生效"
    return await _keep(unit, person_id, before, after, f"{what}，{when}")


async def _known(unit: Unit, person_id: UUID) -> tuple[Brakes, BrakeTerms]:
    moment = await rulebooks.moment(unit)
    return await store.lock(unit.connection, person_id), moment.book.brakes(moment.today)


async def _keep(unit: Unit, person_id: UUID, before: Brakes, after: Brakes, text: str) -> Brakes:
    """Keep what changed and tell its owner; asking twice changes nothing and tells nothing."""
    if after != before:
        await store.save(unit.connection, person_id, after)
        unit.emit(announcements.brakes_told(uuid4(), person_id, after, text, unit.clock.now()))
    return after


async def phone_changed(unit: Unit, batch: Sequence[Received[SubscriberPhoneChanged]]) -> None:
    """Another phone is on file: nothing goes out for hours, for whoever changed it may be a thief."""
    newest: dict[UUID, datetime] = {}
    for event in events_of(batch):
        seen = newest.get(event.person_id, event.changed_at)
        newest[event.person_id] = max(seen, event.changed_at)
    await store.note_phones(unit.connection, newest)


def spoken(instant: datetime) -> str:
    """An instant as people read it."""
    return instant.astimezone(BUSINESS_ZONE).strftime("%Y年%m月%d日%H:%M")
