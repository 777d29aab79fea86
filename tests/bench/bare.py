"""The floor of reads: FastAPI, asyncpg and the same query, nothing else.

No token, no check whose account it is, no metrics, no trace, no problem details; personal data stays sealed.
Runs as a process of its own, as the service does: `DATABASE_URL` and `PORT` in the environment.
"""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import asyncpg
import uvicorn
from fastapi import FastAPI, Request, Response

from accounts.views import accounts as views
from accounts.views import entries as entry_views
from shared.base.clock import SystemClock
from shared.base.settings import ServiceSettings

POOL = {
    "min_size": ServiceSettings.model_fields["pool_min_connections"].default,
    "max_size": ServiceSettings.model_fields["pool_max_connections"].default,
}


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with asyncpg.create_pool(os.environ["DATABASE_URL"], **POOL) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=_lifespan)


@app.get("/account/{person_id}")
async def account(person_id: UUID, request: Request) -> Response:
    """The row of one account."""
    today = SystemClock().today()
    row = await request.app.state.pool.fetchrow(
        views.OWN_FACTS, [person_id], today.replace(day=1), today
    )
    return _json(dict(row))


@app.get("/entries/{person_id}")
async def entries(person_id: UUID, request: Request, limit: int = 50) -> Response:
    """The latest rows of one account."""
    rows = await request.app.state.pool.fetch(
        entry_views.OWN_ENTRIES,
        [person_id],
        [entry_views.LATEST_ENTRY],
        [limit + 1],
        [None],
        [None],
        [None],
    )
    return _json([dict(row) for row in rows])


def _json(found: object) -> Response:
    """Faster than what FastAPI makes of a dict by itself."""
    return Response(json.dumps(found, default=str), media_type="application/json")


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), access_log=False)
