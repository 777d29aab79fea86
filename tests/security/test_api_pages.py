"""The page of each service's API works where there is no internet: it names nothing that is elsewhere."""

import re

import pytest

from shared.messaging.topology import SERVICES

from .conftest import Hall


@pytest.mark.parametrize("service", SERVICES)
async def test_the_page_loads_only_what_the_service_has(hall: Hall, service: str) -> None:
    client, base = hall.clients[service], f"http://{service}/api/{service}"
    page = await client.get(f"{base}/docs")
    named = re.findall(r'(?:src|href|data-description)="([^"]+)"', page.text)
    assert len(named) == 5
    for path in named:
        assert path.startswith(f"/api/{service}/"), path
        answer = await client.get(f"http://{service}{path}")
        assert answer.status_code == 200, path
        assert len(answer.content) > 100, path


async def test_no_script_stands_in_the_page_or_comes_from_elsewhere(hall: Hall) -> None:
    page = await hall.clients["gateway"].get("http://gateway/api/gateway/docs")
    assert re.findall(r"<script[^>]*>([^<]*)</script>", page.text) == ["", ""]
    policy = dict(
        rule.split(" ", 1) for rule in page.headers["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["connect-src"] == "'self'"
