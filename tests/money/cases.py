"""How many random cases: few in the daily suite, as many as are asked for by `make check-money`."""

import os

from hypothesis import HealthCheck, settings

CASES = int(os.environ.get("MONEY_CASES", "30"))

random_cases = settings(
    max_examples=CASES,
    deadline=None,
    derandomize="MONEY_CASES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""The same few cases each day, others each time on request."""


CASES_A_SEED = 50
"""One history on real books takes as long as so many cases by rules alone."""


def seeds(daily: int) -> int:
    """How many random histories on real books."""
    return max(daily, CASES // CASES_A_SEED)
