"""HTTP in, a file an audience."""

from transfers.api import citizens, staff

ROUTERS = (citizens.router, staff.router)
