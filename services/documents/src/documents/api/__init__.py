"""HTTP in, a file an audience."""

from documents.api import citizens, codes, dunning, everybody, national, readings, staff

ROUTERS = (
    citizens.router,
    codes.router,
    readings.router,
    staff.router,
    dunning.router,
    everybody.router,
    national.router,
)
