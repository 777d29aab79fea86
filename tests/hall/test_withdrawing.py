"""业务办理: what is possible first, then one question a page, a code, and progress that moves by itself."""

import re

import httpx
from playwright.async_api import Page, expect
from tests.flows.town import Town

from city.clients import Phones
from local.system import System

from .browser import DESK, PHONE, faults
from .conftest import LoggedIn


async def confirm(page: Page, phones: Phones, phone: str, seen: set[int]) -> None:
    """Enter the code whose text says what it confirms."""
    dialog = page.get_by_role("dialog", name="请输入确认验证码")
    await expect(dialog).to_be_visible()
    field = dialog.get_by_label("短信验证码")
    await expect(field).to_be_focused()
    await field.fill(await phones.code(phone, seen))
    await page.keyboard.press("Enter")


async def texts_of(phones: Phones, phone: str) -> set[int]:
    return {text["text_id"] for text in await phones.texts(phone)}


async def test_a_withdrawal_by_keyboard_alone_is_sent_once_and_moves_by_itself(
    citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    resident = town.one("retired")
    page = await citizen_at(PHONE, resident)
    await page.goto("/hall/apply")
    await expect(page.get_by_text("测算完成")).to_be_attached()
    assert await faults(page) == []
    start = page.get_by_role("link", name=re.compile("^开始申请.*离退休提取"))
    await start.focus()
    await page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    await expect(heading).to_have_text("离退休提取：办理前须知")
    await expect(heading).to_be_focused()
    await expect(page).to_have_title("离退休提取：办理前须知 · 住房公积金网上服务厅")
    await page.get_by_role("button", name="开始填写").press("Enter")

    card = page.get_by_label("资金转到您的哪张银行卡？")
    await page.get_by_role("button", name="下一步").press("Enter")
    await expect(page.get_by_role("alert")).to_be_focused()
    await page.get_by_role("link", name="请输入银行卡号").press("Enter")
    await expect(card).to_be_focused()
    assert await faults(page) == []
    number = resident.person.card
    pasted = f" {number[:6]} {number[6:12]}\t{number[12:]} "
    await page.keyboard.insert_text(pasted)
    await expect(card).to_have_value(re.sub(r"(.{4})(?=.)", r"\1 ", number))
    await page.keyboard.press("Enter")
    await expect(heading).to_have_text("离退休提取：核对并提交")
    await page.go_back()
    await expect(heading).to_have_text("离退休提取：收款银行卡")
    await expect(card).to_have_value(re.sub(r"(.{4})(?=.)", r"\1 ", number))
    await card.press("Enter")
    assert await faults(page) == []

    seen = await texts_of(phones, resident.person.phone)
    send = page.get_by_role("button", name="确认提交")
    await send.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="请输入确认验证码")).to_be_visible()
    assert await faults(page) == []
    await confirm(page, phones, resident.person.phone, seen)
    await expect(heading).to_have_text("提取 · 离退休提取")
    await expect(page.locator(".state")).to_have_text("已到账")
    await expect(page.get_by_role("list", name="办理进度")).to_contain_text("已到账")
    assert await faults(page) == []
    await page.goto("/hall/applications")
    await expect(page.locator("a.line")).to_have_count(1)
    assert await faults(page) == []


async def test_a_refusal_says_why_by_which_rule_and_what_comes_next(
    citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    resident = town.one("not-sealed")
    page = await citizen_at(DESK, resident)
    await page.goto("/hall/apply/retirement?step=check")
    await expect(page).to_have_url(re.compile("step=card$"))
    await page.get_by_label("资金转到您的哪张银行卡？").fill(resident.person.card)
    await page.keyboard.press("Enter")
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="确认提交").click()
    await confirm(page, phones, resident.person.phone, seen)
    reason = page.locator(".warning").filter(has_text="R-WDR-1")
    await expect(reason).to_contain_text("封存")
    await expect(reason).to_contain_text("下一步：")
    assert await faults(page) == []


async def test_a_session_that_ends_in_mid_form_comes_back_to_it(
    citizen_at: LoggedIn, town: Town, phones: Phones, system: System, client: httpx.AsyncClient
) -> None:
    resident = town.one("sentenced")
    page = await citizen_at(PHONE, resident)
    await page.goto("/hall/apply/sentenced?step=card")
    card = page.get_by_label("资金转到您的哪张银行卡？")
    await card.fill(resident.person.card)
    # The caret stays behind the digit that was typed, in the middle of a grouped number.
    await card.evaluate("field => field.setSelectionRange(2, 2)")
    await page.keyboard.type("9")
    assert await card.evaluate("field => field.selectionStart") == 3
    await page.keyboard.press("Backspace")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="确认提交").wait_for()

    tokens = await page.evaluate(
        "JSON.parse(sessionStorage.getItem('provident-fund-session-citizens'))"
    )
    ended = await client.delete(
        f"{system.city.edge_url}/api/gateway/sessions/current",
        headers={"Authorization": f"Bearer {tokens['access_token']}"},
    )
    assert ended.is_success
    await page.get_by_role("button", name="确认提交").click()
    await expect(page.get_by_text("登录已失效，请重新登录。")).to_be_visible()
    await expect(page.get_by_text(resident.person.card[-4:])).to_be_hidden()
    assert await faults(page) == []
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_label("身份证号码").fill(resident.person.id_number)
    await page.keyboard.press("Enter")
    await page.get_by_role("textbox", name="短信验证码").fill(
        await phones.code(resident.person.phone, seen)
    )
    seen = await texts_of(phones, resident.person.phone)
    await page.keyboard.press("Enter")
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_role("heading", level=1)).to_have_text("提取 · 判处刑罚提取")
    await expect(page.locator(".state")).to_have_text("人工审核")
    await page.get_by_role("button", name="撤销申请").click()
    assert await faults(page) == []
    await page.get_by_role("button", name="确认撤销").click()
    await expect(page.locator(".state")).to_have_text("已撤销")


