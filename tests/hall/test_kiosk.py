"""自助终端: registered by two, used with fingers alone, left untouched; nothing stays behind."""

import re
from collections.abc import AsyncIterator, Awaitable
from typing import Any

import httpx
import pytest
from playwright.async_api import Page, expect
from tests.flows.plan import Resident
from tests.flows.town import Town
from tests.support.waiting import until

from city.clients import Phones, by_two
from local.system import System

from .browser import DESK, faults
from .conftest import LoggedIn, PageAt

UNTOUCHED_MS, COUNTDOWN_MS, HEARD_AGAIN_MS, ASKED_AGAIN_MS = 61_000, 16_000, 31_000, 6_000
TARGET_PX = 60
TOO_SMALL = """least => [...document.querySelectorAll('a, button, select, summary, .input, label.choice')]
    .filter(one => one.checkVisibility() && !one.closest('footer'))
    .map(one => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
    .filter(([, box]) => box.height > 0 && (box.height < least || box.width < least))
    .map(([name, box]) => `${name}: ${box.width} by ${box.height}`)"""
LEADS_AWAY = """[...document.querySelectorAll('a[href]')].map(one => one.getAttribute('href'))
    .filter(href => !href.startsWith('/hall/kiosk/') && !href.startsWith('#'))"""
STORED = r"""async () => {
    const names = await caches.keys();
    const caught = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
    const shell = /^\/hall\/(assets\/|kiosk\/offline\.html$)/;
    const other = caught.flat().filter(one => !shell.test(new URL(one.url).pathname));
    return [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie,
        (await indexedDB.databases()).length, other.length];
}"""
NOTHING_OF_ANYBODY = [["provident-fund-terminal"], [], "", 0, 0]


@pytest.fixture(scope="module")
async def parts(system: System) -> AsyncIterator[httpx.AsyncClient]:
    """The printer and the card reader, as they are touched; the helper runs beside them."""
    await system.start_terminal()
    async with httpx.AsyncClient(base_url=system.city.devices_url) as touched:
        yield touched


@pytest.fixture
async def kiosk(page_at: PageAt, town: Town, parts: httpx.AsyncClient) -> tuple[Page, str]:
    """A terminal that two administrators have registered, and its id."""
    page, secret_hash = await new_terminal(page_at)
    wanted = {"name": "德城区服务大厅1号机", "secret_hash": secret_hash}
    admins = town.office.admin, town.office.other_admin
    made = await by_two(*admins, "gateway/devices", wanted)
    await name(page, made["client_id"])
    await expect(page.get_by_text("德城区服务大厅1号机")).to_be_visible()
    return page, made["client_id"]


async def new_terminal(page_at: PageAt) -> tuple[Page, str]:
    """A terminal that nobody knows yet, and the hash that it shows."""
    page = await page_at(DESK)
    await page.clock.install()
    await page.goto("/hall/kiosk/")
    await expect(page.get_by_role("heading", name="本机尚未登记")).to_be_visible()
    await expect(page.locator("code")).to_have_text(re.compile("^[0-9a-f]{64}$"))
    return page, await page.locator("code").inner_text()


async def name(page: Page, client_id: str) -> None:
    await page.get_by_label("终端编号").fill(client_id)
    await page.get_by_role("button", name="启用本机").click()


async def press(page: Page, keys: str) -> None:
    pad = page.get_by_role("group", name="数字键盘")
    for key in keys:
        await pad.get_by_role("button", name=key, exact=True).click()


