"""HTTP in: parse, authorise, call, answer; no rule here. One module an audience."""

from loans.api import (
    calculators,
    citizens,
    contracts,
    counter,
    deaths,
    exports,
    moving_in,
    moving_in_files,
    policies,
)

ROUTERS = (
    contracts.router,
    citizens.router,
    counter.router,
    deaths.router,
    moving_in.router,
    moving_in_files.router,
    exports.router,
    calculators.router,
    policies.router,
)
