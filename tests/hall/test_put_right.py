"""What two people put right at the desk: a wrong deposit, a ban, a lost login, a payee, a receipt."""

import re
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, expect
from tests.flows.evidence import until
from tests.flows.plan import PAID_MONTHS_AGO, month_before
from tests.flows.town import Town
from tests.support.owners import as_owner

from city.clients import Refused, visitor
from city.seed.people import person
from local.system import System
from shared.base.money import yuan

from .browser import DESK, faults
from .conftest import LoggedIn
from .employers import Company, found_company
from .test_at_the_counter import agreed, fill_day, found

PLACE = "/hall/staff/"
NO_ACCOUNT, PAYEE_ACCOUNT = "371400000001239701", person(4_650).card
"""Of the payee: one that the bank does not have, and its own."""
LONG_AGO = "UPDATE account_transfer SET release_by = '2000-01-01' WHERE id = $1"
"""As if the former employer had let its time pass."""


async def proposed(form: Locator, reason: str, paper: str) -> None:
    """Say why and on what paper, and put it before another person."""
    await form.get_by_label(reason).fill("已核对原件")
    await form.get_by_label("依据材料编号").fill(paper)
    await form.get_by_role("button", name="提交复核").click()
    await expect(form.page.get_by_text("另一人复核后生效").first).to_be_visible()


async def balance_of(town: Town, number: str) -> int:
    account = await town.maker.get(f"accounts/accounts/{number}")
    return int(account["balance_fen"])


async def test_a_wrong_deposit_goes_back_and_a_ban_is_imposed_and_lifted(
    staff_at: LoggedIn, town: Town
) -> None:
    wrong, other = town.take("not-sealed", 2)
    had = await balance_of(town, wrong.account_number)
    page, checking = await staff_at(DESK, "maker"), await staff_at(DESK, "checker")
    counter = await found(page, wrong)
    await counter.get_by_role("button", name="错缴更正").click()
    month = month_before(town.today, PAID_MONTHS_AGO[-1])
    await counter.get_by_label("错缴的月份").fill(f"{month:%Y-%m}")
    await counter.get_by_label("单位部分").fill("10.00")
    await counter.get_by_label("个人部分").fill("20.50")
    to = counter.get_by_label("应属的个人账号")
    await to.fill(other.account_number)
    await counter.get_by_label("错在哪里").fill("已核对原件")
    await counter.get_by_label("依据材料编号").fill("更正清册701号")
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.get_by_role("alert")).to_contain_text("应转入单位暂收款")
    assert await faults(page) == []
    await to.fill("")
    await proposed(counter, "错在哪里", "更正清册701号")
    assert await balance_of(town, wrong.account_number) == had
    await agreed(checking, "更正清册701号")
    assert await balance_of(town, wrong.account_number) == had - 3_050

    counter = await found(page, wrong)
    await counter.get_by_role("button", name="限制提取").click()
    await counter.get_by_role("radio", name="使用虚假材料").check()
    await fill_day(counter, "哪天发现", town.today)
    await counter.get_by_label("认定文书的文号").fill("德公积金认〔2026〕701号")
    await proposed(counter, "查明的情况", "调查笔录701号")
    await agreed(checking, "调查笔录701号")
    await page.goto(f"{PLACE}reviews")
    ban = page.get_by_role("row").filter(has_text="德公积金认〔2026〕701号")
    await expect(ban).to_contain_text("限制中")
    await ban.get_by_role("button", name=re.compile("^解除")).click()
    await proposed(page.get_by_role("dialog"), "为什么解除", "复核决定701号")
    await agreed(checking, "复核决定701号")
    await page.reload()
    await expect(ban).to_contain_text("已解除")
    assert await faults(page) == []


async def opened(page: Page, company: Company) -> None:
    """Look an employer up."""
    await page.goto(f"{PLACE}employers/{company.number}")
    await page.get_by_label("查询理由").fill("单位到柜台办理")
    await page.get_by_role("button", name="查找").click()
    await expect(page.get_by_role("region", name="经办人")).to_be_visible()


async def test_an_operators_lost_login_ends_and_the_last_one_is_not_shut(
    staff_at: LoggedIn, town: Town, client: httpx.AsyncClient
) -> None:
    company = await found_company(
        town, visitor(client, town.city), 6_340, "德州网厅遗失手机有限公司", 0
    )
    assert (await company.session.get("gateway/me"))["employer_number"] == company.number
    page, checking = await staff_at(DESK, "maker"), await staff_at(DESK, "checker")
    await opened(page, company)
    row = page.get_by_role("region", name="经办人").get_by_role("row").nth(1)
    await row.get_by_role("button", name=re.compile("^重置登录")).click()
    await page.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("请写明理由")
    assert await faults(page) == []
    await proposed(page.get_by_role("dialog"), "为什么重置", "遗失声明701号")
    await agreed(checking, "遗失声明701号")
    with pytest.raises(Refused, match="401"):
        await company.session.get("gateway/me")
    await opened(page, company)
    await expect(row).to_contain_text("待激活")
    await row.get_by_role("button", name=re.compile("^停用")).click()
    await proposed(page.get_by_role("dialog"), "为什么停用", "离职证明701号")
    await checking.goto(f"{PLACE}proposals")
    matter = checking.get_by_role("listitem").filter(has_text="离职证明701号")
    await matter.get_by_role("button", name=re.compile("^同意：")).click()
    await checking.get_by_role("button", name="同意，立即办理").click()
    await expect(checking.get_by_role("alert")).to_contain_text("须至少保留一名有确认权限的经办人")


