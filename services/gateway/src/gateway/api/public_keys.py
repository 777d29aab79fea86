"""The public keys of the tokens: what is served outside /api/gateway."""

from typing import Any

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse

from gateway.clock import now_of
from gateway.handlers import keys
from gateway.settings import settings_of
from gateway.store import open_sessions
from shared.http.callers import ContextDependency
from shared.identity.verifier import ENDED_SESSIONS


def add_public_keys(app: FastAPI) -> None:
    """Serve the JWKS (RFC 7517) by which every service verifies tokens, and which sessions have ended."""

    async def public_keys(context: ContextDependency) -> Response:
        found = await keys.all_published(context)
        since = now_of(context) - keys.token_life(settings_of(context))
        ended = await open_sessions.ended_since(context.pool, since)
        body: dict[str, Any] = {
            "keys": [key.public_jwk for key in found],
            ENDED_SESSIONS: [str(session_id) for session_id in ended],
        }
        return JSONResponse(body, headers={"Cache-Control": "no-store"})

    app.add_api_route("/.well-known/jwks.json", public_keys, include_in_schema=False)
