"""HTTP in: parse, authorise, call, answer; no rule here. One module an audience."""

from withdrawals.api import agreements, citizens, staff

ROUTERS = (citizens.router, agreements.router, staff.router)
