"""A policy on the desk: drafted, held against what holds, tried on real cases, decided by two, in force."""

import re

import httpx
import pytest
from playwright.async_api import Locator, Page, expect
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


async def drafted(page: Page, parameter: str, value: str) -> Locator:
    """Draft one value, and have it tried."""
    await page.get_by_label(f"{parameter}改为").fill(value)
    for part, label in zip(LONG_AFTER, ("年", "月", "日"), strict=True):
        await page.get_by_label(label, exact=True).fill(part)
    await page.get_by_label("依据的文件").fill(DOCUMENT)
    await page.get_by_role("button", name="看差异并试办").first.click()
    trial = page.get_by_role("article", name="差异和试办")
    await expect(trial.get_by_role("heading", name="差异和试办")).to_be_focused()
    return trial


async def proposed(page: Page) -> None:
    await page.get_by_label("为什么变更").fill("管委会已审议通过")
    await page.get_by_label("依据材料编号").fill("会议纪要1号")
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_text("已提交：").and_(page.locator(".notice"))).to_be_focused()


async def agreed(page: Page, summary: str) -> None:
    """Decide it where everything is decided."""
    await page.goto(f"{PLACE}proposals")
    await page.get_by_role("button", name=re.compile(f"^同意：{summary}")).click()
    dialog = page.get_by_role("dialog", name="同意办理？")
    await dialog.get_by_role("button", name="同意，立即办理").click()
    await expect(page.get_by_text("已同意并办理").and_(page.locator(".notice"))).to_be_focused()


async def test_a_policy_goes_from_draft_to_effect_by_the_pages_alone(
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
    trial = await drafted(page, "达到多少转人工审核", "1,000")
    await expect(trial).to_contain_text("1,000.00元")
    case = trial.locator("tr").filter(has_text=accepted["id"])
    await expect(case).to_contain_text("不经人工审核付款")
    await expect(case).to_contain_text("转人工审核：金额达到大额审核标准")
    assert await faults(page) == []

    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请写明理由")
    await proposed(page)
    await page.goto(f"{PLACE}proposals")
    own = page.get_by_role("listitem").filter(has_text="离退休提取自2030年1月1日起")
    await expect(own).to_contain_text("由另一位高级复核员办理")
    await expect(own.get_by_role("button", name=re.compile("^同意"))).to_have_count(0)

    page = await staff_at(DESK, "checker")
    await chosen(page, "离退休提取")
    await expect(page.get_by_label("达到多少转人工审核改为")).to_have_count(0)
    await page.get_by_role("button", name=re.compile("^看差异并试办：离退休提取")).click()
    await expect(page.get_by_role("heading", name="离退休提取，2030年1月1日起")).to_be_focused()
    await expect(page.locator("tr").filter(has_text=accepted["id"])).to_contain_text("转人工审核")
    assert await faults(page) == []
    await agreed(page, "离退休提取自2030年1月1日起：达到多少转人工审核")
    await page.goto(f"{PLACE}policies")
    later = page.locator("#policy option").filter(has_text="离退休提取（2030年1月1日起，尚未生效）")
    await page.get_by_label("哪项规定").select_option(label=await later.text_content())
    await expect(page.get_by_text(DOCUMENT)).to_be_visible()
    await expect(page.locator("tr").filter(has_text="达到多少转人工审核")).to_contain_text(
        "1,000.00元"
    )
    await expect(page.get_by_text("没有等待复核的政策变更")).to_be_visible()


RATES = (
    ("个人账户计息利率", "1.65", "全年利息约由"),
    ("贷款利率（首套住房，5年以上）", "2.7", "这类贷款本金余额"),
)


@pytest.mark.parametrize("case", RATES, ids=("accounts", "loans"))
async def test_rates_of_the_other_services_are_drafted_tried_and_decided_alike(
    staff_at: LoggedIn, town: Town, case: tuple[str, str, str]
) -> None:
    name, percent, verdict = case
    page = await staff_at(DESK, "maker")
    await chosen(page, name)
    trial = await drafted(page, "年利率", percent)
    await expect(trial).to_contain_text(f"{percent}%")
    await expect(trial).to_contain_text(verdict)
    await proposed(page)
    page = await staff_at(DESK, "checker")
    await agreed(page, f"{name}自2030年1月1日起")
    await page.goto(f"{PLACE}policies")
    later = page.locator("#policy option").filter(has_text=f"{name}（2030年1月1日起")
    await expect(later).to_have_count(1)
