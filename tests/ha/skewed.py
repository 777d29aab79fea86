"""Patroni with a wall clock that can be put wrong while it runs: `skewed.py patroni.yml`.

The kernel's clock is everybody's, and libfaketime, by which PostgreSQL's goes wrong with it, lets no Python
sleep. `CLOCK_OFFSET_FILE` has the seconds by which this one is ahead.
"""

import os
import time
from pathlib import Path

right = time.time


def skewed() -> float:
    return right() + float(Path(os.environ["CLOCK_OFFSET_FILE"]).read_text("utf-8"))


if __name__ == "__main__":
    time.time = skewed

    from patroni.__main__ import main  # type: ignore[import-not-found, unused-ignore]

    main()
