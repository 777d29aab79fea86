"""Repayments out of individual accounts (冲还贷): frozen, then posted or released. Whole batches."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

import asyncpg

from accounts import announcements
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
    facts = await store.facts_of(unit.connection, [one.event.person_id for one in wanted.values()])
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
        await store.remember_ended(unit.connection, refused, "refused")


async def post_offsets(unit: Unit, batch: Sequence[Received[LoanOffsetApplied]]) -> None:
    """The frozen money repaid the loan: book it, at most what is frozen."""
    known = await store.lock(unit.connection, events_of(batch))
    ready: dict[UUID, tuple[LoanOffsetApplied, asyncpg.Record]] = {}
    for received in batch:
        event = received.event
        row = known.get(event.offset_id)
        if row is None:
            unit.retry_later(received, "the offset is not reserved yet")
        elif row["state"] in ("released", "refused"):
            unit.park(received, f"{event.type} cannot be true: the offset is {row['state']}")
        elif row["state"] == "reserved" and not 0 < event.amount_fen <= row["reserved_fen"]:
            unit.park(received, f"{event.amount_fen} fen, but {row['reserved_fen']} fen are frozen")
        elif row["state"] == "reserved":
            ready[event.offset_id] = (event, row)
        elif row["posted_fen"] != event.amount_fen:
            unit.park(received, f"{event.amount_fen} fen, but {row['posted_fen']} fen are posted")
    if ready:
        await store.post(
            unit.connection,
            [row for _, row in ready.values()],
            [event.amount_fen for event, _ in ready.values()],
            [event.applied_on for event, _ in ready.values()],
            unit.clock.today(),
        )


async def release_offsets(unit: Unit, batch: Sequence[Received[LoanOffsetReleased]]) -> None:
    """Void what was frozen; for an offset that was not requested yet, never freeze anything."""
    known = await store.lock(unit.connection, events_of(batch))
    frozen: dict[UUID, asyncpg.Record] = {}
    early: dict[UUID, UUID] = {}
    for received in batch:
        event = received.event
        row = known.get(event.offset_id)
        if row is None:
            early[event.offset_id] = event.person_id
        elif row["state"] == "reserved":
            frozen[event.offset_id] = row
        elif row["state"] == "posted":
            unit.park(received, "the money of this offset is posted, not frozen")
    if early:
        await store.remember_ended(unit.connection, early, "released")
    if frozen:
        await store.release(unit.connection, list(frozen.values()))
