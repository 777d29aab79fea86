"""A loan on the desk: its offset agreement by two people, what settles it, what came for it, its files."""

import re
from datetime import timedelta

from playwright.async_api import Page, expect
from tests.flows.town import Loan, Town, loan_number

from shared.base.money import yuan

from .browser import DESK, faults
from .conftest import LoggedIn
from .test_at_the_counter import agreed, fill_day

PLACE = "/hall/staff/"
NUMBER = 4_970
"""Of the loan here."""


async def opened(page: Page, contract: str) -> None:
    await page.goto(f"{PLACE}loans/{contract}")
    await page.get_by_label("查询理由").fill("柜台办理冲抵协议")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="冲抵协议", exact=True)).to_be_visible()


async def test_r_rep_10_an_offset_agreement_on_paper_is_entered_and_ended_by_two(
    staff_at: LoggedIn, town: Town
) -> None:
    loan = Loan(town, NUMBER, town.one("borrower"))
    await loan.pay_out()
    paid = await loan.pay_until(town.today - timedelta(days=45))
    contract = loan_number(town, NUMBER)
    quote = await town.maker.get(f"{loan.path}/payoff-quote", paid_on=town.today.isoformat())
    page, checking = await staff_at(DESK, "maker"), await staff_at(DESK, "checker")
    await opened(page, contract)
    claims = page.get_by_role("region", name="来款还款").first
    await expect(claims.get_by_role("row").filter(has_text="已还款")).to_have_count(len(paid))
    settling = page.get_by_role("region", name="结清")
    await settling.get_by_role("button", name="试算结清金额").click()
    await expect(settling).to_contain_text(yuan(quote["total_fen"]))
    await settling.get_by_role("button", name="查看结清情况").click()
    await expect(settling.get_by_role("alert")).to_contain_text("未能办理")
    async with page.expect_download() as got:
        await page.get_by_role("button", name="导出还款明细（Excel）").click()
    assert (await (await got.value).path()).read_bytes().startswith(b"PK")

    await page.get_by_role("button", name="登记冲抵协议").click()
    dialog = page.get_by_role("dialog", name="登记冲抵协议")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请选择谁签订的")
    assert await faults(page) == []
    for label in ("借款人", "按月冲还", "先用公积金，不足部分从还款卡扣", "缩短贷款年限"):
        await dialog.get_by_label(label, exact=True).check()
    await dialog.get_by_label("受理情况").fill("本人到场签订")
    await dialog.get_by_label("依据材料编号").fill("冲抵协议书31号")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_be_focused()
    await page.goto(f"{PLACE}proposals")
    own = page.get_by_role("listitem").filter(has_text="冲抵协议书31号")
    await expect(own.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)
    await agreed(checking, "冲抵协议书31号")

    await opened(page, contract)
    await page.get_by_role("button", name=re.compile("^终止.*签订的冲抵协议")).click()
    dialog = page.get_by_role("dialog", name="终止冲抵协议")
    await fill_day(dialog, "从哪天起不再冲还", town.today + timedelta(days=1))
    await dialog.get_by_label("为什么终止").fill("本人到柜台终止")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("终止日期不能晚于今天")
    await fill_day(dialog, "从哪天起不再冲还", town.today)
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")
    assert await faults(page) == []
    await agreed(checking, "本人到柜台终止")
    ended = (await town.maker.get(f"{loan.path}/agreements"))["agreements"][0]["ended_on"]
    assert ended == town.today.isoformat()
