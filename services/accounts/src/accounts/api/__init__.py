"""HTTP in: parse, authorise, call, answer; no rule here. One module per who and what."""

from accounts.api import changes, citizens, employers, interest, lists

ROUTERS = (employers.router, changes.router, lists.router, interest.router, citizens.router)
