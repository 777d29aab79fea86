"""The public site's pages (信用德州): Jinja's templates, one sheet of style, and what a chart is drawn of."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from credit.settings import Settings
from credit.shapes.cells import cells
from credit.shapes.public import Statistics
from shared.http.pages import POLICY, answer, chinese_day, chinese_instant
from shared.messaging.unit import Context

MENU = (
    ("/credit", "首页"),
    ("/credit/statistics", "公示统计"),
    ("/credit/repair", "信用修复"),
    ("/credit/policies", "政策依据"),
)
"""Every page's menu: address and name."""
CHART_HEIGHT, CHART_STEP, FOOT = 180, 60, 24
"""In units of the chart's own."""


@dataclass(frozen=True)
class Bar:
    """A year of a chart."""

    x: int
    y: int
    height: int
    label: str
    value: int


def bars(counts: list[tuple[int, int]]) -> list[Bar]:
    """Draw years and counts as bars, the largest as high as the chart."""
    largest = max((count for _, count in counts), default=0)
    room = CHART_HEIGHT - FOOT
    made = []
    for position, (year, count) in enumerate(counts):
        height = room * count // largest if largest else 0
        made.append(Bar(position * CHART_STEP, room - height, height, str(year), count))
    return made


def charts(figures: Statistics) -> list[tuple[str, list[Bar]]]:
    """Permits and penalties by year."""
    return [
        ("行政许可", bars([(one.year, one.permits) for one in figures.by_year])),
        ("行政处罚", bars([(one.year, one.penalties) for one in figures.by_year])),
    ]


@cache
def style() -> bytes:
    """The one sheet of all pages."""
    return resources.files("credit").joinpath("static", "credit.css").read_bytes()


@cache
def style_address() -> str:
    """Where it is: named after its content, so that it never changes under its name."""
    return f"/credit/{hashlib.sha256(style()).hexdigest()[:16]}.css"


@cache
def environment() -> Environment:
    """The templates, read once."""
    made = Environment(
        loader=PackageLoader("credit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": chinese_day, "instant": chinese_instant, "cells": cells}
    made.globals |= {"menu": MENU, "style": style_address()}
    return made


def page(
    request: Request,
    context: Context[Settings],
    template: str,
    *,
    status: int = 200,
    listed: bool = True,
    **values: Any,
) -> Response:
    """Answer with a page; what is not `listed` search engines leave out: a register is no harvest."""
    settings = context.settings
    text = (
        environment()
        .get_template(template)
        .render(here=request.url.path, city=settings.platform_name, listed=listed, **values)
    )
    kept = f"public, max-age={settings.page_cache_seconds}" if status == 200 else "no-cache"
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": kept}
    if not listed:
        headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer(request, text, "text/html; charset=utf-8", headers, status)
