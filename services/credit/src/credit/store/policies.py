"""The rule sets of publication, which change by a migration, and the working days that go with them."""

from collections import defaultdict
from datetime import date

from credit.domain import Gravity
from credit.rules.periods import PeriodRule, Policy
from shared.base.db import Connection
from shared.messaging import working_days

YEARS = range(2015, 2100)
"""Of decisions whose publication is reckoned; a year without a notice costs nothing."""

PERIODS = """
SELECT effective_from, gravity, published, least_months, most_months FROM period_policy
"""
GRAVITIES = "SELECT effective_from, penalty_type, gravity FROM gravity_policy"


async def policy(connection: Connection) -> Policy:
    """Read what is in force, and what was."""
    periods = [
        PeriodRule(
            row["effective_from"],
            Gravity(row["gravity"]),
            row["published"],
            row["least_months"],
            row["most_months"],
        )
        for row in await connection.fetch(PERIODS)
    ]
    gravities: dict[date, dict[str, Gravity]] = defaultdict(dict)
    for row in await connection.fetch(GRAVITIES):
        gravities[row["effective_from"]][row["penalty_type"]] = Gravity(row["gravity"])
    calendar = await working_days.read(connection, YEARS)
    return Policy(periods, gravities, calendar)
