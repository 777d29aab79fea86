"""Reads files that are handed in, takes accepted ones; may be killed any time, and run beside others."""

import asyncio
import json
from dataclasses import dataclass, field

from credit.handlers import imports as handlers
from credit.rules.import_reading import Head, ReadRow, RowFlaw, Whole
from credit.settings import Settings
from credit.store import imports as store
from credit.store.imports import Claim
from shared.base.bounded import Bounds, ProcessEnded, process
from shared.base.claimed import CannotRead
from shared.messaging import readers
from shared.messaging.readers import Reader
from shared.messaging.unit import Context, Unit

MODULE = "credit.work.import_process"
BROKEN = "读取文件时超出了限制，请分成几个较小的文件后再上传。"


@dataclass
class Portion:
    """What a portion of lines says."""

    rows: list[ReadRow] = field(default_factory=list)
    flaws: list[RowFlaw] = field(default_factory=list)
    head: Head | None = None
    whole: Whole | None = None
    unreadable: str | None = None


def parse(lines: bytes) -> Portion:
    """Read the lines that the process wrote."""
    portion = Portion()
    for line in lines.split(b"\n"):
        kind, *values = json.loads(line)
        if kind == "row":
            portion.rows.append(ReadRow(*values))
        elif kind == "flaw":
            portion.flaws.append(RowFlaw(*values))
        elif kind == "head":
            portion.head = Head(*values)
        elif kind == "all":
            portion.whole = Whole(*values)
        else:
            (portion.unreadable,) = values
    return portion


async def _read(context: Context[Settings], claim: Claim) -> None:
    settings = context.settings
    bounds = Bounds(
        settings.import_memory_bytes, settings.import_cpu_seconds, settings.import_wall_seconds
    )
    given, today = handlers.pieces(context, claim.file_id), context.clock.today().isoformat()
    whole: Whole | None = None
    head: Head | None = None
    async with process(MODULE, bounds, given, claim.what.value, today) as reading:
        async for lines in reading.lines():
            portion = await asyncio.to_thread(parse, lines)
            if portion.unreadable is not None:
                raise CannotRead(portion.unreadable)
            whole, head = portion.whole or whole, portion.head or head
            await _stage(context, claim, portion, head)
    if whole is None:
        raise ProcessEnded(None)
    async with context.unit() as unit:
        await handlers.conclude(unit, claim, whole)


async def _stage(
    context: Context[Settings], claim: Claim, portion: Portion, head: Head | None
) -> None:
    async with context.unit() as unit:
        if portion.head is not None:
            await store.note_ignored(unit.connection, claim, portion.head.ignored)
        rows, flaws = await handlers.find(unit, claim.what, portion.rows, head)
        told = sorted([*portion.flaws, *flaws])
        await handlers.stage(unit, claim, rows, told, context.settings.import_lease_seconds)


READER = Reader(store.claim, _read, handlers.give_up, store.hand_back, BROKEN)


async def read_next(context: Context[Settings]) -> bool:
    """Read one file, if any waits; True where there may be more."""
    settings = context.settings
    return await readers.read_next(
        context, READER, settings.import_lease_seconds, settings.import_wall_seconds
    )


async def take_next(context: Context[Settings]) -> bool:
    """Take a portion of an accepted file; True where there may be more."""

    async def some(unit: Unit) -> bool:
        return await handlers.take_some(unit, context.settings.import_portion_rows)

    return await context.transact(some)


async def forget_old(context: Context[Settings]) -> bool:
    """Forget files that nobody accepted in their time; True where there may be more."""
    async with context.unit() as unit:
        days = context.settings.import_keep_days
        return await handlers.forget_old(unit, days) == handlers.FORGET_FILES
