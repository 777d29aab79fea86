"""HTTP in: staff by the API, everybody by pages."""

from portal.api import pages, staff

ROUTERS = (staff.router,)
"""Under /api/portal."""
PAGES = (pages.router,)
"""At the root: what people open."""
