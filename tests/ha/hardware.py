"""What a machine of the database has of its own: a disk that can be full, and a clock that can be wrong."""

import os
import subprocess
from contextlib import AsyncExitStack
from pathlib import Path

DISK_BYTES = 3 * 1024**3
"""Of a machine's own disk, which takes as much of this one as is written to it."""
PAGE_BYTES = 4_096
FILLER = "filler"


def fill(disk: Path) -> None:
    """Leave not a page of room on it."""
    with (disk / FILLER).open("wb") as filler:
        size, taken = DISK_BYTES, 0
        while size >= PAGE_BYTES:
            try:
                os.posix_fallocate(filler.fileno(), taken, size)
                taken += size
            except OSError:
                size //= 2


def make_room(disk: Path) -> None:
    """Take away what filled it."""
    (disk / FILLER).unlink(missing_ok=True)


def own_disk(place: Path, stack: AsyncExitStack) -> None:
    """Give a machine a disk of its own, which can be full; only root may mount one."""
    place.mkdir()
    if os.geteuid() != 0:
        return
    image = place.with_suffix(".image")
    with image.open("wb") as file:
        file.truncate(DISK_BYTES)
    subprocess.run(["mkfs.ext4", "-q", "-m", "0", str(image)], check=True)
    subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=True)
    stack.callback(subprocess.run, ["umount", "--lazy", str(place)], check=True)


def programs(home: Path, binaries: Path) -> Path:
    """PostgreSQL's programs; its server has the time of the machine's own clock."""
    (found,) = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")
    told = {
        "LD_PRELOAD": found,
        "FAKETIME_TIMESTAMP_FILE": home / "clock",
        "FAKETIME_CACHE_DURATION": 1,
        "FAKETIME_DONT_FAKE_MONOTONIC": 1,
        "FAKETIME_DISABLE_SHM": 1,
    }
    folder = home / "bin"
    folder.mkdir()
    for program in binaries.iterdir():
        (folder / program.name).symlink_to(program)
    server = folder / "postgres"
    server.unlink()
    settings = " ".join(f"'{name}={value}'" for name, value in told.items())
    server.write_text(f"#!/bin/sh\nexec env {settings} '{binaries / 'postgres'}' \"$@\"\n")
    server.chmod(0o755)
    return folder
