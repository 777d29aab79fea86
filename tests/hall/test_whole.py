"""A person, a loan and an employer, whole, on the desk: after a reason, each part by itself."""

import re

from playwright.async_api import expect
from tests.flows.town import Loan, Town, loan_number

from .browser import DESK, drawn, faults
from .conftest import LoggedIn

PLACE = "/hall/staff/"
NUMBER = 4_950
"""Of the loan here."""


async def test_r_qry_5_a_person_a_loan_and_an_employer_stand_whole_on_a_page_after_a_reason(
    staff_at: LoggedIn, town: Town
) -> None:
    resident = town.one("borrower")
    await Loan(town, NUMBER, resident).pay_out()
    page = await staff_at(DESK, "checker")
    await page.get_by_role("link", name="职工", exact=True).click()
    await page.get_by_role("button", name="查找").click()
    await expect(page.get_by_role("alert")).to_contain_text("请写明理由")
    assert await faults(page) == []
    sought = page.get_by_label("证件号码、预留手机号或个人账号")
    await sought.fill("371400009999")
    await page.get_by_label("查询理由").fill("柜台咨询")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("没有找到这个号码")).to_be_visible()

    await page.route("**/api/hotline/calls?*", lambda route: route.abort())
    called = f"{resident.person.name} {resident.person.id_number[-4:]}"
    for typed in (resident.person.phone, called, resident.person.id_number):
        await sought.fill(typed)
        await page.get_by_role("button", name="查找").click()
        await expect(page.get_by_text(resident.account_number)).to_be_visible()
        if typed != resident.person.id_number:
            await page.get_by_role("button", name="查找另一位").click()
            await page.get_by_label("查询理由").fill("柜台咨询")
    await expect(page.get_by_text("来电暂时打不开")).to_be_visible()
    await drawn(page)
    for name in ("最近的明细", "账户变更"):
        await expect(page.get_by_role("region", name=name)).to_be_visible()
    await expect(page.get_by_text("本人锁定提取")).to_be_visible()
    said = await page.locator("main").inner_text()
    assert resident.person.id_number not in said
    assert resident.person.phone not in said
    assert await faults(page) == []

    contract = loan_number(town, NUMBER)
    await page.get_by_role("link", name=f"查看贷款{contract}").click()
    await expect(page.get_by_role("region", name="还款计划")).to_be_visible()
    await expect(page.get_by_text("借款合同", exact=True)).to_be_visible()
    await drawn(page)
    assert await faults(page) == []

    await page.get_by_role("navigation").get_by_role("link", name="单位", exact=True).click()
    account = await town.maker.get(f"accounts/accounts/{resident.account_number}")
    await page.get_by_label("单位账号").fill(account["employer_number"])
    await page.get_by_label("查询理由").fill("核对汇缴")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="最近的汇缴")).to_be_visible()
    await expect(page.get_by_role("region", name="经办人")).to_be_visible()
    await drawn(page)
    assert await faults(page) == []


async def test_the_state_of_the_system_stands_on_one_page_and_each_part_for_itself(
    staff_at: LoggedIn,
) -> None:
    page = await staff_at(DESK, "maker")
    await page.route("**/api/hotline/figures", lambda route: route.abort())
    await page.get_by_role("link", name="系统状态").click()
    await expect(page.get_by_text("热线暂时打不开")).to_be_visible()
    await drawn(page)
    for name in ("今日付款", "今日提取时效", "消息等待", "复核", "短信（二十四小时）", "定时任务"):
        await expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    await expect(page.get_by_text("结果未知")).to_be_visible()
    await expect(page.get_by_text(re.compile(r"^\d+个队列"))).to_be_visible()
    async with page.expect_download() as taken:
        await page.get_by_role("button", name="导出资金日报（PDF）").click()
    file = await (await taken.value).path()
    assert file.read_bytes().startswith(b"%PDF")
    assert await faults(page) == []

    page = await staff_at(DESK, "admin")
    await page.goto(f"{PLACE}state")
    await expect(page.get_by_role("heading", name="监控")).to_be_visible()
    await expect(page.get_by_text("没有配置监控页面的地址")).to_be_visible()
    await expect(page.get_by_role("heading", name="热线")).to_have_count(0)
