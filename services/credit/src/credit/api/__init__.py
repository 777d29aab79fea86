"""HTTP in, a file an audience."""

from credit.api import everybody, records, subjects

ROUTERS = (subjects.router, records.router, everybody.router)
