"""A printer with sheets in it, in the words of RFC 8011: it stops without paper or with a jam."""

import asyncio
import hashlib
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict, Field

from terminal.ipp import (
    Group,
    JobState,
    Message,
    Operation,
    PrinterState,
    Tag,
    Value,
    Written,
    encode,
)

OK, NOT_POSSIBLE, NOT_FOUND, NOT_SUPPORTED = 0x0000, 0x0404, 0x0406, 0x0501
LOOK_SECONDS = 0.02
OVER = (JobState.COMPLETED, JobState.CANCELED, JobState.ABORTED)


class Levers(BaseModel):
    """What stands in front of the printer may do to it."""

    model_config = ConfigDict(extra="forbid")

    paper: int = Field(default=500, ge=0)
    """Sheets in its tray."""
    jammed: bool = False
    away: bool = False
    """It answers nobody (503)."""
    sheets_a_print: int = Field(default=1, ge=1)
    seconds_a_sheet: float = Field(default=0.05, ge=0)


@dataclass
class Print:
    """A print, from when it came; what it holds is forgotten as soon as it is over."""

    number: int
    sha256: str
    sheets: int
    state: JobState = JobState.PENDING
    out: int = 0
    """Sheets that have come out."""
    data: bytes = field(default=b"", repr=False)


class Printer:
    """The running printer: one print after the other."""

    def __init__(self) -> None:
        self.levers = Levers()
        self.prints: list[Print] = []

    async def run(self) -> None:
        """Print what comes, until cancelled."""
        while True:
            waiting = next((one for one in self.prints if one.state not in OVER), None)
            if waiting is None:
                await asyncio.sleep(LOOK_SECONDS)
                continue
            await self._print(waiting)
            waiting.data = b""

    async def _print(self, one: Print) -> None:
        while one.state not in OVER and one.out < one.sheets:
            one.state = JobState.STOPPED if self._reasons() else JobState.PROCESSING
            if one.state is JobState.STOPPED:
                await asyncio.sleep(LOOK_SECONDS)
                continue
            self.levers.paper -= 1
            await asyncio.sleep(self.levers.seconds_a_sheet)
            one.out += 1
        if one.state not in OVER:
            one.state = JobState.COMPLETED

    def _reasons(self) -> list[str]:
        found = {"media-empty-error": self.levers.paper == 0, "media-jam-error": self.levers.jammed}
        return [reason for reason, so in found.items() if so]

    def answer(self, asked: Message) -> bytes:
        """Answer a request."""
        match asked.code:
            case Operation.PRINT_JOB:
                return self._take(asked)
            case Operation.GET_PRINTER_ATTRIBUTES:
                return _say(asked, OK, [(Group.PRINTER, self._standing())])
            case Operation.GET_JOBS:
                held = [one for one in self.prints if one.state not in OVER]
                return _say(asked, OK, [(Group.JOB, _shown(one)) for one in held])
            case Operation.GET_JOB_ATTRIBUTES | Operation.CANCEL_JOB:
                return self._about_one(asked)
        return _say(asked, NOT_SUPPORTED)

    def _take(self, asked: Message) -> bytes:
        digest = hashlib.sha256(asked.data).hexdigest()
        number, sheets = len(self.prints) + 1, self.levers.sheets_a_print
        made = Print(number, digest, sheets, data=asked.data)
        self.prints.append(made)
        return _say(asked, OK, [(Group.JOB, _shown(made))])

    def _about_one(self, asked: Message) -> bytes:
        wanted = asked.first(Group.OPERATION).get("job-id")
        found = next((one for one in self.prints if [one.number] == wanted), None)
        if found is None:
            return _say(asked, NOT_FOUND)
        if asked.code == Operation.CANCEL_JOB:
            if found.state in OVER:
                return _say(asked, NOT_POSSIBLE)
            found.state, found.data = JobState.CANCELED, b""
        return _say(asked, OK, [(Group.JOB, _shown(found))])

    def _standing(self) -> Written:
        reasons: list[Value] = [*self._reasons()]
        busy = any(one.state not in OVER for one in self.prints)
        state = PrinterState.PROCESSING if busy else PrinterState.IDLE
        return {
            "printer-state": (Tag.ENUM, PrinterState.STOPPED if reasons else state),
            "printer-state-reasons": (Tag.KEYWORD, reasons or ["none"]),
            "printer-is-accepting-jobs": (Tag.BOOLEAN, True),
        }


def _shown(one: Print) -> Written:
    return {"job-id": (Tag.INTEGER, one.number), "job-state": (Tag.ENUM, one.state)}


def _say(asked: Message, status: int, groups: list[tuple[Group, Written]] | None = None) -> bytes:
    return encode(status, asked.request_id, [(Group.OPERATION, {}), *(groups or [])])
