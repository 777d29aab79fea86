"""Two accounts of one person are merged (合并, R-ACC-8): the loans of who goes are those of who stays."""

from collections.abc import Sequence
from uuid import UUID

from loans.errors import Reason, Refused
from loans.store import merges as store
from shared.messages.merges import LoansMergeTold, MergeAsked, MergeEnded, PersonMerged
from shared.messaging.unit import Received, Unit, events_of


async def asked(unit: Unit, batch: Sequence[Received[MergeAsked]]) -> None:
    """Say whether anything is under way; a question that comes twice, or after the end, is answered once."""
    events = events_of(batch)
    new = await store.keep(unit.connection, events, "asked", unit.clock.now())
    waiting = {event.merge_id: event for event in events if event.merge_id in new}
    found = await store.under_way(unit.connection, list(waiting.values()))
    for merge_id, why in found.items():
        unit.emit(LoansMergeTold(merge_id=merge_id, free=not why, reason_text=why))


async def ended(unit: Unit, batch: Sequence[Received[MergeEnded]]) -> None:
    """Nothing was merged: whoever was to go signs as before."""
    await store.keep(unit.connection, events_of(batch), "ended", unit.clock.now())


async def merged(unit: Unit, batch: Sequence[Received[PersonMerged]]) -> None:
    """Loans that run, and those that ran, are the other's, with their agreements."""
    events = events_of(batch)
    new = await store.keep(unit.connection, events, "merged", unit.clock.now())
    done = {event.merge_id: event for event in events if event.merge_id in new}
    goes = [event.goes_person_id for event in done.values()]
    stays = [event.stays_person_id for event in done.values()]
    if done:
        await store.follow(unit.connection, goes, stays)


async def demand_stay(unit: Unit, person_ids: Sequence[UUID]) -> None:
    """Raise `BEING_MERGED` where one of them goes into another, or has gone."""
    if await store.any_going(unit.connection, person_ids):
        raise Refused(Reason.BEING_MERGED)
