"""Every type of withdrawal through its pages, from "can I" to told; each refusal as its page says it."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import httpx
import pytest
from playwright.async_api import Page, expect
from tests.chaos.registered import Record, records_of
from tests.flows.evidence import PAID_TEXT
from tests.flows.plan import Resident, closing_fen, month_before
from tests.flows.town import Loan, Town
from tests.flows.withdrawing import FINAL, apply, outcome, reached
from tests.support.callers import photograph

from city.clients import Phones, log_in, visitor
from local.system import System
from shared.base.calendar import months_after

from .browser import DESK, PHONE, enter, faults
from .conftest import LoggedIn, PageAt, tokens_in
from .papers import accepted
from .test_withdrawing import confirm, texts_of

BALANCE_FEN = 3 * 96_000
STAYS_FEN = 1
"""What is left of an account that is not closed."""
LOANS = 4_600
"""Numbers of the loans made here."""
LogIn = Callable[[Resident], Awaitable[Resident]]


@pytest.fixture(scope="session")
def at_home(system: System, client: httpx.AsyncClient) -> LogIn:
    """Log a resident in without a browser, who can apply so, too."""

    async def come_in(resident: Resident) -> Resident:
        person = resident.person
        guest = visitor(client, system.city)
        resident.session = await log_in(guest, person.id_number, person.phone)
        return resident

    return come_in


async def on_record(town: Town, resident: Resident, records: Sequence[Record]) -> None:
    """Put facts into the registers, in the place of what they had."""
    place = f"{town.city.registers_url}/control/people/{resident.person.id_number}"
    for record in records:
        body = {"outcome": record.outcome, "data": dict(record.data)}
        answer = await town.bank.client.put(f"{place}/{record.register}", json=body)
        answer.raise_for_status()


async def repaid(town: Town, resident: Resident) -> None:
    """A loan that was paid off last month: one deposit is younger than the three that stay (R-WDR-5)."""
    loan = Loan(town, LOANS, resident)
    await loan.pay_out()
    await loan.pay_off(month_before(town.today, 1).replace(day=20))


@dataclass(frozen=True)
class Walk:
    """A type, who takes it, and how much that is; None: everything with interest."""

    kind: str
    name: str
    part: str = "not-sealed"
    recorded: str = ""
    """Whose records, of `tests.chaos.registered`."""
    fen: int | None = BALANCE_FEN - STAYS_FEN
    takes: str = ""
    """Less than there is, as it is typed."""
    prepare: Callable[[Town, Resident], Awaitable[None]] | None = None


BY_KEYBOARD = {"retirement"}
"""Walked in test_withdrawing.py."""
WALKS = (
    Walk("contract_ended", "解除劳动合同关系提取", "contract-ended", fen=None),
    Walk("sentenced", "判处刑罚提取", "sentenced", fen=None),
    Walk("settled_abroad", "非因公出境定居提取", "settled-abroad", fen=None),
    Walk("loan_repaid", "偿还公积金贷款提取", fen=96_000, prepare=repaid),
    Walk("rent", "租房提取", fen=1_234_56, takes="1,234.56"),
    Walk("purchase", "购房提取", recorded="buys"),
    # By hand, for citizen 1 of `registered`: 300 + 0.10; half of 400.03; 100.01; 12 x 40.01 yuan.
    Walk("build", "建造、翻建、大修住房提取", recorded="builds", fen=300_10),
    Walk("renovation", "装修提取", recorded="renovates", fen=200_01),
    Walk("property_fee", "物业费提取", recorded="pays-a-fee", fen=100_01),
    Walk("repay_running", "偿还住房贷款本息提取", recorded="repays-a-bank", fen=480_12),
    Walk("unable_to_work", "完全丧失劳动能力提取", "cannot-work", "cannot-work", fen=None),
)


async def test_every_type_that_is_offered_is_walked(town: Town, at_home: LogIn) -> None:
    found = await (await at_home(town.one("not-sealed"))).me.get("withdrawals/types")
    assert {one["kind"] for one in found["types"]} == {one.kind for one in WALKS} | BY_KEYBOARD


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.kind)
async def test_each_type_goes_from_can_i_to_told(
    page_at: PageAt, town: Town, phones: Phones, at_home: LogIn, walk: Walk
) -> None:
    resident = await at_home(town.one(walk.part))
    await on_record(town, resident, records_of(walk.recorded, 1, town.today))
    if walk.prepare is not None:
        await walk.prepare(town, resident)
    page = await page_at(PHONE if WALKS.index(walk) % 2 else DESK)
    await enter(page, "citizens", "/hall/", await tokens_in(resident.me))
    await page.goto("/hall/apply")
    offered = page.get_by_role("region", name="现在可以办理").get_by_role("article")
    mine = offered.filter(has=page.get_by_role("heading", name=walk.name, exact=True))
    most = walk.fen if walk.fen is not None else sum(closing_fen(resident, town.today))
    if not walk.takes:
        await expect(mine).to_contain_text(f"最多 {yuan(most)} 元")
    await mine.get_by_role("link", name="开始申请").click()
    await fill_in(page, resident, walk)
    await expect(page.get_by_text(walk.name, exact=True)).to_be_visible()
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="确认提交").click()
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"提取 · {walk.name}")
    if walk.kind == "sentenced":
        await wait_for_two(page, town, resident, phones)
    await expect(page.locator(".state")).to_have_text("已到账")
    await expect(page.get_by_role("definition").first).to_have_text(f"{yuan(most)} 元")
    assert yuan(most) in (await phones.arrived(resident.person.phone, PAID_TEXT, 30))["text"]


async def fill_in(page: Page, resident: Resident, walk: Walk) -> None:
    """One question a page: the card, and where the account stays open which of it and how much."""
    await page.get_by_role("button", name="开始填写").click()
    await page.get_by_label("资金转到您的哪张银行卡？").fill(resident.person.card)
    await page.keyboard.press("Enter")
    if walk.fen is None:
        return
    await page.get_by_label("依据哪一", exact=False).press("Enter")
    if walk.takes:
        await page.get_by_label("少提一些").check()
        await page.get_by_label("提取金额").fill(walk.takes)
    await page.get_by_role("button", name="下一步").click()


async def wait_for_two(page: Page, town: Town, resident: Resident, phones: Phones) -> None:
    """It waits for two people; another one meanwhile is refused, and leads to this one."""
    await expect(page.locator(".state")).to_have_text("人工审核")
    place = page.url
    await page.goto("/hall/apply/sentenced?step=card")
    await page.get_by_label("资金转到您的哪张银行卡？").fill(resident.person.card)
    await page.keyboard.press("Enter")
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="确认提交").click()
    await confirm(page, phones, resident.person.phone, seen)
    refused = page.get_by_role("alert")
    await expect(refused).to_contain_text("您已有一笔提取申请正在办理")
    await expect(refused).to_contain_text("R-WDR-10")
    await refused.get_by_role("link", name="查看办理中的申请").click()
    await expect(page).to_have_url(place)
    agreed = {"proposal": "approve", "reason": "判决书已核实"}
    await town.by_two(f"withdrawals/reviews/{place.rpartition('/')[2]}/proposal", agreed)


def yuan(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02}"


@dataclass(frozen=True)
class No:
    """A refusal: what is on record, what is applied for, and what the page says of it."""

    kind: str
    rule: str
    text: str
    then: str
    """What the page says comes next."""
    records: tuple[Record, ...] = ()
    amount_fen: int | None = None


UNIT = "371400000077"
AT_HOME = Record("homes", data={"homes": [{"unit": UNIT, "in_city": True}]})
MYSELF, THE_UNIT, THE_COUNTER, THE_BANK = (
    "请先按上面的说明办理",
    "请联系单位办理",
    "到柜台办理",
    "向银行",
)
"""Who has to do something, as the page says it."""
ELSE, LATER = "条件满足后可以重新申请", "起可以重新申请"


def contract(counted_from: date, **more: Any) -> Record:
    """A home that was bought."""
    bought = {
        "number": f"WQ{UNIT}", "unit": UNIT, "ordinal": 1, "new": True, "price_fen": 40_000_000,
        "value_fen": 40_000_000, "counted_from": counted_from.isoformat(), "loans_fen": 0,
        "down_payment_fen": 0, "paid_fen": 0, **more,
    }  # fmt: skip
    return Record("homes", data={"contracts": [bought]})


def without_a_home(today: date) -> list[No]:
    """One without a home whose account is open, and what the registers learn meanwhile."""
    old = months_after(today, -25)
    loan = dict(records_of("repays-a-bank", 1, today)[1].data["loans"][0])
    loan["payments"] = loan["payments"][:3]
    permit = {
        "number": f"JZ{UNIT}", "unit": UNIT, "granted_on": old.isoformat(), "area_hundredths": 9_000,
    }  # fmt: skip
    return [
        No("retirement", "R-WDR-1", "汇缴状态不是封存", THE_UNIT),
        No("loan_repaid", "R-WDR-4", "没有查到您名下的住房公积金贷款", THE_BANK),
        No("purchase", "R-WDR-32", "没有查到您或配偶的购房网签合同", ELSE),
        No("build", "R-WDR-35", "没有查到规划许可或房屋安全鉴定", ELSE),
        No("renovation", "R-WDR-36", "没有查到您或配偶名下的自有住房", ELSE),
        No("property_fee", "R-WDR-37", "没有查到您或配偶名下的自有住房", ELSE),
        No("repay_running", "R-WDR-38", "没有查到您或配偶正在偿还的住房贷款", THE_BANK),
        No("rent", "R-WDR-19", "申请金额99,999.00元超过可提取金额", ELSE, amount_fen=99_999_00),
        No("rent", "R-WDR-21", "没有查到您的信息", MYSELF, (Record("leases", "unknown"),)),
        No("rent", "R-WDR-28", "名下有住房", ELSE, (Record("leases", "no"), AT_HOME)),
        No("renovation", "R-WDR-36", "没有查到符合期限的装修发票", ELSE),
        No("property_fee", "R-WDR-37", "没有查到本年度已缴物业费的票据", ELSE),
        No(
            "repay_running", "R-WDR-38", "您已还3期，还差9期", ELSE,
            (Record("bank_loans", data={"loans": [loan]}),),
        ),
        No("purchase", "R-WDR-32", "现已超过期限", ELSE, (contract(old),)),
        No("purchase", "R-WDR-32", "购买第3套住房不能提取", ELSE, (contract(today, ordinal=3),)),
        No("purchase", "R-WDR-33", "没有亲属关系", LATER, (contract(today, relatives=False),)),
        No(
            "build", "R-WDR-35", "现已超过期限", ELSE,
            (Record("homes", data={"permits": [permit]}),),
        ),
    ]  # fmt: skip


async def shows(page: Page, refused: dict[str, Any], no: No) -> None:
    """The page of a refused application gives the reason, its rule and what comes next."""
    await page.goto(f"/hall/applications/{refused['id']}")
    await expect(page.locator(".state")).to_have_text("不予提取")
    why = page.locator(".warning")
    await expect(why).to_contain_text(no.text)
    await expect(why).to_contain_text(f"依据：{no.rule}")
    await expect(why).to_contain_text("下一步：")
    await expect(why).to_contain_text(no.then)
    remind = page.get_by_role("button", name="到时短信提醒我")
    await expect(remind).to_have_count(1 if no.then == LATER else 0)


async def refuses(town: Town, page: Page, resident: Resident, *nos: No) -> None:
    """Apply for each, one after the other, and look at its page."""
    await enter(page, "citizens", "/hall/", await tokens_in(resident.me))
    for no in nos:
        await on_record(town, resident, no.records)
        more = {} if no.amount_fen is None else {"amount_fen": no.amount_fen}
        refused = await outcome(resident, no.kind, **more)
        assert refused["state"] == "rejected", (no, refused)
        await shows(page, refused, no)


async def test_what_registers_lack_is_told_before_applying_and_on_each_refusal(
    page_at: PageAt, town: Town, at_home: LogIn
) -> None:
    resident = await at_home(town.one("not-sealed"))
    page = await page_at(PHONE)
    await enter(page, "citizens", "/hall/", await tokens_in(resident.me))
    await page.goto("/hall/apply")
    barred = page.get_by_role("region", name="现在还不能办理").get_by_role("article")
    await expect(barred).to_have_count(11)
    for one in await barred.all():
        await expect(one).to_contain_text("依据 R-WDR-")
    await refuses(town, page, resident, *without_a_home(town.today))
    assert await faults(page) == []


async def test_r_wdr_44_not_every_grade_is_a_total_loss(
    page_at: PageAt, town: Town, at_home: LogIn
) -> None:
    resident, page = await at_home(town.one("stopped-recently")), await page_at(PHONE)
    grade = Record("working_ability", data={"disability_grade": 9})
    await refuses(
        town, page, resident,
        No("contract_ended", "R-WDR-2", "单位停止缴存未满6个月", LATER),
        No("unable_to_work", "R-WDR-44", "没有查到您的劳动能力鉴定结论", ELSE),
        No("unable_to_work", "R-WDR-44", "不属于完全丧失劳动能力", ELSE, (grade,)),
    )  # fmt: skip


async def test_a_loan_of_the_fund_bars_what_it_bars(
    page_at: PageAt, town: Town, at_home: LogIn
) -> None:
    """Nothing of the first was paid back; the second had an agreement; the third was paid off today."""
    page, first, second, third = await page_at(DESK), *town.take("not-sealed", 3)
    await Loan(town, LOANS + 1, first).pay_out()
    await refuses(
        town, page, await at_home(first),
        No("loan_repaid", "R-WDR-4", "尚未还清", MYSELF),
        No("rent", "R-WDR-24", "还清之前只能办理偿还住房贷款本息提取", MYSELF),
        No("repay_running", "R-WDR-39", "贷款有逾期", MYSELF),
    )  # fmt: skip
    loan = Loan(town, LOANS + 2, second)
    await loan.pay_out()
    await loan.sign_agreement()
    await loan.pay_off(month_before(town.today, 1).replace(day=20))
    said = No("loan_repaid", "R-WDR-4", "签订过冲抵协议", ELSE)
    await refuses(town, page, await at_home(second), said)
    loan = Loan(town, LOANS + 3, third)
    await loan.pay_out()
    await loan.pay_off(town.today)
    said = No("loan_repaid", "R-WDR-5", "没有可以提取的金额", ELSE)
    await refuses(town, page, await at_home(third), said)


async def test_an_account_that_is_barred_says_by_what(
    page_at: PageAt, town: Town, at_home: LogIn
) -> None:
    page, (frozen, owing, banned, closed) = await page_at(PHONE), town.take("retired", 4)
    await town.maker.post(
        f"accounts/accounts/{frozen.account_number}/freeze",
        {"reason": "法院协助执行通知书〔2026〕40号"},
    )
    await Loan(town, LOANS + 4, owing).pay_out()
    ban = {
        "person_id": banned.person_id, "cause": "false_materials",
        "found_on": town.today.isoformat(), "document_number": "德公积金罚字〔2026〕940号",
    }  # fmt: skip
    await town.by_two("withdrawals/bans", ban)
    assert (await outcome(await at_home(closed)))["state"] == "paid"
    of = No("retirement", "R-WDR-10", "", ELSE)
    for resident, no in (
        (frozen, replace(of, text="处于冻结状态", then=THE_COUNTER)),
        (owing, replace(of, text="尚未还清的住房公积金贷款", then=MYSELF)),
        (banned, replace(of, rule="R-WDR-14", text="提供虚假材料", then=LATER)),
        (closed, replace(of, text="已经销户")),
        (town.one("deceased"), replace(of, rule="R-WDR-15", text="继承人", then=THE_COUNTER)),
    ):
        await refuses(town, page, await at_home(resident), no)


async def test_what_was_taken_what_staff_refuse_and_what_was_never_paid_in_is_said(
    page_at: PageAt, town: Town, at_home: LogIn
) -> None:
    page, renter = await page_at(DESK), await at_home(town.one("not-sealed"))
    assert (await outcome(renter, "rent", amount_fen=100_00))["state"] == "paid"
    other = No("purchase", "R-WDR-25", "已办理过另一类住房提取", LATER, (contract(town.today),))
    await refuses(town, page, renter, other)
    newcomer = await at_home(town.one("never-paid"))
    await refuses(town, page, newcomer, No("rent", "R-WDR-28", "须连续足额缴存满3个月", THE_UNIT))
    convict = await at_home(town.one("sentenced"))
    asked = await apply(convict, "sentenced")
    await reached(convict, asked["id"], ["in_review"])
    refusal = {"proposal": "reject", "reason": "判决书与本人信息不符"}
    await town.by_two(f"withdrawals/reviews/{asked['id']}/proposal", refusal)
    await enter(page, "citizens", "/hall/", await tokens_in(convict.me))
    refused = await reached(convict, asked["id"], FINAL)
    said = No("sentenced", "R-WDR-8", "判决书与本人信息不符", "如有异议，请带材料到柜台说明")
    await shows(page, refused, said)


async def test_r_wdr_21_papers_are_uploaded_taken_back_and_handed_in_for_what_no_register_knows(
    page_at: PageAt, staff_at: LoggedIn, town: Town, phones: Phones, at_home: LogIn
) -> None:
    resident = await at_home(town.one("not-sealed"))
    await on_record(town, resident, [Record("homes", "unknown")])
    asked = await apply(resident, "purchase")
    page = await page_at(PHONE)
    await enter(page, "citizens", "/hall/", await tokens_in(resident.me))
    await page.goto(f"/hall/applications/{asked['id']}")
    await expect(page.locator(".state")).to_have_text("待补材料")
    papers = page.get_by_role("article", name="证明材料")
    await expect(papers).to_contain_text("没有查到您的信息，请上传证明材料")
    hand_in = papers.get_by_role("button", name="提交审核")
    await hand_in.click()
    await expect(page.get_by_role("alert")).to_contain_text("请先上传材料")
    for name in ("拍糊了的合同", "购房合同"):
        await papers.get_by_label("材料名称").fill(name)
        await papers.get_by_role("button", name="上传", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("请选择照片或PDF文件")
        await papers.get_by_label("选择照片或文件").set_input_files(
            {"name": "合同.jpg", "mimeType": "image/jpeg", "buffer": photograph()}
        )
        await papers.get_by_role("button", name="上传", exact=True).click()
        await expect(papers.get_by_role("list", name="已上传的材料")).to_contain_text(name)
    assert await faults(page) == []
    await papers.get_by_role("button", name=re.compile("^撤回.*拍糊了的合同")).click()
    await expect(papers.get_by_role("listitem")).to_have_count(1)
    await hand_in.click()
    await expect(page.locator(".state")).to_have_text("材料审核")
    await expect(papers).to_contain_text("已提交审核")
    assert await faults(page) == []
    async with page.expect_download() as downloading:
        await papers.get_by_role("button", name=re.compile("^下载.*购房合同")).click()
    assert (await downloading.value).suggested_filename == "购房合同.pdf"

    await accepted(await staff_at(DESK), await staff_at(DESK, "checker"), UNIT, town.today)
    await expect(page.locator(".state")).to_have_text("已到账")
    await expect(page.get_by_role("definition").first).to_have_text("2,879.99 元")
