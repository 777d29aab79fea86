"""Counter business on the desk: a consent on paper, and a death with its heirs, each by two people."""

import re

from playwright.async_api import Page, expect
from tests.flows.town import Town

from city.seed.people import person

from .browser import DESK, PHONE, faults, scan
from .conftest import LoggedIn

PLACE = "/hall/staff/"
TABLET = 768
HEIR = 4_700
"""Nobody who has an account here."""


async def agreed_to(page: Page, paper: str) -> None:
    """Decide what lies on the desk with a paper, as another member of staff."""
    await page.goto(f"{PLACE}proposals")
    matter = page.get_by_role("listitem").filter(has_text=paper)
    await matter.get_by_role("button", name=re.compile("^同意：")).click()
    await page.get_by_role("button", name="同意，立即办理").click()
    await expect(page.locator(".notice")).to_contain_text("已同意并办理")


async def test_r_wdr_20_a_consent_on_paper_is_entered_by_two_and_taken_back_online(
    staff_at: LoggedIn, citizen_at: LoggedIn, town: Town
) -> None:
    spouse = town.one("not-sealed")
    page = await staff_at(DESK, "maker")
    await page.get_by_role("link", name="配偶授权").click()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请填写依据材料编号")
    assert await faults(page) == []
    await page.get_by_label(re.compile("^登记授权")).check()
    await page.get_by_label("签署人证件号码").fill(spouse.person.id_number)
    await page.get_by_label("办理事由").fill("本人到柜台签署")
    await page.get_by_label("依据材料编号").fill("授权书2026-7号")
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("登记配偶书面授权查询")
    await agreed_to(await staff_at(DESK, "checker"), "授权书2026-7号")

    page = await citizen_at(PHONE, spouse)
    await page.goto("/hall/safety")
    await page.get_by_role("button", name="撤回授权").click()
    await expect(page.get_by_role("button", name="同意授权")).to_be_visible()


async def test_r_wdr_45_a_death_is_recorded_by_two_and_its_heirs_are_entered(
    staff_at: LoggedIn, town: Town
) -> None:
    dead, heir = town.one("retired"), person(HEIR)
    page = await staff_at(TABLET, "maker")
    await page.goto(f"{PLACE}deaths")
    await page.get_by_label("证件号码").fill(dead.person.id_number)
    await page.locator("#find-reason").fill("家属到柜台报告")
    await page.get_by_role("button", name="查找").click()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请填写死亡日期")
    assert await faults(page) == []
    for field, value in zip(("年", "月", "日"), town.today.isoformat().split("-"), strict=True):
        await page.get_by_role("group", name="死亡日期").get_by_label(field, exact=True).fill(value)
    await page.get_by_label(re.compile("^死亡证明")).check()
    await page.get_by_label("办理事由").fill("家属提交死亡证明")
    await page.get_by_label("依据材料编号").fill("死亡证明2026-11号")
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("登记死亡")
    await agreed_to(await staff_at(DESK, "checker"), "死亡证明2026-11号")

    await page.get_by_label("查询理由").last.fill("办理继承")
    await page.get_by_role("button", name="查看").click()
    await page.get_by_role("link", name="查看：死亡证明2026-11号").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("死亡登记")
    await page.get_by_label("查询理由").fill("办理继承")
    await page.get_by_role("button", name="查看").click()
    await expect(page.get_by_role("heading", name="死亡以后的付款")).to_be_visible()
    await page.get_by_role("button", name="再加一位继承人").click()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择继承依据")
    assert await faults(page) == []
    await page.get_by_role("button", name="删除继承人2").click()
    await page.get_by_label("公证书").check()
    await page.get_by_label("姓名").fill(heir.name)
    await page.get_by_label("证件号码").fill(heir.id_number)
    await page.locator("#claim-reason").fill("公证书载明一名继承人")
    await page.locator("#claim-evidence").fill("公证书2026-3号")
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("须附证明材料的扫描件")
    await scan(page.locator("form"), "继承公证书")
    assert await faults(page) == []
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("继承提取：凭公证书")

    page = await staff_at(DESK, "checker")
    await page.goto(f"{PLACE}proposals")
    matter = page.get_by_role("listitem").filter(has_text="公证书2026-3号")
    await expect(matter.get_by_role("button", name="下载扫描件：继承公证书")).to_be_visible()
    await agreed_to(page, "公证书2026-3号")
