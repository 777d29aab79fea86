"""Whole pages for everybody: a policy that allows no script at all, tags for asking anew, days in words."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import Response

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""No script runs on any page, ours or anybody's."""
ASSET_SECONDS = 365 * 24 * 3_600
STREET = ZoneInfo("Asia/Shanghai")


def chinese_day(day: date) -> str:
    """Write a day for people."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_instant(at: datetime) -> str:
    """Write an instant for people, in the street's time."""
    here = at.astimezone(STREET)
    return f"{chinese_day(here.date())} {here:%H:%M}"


def answer(
    request: Request, text: str, media: str, headers: Mapping[str, str], status: int = 200
) -> Response:
    """Answer, with the tag by which it is asked for anew; with 304 to who has it."""
    body = text.encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if status == 200 and request.headers.get("If-None-Match") == tag:
        return Response(status_code=304, headers={**headers, "ETag": tag})
    return Response(body, status, headers={**headers, "ETag": tag}, media_type=media)
