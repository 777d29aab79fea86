"""A policy on the desk: drafted, held against what holds, tried on real withdrawals."""

import re

import httpx
from playwright.async_api import Page, expect
from tests.flows.town import Town
from tests.flows.withdrawing import FINAL, apply, reached

from city.clients import log_in, visitor

from .browser import DESK, faults
from .conftest import LoggedIn

PLACE = "/hall/staff/"
DOCUMENT = "德房委〔2029〕7号"
LONG_AFTER = ("2030", "1", "1")


async def chosen(page: Page, name: str) -> None:
    await page.goto(f"{PLACE}policies")
    option = page.locator("#policy option").filter(has_text=re.compile(f"^{name}（.*现行）$"))
    await page.get_by_label("哪项规定").select_option(label=await option.text_content())


async def test_a_draft_of_policy_is_held_against_what_holds_and_tried_on_real_withdrawals(
    staff_at: LoggedIn, town: Town, client: httpx.AsyncClient
) -> None:
    resident = town.one("retired")
    guest = visitor(client, town.city)
    resident.session = await log_in(guest, resident.person.id_number, resident.person.phone)
    accepted = await apply(resident)
    assert (await reached(resident, accepted["id"], FINAL))["state"] == "paid"

    page = await staff_at(DESK, "maker")
    await chosen(page, "离退休提取")
    await page.get_by_role("button", name="看差异并试办").click()
    await expect(page.get_by_role("alert")).to_contain_text("没有改动任何参数")
    assert await faults(page) == []
    await page.get_by_label("达到多少转人工审核改为").fill("1,000")
    for part, label in zip(LONG_AFTER, ("年", "月", "日"), strict=True):
        await page.get_by_label(label, exact=True).fill(part)
    await page.get_by_label("依据的文件").fill(DOCUMENT)
    await page.get_by_role("button", name="看差异并试办").click()
    trial = page.get_by_role("article", name="差异和试办")
    await expect(trial.get_by_role("heading", name="差异和试办")).to_be_focused()
    await expect(trial).to_contain_text("1,000.00元")
    case = trial.locator("tr").filter(has_text=accepted["id"])
    await expect(case).to_contain_text("不经人工审核付款")
    await expect(case).to_contain_text("转人工审核：金额达到大额审核标准")
    assert await faults(page) == []

    page = await staff_at(DESK, "checker")
    await chosen(page, "离退休提取")
    await expect(page.get_by_role("button", name="看差异并试办")).to_have_count(0)
    assert await faults(page) == []
