"""The OpenAPI document of a service, without starting it: `<service> openapi <file>`.

Every service's `main` module holds `ROUTERS`: nothing else of it is used.
"""

import importlib
import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from shared.http import audit_api, jobs_api
from shared.http.description import PROBLEM_ANSWERS, complete_description


def document(service: str) -> dict[str, Any]:
    """Describe the HTTP interface of a service by its routers."""
    main_module = importlib.import_module(f"{service}.main")
    app = FastAPI(title=f"住房公积金 {service}", version="1", responses=PROBLEM_ANSWERS)
    complete_description(app)
    for router in (*main_module.ROUTERS, audit_api.router, jobs_api.router):
        app.include_router(router, prefix=f"/api/{service}")
    return app.openapi()


def text(service: str) -> str:
    """Give the document as it is committed."""
    return json.dumps(document(service), ensure_ascii=False, indent=2) + "\n"


def write(service: str, target: Path) -> int:
    """Write the document to a file; exit code."""
    target.write_text(text(service), encoding="utf-8")
    return 0
