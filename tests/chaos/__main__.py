"""`make chaos`: everything is killed, cut, repeated, shuffled while people withdraw; then all books are read.

Starts a system and servers of its own below `.run/`. `python -m tests.chaos --help` lists the options. A seed
reproduces the plan of a run (who applies when, what breaks when), not its timing. Ends with 1 and a line for
each difference when anything is lost, paid twice or invented; the logs then stay where it says.
"""

import argparse
import asyncio
import logging
import random
import sys
import time
from collections import Counter
from dataclasses import replace

from local.folder import RunFolder

from .evidence import Evidence
from .plan import FULL_SECONDS, Plan, make_plan
from .report import figures
from .running import go_wrong, on_folder_of_its_own, prepared
from .sabotage import switch_off_inboxes

APPLICATIONS = 1_200
KILLS_EACH = 5
TROUBLES_EACH = 12
CALM_WITHIN_SECONDS = 60.0
SHOWN_MAX = 100


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--applications", type=int, default=APPLICATIONS)
    parser.add_argument(
        "--seconds", type=float, default=FULL_SECONDS, help="how long things go wrong"
    )
    parser.add_argument("--kills", type=int, default=KILLS_EACH, help="of each kind of process")
    parser.add_argument("--troubles", type=int, default=TROUBLES_EACH, help="of each link")
    parser.add_argument("--twice", action="store_true", help="two instances of every service")
    parser.add_argument(
        "--without-inboxes", action="store_true", help="a planted fault: the run must fail"
    )
    parser.add_argument("--keep", action="store_true", help="keep the logs in any case")
    return parser.parse_args()


async def _run(plan: Plan, *, without_inboxes: bool, keep: bool) -> int:
    lines: list[str] = []
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {text}", flush=True)

    async def work(folder: RunFolder) -> Evidence:
        async with prepared(folder, plan, say) as run:
            if without_inboxes:
                await switch_off_inboxes(run)
            await go_wrong(run, say)
            evidence = await run.calm(CALM_WITHIN_SECONDS)
            lines.extend(figures(run, evidence, []))
        return evidence

    say(f"seed {plan.seed}: {len(plan.citizens)} applications, {len(plan.actions)} accidents")
    _, found = await on_folder_of_its_own("chaos", work, keep=keep)
    by_law = ", ".join(f"{law} {n}" for law, n in Counter(item.law for item in found).items())
    print("\n".join([*lines[:-1], f"differences   {len(found)} {by_law}".rstrip()]))
    for difference in found[:SHOWN_MAX]:
        print(f"  {difference}")
    if len(found) > SHOWN_MAX:
        print(f"  and {len(found) - SHOWN_MAX} more")
    return 1 if found else 0


if __name__ == "__main__":
    for name in ("aiormq", "aio_pika"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    given = _arguments()
    plan = make_plan(
        given.seed,
        given.applications,
        given.seconds,
        kills_each=given.kills,
        troubles_each=given.troubles,
    )
    plan = replace(plan, twice=given.twice)
    sys.exit(asyncio.run(_run(plan, without_inboxes=given.without_inboxes, keep=given.keep)))
