"""HTTP in: what staff see of calls and prompts."""

from hotline.api import calls, desk, notes, prompts, recordings

ROUTERS = (calls.router, desk.router, notes.router, prompts.router, recordings.router)
