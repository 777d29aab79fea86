"""`make bench`: what the system does in a second, each figure against a floor of the same run.

Starts servers of its own below `.run/`, durable as in production (fsync on, quorum queues), and a fresh
system on them for each part. The figures that count are the ratios. `make bench ARGS='reads bulk'` runs some
parts only. Sizes come from the environment; each part's module names its own.
"""

import argparse
import asyncio

from . import (
    bulk,
    calls,
    city,
    credit,
    finding,
    grid,
    growth,
    instalments,
    listing,
    notices,
    pages,
    reads,
    search,
    statements,
    texts,
    verification,
    withdrawals,
)
from .stage import opened

PARTS = {
    "withdrawals": withdrawals.figure,
    "reads": reads.figure,
    "bulk": bulk.figure,
    "list": listing.figure,
    "loans": instalments.figure,
    "growth": growth.figure,
    "city": city.figure,
    "find": finding.figure,
    "search": search.figure,
    "statements": statements.figure,
    "notices": notices.figure,
    "texts": texts.figure,
    "credit": credit.figure,
    "pages": pages.figure,
    "grid": grid.figure,
    "verify": verification.figure,
    "calls": calls.figure,
}


async def main(names: list[str]) -> None:
    """Measure and print the parts that are named, in order."""
    async with opened() as stage:
        for name in names:
            print(f"\n== {name}", flush=True)
            await PARTS[name](stage)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=PARTS, default=list(PARTS), metavar="PART")
    asyncio.run(main(parser.parse_args().parts))
