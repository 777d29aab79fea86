"""What happens in a random year: steps in order, made from a seed, that can be left out one by one."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

YEAR = 2026
FIRST_DAY, LAST_DAY = 3, 28
KINDS = ("late", "withdraw", "bring_back", "close", "correct", "seal", "unseal", "move", "offset",
         "stray", "rebase")  # fmt: skip


@dataclass(frozen=True)
class Step:
    """Something that happens; what its numbers are for depends on the kind."""

    month: int
    day: int
    kind: str
    who: int
    other: int
    fen: int
    lag: int
    """In days, between a price and its payment, or from the value date to the booking."""


@dataclass(frozen=True)
class Plan:
    """A year: its steps in order, and when which rate begins (1e-7)."""

    rate_from: date
    rate: int
    steps: tuple[Step, ...]


def plan(seed: int, steps: int) -> Plan:
    """Make a year from a seed."""
    chance = random.Random(seed)
    made = [
        Step(
            month=chance.randint(2, 12),
            day=chance.randint(FIRST_DAY, LAST_DAY),
            kind=KINDS[index % len(KINDS)],
            who=chance.randrange(100),
            other=chance.randrange(100),
            fen=chance.choice((1, chance.randint(1, 999), chance.randint(1_000, 1_400_000))),
            lag=chance.choice((0, 0, 1, 3, 6)),
        )
        for index in range(steps)
    ]
    start = date(YEAR, 1, 1) + timedelta(days=chance.randrange(365))
    rate = chance.choice((90_000, 211_000, 275_001))
    return Plan(start, rate, tuple(sorted(made, key=lambda step: (step.month, step.day))))
