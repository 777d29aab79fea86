"""HTTP in: parse, authorise, call, answer; no rule here. One module an audience."""

from withdrawals.api import agreements, citizens, papers, staff

ROUTERS = (citizens.router, agreements.router, papers.router, staff.router)
