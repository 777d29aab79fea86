"""Reads uploaded lists: claims one, has a bounded process read it, finds its people, previews it.

May be killed at any time, and run beside others: who finds a reader gone begins the file anew.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from accounts.domain import Month
from accounts.handlers import list_files as handlers
from accounts.rules.list_people import Finder, Found, Known, Terms, lookup_keys
from accounts.rules.list_reading import Columns, Flaw, ReadRow, Summary
from accounts.sealed import name_in
from accounts.settings import Settings
from accounts.store import list_files as store
from accounts.store.list_files import Claim
from accounts.work.bounded import Bounds, ProcessEnded, process
from shared.base.bounded import Running, ahead
from shared.base.claimed import CannotRead
from shared.messaging import readers
from shared.messaging.readers import Reader
from shared.messaging.unit import Context

BROKEN = "读取文件时超出了限制，请只保留清册一张表，另存为xlsx文件后再上传。"


def bounds_of(settings: Settings) -> Bounds:
    """What the process may use."""
    return Bounds(
        settings.list_file_memory_bytes,
        settings.list_file_cpu_seconds,
        settings.list_file_wall_seconds,
    )


@dataclass
class Portion:
    """What a portion of lines says."""

    rows: list[ReadRow] = field(default_factory=list)
    hashes: list[tuple[str, ...]] = field(default_factory=list)
    """Of each row: the keyed hashes by which its document may be found."""
    flaws: list[Flaw] = field(default_factory=list)
    columns: Columns | None = None
    summary: Summary | None = None
    unreadable: str | None = None


def parse(lines: bytes, context: Context[Settings]) -> Portion:
    """Read the lines that the process wrote."""
    portion = Portion()
    hashed = context.personal_data.lookup_hash
    for line in lines.split(b"\n"):
        kind, *values = json.loads(line)
        if kind == "row":
            row = ReadRow(*values)
            portion.rows.append(row)
            portion.hashes.append(tuple(hashed(key) for key in lookup_keys(row)))
        elif kind == "flaw":
            portion.flaws.append(Flaw(*values))
        elif kind == "head":
            portion.columns = Columns(*values)
        elif kind == "all":
            portion.summary = Summary(*values)
        else:
            (portion.unreadable,) = values
    return portion


async def _read(context: Context[Settings], claim: Claim) -> None:
    month = Month.of(claim.month)
    terms = await handlers.terms_of(context, claim.employer_number, month)
    what = ("read", claim.employer_number, str(month))
    columns, summary = Columns({}, ()), None
    given = handlers.pieces(context, claim.file_id)
    async with process(bounds_of(context.settings), given, *what) as reading:
        async for portion in ahead(_portions(reading, context)):
            if portion.unreadable is not None:
                raise CannotRead(portion.unreadable)
            columns, summary = portion.columns or columns, portion.summary
            await _stage(context, claim, terms, columns, portion)
    if summary is None:
        raise ProcessEnded(None)
    async with context.unit() as unit:
        await handlers.conclude(unit, claim, terms, columns, summary)


async def _portions(reading: Running, context: Context[Settings]) -> AsyncIterator[Portion]:
    async for lines in reading.lines():
        yield await asyncio.to_thread(parse, lines, context)


async def _stage(
    context: Context[Settings], claim: Claim, terms: Terms, columns: Columns, portion: Portion
) -> None:
    numbers = [row.account_number for row in portion.rows if row.account_number]
    hashes = [one for some in portion.hashes for one in some]
    people = await store.people(context.pool, claim.employer_number, numbers, hashes)

    def find() -> tuple[list[Found], list[Flaw]]:
        data = context.personal_data
        known = [Known(row["number"], row["id_number_hash"], name_in(row, data)) for row in people]
        finder = Finder(
            terms,
            columns.columns,
            {one.account_number: one for one in known},
            {one.id_number_hash: one for one in known},
            context.clock.today(),
        )
        return finder.find(portion.rows, portion.hashes)

    found, flaws = await asyncio.to_thread(find)
    flaws = sorted([*portion.flaws, *flaws], key=lambda flaw: (flaw.row, flaw.column or 0))
    lease_seconds = context.settings.list_file_lease_seconds
    async with context.unit() as unit:
        await handlers.stage(unit, claim, found, flaws, lease_seconds)


async def forget_old(context: Context[Settings]) -> bool:
    """Delete files that were not accepted in their time; True where there may be more."""
    async with context.unit() as unit:
        return await handlers.forget_old(unit, context.settings.list_file_keep_days) > 0


READER = Reader(store.claim, _read, handlers.give_up, store.hand_back, BROKEN)


async def read_next(context: Context[Settings]) -> bool:
    """Read one file, if any waits; True where there may be more."""
    settings = context.settings
    return await readers.read_next(
        context, READER, settings.list_file_lease_seconds, settings.list_file_wall_seconds
    )