async def loan_refused_by_the_bank(town: Town) -> str:
    """A loan whose payee's account the bank does not have; gives its number."""
    borrower, number = town.one("borrower"), f"DK{town.today:%Y}H701"
    payee = {"kind": "seller", "number": NO_ACCOUNT, "holder_name": "德州网厅置业有限公司"}
    contract = {
        "contract_number": number, "borrower": borrower.person_id, "amount_fen": 8_000_000,
        "method": "01", "periods": 240, "signed_on": town.today.isoformat(),
        "application_number": f"SQ{town.today:%Y}H701", "months_contributed": 36,
        "guarantee": {"type": "01", "number": "鲁（2026）德州市不动产证明第0000701号"}, "payee": payee,
        "repayment_card": {"number": borrower.person.card, "holder_name": borrower.person.name},
    }  # fmt: skip
    await town.by_two("loans/contracts", contract)
    await paid_out(town, number, "failed")
    return number


async def paid_out(town: Town, number: str, *states: str) -> None:
    await until(
        lambda: town.maker.get(f"loans/contracts/{number}/disbursements"),
        f"the disbursements of {number} are {states}",
        lambda it: sorted(one["state"] for one in it["disbursements"]) == sorted(states),
    )


async def look_at(page: Page, number: str) -> Locator:
    """Look a loan up; give the counter's part of the page."""
    await page.goto(f"{PLACE}loans/{number}")
    await page.get_by_label("查询理由").fill("柜台办理")
    await page.keyboard.press("Enter")
    return page.get_by_role("region", name="柜台业务")


async def test_a_loan_goes_to_its_payees_right_account_and_a_receipt_settles_it(
    staff_at: LoggedIn, town: Town
) -> None:
    number = await loan_refused_by_the_bank(town)
    page, checking = await staff_at(DESK, "maker"), await staff_at(DESK, "checker")
    counter = await look_at(page, number)
    await counter.get_by_role("button", name="更正收款人").click()
    await counter.get_by_label("收款账号").fill(PAYEE_ACCOUNT)
    await counter.get_by_label("户名").fill("德州网厅置业有限公司")
    assert await faults(page) == []
    await proposed(counter, "为什么更正", "售房人函701号")
    await agreed(checking, "售房人函701号")
    await paid_out(town, number, "failed", "paid")

    quote = await town.maker.get(
        f"loans/contracts/{number}/payoff-quote", paid_on=town.today.isoformat()
    )
    receipt = {
        "payer_name": "网厅借款人亲属", "amount_fen": quote["total_fen"],
        "remittance_information": "替家人还款", "value_date": town.today.isoformat(),
    }  # fmt: skip
    await town.bank.order("receipts", receipt)
    serial = await until(
        lambda: serial_of(town, quote["total_fen"]), "the receipt lies in suspense", bool
    )
    counter = await look_at(page, number)
    await counter.get_by_role("button", name="来款还款").click()
    await counter.get_by_label("银行流水号").fill(serial)
    await counter.get_by_label("来款金额").fill(yuan(quote["total_fen"]).replace(",", ""))
    await fill_day(counter, "起息日", town.today)
    await counter.get_by_role("radio", name="结清").check()
    assert await faults(page) == []
    await proposed(counter, "怎样认定是还这笔贷款", "还款人说明701号")
    await agreed(checking, "还款人说明701号")
    await until(
        lambda: town.maker.get(f"loans/contracts/{number}/receipt-claims"),
        "the receipt repays the loan",
        lambda it: [one["state"] for one in it["claims"]] == ["applied"],
    )
    await look_at(page, number)
    claims = page.get_by_role("region", name="来款还款").get_by_role("row").filter(has_text=serial)
    await expect(claims).to_contain_text("已还款")


async def serial_of(town: Town, fen: int) -> str:
    found = (await town.maker.get("accounts/suspense", limit=100))["items"]
    return next((str(one["bank_serial"]) for one in found if one["left_fen"] == fen), "")


async def test_r_trf_3_the_centre_moves_whom_the_former_employer_does_not_let_go(
    staff_at: LoggedIn,
    town: Town,
    client: httpx.AsyncClient,
    system: System,
    tokens_of: Callable[..., Awaitable[Any]],
) -> None:
    guest = visitor(client, town.city)
    former = await found_company(town, guest, 6_350, "德州网厅不放人有限公司", 1)
    taking = await found_company(town, guest, 6_360, "德州网厅接收有限公司", 0)
    (mover,) = former.people
    wanted = {
        "name": mover.name, "id_number": mover.id_number, "base_fen": 600_000,
        "first_month": f"{month_before(town.today, 0):%Y-%m}",
    }  # fmt: skip
    made = await taking.session.post(f"accounts/employers/{taking.number}/transfers", wanted)
    me = guest.logged_in(await tokens_of(mover))
    await me.post(f"accounts/my/transfers/{made['id']}/consent", {"agree": True})
    await as_owner(system, "accounts", LONG_AGO, uuid.UUID(made["id"]))
    page, checking = await staff_at(DESK, "maker"), await staff_at(DESK, "checker")
    await opened(page, former)
    await page.get_by_role("button", name=re.compile("^中心办理转移")).click()
    await proposed(page.get_by_role("dialog"), "为什么由中心办理", "职工申请701号")
    assert await faults(page) == []
    await agreed(checking, "职工申请701号")
    account = await town.maker.get(f"accounts/accounts/{former.accounts[0]}")
    assert account["employer_number"] == taking.number
    await opened(page, former)
    await expect(page.get_by_role("region", name="同城转移")).to_contain_text(former.accounts[0])
