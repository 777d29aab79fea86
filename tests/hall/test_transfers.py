"""异地转移接续 by the page, asked for and taken back; and what staff see of jobs and of the books."""

import re

from playwright.async_api import expect
from tests.flows.town import Town

from city.clients import Phones
from local.system import System

from .browser import DESK, PHONE, faults
from .conftest import LoggedIn
from .test_withdrawing import confirm, texts_of


async def test_r_trf_4_a_citizen_asks_for_a_transfer_takes_it_back_and_is_told_why_not(
    citizen_at: LoggedIn, town: Town, phones: Phones, system: System
) -> None:
    """While accounts is away nobody has looked at the account here yet; the town has paid three months."""
    resident = town.one("not-sealed")
    phone = resident.person.phone
    page = await citizen_at(PHONE, resident)

    async def ask() -> None:
        await page.get_by_label("转出地中心").fill("济南住房公积金中心")
        seen = await texts_of(phones, phone)
        await page.get_by_role("button", name="提交申请").click()
        await confirm(page, phones, phone, seen)

    letters = page.get_by_role("region", name="转入，济南住房公积金中心")
    await system.kill("accounts")
    try:
        await page.goto("/hall/transfers")
        await expect(page.get_by_text("没有转移记录。")).to_be_visible()
        await page.get_by_role("button", name="提交申请").click()
        await expect(page.get_by_role("alert")).to_contain_text("请从名录中选择转出地中心")
        assert await faults(page) == []
        await ask()
        await expect(letters).to_contain_text("正在核实本地账户")
        await expect(page.get_by_text("您有一笔转入正在办理")).to_be_visible()
        assert await faults(page) == []
        await letters.get_by_role("button", name=re.compile("^撤销申请")).click()
        await page.get_by_role("dialog").get_by_role("button", name="确认撤销").click()
        await expect(letters).to_contain_text("已撤销")
        await expect(letters.get_by_role("button")).to_have_count(0)
    finally:
        await system.bring_back("accounts")
    await ask()
    await expect(letters.first).to_contain_text("须已缴存满6个月，目前为3个月")
    await page.goto("/hall/account")
    await page.get_by_role("link", name="异地转移接续").click()
    await expect(letters).to_have_count(2)


async def test_staff_see_what_the_clock_starts_in_every_service_and_the_books_of_a_month(
    staff_at: LoggedIn,
) -> None:
    page = await staff_at(DESK, "checker")
    await page.get_by_role("navigation").get_by_role("link", name="定时任务").click()
    jobs = page.get_by_role("region", name="定时任务")
    for title in (
        "年度结息",
        "贷款日终：调整利率、扣款、还款提醒",
        "银行日终对账",
        "约定提取和提醒",
    ):
        await expect(jobs.get_by_role("row").filter(has_text=title).first).to_be_visible()
    await expect(jobs.get_by_role("row").filter(has_text="审计记录封存")).to_have_count(12)
    assert await faults(page) == []
    await page.get_by_role("navigation").get_by_role("link", name="账簿报表").click()
    heading = page.get_by_role("heading", level=1)
    await expect(heading).to_have_text("账簿报表")
    await expect(
        page.get_by_text("还没有会计期间。").or_(page.get_by_role("region", name="试算平衡表"))
    ).to_be_visible()
    assert await faults(page) == []
