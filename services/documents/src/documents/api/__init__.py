"""HTTP in, a file an audience."""

from documents.api import citizens, everybody, staff

ROUTERS = (citizens.router, staff.router, everybody.router)
