"""What loans and accounts tell of each loan's money is kept until both have told a date, then compared."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from settlement.store import cross, told
from settlement.store.told import Part
from shared.base.clock import BUSINESS_ZONE
from shared.messages.totals import LoanMoneyTotalsTold, LoanTotalsTold
from shared.messaging.unit import Received, Unit

SILENT_FROM = time(12)
"""Who has not told a date by its noon is silent; Asia/Shanghai."""

CLOCKS_DIFFER = timedelta(days=1)
"""Midnight may have come earlier where it was told, not longer ago than that."""

Told = LoanTotalsTold | LoanMoneyTotalsTold


async def loan_totals(unit: Unit, batch: Sequence[Received[LoanTotalsTold]]) -> None:
    """Loans told what it has of its contracts' money."""
    await _keep(unit, batch)


async def ledger_totals(unit: Unit, batch: Sequence[Received[LoanMoneyTotalsTold]]) -> None:
    """Accounts told what the ledger has of it."""
    await _keep(unit, batch)


async def _keep(
    unit: Unit, batch: Sequence[Received[LoanTotalsTold] | Received[LoanMoneyTotalsTold]]
) -> None:
    """Keep each part once; one that cannot be, or that was told otherwise before, is parked."""
    parts = []
    for received in batch:
        event = received.event
        if not 1 <= event.chunk <= event.chunks:
            unit.park(received, f"part {event.chunk} of {event.chunks}")
        elif event.as_of > unit.clock.today() + CLOCKS_DIFFER:
            unit.park(received, f"told as of {event.as_of}, which has not begun")
        elif any(
            (one.contract_number is None) == (one.disbursement_id is None) for one in event.totals
        ):
            unit.park(received, "a total is about one contract or one disbursement")
        else:
            parts.append((received, _part(event)))
    await told.keep(unit.connection, [part for _, part in parts])
    known = await told.hashes(unit.connection, [part for _, part in parts])
    for received, part in parts:
        if known.get(part.key, (part.chunks, part.content_hash)) != (
            part.chunks,
            part.content_hash,
        ):
            unit.park(received, "this part was told otherwise before")


def _part(event: Told) -> Part:
    content = hashlib.sha256(event.model_dump_json().encode()).hexdigest()
    return Part(event.as_of, event.owner, event.chunk, event.chunks, content, event.totals)


async def compare_next(unit: Unit) -> bool:
    """Compare the oldest date that both sides have told; False when there is none left.

    A side that is silent at noon is a difference too, until it tells a date.
    """
    today = unit.clock.today()
    await cross.lock(unit.connection)
    as_of = await cross.complete(unit.connection)
    if as_of is not None:
        await cross.compare(unit.connection, as_of, unit.clock.now())
        return True
    if unit.clock.now() >= datetime.combine(today, SILENT_FROM, BUSINESS_ZONE):
        await cross.note_silence(unit.connection, today, unit.clock.now())
    return False
