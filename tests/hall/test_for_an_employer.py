"""代单位办理: a maker enters what an employer's operator does online; another decides what binds it."""

import httpx
from playwright.async_api import expect
from tests.flows.town import Town

from city.clients import visitor

from .browser import DESK, enter, faults
from .conftest import LoggedIn, PageAt, agreed, tokens_in
from .employers import Company, found_company

COUNTER = "/hall/counter/"
WHY, PAPER = "经办人账户被锁，本人到柜台", "介绍信12号"


async def decided(town: Town, company: Company) -> None:
    """Have the checker agree to the one thing that was proposed for the employer."""
    (proposal,) = [
        one
        for one in (await town.maker.get("accounts/proposals", state="open"))["items"]
        if company.number in one["summary"] or company.name in one["summary"]
    ]
    assert (proposal["reason"], proposal["evidence"]) == (WHY, [PAPER])
    await agreed(town, "accounts", proposal["kind"])


async def test_a_month_is_drafted_at_the_counter_confirmed_by_two_and_taken_back(
    page_at: PageAt, staff_at: LoggedIn, town: Town, client: httpx.AsyncClient
) -> None:
    company = await found_company(
        town, visitor(client, town.city), 6_200, "德州网厅柜台代办有限公司", 2
    )
    desk = await staff_at(DESK)
    await desk.goto(f"/hall/staff/employers/{company.number}")
    await desk.get_by_label("查询理由").fill(WHY)
    await desk.get_by_role("button", name="查找").click()
    await desk.get_by_role("link", name="代单位办理").click()
    await expect(desk.get_by_label("单位账号")).to_have_value(company.number)
    await desk.get_by_role("button", name="开始办理").click()
    await expect(desk.get_by_role("alert")).to_contain_text("请填写依据材料编号")
    assert await faults(desk) == []
    await desk.get_by_label("为什么代单位办理").fill(WHY)
    await desk.get_by_label("依据材料编号").fill(PAPER)
    await desk.get_by_role("button", name="开始办理").click()
    await expect(desk.get_by_role("heading", name="业务提交")).to_be_visible()
    await expect(desk.get_by_role("link", name="缓缴和降低缴存比例")).to_have_count(0)
    assert await faults(desk) == []

    await desk.get_by_role("link", name="当月汇缴", exact=True).click()
    await expect(desk.get_by_text("上传清册文件")).to_have_count(0)
    await desk.get_by_role("button", name="编制清册").click()
    await desk.get_by_role("button", name="确认清册").click()
    await desk.get_by_role("dialog").get_by_role("button", name="确认清册").click()
    await expect(desk.get_by_role("heading", name="已提交复核")).to_be_visible()
    assert await faults(desk) == []
    await decided(town, company)

    await desk.get_by_role("link", name="当月汇缴", exact=True).click()
    await desk.get_by_role("link", name="查看缴款单").click()
    await desk.get_by_role("button", name="还没付款，撤回清册").click()
    await desk.get_by_role("dialog").get_by_role("button", name="撤回").click()
    await expect(desk.get_by_role("heading", name="已提交复核")).to_be_visible()
    await decided(town, company)
    await desk.get_by_role("link", name="当月汇缴", exact=True).click()
    await expect(desk.get_by_role("button", name="编制清册")).to_be_visible()

    await desk.get_by_role("link", name="为哪个单位", exact=True).click()
    await desk.get_by_role("button", name="办完了，换一个单位").click()
    await desk.goto(f"{COUNTER}month")
    await expect(desk.get_by_role("button", name="开始办理")).to_be_visible()

    checker = await page_at(DESK)
    await enter(checker, "staff", "/hall/staff/", await tokens_in(town.checker))
    await checker.goto(COUNTER)
    await expect(checker.get_by_text("代单位办理由经办人员录入")).to_be_visible()
