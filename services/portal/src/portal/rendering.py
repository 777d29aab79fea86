"""Pages out: Jinja's templates, the policy that allows no script at all, caching, the large view."""

import hashlib
from email.utils import format_datetime
from functools import cache
from importlib import resources
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from portal.settings import settings_of
from shared.base.money import yuan
from shared.http.pages import POLICY, answer, chinese_day, chinese_instant
from shared.messaging.unit import Context

VIEW_COOKIE = "portal_view"
ELDER = "elder"
MENU = (
    ("/notices", "公告"),
    ("/guides", "办事指南"),
    ("/calculators", "计算器"),
    ("/rates", "利率限额"),
    ("/figures", "业务数据"),
    ("/places", "网点"),
    ("/questions", "常见问题"),
    ("/fraud", "识别诈骗"),
)
"""Every page's menu: address and name."""
CREDIT = "/credit"
"""The city's public credit pages (信用德州), behind the same edge: who looks for one finds the other."""
OF_CREDIT = (CREDIT, f"{CREDIT}/statistics", f"{CREDIT}/repair", f"{CREDIT}/policies")
"""What of them search engines may know; nobody's file is among them."""


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("portal"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": chinese_day,
        "instant": chinese_instant,
        "rfc822": format_datetime,
        "yuan": yuan,
    }
    made.globals |= {"menu": MENU, "credit": CREDIT, "style": style_address()}
    return made


@cache
def style() -> bytes:
    """The one sheet of all pages."""
    return resources.files("portal").joinpath("static", "portal.css").read_bytes()


@cache
def style_address() -> str:
    """Where it is: named after its content, so that it never changes under its name."""
    return f"/portal/{hashlib.sha256(style()).hexdigest()[:16]}.css"


@cache
def environment() -> Environment:
    """The templates, read once."""
    return _environment()


def rendered(context: Context, template: str, **values: Any) -> str:
    """Fill a template in; every page knows the centre, the site and today."""
    settings = settings_of(context)
    return (
        environment()
        .get_template(template)
        .render(
            centre=settings.centre_name,
            site=settings.site_url,
            today=context.clock.today(),
            **values,
        )
    )


def page(
    request: Request, context: Context, template: str, *, status: int = 200, **values: Any
) -> Response:
    """Answer with a page, or with 304 to who has it; the same address has two views, by cookie."""
    elder = request.cookies.get(VIEW_COOKIE) == ELDER
    text = rendered(context, template, elder=elder, here=request.url.path, **values)
    headers = {
        "Content-Security-Policy": POLICY,
        "Vary": "Cookie",
        "Cache-Control": _cached(context) if status == 200 else "no-cache",
    }
    return answer(request, text, "text/html; charset=utf-8", headers, status)


def document(
    request: Request, context: Context, template: str, media: str, **values: Any
) -> Response:
    """Answer with something that machines read."""
    text = rendered(context, template, **values)
    return answer(request, text, f"{media}; charset=utf-8", {"Cache-Control": _cached(context)})


def _cached(context: Context) -> str:
    return f"public, max-age={settings_of(context).page_cache_seconds}"