async def test_r_crt_4_the_owner_locks_limits_and_reads_it_before_applying(
    citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    resident = town.one("stopped-recently")
    page = await citizen_at(PHONE, resident)
    await page.goto("/hall/settings")
    await page.get_by_role("link", name="提取锁定和每日限额").click()
    limit = page.get_by_label("新的每日限额")
    await page.get_by_role("button", name="设置限额").click()
    await expect(page.get_by_role("alert")).to_contain_text("请填写金额")
    await limit.fill("0.01")
    seen = await texts_of(phones, resident.person.phone)
    await limit.press("Enter")
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_text("0.01 元", exact=True)).to_be_visible()
    await page.get_by_role("button", name="立即锁定").click()
    assert await faults(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="锁定", exact=True).click()
    await expect(page.get_by_text("已锁定", exact=True)).to_be_visible()
    await page.goto("/hall/apply/rent")
    await expect(page.get_by_text("您已锁定提取")).to_be_visible()
    await page.get_by_role("link", name="查看提取安全设置").click()
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="申请解除锁定").click()
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_text("已申请解除锁定，")).to_be_visible()
    await expect(page.get_by_role("button", name="收回申请，继续锁定")).to_be_visible()
    assert await faults(page) == []


async def test_r_inf_2_the_phone_is_changed_with_codes_of_both_and_both_are_told(
    citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    resident, new = town.one("not-sealed"), "19905340009"
    old = resident.person.phone
    page = await citizen_at(PHONE, resident)
    await page.goto("/hall/settings")
    await page.get_by_role("link", name="更换预留手机号").click()
    field = page.get_by_label("新手机号", exact=True)
    await field.fill("1990534000")
    await field.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("请输入11位大陆手机号码")
    await field.fill("+86 199-0534-0009")
    await field.press("Enter")
    code = page.get_by_label("新手机号收到的验证码")
    await expect(code).to_be_focused()
    await code.fill(await phones.code(new, set()))
    assert await faults(page) == []
    seen = await texts_of(phones, old)
    await code.press("Enter")
    await confirm(page, phones, old, seen)
    await expect(page.get_by_role("article").get_by_text("199****0009")).to_be_visible()
    assert await faults(page) == []
    await phones.arrived(old, "已变更为尾号0009的手机号", within_seconds=30)
    await phones.arrived(new, f"已由尾号{old[-4:]}变更为本手机号", within_seconds=30)


async def test_r_wdr_49_spouses_sign_the_same_each_with_a_code_of_their_own(
    citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    husband, wife = town.one("never-paid"), town.one("contract-ended")
    page = await citizen_at(PHONE, husband)
    await page.goto("/hall/agreements")
    await page.get_by_role("button", name="签订约定提取").click()
    await page.get_by_label("偿还住房贷款本息提取").check()
    await page.get_by_label("收款银行卡号").fill(husband.person.card)
    await page.get_by_label("与配偶共同约定").check()
    await page.get_by_role("button", name="确认签订").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择夫妻约定的方式")
    await page.get_by_label("按比例").check()
    await page.get_by_label("本人比例").fill("60")
    assert await faults(page) == []
    seen = await texts_of(phones, husband.person.phone)
    await page.get_by_role("button", name="确认签订").click()
    await confirm(page, phones, husband.person.phone, seen)
    await expect(page.get_by_text("待配偶签订", exact=True)).to_be_visible()
    code = await page.get_by_role("definition").last.inner_text()
    other = await citizen_at(DESK, wife)
    await other.goto("/hall/agreements")
    await other.get_by_label("约定码").fill(code.lower())
    await other.get_by_role("button", name="查看").click()
    await expect(other.get_by_text("本人最多占40%")).to_be_visible()
    await other.get_by_label("收款银行卡号").fill(wife.person.card)
    assert await faults(other) == []
    seen = await texts_of(phones, wife.person.phone)
    await other.get_by_role("button", name="确认签订").click()
    await confirm(other, phones, wife.person.phone, seen)
    await expect(other.get_by_text("生效中", exact=True)).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("生效中", exact=True)).to_be_visible()
