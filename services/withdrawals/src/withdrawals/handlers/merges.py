"""Two accounts of one person are merged (合并, R-ACC-8): who goes begins nothing new."""

from collections.abc import Sequence
from uuid import UUID

from shared.messages.merges import MergeAsked, MergeEnded, PersonMerged, WithdrawalsMergeTold
from shared.messaging.unit import Received, Unit, events_of
from withdrawals.errors import Reason, Refused
from withdrawals.store import merges as store


async def asked(unit: Unit, batch: Sequence[Received[MergeAsked]]) -> None:
    """Say whether anything is under way; a question that comes twice, or after the end, is answered once."""
    events, now = events_of(batch), unit.clock.now()
    new = await store.keep(unit.connection, events, "asked", now)
    waiting = {event.merge_id: event for event in events if event.merge_id in new}
    people = [event.goes_person_id for event in waiting.values()]
    found = await store.under_way(unit.connection, people, now, unit.clock.today())
    for event in waiting.values():
        why = found[event.goes_person_id]
        unit.emit(WithdrawalsMergeTold(merge_id=event.merge_id, free=not why, reason_text=why))


async def ended(unit: Unit, batch: Sequence[Received[MergeEnded]]) -> None:
    """Nothing was merged: whoever was to go applies as before."""
    await store.keep(unit.connection, events_of(batch), "ended", unit.clock.now())


async def merged(unit: Unit, batch: Sequence[Received[PersonMerged]]) -> None:
    """What was applied for before is the other's; nothing goes out for hours (R-CRT-4)."""
    events = events_of(batch)
    new = await store.keep(unit.connection, events, "merged", unit.clock.now())
    done = {event.merge_id: event for event in events if event.merge_id in new}
    if done:
        people = [
            (event.goes_person_id, event.stays_person_id, event.merged_at)
            for event in done.values()
        ]
        await store.follow(unit.connection, people)


async def demand_stays(unit: Unit, person_id: UUID) -> None:
    """Raise `BEING_MERGED` for somebody whose account goes into another, or has gone."""
    if await store.going(unit.connection, [person_id]):
        raise Refused(Reason.BEING_MERGED)
