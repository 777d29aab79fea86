"""HTTP in: parse, authorise, call, answer; no rule here. One module per audience."""

from gateway.api import administrators, confirmations, everybody, oneself

ROUTERS = (everybody.router, oneself.router, confirmations.router, administrators.router)
