"""Where the processor time of a service goes: `PROFILE=withdrawals,accounts make bench ARGS=withdrawals`.

py-spy (`pip install py-spy`, on the PATH; no dependency of ours) looks 250 times a second at who holds the
interpreter. What is shown is what ran, by the package or room of its innermost frame, and what it was for.
"""

import asyncio
import contextlib
import os
import re
import shutil
import signal
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

WANTED = tuple(name for name in os.environ.get("PROFILE", "").split(",") if name)
LOOKS_PER_SECOND = 250
SHOWN_FROM = 0.01
START_SECONDS = 1.0
FRAME = re.compile(r"(?P<name>.+) \((?P<path>[^():]+)(?::\d+)?\)$")
PURPOSES = {
    "shared/messaging/consumer.py": "messages in",
    "shared/messaging/relay.py": "outbox to the broker",
    "shared/http/middleware.py": "requests",
    "shared/http/batching.py": "requests that share a transaction",
    "aiormq/connection.py": "frames of the broker",
    "uvicorn/protocols/http/httptools_impl.py": "requests",
}
"""By the frame nearest to the event loop that says it."""
LOOP = ("asyncio/runners.py", "uvloop/__init__.py")


@contextlib.asynccontextmanager
async def profiled(pids: Mapping[str, int], folder: Path) -> AsyncIterator[None]:
    """Look at the services that are named while the block runs, then print what was seen."""
    if not WANTED:
        yield
        return
    program = shutil.which("py-spy")
    if program is None:
        raise SystemExit("PROFILE needs py-spy on the PATH: pip install py-spy")
    files = {name: folder / f"{name}.profile" for name in WANTED}
    lookers = [
        await asyncio.create_subprocess_exec(
            program, "record", "--gil", "--nonblocking", "-r", str(LOOKS_PER_SECOND), "-d", "3600",
            "-f", "raw", "-o", str(file), "-p", str(pids[name]),
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )
        for name, file in files.items()
    ]  # fmt: skip
    await asyncio.sleep(START_SECONDS)
    try:
        yield
    finally:
        for looker in lookers:
            looker.send_signal(signal.SIGINT)
        await asyncio.gather(*(looker.wait() for looker in lookers))
    for name, file in files.items():
        _say(name, file.read_text("utf-8").splitlines())


def _say(service: str, lines: Sequence[str]) -> None:
    ran: Counter[str] = Counter()
    purposes: Counter[str] = Counter()
    for line in lines:
        stack, _, count = line.rpartition(" ")
        paths = [_path_of(frame) for frame in stack.split(";")]
        ran[_room(paths[-1])] += int(count)
        purpose = next((PURPOSES[path] for path in paths if path in PURPOSES), None)
        purposes[purpose or "the loop and the rest"] += int(count)
    for title, found in (("what ran", ran), ("what for", purposes)):
        print(f"{service}, {title}, of {sum(found.values())} looks:")
        for name, count in found.most_common():
            if count >= SHOWN_FROM * sum(found.values()):
                print(f"  {name:40}{count / sum(found.values()):7.1%}")


def _path_of(frame: str) -> str:
    found = FRAME.match(frame.strip())
    return found["path"] if found else ""


def _room(path: str) -> str:
    """The room of what is ours, the package of what is not."""
    if path in LOOP:
        return "event loop (uvloop)"
    parts = path.split("/")
    if parts[0] == "shared" or len(parts) > 2:
        return ".".join(parts[:2])
    return parts[0].removesuffix(".py")
