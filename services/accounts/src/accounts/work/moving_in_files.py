"""Reads the files of an older system (期初), and books what two people have signed, in portions.

May be killed at any time, and run beside others: a file is begun anew, a portion was booked or was not.
"""

import asyncio
import json
from dataclasses import dataclass, field

from accounts.handlers import moving_in_files as handlers
from accounts.rules.list_reading import Flaw
from accounts.rules.moving_in_layout import Kind
from accounts.rules.moving_in_reading import ControlRow, End, Head, MovedRow
from accounts.settings import Settings
from accounts.store import moving_in_files as store
from accounts.store.moving_in_files import Claim
from accounts.work.bounded import MOVING_IN, UNREADABLE
from accounts.work.list_files import bounds_of
from shared.base.bounded import ProcessEnded, process
from shared.base.claimed import CannotRead, Overtaken
from shared.base.telemetry import get_logger
from shared.messaging import readers
from shared.messaging.readers import Reader
from shared.messaging.unit import Context

BROKEN = "读取文件时超出了限制，请分成几个文件，另存为xlsx或csv后再上传。"
log = get_logger()


@dataclass
class Portion:
    """What a portion of lines says."""

    accounts: list[MovedRow] = field(default_factory=list)
    controls: list[ControlRow] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    head: Head | None = None
    end: End | None = None
    unreadable: str | None = None


def parse(kind: Kind, lines: bytes) -> Portion:
    """Read the lines that the process wrote."""
    portion = Portion()
    for line in lines.split(b"\n"):
        what, *values = json.loads(line)
        if what == "row" and kind is Kind.ACCOUNTS:
            portion.accounts.append(MovedRow(*values))
        elif what == "row":
            portion.controls.append(ControlRow(*values))
        elif what == "flaw":
            portion.flaws.append(Flaw(*values))
        elif what == "head":
            portion.head = Head(*values)
        elif what == "all":
            portion.end = End(*values)
        elif what == UNREADABLE:
            (portion.unreadable,) = values
    return portion


async def _read(context: Context[Settings], claim: Claim) -> None:
    head, end = Head({}, ()), None
    given = handlers.pieces(context, claim.file_id)
    what = (claim.kind.value, claim.as_of.isoformat())
    async with process(MOVING_IN, bounds_of(context.settings), given, *what) as reading:
        async for lines in reading.lines():
            portion = await asyncio.to_thread(parse, claim.kind, lines)
            if portion.unreadable is not None:
                raise CannotRead(portion.unreadable)
            head, end = portion.head or head, portion.end
            await _stage(context, claim, head, portion)
    if end is None:
        raise ProcessEnded(None)
    async with context.unit() as unit:
        await handlers.conclude(unit, claim, head.columns, head.ignored)


async def _stage(context: Context[Settings], claim: Claim, head: Head, portion: Portion) -> None:
    data, lease_seconds = context.personal_data, context.settings.list_file_lease_seconds
    if claim.kind is Kind.CONTROLS:
        async with context.unit() as unit:
            await handlers.stage_controls(
                unit,
                claim,
                portion.controls,
                portion.flaws,
                columns=head.columns,
                lease_seconds=lease_seconds,
            )
        return
    rows = await asyncio.to_thread(handlers.sealed_rows, data, claim, portion.accounts)
    async with context.unit() as unit:
        await handlers.stage_accounts(unit, claim, rows, portion.flaws, lease_seconds)


READER = Reader(store.claim, _read, handlers.give_up, store.hand_back, BROKEN)


async def read_next(context: Context[Settings]) -> bool:
    """Read one file, if any waits; True where there may be more."""
    settings = context.settings
    return await readers.read_next(
        context, READER, settings.list_file_lease_seconds, settings.list_file_wall_seconds
    )


async def book_next(context: Context[Settings]) -> bool:
    """Book a portion of what is signed; True where there may be more."""
    try:
        async with context.unit() as unit:
            return await handlers.book_next(unit, context.settings.moving_in_portion_people)
    except Overtaken:
        log.warning("an account was opened while its employer moved in; tried again")
        return True


async def forget_old(context: Context[Settings]) -> bool:
    """Give up what nobody has signed in its time; True where there may be more."""
    async with context.unit() as unit:
        return await handlers.forget_old(unit, context.settings.moving_in_keep_days) > 0
