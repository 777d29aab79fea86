"""Where the servers of a test session keep their data: in memory where there is room, else below `.run/`.

A session makes and drops hundreds of databases of three hundred files each. A disk does what it can to keep
them, and some file systems look at every file that was deleted lately whenever they make one.
"""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")
PREFIX = "provident-fund-tests-"
ROOM_BYTES = 3 * 2**30
"""Two sessions side by side take 0.7 GB at the most."""


@contextmanager
def folder_for_a_session() -> Iterator[Path]:
    """Name a folder of this process, and remove it at the end, as those that killed processes left.

    Each call names another: what one part of a session removes another may still use.
    """
    for left in MEMORY.glob(f"{PREFIX}*"):
        if not psutil.pid_exists(int(left.name.removeprefix(PREFIX))):
            shutil.rmtree(left, ignore_errors=True)
    of_process = (
        MEMORY / f"{PREFIX}{os.getpid()}"
        if _there_is_room()
        else ROOT / ".run" / f"tests-{os.getpid()}"
    )
    path = of_process / uuid.uuid4().hex[:6]
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            of_process.rmdir()


def _there_is_room() -> bool:
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        return False
    return min(shutil.disk_usage(MEMORY).free, psutil.virtual_memory().available) >= ROOM_BYTES
