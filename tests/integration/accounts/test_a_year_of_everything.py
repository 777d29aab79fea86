"""A random year of everything: trial balance 0, and each account as in the second books (R-BK, R-INT)."""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.money.cases import seeds
from tests.money.second.books import Books
from tests.support.issuer import Issuer

from .conftest import served
from .year import RATIOS, City
from .year_end import carry_out
from .year_plan import YEAR, Plan, Step, plan

STEPS = 33
FIRST_RATE = {date(2016, 2, 21): 150_000}
BEGIN = datetime(YEAR, 1, 1, 2, tzinfo=UTC)
TRIES = int(os.environ.get("YEAR_TRIES", "20"))
"""How often a plan that fails is tried with fewer steps, some seconds each."""


async def failure(make: Any, keys: Issuer, made: Plan) -> BaseException | None:
    """Carry a plan out in a city of its own; what went wrong."""
    books = Books(RATIOS, {**FIRST_RATE, made.rate_from: made.rate})
    async with served(make, keys, BEGIN) as accounts:
        try:
            await carry_out(City(accounts, books), made)
        except Exception as error:
            return error
    return None


async def smallest(make: Any, keys: Issuer, made: Plan) -> Plan:
    """Leave out steps of a plan that fails, as long as it fails; halves first."""
    size, tries = max(1, len(made.steps) // 2), 0
    while tries < TRIES:
        for start in range(0, len(made.steps), size):
            fewer: Sequence[Step] = (*made.steps[:start], *made.steps[start + size :])
            shorter = Plan(made.rate_from, made.rate, tuple(fewer))
            tries += 1
            if await failure(make, keys, shorter):
                made = shorter
                break
        else:
            if size == 1:
                break
            size //= 2
    return made


@pytest.mark.parametrize("seed", range(seeds(1)))
async def test_r_bk_1_trial_balance_0_after_a_random_year_of_everything(
    service_context: Any, keys: Issuer, seed: int
) -> None:
    """One year, or as many as `MONEY_CASES` asks for; one that fails is told as small as it still fails."""
    made = plan(seed, STEPS)
    error = await failure(service_context, keys, made)
    if error is not None:
        raise AssertionError(await smallest(service_context, keys, made)) from error
