"""Counter business from a person's page: entered by a maker, decided by another, shown on the same page."""

import re
from datetime import date, timedelta

import httpx
from playwright.async_api import Locator, Page, expect
from tests.flows.plan import Resident
from tests.flows.town import Loan, Town, loan_number
from tests.support.waiting import until

from city.clients import Phones, visitor
from city.seed.people import checked
from shared.base.identifiers import ResidentId

from .browser import DESK, faults, scan
from .conftest import LoggedIn
from .employers import found_company

PLACE = "/hall/staff/"
TABLET = 768
NUMBER = 4_960
"""Of the loan here."""


async def found(page: Page, resident: Resident) -> Locator:
    """Look somebody up; give the counter's part of the page."""
    await page.goto(f"{PLACE}people")
    await page.get_by_label("证件号码、预留手机号或个人账号").fill(resident.person.id_number)
    await page.get_by_label("查询理由").fill("柜台办理")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(resident.account_number, exact=True)).to_be_visible()
    return page.get_by_role("region", name="柜台业务")


async def agreed(page: Page, words: str) -> None:
    await page.goto(f"{PLACE}proposals")
    matter = page.get_by_role("listitem").filter(has_text=words)
    await matter.get_by_role("button", name=re.compile("^同意：")).click()
    await page.get_by_role("button", name="同意，立即办理").click()
    await expect(page.locator(".notice")).to_contain_text("已同意并办理")


async def test_a_court_freezes_by_one_and_lets_go_by_two_on_the_persons_page(
    staff_at: LoggedIn, town: Town
) -> None:
    resident = town.one("not-sealed")
    page = await staff_at(DESK, "maker")
    counter = await found(page, resident)
    await counter.get_by_role("button", name="冻结", exact=True).click()
    await counter.get_by_role("button", name="立即办理").click()
    await expect(counter.get_by_role("alert")).to_contain_text("请写明理由")
    assert await faults(page) == []
    await counter.get_by_label("冻结文书的机关、文号").fill("德城区法院（2026）鲁1402执保7号")
    await counter.get_by_role("button", name="立即办理").click()
    await expect(counter.get_by_role("alert")).to_contain_text("须附证明材料的扫描件")
    await scan(counter, "协助冻结通知书")
    assert await faults(page) == []
    await counter.get_by_role("button", name="立即办理").click()
    await expect(counter.locator(".notice")).to_be_focused()
    account = await town.maker.get(f"accounts/accounts/{resident.account_number}")
    assert account["state"] == "06"

    checking = await staff_at(DESK, "checker")
    await checking.goto(f"{PLACE}proposals")
    matter = checking.get_by_role("listitem").filter(
        has_text=f"核对已冻结账户{resident.account_number}"
    )
    async with checking.expect_download() as got:
        await matter.get_by_role("button", name="下载扫描件：协助冻结通知书").click()
    assert (await (await got.value).path()).read_bytes().startswith(b"%PDF-")
    await expect(matter.get_by_text("附扫描件", exact=True)).to_have_count(0)
    assert await faults(checking) == []
    await agreed(checking, f"核对已冻结账户{resident.account_number}")

    counter = await found(page, resident)
    await counter.get_by_role("button", name="解除冻结").click()
    await counter.get_by_label("解除文书的文号和内容").fill("（2026）鲁1402执保7号解除")
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.get_by_role("alert")).to_contain_text("请填写依据材料编号")
    await counter.get_by_label("依据材料编号").fill("解除通知书7号")
    await scan(counter, "解除冻结通知书")
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.locator(".notice")).to_contain_text("另一人复核后生效")
    await expect(page.get_by_role("region", name="未办结的申请")).to_contain_text("解冻")
    assert await faults(page) == []
    await agreed(checking, f"解除冻结账户{resident.account_number}")
    account = await town.maker.get(f"accounts/accounts/{resident.account_number}")
    assert account["state"] != "06"
    await found(page, resident)
    kept = page.get_by_role("list", name="办过的柜台业务")
    for name in ("协助冻结通知书", "解除冻结通知书"):
        await expect(kept.get_by_role("button", name=f"下载扫描件：{name}")).to_be_visible()
    assert await faults(page) == []


