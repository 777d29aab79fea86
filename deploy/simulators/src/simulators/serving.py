"""A simulator's pages and control, served until it is told to stop."""

import uvicorn
from fastapi import FastAPI


async def serve_app(app: FastAPI, host: str, port: int) -> None:
    """Serve until a signal; uvicorn handles SIGTERM and SIGINT."""
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", access_log=False)
    await uvicorn.Server(config).serve()
