"""The front door in a browser that runs no script: what two people agree on, everybody reads."""

import httpx
from playwright.async_api import Browser, Page, expect
from tests.flows.town import Town

from local.system import System

from .browser import DESK, PHONE, context_of, faults
from .conftest import LoggedIn, PageAt, agreed

TITLE = "关于网点搬迁的公告"
BODY = "德城服务大厅自下月起搬迁。\n网上服务厅照常办理，不受影响。"
PAGES = ("/", "/notices", "/questions", "/search?q=验证码")


async def test_a_notice_is_written_at_the_desk_and_read_without_script(
    staff_at: LoggedIn, browser: Browser, system: System, town: Town
) -> None:
    page = await staff_at(DESK)
    await page.get_by_role("link", name="网站公告").click()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请写标题")
    assert await faults(page) == []
    await page.get_by_label("标题").fill(TITLE)
    await page.get_by_label("业务通知").check()
    await page.get_by_label("正文").fill(BODY)
    await page.get_by_label("为什么发布").fill("网点租约到期")
    await page.get_by_role("button", name="提交复核").click()
    await expect(
        page.get_by_role("paragraph").filter(has_text="另一人复核后发布").last
    ).to_be_visible()
    page = await staff_at(DESK, "checker")
    await page.goto("/hall/staff/proposals")
    await expect(page.get_by_text(TITLE)).to_be_visible()
    await expect(page.get_by_text("网上服务厅照常办理，不受影响。")).to_be_visible()
    await agreed(town, "portal")

    context = await context_of(browser, PHONE, system.city.edge_url, java_script_enabled=False)
    try:
        await _read(await context.new_page())
    finally:
        await context.close()


async def test_a_place_and_a_question_are_changed_at_the_desk_and_shown_on_the_site(
    staff_at: LoggedIn, town: Town
) -> None:
    page = await staff_at(DESK)
    await page.goto("/hall/staff/notices")
    await page.get_by_role("button", name="增加网点").click()
    dialog = page.get_by_role("dialog", name="增加网点")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写简称")
    assert await faults(page) == []
    for label, text in (
        ("简称", "hall-east"), ("网点名称", "德州东区服务大厅"), ("地址", "东区育英大街1号"),
        ("电话", "0534-2612330"), ("服务时间", "周一至周五 8:30—17:00"), ("办理的业务", "提取\n贷款"),
        ("为什么变更", "新设网点"),
    ):  # fmt: skip
        await dialog.get_by_label(label, exact=True).fill(text)
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(
        page.get_by_text("办理业务：提取，贷款").and_(page.locator(".notice"))
    ).to_be_focused()
    asked = page.get_by_role("button", name="变更问题：办理提取要交费吗？")
    await asked.click()
    dialog = page.get_by_role("dialog", name="变更常见问题")
    await expect(dialog.get_by_label("提取", exact=True)).to_be_checked()
    await dialog.get_by_label("答案", exact=True).fill("不收任何费用。")
    await dialog.get_by_label("为什么变更").fill("说得更清楚")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_text("不收任何费用。").and_(page.locator(".notice"))).to_be_focused()
    await agreed(town, "portal")
    await page.goto("/places")
    await expect(page.get_by_text("德州东区服务大厅")).to_be_visible()
    await page.goto("/questions")
    await expect(page.get_by_text("不收任何费用。")).to_be_visible()
    page = await staff_at(DESK, "checker")
    await page.goto("/hall/staff/notices")
    await expect(page.get_by_role("region", name="网点")).to_contain_text("德州东区服务大厅")
    await expect(page.get_by_role("button", name="增加网点")).to_have_count(0)
    assert await faults(page) == []


async def _read(page: Page) -> None:
    await page.goto("/")
    await page.get_by_role("link", name=TITLE).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    await expect(page.get_by_text("网上服务厅照常办理，不受影响。")).to_be_visible()
    await page.get_by_label("站内搜索").fill("搬迁")
    await page.get_by_role("button", name="搜索").click()
    await expect(page.get_by_role("status")).to_have_text("“搬迁”找到1条。")
    await page.get_by_role("link", name="大字版").click()
    assert await page.locator("html").get_attribute("data-view") == "elder"
    await page.get_by_role("link", name="标准版").click()


async def test_every_page_is_for_everybody(page_at: PageAt) -> None:
    page = await page_at(PHONE)
    for path in PAGES:
        await page.goto(path)
        assert await faults(page) == [], path


async def test_the_front_door_has_its_own_policy_and_the_hall_stays_where_it_is(
    system: System, client: httpx.AsyncClient
) -> None:
    answer = await client.get(f"{system.city.edge_url}/")
    assert answer.status_code == 200
    (policy,) = answer.headers.get_list("Content-Security-Policy")
    assert "script" not in policy
    assert answer.headers.get_list("Cache-Control") == ["public, max-age=60"]
    assert answer.headers.get_list("X-Content-Type-Options") == ["nosniff"]
    keys = await client.get(f"{system.city.edge_url}/.well-known/jwks.json")
    assert keys.json()["keys"]
