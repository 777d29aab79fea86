"""What operators have filled in and not submitted yet: it outlives the session, and nobody writes over it."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.handlers import page_drafts as handlers
from shared.identity.principal import Role

from .conftest import Accounts, Caller

CONTENT = '[{"name":"张三","id":"11010519491231002X"}]'


@pytest.fixture
async def number(accounts: Accounts) -> str:
    return await accounts.employer()


async def saved(by: Caller, number: str, version: int, content: str | None) -> Any:
    return await by.post(
        f"/employers/{number}/drafts/open", {"version": version, "content": content}
    )


async def test_the_other_operator_goes_on_with_a_draft_and_nobody_writes_over_it(
    accounts: Accounts, number: str
) -> None:
    first, second = accounts.operator(number), accounts.operator(number)
    place = f"/employers/{number}/drafts/open"
    assert (await first.get(place)).json() == {
        "version": 0, "content": None, "saved_by": None, "saved_at": None,
    }  # fmt: skip
    made = (await saved(first, number, 0, CONTENT)).json()
    assert (made["version"], made["saved_by"]) == (1, "张*")
    assert (await second.get(place)).json() == made
    stored = await accounts.pool.fetchval("SELECT content_sealed FROM page_draft")
    assert "张三" not in stored
    assert (await saved(second, number, 1, "[]")).json()["version"] == 2
    refused = await saved(first, number, 1, CONTENT)
    assert (refused.status_code, refused.json()["title"]) == (409, "draft-changed")
    assert "张*在" in refused.json()["detail"]
    ended = (await saved(first, number, 2, None)).json()
    assert (ended["version"], ended["content"]) == (3, None)
    assert (await saved(second, number, 2, CONTENT)).status_code == 409, "it was submitted"


async def test_a_draft_is_its_own_employers_and_nobody_elses(
    accounts: Accounts, number: str
) -> None:
    await saved(accounts.operator(number), number, 0, CONTENT)
    stranger = accounts.operator(await accounts.employer())
    assert (await stranger.get(f"/employers/{number}/drafts/open")).status_code == 404
    assert (await saved(stranger, number, 1, "[]")).status_code == 404
    staff = accounts.caller(Role.STAFF_MAKER)
    assert (await staff.get(f"/employers/{number}/drafts/open")).status_code == 403


async def test_a_draft_that_nobody_goes_on_with_is_deleted(accounts: Accounts, number: str) -> None:
    await saved(accounts.operator(number), number, 0, CONTENT)
    accounts.clock.advance(timedelta(days=30))
    async with accounts.context.unit() as unit:
        assert await handlers.forget_old(unit, 30) == 0
    accounts.clock.advance(timedelta(seconds=1))
    async with accounts.context.unit() as unit:
        assert await handlers.forget_old(unit, 30) == 1
