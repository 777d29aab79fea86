"""The page of a service's API: script and styles come from the service itself, from a package in the lock.

So the page works where there is no internet, and no other site's script ever runs beside a token.
"""

from importlib import resources
from pathlib import Path

from fastapi import FastAPI, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

PACKAGE = "fastapi_offline"
"""Carries the files of Swagger UI; nothing else of it is used."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Swagger UI sets styles of its own elements; no script stands in the page."""
PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="stylesheet" href="{base}/docs/files/swagger-ui.css">
<link rel="icon" href="{base}/docs/files/favicon.png">
</head>
<body>
<div id="swagger-ui" data-description="{base}/openapi.json"></div>
<script src="{base}/docs/files/swagger-ui-bundle.js"></script>
<script src="{base}/docs/start.js"></script>
</body>
</html>
"""
START = """const place = document.getElementById("swagger-ui");
SwaggerUIBundle({
  url: place.dataset.description,
  domNode: place,
  deepLinking: true,
  layout: "BaseLayout",
  presets: [SwaggerUIBundle.presets.apis],
});
"""


def add_docs(app: FastAPI, base: str) -> None:
    """Serve the page under <base>/docs, with its files."""
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    page = PAGE.format(title=app.title, base=base)

    @app.get(f"{base}/docs", include_in_schema=False)
    async def docs() -> Response:
        return HTMLResponse(page, headers=headers)

    @app.get(f"{base}/docs/start.js", include_in_schema=False)
    async def start() -> Response:
        return Response(START, media_type="text/javascript", headers=headers)

    folder = Path(str(resources.files(PACKAGE))) / "static"
    app.mount(f"{base}/docs/files", StaticFiles(directory=folder), name="docs")
