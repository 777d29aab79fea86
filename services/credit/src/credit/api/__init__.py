"""HTTP in, a file an audience."""

from credit.api import (
    checks,
    everybody,
    imports,
    lists,
    look_ups,
    pages,
    policies,
    records,
    repairs,
    reports,
    shields,
    subjects,
    users,
)

ROUTERS = (
    subjects.router,
    records.router,
    repairs.router,
    shields.router,
    checks.router,
    imports.router,
    lists.router,
    users.router,
    reports.router,
    policies.router,
    look_ups.router,
    policies.reading,
    everybody.router,
)
"""Under /api/credit."""
PAGES = (pages.router,)
"""Below /credit: what people open; the last of its routes takes whatever is not there."""
