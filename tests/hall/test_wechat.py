"""From a tap on the official account's menu to the notice of the money, all in WeChat's own browser."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest
from playwright.async_api import Browser, Page, expect
from tests.flows.plan import Resident
from tests.flows.town import Town
from tests.support.waiting import until

from city.clients import Phones
from local.system import System

from .browser import PHONE, Complaints, context_of
from .test_repaying import LoanOf, loan_of
from .wechat import USER_AGENT, WechatPhone, right_in_wechat

__all__ = ["loan_of"]
PhoneOf = Callable[[Resident], Awaitable[WechatPhone]]
BACK = "返回微信"


@pytest.fixture
async def phone_of(
    browser: Browser, system: System, client: httpx.AsyncClient, phones: Phones
) -> AsyncIterator[PhoneOf]:
    """Give somebody a phone with WeChat that follows the account."""
    heard, made = Complaints(), []
    city = system.city

    async def give(owner: Resident) -> WechatPhone:
        context = await context_of(browser, PHONE, city.edge_url, user_agent=USER_AGENT)
        context.on("page", heard.listen)
        body = {"nickname": owner.person.name}
        answer = await client.post(f"{city.wechat_phones_url}/control/phones", json=body)
        openid, page = answer.json()["openid"], await context.new_page()
        phone = WechatPhone(context, client, city, phones, owner, openid, page)
        made.append(phone)
        await phone.start()
        return phone

    yield give
    for phone in made:
        await phone.context.close()
    assert heard.said == []


async def test_a_loan_is_paid_off_and_then_the_account_withdrawn_and_both_are_told_by_wechat(
    phone_of: PhoneOf, town: Town, loan_of: LoanOf
) -> None:
    resident = town.one("retired")
    loan = loan_of(resident)
    await loan.pay_out()
    await loan.pay_until(town.today)
    phone = await phone_of(resident)
    page = await phone.bind()
    # Back does not lead into WeChat's authorisation, whose state was used.
    assert await page.evaluate("history.length") <= 3
    await _signs_each_page(phone, page)
    await _follows_the_text_size(phone, page)
    await _cannot_save_a_file(page)

    page = await phone.tap("我要办", "提前还款")
    await page.get_by_role("link", name="提前还款试算").click()
    await page.get_by_role("button", name="选择全部结清").click()
    await phone.confirm(page, "确认扣款")
    await phone.notice("已结清")

    page = await phone.tap("我要办", "离退休提取")
    await page.get_by_role("button", name="开始填写").click()
    await page.get_by_label("资金转到您的哪张银行卡？").fill(resident.person.card)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="确认提交")).to_be_visible()
    await right_in_wechat(page)
    await phone.confirm(page, "确认提交")
    await expect(page.locator(".state")).to_have_text("已到账")
    await phone.notice(f"已转入尾号{resident.person.card[-4:]}的卡")
    texts = [one["text"] for one in await phone.texts.texts(resident.person.phone)]
    told = [text for text in texts if "已到账" in text or "累计归还" in text]
    assert not told, "told by WeChat and texted as well"
    async with phone.context.expect_page() as opening:
        await phone.page.get_by_role("link", name="查看详情").last.click()
    await expect((await opening.value).locator("a.line")).to_have_count(1)
    assert set(phone.said) == {"config:ok"}


async def _signs_each_page(phone: WechatPhone, page: Page) -> None:
    """Each page is signed for its own address; then its menu offers nothing that hands it on."""
    await page.get_by_role("link", name="首页").click()
    await until(lambda: _hid(phone, 2))
    assert set(phone.said) == {"config:ok"}
    await page.get_by_role("button", name=BACK).click()
    await until(lambda: _asked(phone, "closeWindow"))


async def _hid(phone: WechatPhone, times: int) -> bool:
    hidden = [told["menuList"] for name, told in phone.asked if name == "hideMenuItems"]
    return len(phone.said) >= times and any("menuItem:share:timeline" in one for one in hidden)


async def _asked(phone: WechatPhone, what: str) -> bool:
    return any(name == what for name, _ in phone.asked)


async def _follows_the_text_size(phone: WechatPhone, page: Page) -> None:
    """WeChat's own enlarging is switched off; its step enlarges the page, and everything has its place."""
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert ("setFontSizeCallback", {"fontSize": 0}) in phone.asked
    await page.evaluate("WeixinJSBridge.heard['menu:setfont']({fontSize: '4'})")
    assert await page.evaluate(size) == pytest.approx(16 * 1.3, abs=0.01)
    await right_in_wechat(page)
    await page.evaluate("WeixinJSBridge.heard['menu:setfont']({fontSize: '1'})")
    assert await page.evaluate(size) == 16, "nobody is given smaller letters than the hall's"


async def _cannot_save_a_file(page: Page) -> None:
    await page.get_by_role("link", name="信息查询").click()
    await expect(page.get_by_role("button", name="导出表格")).to_be_visible()
    await expect(page.get_by_role("button", name="打印")).to_have_count(0)
    await page.get_by_role("button", name="导出表格").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text(re.compile("在浏览器打开.*公积金缴存明细.csv"))
    await dialog.get_by_role("button", name="知道了").click()
