"""A text of 12329 on the desk: drafted, read back, counted in short messages, decided by two."""

import re

from playwright.async_api import Page, expect

from .browser import DESK, faults
from .conftest import LoggedIn

PLACE = "/hall/staff/"
ANOTHER = "您的{kind}已撤销，钱没有动，仍在公积金账户。"


async def chosen(page: Page) -> None:
    await page.goto(f"{PLACE}texts")
    await page.get_by_label("哪种短信").select_option(label="提取撤销")
    await expect(page.get_by_role("heading", name="提取撤销")).to_be_visible()


async def read_back(page: Page, wording: str) -> None:
    await page.get_by_label("改为", exact=True).fill(wording)
    for part, label in zip(("2030", "1", "1"), ("年", "月", "日"), strict=True):
        await page.get_by_label(label, exact=True).fill(part)
    await page.get_by_label("依据的文件").fill("德房公〔2029〕7号")
    await page.get_by_role("button", name="看差异并试算").first.click()


async def test_a_text_is_reworded_by_the_pages_alone(staff_at: LoggedIn) -> None:
    page = await staff_at(DESK, "maker")
    await page.get_by_role("link", name="短信文字").click()
    await chosen(page)
    await read_back(page, "您的申请已撤销。")
    await expect(page.get_by_role("alert")).to_contain_text("缺少要素“{kind}”")
    assert await faults(page) == []
    await read_back(page, ANOTHER)
    trial = page.get_by_role("article", name="提取撤销，2030年1月1日起")
    await expect(trial.get_by_role("heading", name="提取撤销，2030年1月1日起")).to_be_focused()
    after = trial.get_by_role("region", name="改后的文字")
    await expect(after).to_contain_text("【德州公积金12329】您的离退休提取已撤销，钱没有动")
    await expect(after).to_contain_text("计费1条")
    assert await faults(page) == []
    await page.get_by_label("为什么变更").fill("说得更清楚")
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_text("已提交：").and_(page.locator(".notice"))).to_be_focused()
    await page.goto(f"{PLACE}proposals")
    own = page.get_by_role("listitem").filter(has_text="“提取撤销”短信")
    await expect(own.get_by_role("button", name=re.compile("^同意"))).to_have_count(0)

    page = await staff_at(DESK, "checker")
    await chosen(page)
    await expect(page.get_by_label("改为", exact=True)).to_have_count(0)
    await page.get_by_role("button", name=re.compile("^看差异并试算：.*“提取撤销”短信")).click()
    await expect(page.get_by_role("region", name="改后的文字")).to_contain_text("钱没有动")
    assert await faults(page) == []
    await page.goto(f"{PLACE}proposals")
    await page.get_by_role("button", name=re.compile("^同意：.*“提取撤销”短信")).click()
    dialog = page.get_by_role("dialog", name="同意办理？")
    await dialog.get_by_role("button", name="同意，立即办理").click()
    await expect(page.get_by_text("已同意并办理").and_(page.locator(".notice"))).to_be_focused()
    await chosen(page)
    await expect(page.get_by_text(ANOTHER)).to_be_visible()
    await expect(page.get_by_text("没有等待复核的短信文字")).to_be_visible()
