"""A phone with WeChat: the simulator's page of it, and the pages that it opens in WeChat's own browser.

What the phone's app does is played by a bridge in each page (`WeixinJSBridge`), which asks the simulator
whether a page's signature is good; what the pages do is the hall's own.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import httpx
from playwright.async_api import BrowserContext, Page, expect
from tests.flows.plan import Resident

from city.clients import Phones
from local.addresses import City

from .browser import faults
from .test_withdrawing import confirm, texts_of

USER_AGENT = (
    "Mozilla/5.0 (Linux; Android 14; V2283A Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Version/4.0 Chrome/130.0.6723.103 Mobile Safari/537.36 XWEB/1300333 MMWEBSDK/20241202"
    " MicroMessenger/8.0.56.2800(0x28003855) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64"
)
POPUP_SECONDS = 60.0
BRIDGE = r"""
// WeChat draws its tag out of the page's reach: what stands in the page are a template's text and its style.
class Subscribe extends HTMLElement {
  connectedCallback() {
    const part = (slot) => this.querySelector(`script[type="text/wxtag-template"]${slot}`).textContent;
    const root = this.attachShadow({ mode: 'open' }), sheet = new CSSStyleSheet();
    sheet.replaceSync(part('[slot=style]').replace(/<\/?style>/g, ''));
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = part(':not([slot])');
    root.addEventListener('click', async () => {
      const templates = this.getAttribute('template').split(',');
      const detail = JSON.parse(await window.askWechat('openSubscribe', JSON.stringify({ templates })));
      this.dispatchEvent(new CustomEvent(detail.errCode ? 'error' : 'success', { detail }));
    });
  }
}
document.addEventListener('DOMContentLoaded', () => {
  const heard = {};
  window.WeixinJSBridge = {
    heard,
    invoke: (name, given, back) =>
      window.askWechat(name, JSON.stringify(given ?? {})).then((text) => {
        const told = JSON.parse(text), tags = given?.verifyOpenTagList ?? [];
        if (told.errMsg === 'config:ok' && tags.includes('wx-open-subscribe'))
          customElements.get('wx-open-subscribe') ?? customElements.define('wx-open-subscribe', Subscribe);
        back?.(told);
      }),
    on: (name, then) => { heard[name] = then; },
  };
  document.dispatchEvent(new Event('WeixinJSBridgeReady'));
});
"""


@dataclass
class WechatPhone:
    """Somebody's phone; `page` is the talk with the account."""

    context: BrowserContext
    client: httpx.AsyncClient
    city: City
    texts: Phones
    owner: Resident
    openid: str
    page: Page
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """What pages have asked WeChat for, and with what."""
    said: list[str] = field(default_factory=list)
    """What WeChat has said of their signatures."""

    @property
    def control(self) -> str:
        """Where the simulator is."""
        return f"{self.city.wechat_phones_url}/control"

    async def start(self) -> None:
        """Follow the account, open the talk."""
        await self.context.expose_binding("askWechat", self._answer)
        await self.context.add_init_script(BRIDGE)
        place = f"{self.control}/phones/{self.openid}"
        await self.client.put(f"{place}/following", json={"following": True})
        await self.page.goto(f"{self.city.wechat_phones_url}/")
        async with self.page.expect_response(re.compile("/here$")):
            await self.page.locator("#who").select_option(self.openid)

    async def _answer(self, source: dict[str, Any], name: str, given: str) -> str:
        told = json.loads(given)
        self.asked.append((name, told))
        if name == "openSubscribe":
            place = f"{self.control}/phones/{self.openid}/popups"
            return (await self.client.post(place, json=told, timeout=POPUP_SECONDS)).text
        if name != "preVerifyJSAPI":
            return json.dumps({"errMsg": f"{name}:ok"})
        config = {
            "url": source["page"].url.partition("#")[0], "app_id": told["verifyAppId"],
            "timestamp": told["verifyTimestamp"], "nonce": told["verifyNonceStr"],
            "signature": told["verifySignature"],
        }  # fmt: skip
        answer = await self.client.post(f"{self.control}/page-configs", json=config)
        self.said.append(answer.json()["errMsg"])
        return answer.text

    async def tap(self, column: str, business: str) -> Page:
        """Tap the menu; the page that opens."""
        menu = self.page.locator(".menu details").filter(has_text=column)
        await menu.locator("summary").click()
        async with self.context.expect_page() as opening:
            await menu.get_by_role("link", name=business).click()
        await menu.locator("summary").click()
        return await opening.value

    async def log_in(self, page: Page) -> None:
        """Come in at the login that a page has led to, with the code on the phone."""
        phone = self.owner.person.phone
        seen = await texts_of(self.texts, phone)
        await page.get_by_label("身份证号码").fill(self.owner.person.id_number)
        await page.keyboard.press("Enter")
        code = page.get_by_label("短信验证码")
        await expect(code).to_be_focused()
        await code.fill(await self.texts.code(phone, seen))
        await page.keyboard.press("Enter")

    async def bind(self) -> Page:
        """Tap the menu, log in, bind; the hall's page of it."""
        page = await self.tap("服务", "微信绑定")
        await self.log_in(page)
        await expect(page.get_by_text("还没有绑定微信。")).to_be_visible()
        seen = await texts_of(self.texts, self.owner.person.phone)
        await page.get_by_role("button", name="绑定微信", exact=True).click()
        await confirm(page, self.texts, self.owner.person.phone, seen)
        await self.subscribe(page)
        return page

    async def subscribe(self, page: Page) -> None:
        """Press WeChat's own buttons on the page, and allow in its dialogs what they ask for."""
        await expect(page.get_by_text("订阅：无，消息以短信发送")).to_be_visible()
        for text, classes in (
            ("订阅业务进度、资金变动、还款消息", ("money", "progress", "repayment")),
            ("订阅账户变动消息", ("account",)),
        ):
            await page.get_by_role("button", name=text).click()
            dialog = self.page.get_by_role("dialog")
            await expect(dialog.get_by_role("checkbox")).to_have_count(len(classes))
            for name in classes:
                await expect(dialog.get_by_label(name)).to_be_checked()
            await dialog.get_by_role("button", name="允许").click()
        await expect(page.get_by_text("订阅：账户变动、资金变动、业务进度、还款")).to_be_visible()
        await expect(page.get_by_role("heading", name="订阅消息")).to_have_count(0)

    async def confirm(self, page: Page, button: str) -> None:
        """Press a button that asks for a code, and enter it."""
        seen = await texts_of(self.texts, self.owner.person.phone)
        await page.get_by_role("button", name=button).click()
        await confirm(page, self.texts, self.owner.person.phone, seen)

    async def notice(self, text: str) -> None:
        """Wait for a notice on the phone."""
        await expect(self.page.locator(".notice").filter(has_text=text)).to_be_visible()


async def right_in_wechat(page: Page) -> None:
    """No page opens a window, which WeChat does not do; and it can be used by everybody."""
    await expect(page.get_by_role("button", name="返回微信")).to_be_visible()
    assert await page.locator("a[target], a[download]").count() == 0
    assert await faults(page) == []
