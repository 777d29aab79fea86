"""HTTP in: parse, authorise, call, answer; no rule here. One module an audience."""

from withdrawals.api import (
    agreements,
    brakes,
    calculators,
    cards,
    citizens,
    consents,
    deaths,
    papers,
    people,
    policies,
    staff,
)

ROUTERS = (
    citizens.router,
    agreements.router,
    cards.router,
    brakes.router,
    consents.router,
    papers.router,
    staff.router,
    people.router,
    deaths.router,
    calculators.router,
    policies.router,
)
