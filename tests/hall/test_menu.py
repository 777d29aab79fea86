"""The desk's menu: whoever is shown a page may read it."""

import pytest
from playwright.async_api import Response, expect

from .browser import DESK, PHONE, drawn, faults
from .conftest import LoggedIn

FORBIDDEN = 403
BY_THE_UNIT = "/api/credit/"
"""A unit says who reads the users and look-ups there, and the page why somebody may not."""


@pytest.mark.parametrize("who", ["maker", "admin", "auditor"])
async def test_every_page_of_ones_menu_opens_and_reads_what_it_shows(
    staff_at: LoggedIn, who: str
) -> None:
    page = await staff_at(DESK, who)
    at, refused = "", []

    def note(response: Response) -> None:
        if response.status == FORBIDDEN and BY_THE_UNIT not in response.url:
            refused.append((at, response.url))

    page.on("response", note)
    await drawn(page)
    menu = page.get_by_role("navigation", name="服务")
    names = await menu.get_by_role("link").all_inner_texts()
    assert "我的登录" in names
    for at in names:
        await menu.get_by_role("link", name=at, exact=True).click()
        await drawn(page)
    assert refused == []


async def test_the_menu_stands_in_groups_at_any_width(staff_at: LoggedIn) -> None:
    for width in (PHONE, DESK):
        page = await staff_at(width)
        group = page.get_by_role("group", name="资金")
        await expect(group.get_by_role("link")).to_have_text(["银行往来", "账簿报表", "期初移入"])
        assert await faults(page) == []
