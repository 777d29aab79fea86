"""我要还贷: both ways side by side, the door that closes, the agreement made and ended, what is overdue."""

import itertools
from collections.abc import Callable

import pytest
from playwright.async_api import Route, expect
from tests.flows.evidence import until
from tests.flows.town import Loan, Town, month_before

from city.clients import Phones

from .browser import DESK, PHONE, faults
from .conftest import LoggedIn
from .test_withdrawing import confirm, texts_of

LoanOf = Callable[..., Loan]
_numbers = itertools.count(4000)
"""Of loans, each once, whichever module lends."""


@pytest.fixture(scope="session")
def loan_of(town: Town) -> LoanOf:
    return lambda borrower, **terms: Loan(town, next(_numbers), borrower, by_card=True, **terms)


async def test_r_rep_10_both_ways_stand_side_by_side_and_the_door_is_named(
    citizen_at: LoggedIn, town: Town, phones: Phones, loan_of: LoanOf
) -> None:
    resident = town.one("borrower")
    loan = loan_of(resident)
    await loan.pay_out()
    await loan.pay_until(town.today)
    page = await citizen_at(DESK, resident)
    await page.get_by_role("link", name="我要还贷").first.click()
    await page.get_by_role("link", name="还款计划和明细").click()
    await expect(page.get_by_role("region", name="还款计划")).to_be_visible()
    assert await faults(page) == []
    await page.go_back()
    await page.get_by_role("link", name="提前还款试算").click()
    await expect(page.get_by_role("button", name="选择全部结清")).to_be_visible()
    await page.get_by_label("从还款银行卡扣款的总金额").fill("20000")
    await page.keyboard.press("Enter")
    refused = page.get_by_role("alert")
    await expect(refused).to_be_focused()
    await expect(refused).to_contain_text("协议")
    assert await faults(page) == []

    await page.get_by_role("link", name="查看冲抵协议").click()
    await page.get_by_role("button", name="确认签订").click()
    await expect(page.get_by_role("alert").get_by_role("listitem")).to_have_count(4)
    assert await faults(page) == []
    for name in ("按月冲还贷", "先用账户余额，不足部分从银行卡扣款", "减少月还款额"):
        await page.get_by_label(name).check()
    await page.get_by_label("我已阅读并接受").check()
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="确认签订").click()
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_text("冲抵协议已签订。").first).to_be_visible()

    await page.goto(f"/hall/{loan.path.replace('loans/contracts', 'loan')}/repay")
    await page.get_by_label("从还款银行卡扣款的总金额").fill("20,000")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="选择部分还款")).to_be_visible()
    await expect(page.get_by_role("button", name="选择全部结清")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="选择部分还款").click()
    assert await faults(page) == []
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="确认扣款").click()
    await confirm(page, phones, resident.person.phone, seen)
    debits = page.get_by_role("article").filter(has_text="扣款记录")
    await expect(debits).to_contain_text("部分提前还款 20,000.00 元")
    await expect(debits.locator(".chip").first).not_to_contain_text("扣款中")

    await page.goto(f"/hall/{loan.path.replace('loans/contracts', 'loan')}/offset")
    await page.get_by_role("button", name="终止我的协议").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("仍不能办理偿还公积金贷款提取")
    seen = await texts_of(phones, resident.person.phone)
    await dialog.get_by_role("button", name="确认终止").click()
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_text("已终止", exact=True)).to_be_visible()


async def test_r_rep_7_whoever_is_overdue_sees_what_is_owed_and_pays_it(
    citizen_at: LoggedIn, town: Town, phones: Phones, loan_of: LoanOf
) -> None:
    resident = town.one("borrower")
    loan = loan_of(resident, paid_out_on=month_before(town.today, 3).replace(day=5))
    await loan.pay_out()
    page = await citizen_at(PHONE, resident)

    async def answered_after_the_bank(route: Route) -> None:
        answer = await route.fetch()
        if answer.ok:
            await until(
                lambda: town.maker.get(f"{loan.path}/debits"),
                "the bank has debited",
                lambda it: [one["state"] for one in it["debits"]] == ["applied"],
            )
        await route.fulfill(response=answer)

    await page.route("**/owed-payments", answered_after_the_bank)
    await page.get_by_role("link", name="怎样归还").click()
    await expect(page.get_by_role("heading", name="今天应还")).to_be_visible()
    assert await faults(page) == []
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="从还款银行卡归还").click()
    await page.get_by_role("button", name="确认扣款").click()
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_text("没有逾期欠款。")).to_be_visible()
    assert await faults(page) == []
