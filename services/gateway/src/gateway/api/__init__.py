"""HTTP in: parse, authorise, call, answer; no rule here. One module per audience."""

from gateway.api import (
    administrators,
    confirmations,
    consents,
    corrections,
    everybody,
    oneself,
    operators,
    phones,
    terminals,
    work,
)

ROUTERS = (
    everybody.router,
    oneself.router,
    confirmations.router,
    consents.router,
    operators.router,
    phones.router,
    corrections.router,
    administrators.router,
    terminals.router,
    work.router,
)
