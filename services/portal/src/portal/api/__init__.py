"""HTTP in: staff by the API, everybody by pages."""

from portal.api import calculators, guides, pages, staff

ROUTERS = (staff.router,)
"""Under /api/portal."""
PAGES = (guides.router, calculators.router, pages.router)
"""At the root: what people open; the last one takes whatever is not there."""
