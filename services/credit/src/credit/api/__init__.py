"""HTTP in, a file an audience."""

from credit.api import checks, everybody, imports, lists, records, repairs, subjects

ROUTERS = (
    subjects.router,
    records.router,
    repairs.router,
    checks.router,
    imports.router,
    lists.router,
    everybody.router,
)
