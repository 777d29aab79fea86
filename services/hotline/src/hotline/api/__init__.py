"""HTTP in: what staff see of calls and prompts."""

from hotline.api import calls, prompts

ROUTERS = (calls.router, prompts.router)
