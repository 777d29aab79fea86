"""Repayments out of individual accounts (冲还贷): frozen, then posted or released. Whole batches."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from accounts import announcements
from accounts.domain import Offset, OffsetState
from accounts.rules import offset as rules
from accounts.store import offsets as store
from accounts.store.offsets import Decided
from shared.messages.accounts import OffsetRefusal
from shared.messages.loans import LoanOffsetApplied, LoanOffsetReleased, LoanOffsetRequested
from shared.messaging.unit import Received, Unit, events_of


async def reserve_offsets(unit: Unit, batch: Sequence[Received[LoanOffsetRequested]]) -> None:
    """Freeze what each loan may take, or say why nothing (R-LOAN-7); a repeat changes nothing."""
    known = await store.lock(unit.connection, events_of(batch))
    wanted = {one.event.offset_id: one for one in batch if one.event.offset_id not in known}
    if not wanted:
        return
    people = [one.event.person_id for one in wanted.values()]
    facts = await store.facts_of(unit.connection, people, unit.clock.today())
    reserved: list[Decided] = []
    refused: dict[UUID, UUID] = {}
    for received in wanted.values():
        event = received.event
        found = facts.get(event.person_id)
        answer = rules.judge(found, event.amount_fen, all_or_nothing=event.all_or_nothing)
        if event.amount_fen <= 0:
            unit.park(received, f"an offset of {event.amount_fen} fen")
        elif found is None or isinstance(answer, OffsetRefusal):
            assert isinstance(answer, OffsetRefusal)
            refused[event.offset_id] = event.person_id
            unit.emit(announcements.offset_refused(event, answer))
        else:
            item = Decided(
                offset_id=event.offset_id,
                person_id=event.person_id,
                contract_number=event.contract_number,
                facts=found,
                amount_fen=answer,
                transfer_id=uuid4(),
            )
            reserved.append(item)
            left = replace(found, available_fen=found.available_fen - answer)
            facts[event.person_id] = left
            unit.emit(announcements.offset_reserved(event, answer, left))
    if reserved:
        await store.reserve(unit.connection, reserved)
    if refused:
        await store.remember_ended(unit.connection, refused, OffsetState.REFUSED)


async def post_offsets(unit: Unit, batch: Sequence[Received[LoanOffsetApplied]]) -> None:
    """The frozen money repaid the loan: book it, at most what is frozen."""
    known = await store.lock(unit.connection, events_of(batch))
    ready: dict[UUID, tuple[LoanOffsetApplied, Offset]] = {}
    for received in batch:
        event = received.event
        found = known.get(event.offset_id)
        if found is None:
            unit.retry_later(received, "the offset is not reserved yet")
        elif found.state in (OffsetState.RELEASED, OffsetState.REFUSED):
            unit.park(received, f"{event.type} cannot be true: the offset is {found.state}")
        elif found.state is OffsetState.POSTED:
            if found.posted_fen != event.amount_fen:
                unit.park(
                    received, f"{event.amount_fen} fen, but {found.posted_fen} fen are posted"
                )
        elif not 0 < event.amount_fen <= found.reserved_fen:
            unit.park(received, f"{event.amount_fen} fen, but {found.reserved_fen} fen are frozen")
        else:
            ready[event.offset_id] = (event, found)
    if ready:
        await store.post(
            unit.connection,
            [offset for _, offset in ready.values()],
            [event.amount_fen for event, _ in ready.values()],
            [event.applied_on for event, _ in ready.values()],
            unit.clock.today(),
        )


async def release_offsets(unit: Unit, batch: Sequence[Received[LoanOffsetReleased]]) -> None:
    """Void what was frozen; for an offset that was not requested yet, never freeze anything."""
    known = await store.lock(unit.connection, events_of(batch))
    frozen: dict[UUID, Offset] = {}
    early: dict[UUID, UUID] = {}
    for received in batch:
        event = received.event
        found = known.get(event.offset_id)
        if found is None:
            early[event.offset_id] = event.person_id
        elif found.state is OffsetState.RESERVED:
            frozen[event.offset_id] = found
        elif found.state is OffsetState.POSTED:
            unit.park(received, "the money of this offset is posted, not frozen")
    if early:
        await store.remember_ended(unit.connection, early, OffsetState.RELEASED)
    if frozen:
        await store.release(unit.connection, list(frozen.values()))