async def log_in(page: Page, resident: Resident, phones: Phones) -> None:
    """With fingers where the field is empty; the rest of a number that is there already is not asked for."""
    person = resident.person
    seen = {text["text_id"] for text in await phones.texts(person.phone)}
    number = page.get_by_label("身份证号码")
    await press(page, person.id_number[len(await number.input_value()) :])
    await page.get_by_role("button", name="获取验证码").click()
    await expect(page.get_by_label("短信验证码")).to_be_visible()
    await press(page, await phones.code(person.phone, seen))
    await page.get_by_role("button", name="登录", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("您好")


async def prints(parts: httpx.AsyncClient) -> list[dict[str, Any]]:
    """What was printed, or was to be."""
    found: list[dict[str, Any]] = (await parts.get("/control/prints")).json()
    return found


async def printer_of(town: Town, client_id: str) -> str:
    """How the printer of a terminal is, as administrators hear it."""
    listed = (await town.office.admin.get("gateway/devices"))["items"]
    return str(next(one["printer"] for one in listed if one["client_id"] == client_id))


async def fit_for_a_hall(page: Page) -> None:
    """Whatever can be touched is large, and nothing leads away."""
    assert await page.evaluate(TOO_SMALL, TARGET_PX) == []
    assert await page.evaluate(LEADS_AWAY) == []


async def _is(found: Awaitable[str], wanted: str) -> bool:
    return await found == wanted


async def _ends_as(parts: httpx.AsyncClient, state: str) -> bool:
    return [one["state"] for one in await prints(parts)][-1:] == [state]


async def nobody_is_here(page: Page, resident: Resident) -> None:
    await expect(page.get_by_role("button", name="获取验证码")).to_be_visible()
    await expect(page.get_by_label("身份证号码")).to_have_value("")
    await expect(page.get_by_text(resident.person.name[0] + "*")).to_have_count(0)
    assert await page.evaluate(STORED) == NOTHING_OF_ANYBODY


async def test_one_reads_everything_with_fingers_alone_and_walking_away_wipes_it(
    kiosk: tuple[Page, str], parts: httpx.AsyncClient, town: Town, phones: Phones
) -> None:
    page, client_id = kiosk
    resident = town.one("not-sealed")
    await fit_for_a_hall(page)
    assert await faults(page) == []
    await press(page, "X")
    await expect(page.get_by_label("身份证号码")).to_have_value("X")
    await page.get_by_role("button", name="删除一位").click()
    person = resident.person
    await parts.put("/control/card", json={"name": person.name, "id_number": person.id_number})
    await page.get_by_role("button", name="刷身份证").click()
    await expect(page.get_by_text(f"已读取{person.name[0]}*").first).to_be_visible()
    await expect(page.get_by_label("身份证号码")).to_have_value(person.id_number)
    await log_in(page, resident, phones)
    await expect(page.get_by_text("2,880.00元")).to_be_visible()
    await fit_for_a_hall(page)
    assert await page.evaluate(STORED) == NOTHING_OF_ANYBODY
    menu = page.get_by_role("navigation", name="服务", exact=True)
    for name, told in (("缴存明细", "共 3 笔"), ("提取进度", "您还没有提取申请")):
        await menu.get_by_role("link", name=name).click()
        await expect(page.get_by_text(told)).to_be_visible()
        await fit_for_a_hall(page)
    await page.get_by_role("link", name="去申请").click()
    await expect(page.get_by_role("heading", name="这项业务不在自助终端办理")).to_be_visible()
    await menu.get_by_role("link", name="证明和对账单").click()
    await page.get_by_label("缴存证明").first.check()
    await page.get_by_role("button", name="出具证明").click()
    await parts.put("/control/printer", json={"paper": 0})
    paper = page.get_by_role("button", name=re.compile("^打印"))
    await paper.first.click()
    empty = page.get_by_role("dialog", name="打印机缺纸")
    await expect(empty).to_contain_text("加好后按“再试一次”")
    await fit_for_a_hall(page)
    assert await faults(page) == []
    await page.clock.fast_forward(HEARD_AGAIN_MS)
    await until(lambda: _is(printer_of(town, client_id), "out_of_paper"))
    await parts.put("/control/printer", json={})
    await page.get_by_role("button", name="再试一次").click()
    await expect(page.get_by_role("dialog", name="已打印")).to_contain_text("请取走全部纸张")
    await page.get_by_role("button", name="知道了").click()
    assert [one["state"] for one in await prints(parts)] == ["completed"]
    await fit_for_a_hall(page)
    assert page.url.endswith("/hall/kiosk/"), "no address says where anybody was"

    await page.clock.fast_forward(UNTOUCHED_MS)
    await expect(page.get_by_role("dialog", name="您还在吗？")).to_contain_text("秒后自动退出")
    await fit_for_a_hall(page)
    assert await faults(page) == []
    await page.get_by_role("button", name="继续使用").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.get_by_role("heading", name="我的证明")).to_be_visible()
    await parts.put("/control/printer", json={"sheets_a_print": 1000})
    await paper.first.click()
    await expect(page.get_by_role("dialog", name="正在打印")).to_be_visible()
    await until(lambda: _ends_as(parts, "processing"))
    await page.clock.fast_forward(UNTOUCHED_MS + COUNTDOWN_MS)
    await nobody_is_here(page, resident)
    await until(lambda: _ends_as(parts, "canceled"))
    assert (await prints(parts))[-1]["held_bytes"] == 0, "nothing of whoever left stays in it"
    await parts.put("/control/printer", json={})
    await page.go_back()
    await expect(page.get_by_text("您好")).to_have_count(0)
    await page.go_forward()
    await nobody_is_here(page, resident)


