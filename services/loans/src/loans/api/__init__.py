"""HTTP in: parse, authorise, call, answer; no rule here. One module an audience."""

from loans.api import calculators, citizens, contracts, counter, deaths, exports, moving_in

ROUTERS = (
    contracts.router,
    citizens.router,
    counter.router,
    deaths.router,
    moving_in.router,
    exports.router,
    calculators.router,
)
