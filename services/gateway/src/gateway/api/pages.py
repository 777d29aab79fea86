"""The web hall's static files and the public keys: what is served outside /api/gateway."""

import hashlib
from importlib import resources
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from gateway.clock import now_of
from gateway.handlers import keys
from gateway.settings import settings_of
from gateway.store import open_sessions
from shared.http.callers import ContextDependency
from shared.identity.verifier import ENDED_SESSIONS

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def add_pages(app: FastAPI) -> None:
    """Serve every file of the package's web folder, and nothing else."""
    folder = resources.files("gateway").joinpath("web")
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        suffix = item.name.rpartition(".")[2]
        if suffix in MEDIA_TYPES:
            path = "/" if item.name == "index.html" else f"/{item.name}"
            _add_page(app, path, item.read_bytes(), MEDIA_TYPES[suffix])


def _add_page(app: FastAPI, path: str, content: bytes, media_type: str) -> None:
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {**SECURITY_HEADERS, "ETag": etag}

    async def page(request: Request) -> Response:
        if request.headers.get("If-None-Match") == etag:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=media_type, headers=headers)

    app.add_api_route(path, page, methods=["GET", "HEAD"], include_in_schema=False)


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
