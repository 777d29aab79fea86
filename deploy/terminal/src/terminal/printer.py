"""The printer by IPP (RFC 8011): how it is, a print, and taking one back. All of it is in memory alone."""

import asyncio
import time
from dataclasses import dataclass
from typing import Literal

import httpx

from terminal.ipp import (
    Attributes,
    Group,
    JobState,
    Malformed,
    Message,
    Operation,
    PrinterState,
    Tag,
    Written,
    decode,
    encode,
)

State = Literal["ready", "out_of_paper", "jammed", "away", "none"]
Outcome = Literal["printed", "out_of_paper", "jammed", "away", "none"]
ANSWER_SECONDS = 5.0
SUCCESSFUL_MAX = 0x00FF
"""Status codes up to this one say yes (RFC 8011 §4.1.6.1)."""
OWNER = "kiosk"
JOB_NAME = "自助终端"
"""All that a printer's own list says of a print: nobody's name, no kind of paper."""
PAPER = ("media-empty", "media-needed", "input-tray-missing")
JAM = ("media-jam", "cover-open", "door-open", "interlock-open", "output-area-full")
OVER = (JobState.COMPLETED, JobState.CANCELED, JobState.ABORTED)


class Away(Exception):
    """The printer does not answer, or says no."""


@dataclass(frozen=True)
class Job:
    """A print as the printer knows it."""

    number: int
    state: int


def state_of(attributes: Attributes) -> State:
    """What a printer's own words mean for whoever stands in front of it (RFC 8011 §5.4.12)."""
    reasons = [str(reason) for reason in attributes.get("printer-state-reasons", [])]
    if any(reason.startswith(PAPER) for reason in reasons):
        return "out_of_paper"
    if any(reason.startswith(JAM) for reason in reasons):
        return "jammed"
    accepting = attributes.get("printer-is-accepting-jobs", [True]) == [True]
    stopped = attributes.get("printer-state") == [PrinterState.STOPPED]
    return "away" if stopped or not accepting else "ready"


class Printer:
    """The printer of a terminal. Before it prints for anybody, it is freed of what was left in it."""

    def __init__(self, url: str, http: httpx.AsyncClient) -> None:
        self._url, self._http = url, http
        self._requests = 0
        self._cleared = False

    async def state(self) -> State:
        """How it is; one that comes back has first to forget what it held when the power went."""
        if not self._url:
            return "none"
        try:
            await self._clear()
            return state_of(await self._attributes())
        except Away:
            self._cleared = False
            return "away"

    async def print(self, pdf: bytes, seconds: float, poll: float) -> Outcome:
        """Print and wait until it is out. What did not come out whole is taken back, also on cancellation."""
        found = await self.state()
        if found != "ready":
            return found
        until = time.monotonic() + seconds
        try:
            job = await self._submit(pdf)
        except Away:
            return "away"
        except asyncio.CancelledError:
            self._cleared = False
            await asyncio.shield(self.state())
            raise
        try:
            return await self._followed(job, until, poll)
        except Away:
            self._cleared = False
            return "away"
        except asyncio.CancelledError:
            await asyncio.shield(self._take_back(job.number))
            raise

    async def _followed(self, job: Job, until: float, poll: float) -> Outcome:
        while job.state not in OVER:
            found = state_of(await self._attributes())
            if found != "ready" or time.monotonic() > until:
                return await self._take_back(job.number, "away" if found == "ready" else found)
            await asyncio.sleep(poll)
            job = await self._job(job.number)
        return "printed" if job.state == JobState.COMPLETED else "away"

    async def _take_back(self, number: int, why: State = "away") -> Outcome:
        """Have nothing more come out of it; one that was out whole by then is printed all the same."""
        try:
            await self._say(
                Operation.CANCEL_JOB, {"job-id": (Tag.INTEGER, number)}, fine_to_fail=True
            )
            job = await self._job(number)
        except Away:
            self._cleared = False
            return "away"
        if job.state == JobState.COMPLETED:
            return "printed"
        return "away" if why == "ready" else why

    async def _clear(self) -> None:
        """Cancel whatever the printer still holds: whoever wanted it is not here any more."""
        if self._cleared:
            return
        wanted: Written = {
            "which-jobs": (Tag.KEYWORD, "not-completed"),
            "requested-attributes": (Tag.KEYWORD, ["job-id", "job-state"]),
        }
        answer = await self._say(Operation.GET_JOBS, wanted)
        for job in answer.every(Group.JOB):
            for number in job.get("job-id", []):
                held: Written = {"job-id": (Tag.INTEGER, number)}
                await self._say(Operation.CANCEL_JOB, held, fine_to_fail=True)
        self._cleared = True

    async def _submit(self, pdf: bytes) -> Job:
        wanted: Written = {
            "job-name": (Tag.NAME, JOB_NAME),
            "document-format": (Tag.MIME, "application/pdf"),
        }
        return _job_of(await self._say(Operation.PRINT_JOB, wanted, pdf))

    async def _job(self, number: int) -> Job:
        return _job_of(
            await self._say(Operation.GET_JOB_ATTRIBUTES, {"job-id": (Tag.INTEGER, number)})
        )

    async def _attributes(self) -> Attributes:
        wanted = ["printer-state", "printer-state-reasons", "printer-is-accepting-jobs"]
        answer = await self._say(
            Operation.GET_PRINTER_ATTRIBUTES, {"requested-attributes": (Tag.KEYWORD, wanted)}
        )
        return answer.first(Group.PRINTER)

    async def _say(
        self,
        operation: Operation,
        wanted: Written,
        data: bytes = b"",
        *,
        fine_to_fail: bool = False,
    ) -> Message:
        """Ask the printer; raises `Away`."""
        self._requests += 1
        address: Written = {"printer-uri": (Tag.URI, self._url.replace("http", "ipp", 1))}
        who: Written = {"requesting-user-name": (Tag.NAME, OWNER)}
        named = {name: value for name, value in wanted.items() if name == "job-id"}
        rest = {name: value for name, value in wanted.items() if name != "job-id"}
        group = {**address, **named, **who, **rest}
        body = encode(operation, self._requests, [(Group.OPERATION, group)], data)
        try:
            answer = await self._http.post(
                self._url, content=body, headers={"Content-Type": "application/ipp"}
            )
            answer.raise_for_status()
            told = decode(answer.content)
        except (httpx.HTTPError, Malformed) as error:
            raise Away(str(error)) from error
        if told.code > SUCCESSFUL_MAX and not fine_to_fail:
            raise Away(f"status {told.code:#06x}")
        return told


def _job_of(answer: Message) -> Job:
    match answer.first(Group.JOB):
        case {"job-id": [int(number)], "job-state": [int(state)]}:
            return Job(number, state)
    raise Away("no job")
