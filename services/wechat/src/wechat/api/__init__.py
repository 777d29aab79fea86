"""HTTP in, a file an audience."""

from wechat.api import citizens, everybody, platform

ROUTERS = (citizens.router, everybody.router, platform.router)