async def test_a_withdrawal_is_taken_for_somebody_with_an_agent_and_paid(
    staff_at: LoggedIn, town: Town, client: httpx.AsyncClient
) -> None:
    resident, agent = town.one("retired"), town.one("not-sealed")
    page = await staff_at(DESK, "maker")
    counter = await found(page, resident)
    await counter.get_by_role("button", name="受理提取").click()
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.get_by_role("alert")).to_contain_text("请选择提取类型")
    await counter.get_by_label("离退休提取").check()
    await counter.get_by_label("本人银行卡号").fill(resident.person.card)
    await counter.get_by_label(re.compile("^受托人")).check()
    await counter.get_by_label("代办人姓名").fill(agent.person.name)
    await counter.get_by_label("代办人身份证号码").fill(agent.person.id_number)
    await counter.get_by_label(re.compile("^预留手机不能接收验证码")).check()
    await counter.get_by_label("受理情况").fill("授权委托书原件已核")
    await counter.get_by_label("依据材料编号").fill("委托书11号")
    await scan(counter, "授权委托书")
    assert await faults(page) == []
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.locator(".notice")).to_contain_text("另一人复核后生效")
    await agreed(await staff_at(DESK, "checker"), f"尾号{resident.person.card[-4:]}的银行卡")

    async def paid() -> bool:
        card = {"card": resident.person.card}
        book = await client.get(f"{town.city.bank_control_url}/control/payments", params=card)
        return len(book.json()["payments"]) == 1

    await until(paid)


async def test_r_acc_8_two_accounts_of_one_person_are_merged_on_the_persons_page(
    staff_at: LoggedIn, town: Town, client: httpx.AsyncClient
) -> None:
    right, wrong = (checked(f"3714021959010112{digit}", ResidentId.parse) for digit in "34")
    guest = visitor(client, town.city)
    company = await found_company(
        town, guest, 8_100, "德州网厅合并商贸有限公司", 0, since=town.today
    )
    people = [
        {"name": "王建国", "id_number": number, "phone": f"1991000000{at}", "base_fen": 600_000}
        for at, number in enumerate((right, wrong))
    ]
    path = f"accounts/employers/{company.number}/accounts"
    opened = await company.session.post(path, {"employees": people})
    stays, goes = (one["account_number"] for one in opened["accounts"])
    ended = [{"account_number": goes, "reason": "terminated"}]
    await town.by_two("accounts/accounts/seal", {"items": ended})

    page = await staff_at(TABLET, "maker")
    await page.goto(f"{PLACE}people")
    await page.get_by_label("证件号码、预留手机号或个人账号").fill(goes)
    await page.get_by_label("查询理由").fill("本人到柜台合并账户")
    await page.keyboard.press("Enter")
    counter = page.get_by_role("region", name="柜台业务")
    await counter.get_by_role("button", name="账户合并").click()
    await counter.get_by_label("保留的个人账号").fill(goes)
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.get_by_role("alert")).to_contain_text("保留的账户不能是本账户")
    assert await faults(page) == []
    await counter.get_by_label("保留的个人账号").fill(stays)
    await counter.get_by_label("怎样认定是同一人").fill("身份证号码录错一位，本人到场")
    await counter.get_by_label("依据材料编号").fill("身份证复印件8号")
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.locator(".notice")).to_contain_text("另一人复核后生效")
    await expect(page.get_by_role("region", name="未办结的申请")).to_contain_text("证件号码相差")
    await agreed(await staff_at(DESK, "checker"), f"账户{goes}并入账户{stays}")

    async def merged() -> bool:
        account = await town.maker.get(f"accounts/accounts/{goes}")
        return bool(account["state"] == "03")

    await until(merged)
    await page.reload()
    await page.get_by_label("证件号码、预留手机号或个人账号").fill(goes)
    await page.get_by_label("查询理由").fill("核对合并")
    await page.keyboard.press("Enter")
    shown = page.get_by_role("region", name="账户合并")
    await expect(shown).to_contain_text(f"{goes}并入{stays}")
    await expect(shown).to_contain_text("已合并")
    assert await faults(page) == []


