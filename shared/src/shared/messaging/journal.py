"""What a service has said, kept outside its database and outside the broker: a file a day, a line an event.

Written before an event leaves, so that nobody has heard what the journal does not know. Whatever forgets, a
broker whose disk is gone or a database that is restored from an older backup, can be told again
(`ops resend`); inboxes absorb what they know. Bodies hold personal data sealed, as messages do.
"""

import asyncio
import contextlib
import heapq
import json
import os
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from shared.base.telemetry import JOURNAL_FAILURES, get_logger

SLACK = timedelta(minutes=5)
"""Read so much earlier than asked for: what was under way then was committed later."""
SUFFIX = ".jsonl"
DAY = "%Y%m%d"

log = get_logger()


@dataclass(frozen=True)
class Told:
    """An event as it left, or is about to leave."""

    service: str
    message_id: UUID
    type: str
    subject: str
    sequence: int
    time: datetime
    traceparent: str
    body: str

    def line(self) -> str:
        """The event as a line of JSON; its body is JSON already."""
        head = json.dumps(
            {
                "service": self.service,
                "id": str(self.message_id),
                "type": self.type,
                "subject": self.subject,
                "sequence": self.sequence,
                "time": self.time.isoformat(),
                "traceparent": self.traceparent,
            },
            ensure_ascii=False,
        )
        return f'{head[:-1]}, "body": {self.body}}}\n'

    @classmethod
    def of_line(cls, line: str) -> "Told":
        """Read a line; raises `ValueError` for one that was cut off."""
        found = json.loads(line)
        return cls(
            found["service"],
            UUID(found["id"]),
            found["type"],
            found["subject"],
            found["sequence"],
            datetime.fromisoformat(found["time"]),
            found["traceparent"],
            json.dumps(found["body"], ensure_ascii=False, separators=(",", ":")),
        )


class Journal:
    """Where one process writes; without a folder it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._last: frozenset[UUID] = frozenset()

    async def keep(self, events: Sequence[Told]) -> None:
        """Make events durable, once while they are tried again; a journal that fails stops no business."""
        new = [event for event in events if event.message_id not in self._last]
        self._last = frozenset(event.message_id for event in events)
        if self._folder is None or not new:
            return
        try:
            await asyncio.to_thread(
                _append, self._folder, "".join(event.line() for event in new).encode()
            )
        except OSError as error:
            JOURNAL_FAILURES.inc()
            log.error("the journal could not be written", events=len(new), error=repr(error))


def _append(folder: Path, lines: bytes) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{datetime.now(UTC):{DAY}}.{socket.gethostname()}.{os.getpid()}{SUFFIX}"
    with open(folder / name, "ab", opener=_private) as file:
        file.write(lines)
        file.flush()
        os.fdatasync(file.fileno())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def prune(folder: Path, keep_days: int) -> None:
    """Remove the files of days that nobody will ask for any more."""
    oldest = datetime.now(UTC).date() - timedelta(days=keep_days)
    for path in folder.glob(f"*{SUFFIX}"):
        if (_day_of(path) or oldest) < oldest:
            path.unlink(missing_ok=True)


def read(folder: Path, since: datetime) -> Iterator[Told]:
    """Read what was said since an instant by every service that has its journal below a folder, in order."""
    begin = since - SLACK
    paths = [path for path in folder.rglob(f"*{SUFFIX}") if _is_not_before(path, begin)]
    with contextlib.ExitStack() as stack:
        files = [_lines(stack.enter_context(open(path, encoding="utf-8"))) for path in paths]
        merged = heapq.merge(*files, key=lambda event: event.time)
        yield from (event for event in merged if event.time >= begin)


def _lines(file: "Iterator[str]") -> Iterator[Told]:
    for line in file:
        # A line that was cut off by a crash: the event has not left, and is written again when it does.
        with contextlib.suppress(ValueError):
            yield Told.of_line(line)


def _is_not_before(path: Path, begin: datetime) -> bool:
    day = _day_of(path)
    return day is not None and day >= begin.astimezone(UTC).date()


def _day_of(path: Path) -> date | None:
    with contextlib.suppress(ValueError):
        return datetime.strptime(path.name[:8], DAY).replace(tzinfo=UTC).date()
    return None
