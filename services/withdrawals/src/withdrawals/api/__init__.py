"""HTTP in: parse, authorise, call, answer; no rule here. One module an audience."""

from withdrawals.api import citizens, staff

ROUTERS = (citizens.router, staff.router)
