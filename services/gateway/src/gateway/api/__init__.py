"""HTTP in: parse, authorise, call, answer; no rule here. One module per audience."""

from gateway.api import administrators, everybody

ROUTERS = (everybody.router, administrators.router)
