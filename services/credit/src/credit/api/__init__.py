"""HTTP in, a file an audience."""

from credit.api import checks, everybody, imports, lists, records, repairs, subjects, users

ROUTERS = (
    subjects.router,
    records.router,
    repairs.router,
    checks.router,
    imports.router,
    lists.router,
    users.router,
    everybody.router,
)
