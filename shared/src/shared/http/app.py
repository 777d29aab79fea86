"""The application of a service: its documentation, problems, middleware, health and metrics."""

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from shared.http.admission import RequestsInHand
from shared.http.description import PROBLEM_ANSWERS, complete_description
from shared.http.docs import add_docs
from shared.http.health import Health
from shared.http.middleware import OPERATIONS, RequestMiddleware
from shared.http.problems import add_problems
from shared.identity.verifier import TokenVerifier
from shared.messaging.unit import Context


def make_app(service: str, context: Context, health: Health) -> FastAPI:
    """Make the application: docs under /api/<service>/docs, problems, health and metrics."""
    base = f"/api/{service}"
    app = FastAPI(
        title=f"住房公积金 {service}",
        version="1",
        openapi_url=f"{base}/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses=PROBLEM_ANSWERS,
        # Its own spans and logs would show queries and messages of exceptions, and begin traces of their own.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.context = context
    settings = context.settings
    app.state.token_verifier = TokenVerifier(
        settings.jwks_url, settings.token_issuer, ca_file=settings.jwks_ca_file
    )
    app.add_middleware(RequestsInHand, limit=settings.http_requests_max)
    # What is added last stands outside.
    app.add_middleware(RequestMiddleware, base=base)
    add_problems(app)
    complete_description(app)
    add_docs(app, base)
    _add_operations(app, health)
    return app


def _add_operations(app: FastAPI, health: Health) -> None:
    alive, ready, measured = OPERATIONS

    @app.get(alive, include_in_schema=False)
    async def healthz() -> PlainTextResponse:
        return PlainTextResponse("alive\n")

    @app.get(ready, include_in_schema=False)
    async def readyz() -> JSONResponse:
        failing = await health.failing()
        return JSONResponse({"failing": failing}, 503 if failing else 200)

    @app.get(measured, include_in_schema=False)
    async def metrics() -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