async def test_another_repayment_card_is_confirmed_by_the_borrowers_own_phone(
    staff_at: LoggedIn, town: Town, phones: Phones
) -> None:
    resident = town.one("borrower")
    await Loan(town, NUMBER, resident).pay_out()
    contract = loan_number(town, NUMBER)
    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}loans/{contract}")
    await page.get_by_label("查询理由").fill("柜台办理")
    await page.keyboard.press("Enter")
    counter = page.get_by_role("region", name="柜台业务")
    await counter.get_by_role("button", name="提前还款").click()
    await counter.get_by_label("部分还款").check()
    await expect(counter.get_by_label("还款金额")).to_be_visible()
    assert await faults(page) == []
    await counter.get_by_role("button", name="更换还款卡").click()
    await counter.get_by_label("新银行卡号").fill(resident.person.card)
    await counter.get_by_label("持卡人姓名").fill(resident.person.name)
    await counter.get_by_label("为什么更换").fill("旧卡挂失")
    seen = {text["text_id"] for text in await phones.texts(resident.person.phone)}
    await counter.get_by_role("button", name="提交复核").click()
    dialog = page.get_by_role("dialog", name="请输入确认验证码")
    await expect(dialog).to_contain_text("请办事人核对短信所述业务后告知")
    assert await faults(page) == []
    code = await phones.code(resident.person.phone, seen)
    await dialog.get_by_label("短信验证码").fill(code)
    await dialog.get_by_role("button", name="确认办理").click()
    await expect(counter.locator(".notice")).to_contain_text("另一人复核后生效")
    await expect(page.get_by_role("region", name="未办结的申请")).to_contain_text("还款")


async def fill_day(scope: Locator, legend: str, day: date) -> None:
    group = scope.get_by_role("group", name=legend)
    for field, value in zip(("年", "月", "日"), day.isoformat().split("-"), strict=True):
        await group.get_by_label(field, exact=True).fill(value)


async def test_name_phone_and_the_centres_seal_are_changed_by_two_pages_alone(
    staff_at: LoggedIn, town: Town
) -> None:
    """R-INF-2, R-SEAL-7: each proposed on the person's page, decided by another, in effect."""
    resident = town.one("not-sealed")
    number, surname = resident.account_number, resident.person.name[0]
    maker, checker = await staff_at(DESK, "maker"), await staff_at(DESK, "checker")

    async def account() -> dict[str, str]:
        found: dict[str, str] = await town.maker.get(f"accounts/accounts/{number}")
        return found

    counter = await found(maker, resident)
    await counter.get_by_role("button", name="更换预留手机号").click()
    await counter.get_by_label("出示的身份证号码").fill(resident.person.id_number)
    await counter.get_by_label("新手机号").fill("19910004321")
    await counter.get_by_label("为什么到柜台更换").fill("旧号已注销")
    await counter.get_by_label("依据材料编号").fill("身份证复印件21号")
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.locator(".notice")).to_contain_text("另一人复核后生效")
    await agreed(checker, "身份证复印件21号")

    await counter.get_by_role("button", name="更正姓名、证件号码").click()
    for label, text in (
        ("现在登记的身份证号码", resident.person.id_number), ("更正后的姓名", f"{surname}更名后"),
        ("更正后的身份证号码", resident.person.id_number), ("为什么更正", "户口簿登记变更"),
        ("依据材料编号", "户籍证明22号"),
    ):  # fmt: skip
        await counter.get_by_label(label, exact=True).fill(text)
    await scan(counter, "户籍证明")
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.locator(".notice")).to_contain_text("另一人复核后生效")
    await checker.goto(f"{PLACE}proposals")
    matter = checker.get_by_role("listitem").filter(has_text="户籍证明22号")
    await expect(matter.get_by_role("button", name="下载扫描件：户籍证明")).to_be_visible()
    await agreed(checker, "户籍证明22号")

    await counter.get_by_role("button", name="中心封存").click()
    await counter.get_by_label("离职", exact=True).check()
    await fill_day(counter, "劳动关系哪天结束", town.today - timedelta(days=60))
    await counter.get_by_label("为什么由中心封存").fill("单位逾期不办")
    await counter.get_by_label("依据材料编号").fill("解除合同证明23号")
    await counter.get_by_role("button", name="提交复核").click()
    await expect(counter.locator(".notice")).to_contain_text("另一人复核后生效")
    await agreed(checker, "解除合同证明23号")

    async def in_effect() -> bool:
        now = await account()
        return (now["state"], now["name"], now["phone"][-4:]) == ("02", f"{surname}***", "4321")

    await until(in_effect)
