"""HTTP in: what staff see of calls and prompts."""

from hotline.api import calls, notes, prompts

ROUTERS = (calls.router, notes.router, prompts.router)