async def test_without_the_network_it_says_so_wipes_all_the_same_and_once_revoked_shows_nothing(
    kiosk: tuple[Page, str], town: Town, phones: Phones
) -> None:
    page, client_id = kiosk
    resident = town.one("retired")
    number = page.get_by_label("身份证号码")
    await number.fill(resident.person.id_number)
    await log_in(page, resident, phones)
    await page.context.set_offline(True)
    await expect(page.get_by_role("alert")).to_contain_text("网络中断")
    await expect(page.get_by_text("账户余额")).to_be_hidden()
    await page.clock.fast_forward(UNTOUCHED_MS + COUNTDOWN_MS)
    await expect(page.get_by_role("button", name="退出")).to_have_count(0)
    await page.context.set_offline(False)
    await nobody_is_here(page, resident)

    resident = town.one("retired")
    await number.fill(resident.person.id_number)
    await log_in(page, resident, phones)
    await town.office.admin.post(f"gateway/devices/{client_id}/revocation")
    await page.clock.fast_forward(HEARD_AGAIN_MS)
    await expect(page.get_by_role("heading", name="本机已被停用")).to_be_visible()
    await expect(page.get_by_text("您好")).to_have_count(0)
    await expect(page.get_by_text(resident.person.name[0] + "*")).to_have_count(0)
    await page.reload()
    await expect(page.get_by_role("heading", name="本机已被停用")).to_be_visible()
    assert await faults(page) == []
    first = await page.locator("code").inner_text()
    await page.get_by_role("button", name="重新生成凭证").click()
    await expect(page.get_by_role("heading", name="本机尚未登记")).to_be_visible()
    await expect(page.locator("code")).not_to_have_text(first)


async def test_one_administrator_proposes_a_terminal_by_the_desk_another_agrees_and_one_revokes_it(
    page_at: PageAt, staff_at: LoggedIn, parts: httpx.AsyncClient
) -> None:
    terminal, secret_hash = await new_terminal(page_at)
    desk = await staff_at(DESK, "admin")
    await desk.get_by_role("link", name="自助终端", exact=True).click()
    await desk.get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_role("alert")).to_contain_text("共64位数字和字母a到f")
    assert await faults(desk) == []
    await desk.get_by_label("放在哪里").fill("武城县服务大厅2号机")
    grouped = " ".join(secret_hash[at : at + 8].upper() for at in range(0, 64, 8))
    await desk.get_by_label("终端屏幕上的散列值").fill(grouped)
    await desk.get_by_label("为什么登记").fill("新装终端")
    await desk.get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_text("已提交登记“武城县服务大厅2号机”").first).to_be_visible()
    await expect(desk.get_by_role("row", name="武城县服务大厅2号机")).to_have_count(0)

    deciding = await staff_at(DESK, "other_admin")
    await deciding.get_by_role("link", name="待复核", exact=True).click()
    await deciding.get_by_role("button", name="同意：登记自助终端：武城县服务大厅2号机").click()
    await deciding.get_by_role("button", name="同意，立即办理").click()
    await expect(deciding.get_by_text("已同意并办理：登记自助终端").first).to_be_visible()

    await desk.get_by_role("button", name="刷新").click()
    row = desk.get_by_role("row", name="武城县服务大厅2号机")
    await expect(row).to_contain_text("尚未在终端上填写编号")
    await name(terminal, await row.get_by_role("cell").nth(1).inner_text())
    await expect(terminal.get_by_text("武城县服务大厅2号机")).to_be_visible()
    await desk.get_by_role("button", name="刷新").click()
    await expect(row).to_contain_text("正常")
    assert await faults(desk) == []
    await row.get_by_role("button", name="停用").click()
    await expect(desk.get_by_role("dialog", name="停用这台终端？")).to_contain_text("不能恢复")
    assert await faults(desk) == []
    await desk.get_by_role("button", name="立即停用").click()
    await expect(row).to_contain_text("已停用")
    await terminal.clock.fast_forward(HEARD_AGAIN_MS)
    await expect(terminal.get_by_role("heading", name="本机已被停用")).to_be_visible()


async def test_a_terminal_that_starts_without_the_network_says_where_to_go_and_comes_back_by_itself(
    kiosk: tuple[Page, str], system: System
) -> None:
    page, _ = kiosk
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    helper = await (await page.request.get("/hall/kiosk/helper")).text()
    for place, asked in (("/hall/kiosk/", True), ("/hall/", False), ("/hall/staff/", False)):
        policy = (await page.request.get(place)).headers["content-security-policy"]
        assert (f"connect-src 'self' {helper};" in policy) is asked, place
    await system.halt("edge")
    try:
        await page.reload()
        await expect(page.get_by_role("heading", name="网络中断，本机暂时不能办理")).to_be_visible()
        await expect(page.get_by_role("alert")).to_contain_text("到窗口办理")
        await expect(page.get_by_role("alert")).to_contain_text("12329")
        assert await faults(page) == []
        assert await page.evaluate(STORED) == NOTHING_OF_ANYBODY
        (kept,) = await page.evaluate("caches.keys()")
        assert re.fullmatch("kiosk-[0-9a-f]{16}", kept), "the hash of what this build has"
    finally:
        await system.bring_back("edge")
    await page.clock.fast_forward(ASKED_AGAIN_MS)
    await expect(page.get_by_role("button", name="获取验证码")).to_be_visible()
    await expect(page.get_by_text("德城区服务大厅1号机")).to_be_visible()
