"""HTTP in: parse, authorise, call, answer; no rule here. One module an audience."""

from withdrawals.api import agreements, brakes, calculators, cards, citizens, deaths, papers, staff

ROUTERS = (
    citizens.router,
    agreements.router,
    cards.router,
    brakes.router,
    papers.router,
    staff.router,
    deaths.router,
    calculators.router,
)
