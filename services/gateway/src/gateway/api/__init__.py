"""HTTP in: parse, authorise, call, answer; no rule here. One module per audience."""

from gateway.api import (
    administrators,
    confirmations,
    consents,
    corrections,
    everybody,
    offices,
    oneself,
    operators,
    phones,
    query_passwords,
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
    query_passwords.router,
    corrections.router,
    administrators.router,
    terminals.router,
    work.router,
    offices.router,
)
