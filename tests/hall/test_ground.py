"""What the three halls have in common: how they are served, logging in and out, and what is left behind."""

import gzip
import re

import httpx
import pyotp
import pytest
from playwright.async_api import expect
from tests.flows.town import Town, operator_of

from city.clients import ACTIVATION, Phones
from local.system import System

from .browser import BUILT, DESK, PHONE, faults
from .conftest import FIRST, OPERATOR_PASSWORD, LoggedIn, PageAt
from .wechat import USER_AGENT

CSP = "Content-Security-Policy"
FIRST_PAGE_BYTES_MAX = 60 * 1024
ENTRIES = {"citizens": "/hall/", "employers": "/hall/employers/", "staff": "/hall/staff/"}


@pytest.mark.parametrize("entry", [*ENTRIES, "kiosk"])
async def test_every_address_of_an_entry_is_its_page_under_a_strict_policy(
    system: System, client: httpx.AsyncClient, entry: str
) -> None:
    address = ENTRIES.get(entry, f"/hall/{entry}/")
    for path in ("", "some/page"):
        answer = await client.get(f"{system.city.edge_url}{address}{path}")
        assert answer.status_code == 200
        assert answer.text == (BUILT / entry / "index.html").read_text("utf-8")
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers.get_list("Cache-Control") == ["no-cache"]
        (policy,) = answer.headers.get_list(CSP)
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        assert "unsafe" not in policy
        assert "frame-src" not in policy
        # Inside WeChat its open tags are drawn in frames of WeChat's own.
        there = await client.get(answer.url, headers={"User-Agent": USER_AGENT})
        (inside,) = there.headers.get_list(CSP)
        assert inside == f"{policy}; frame-src https://*.qq.com webcompt:"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


async def test_what_is_named_after_its_content_is_kept_for_good_and_nothing_else_is_there(
    system: System, client: httpx.AsyncClient
) -> None:
    for file in sorted((BUILT / "assets").glob("*")):
        if file.suffix == ".gz":
            continue
        answer = await client.get(f"{system.city.edge_url}/hall/assets/{file.name}")
        assert (answer.status_code, answer.content) == (200, file.read_bytes())
        assert answer.headers.get_list("Cache-Control") == ["public, max-age=31536000, immutable"]
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == file.read_bytes()
    gone = await client.get(f"{system.city.edge_url}/hall/assets/gone.js")
    assert (gone.status_code, gone.json()["title"]) == (404, "not-found")
    assert gone.headers.get_list("Cache-Control") == ["no-cache"]
    moved = await client.get(f"{system.city.edge_url}/hall/staff")
    assert (moved.status_code, httpx.URL(moved.headers["Location"]).path) == (308, "/hall/staff/")


@pytest.mark.parametrize("entry", ENTRIES)
async def test_the_first_page_is_small(page_at: PageAt, entry: str) -> None:
    page = await page_at(PHONE)
    sizes: dict[str, int] = {}

    async def weigh(path: str) -> None:
        sizes[path] = (
            (BUILT / "assets" / path).with_suffix(f".{path.rpartition('.')[2]}.gz").stat().st_size
        )

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(ENTRIES[entry])
    await expect(page.get_by_role("button", name="长辈版")).to_be_visible()
    for url in asked:
        if found := re.search(r"/hall/assets/(.+)$", url):
            await weigh(found[1])
    assert len(sizes) > 2
    assert sum(sizes.values()) <= FIRST_PAGE_BYTES_MAX, sizes


async def test_a_citizen_logs_in_by_code_and_leaves_nothing_behind(
    page_at: PageAt, town: Town, phones: Phones
) -> None:
    person = town.one("not-sealed").person
    page = await page_at(PHONE)
    await page.goto("/hall/")
    await expect(page).to_have_title("登录 · 住房公积金网上服务厅")
    await page.get_by_label("身份证号码").fill(person.id_number[:-1])
    await page.get_by_role("button", name="获取验证码").click()
    summary = page.get_by_role("alert")
    await expect(summary).to_be_focused()
    await expect(summary).to_contain_text("身份证号码应为18位")
    assert await faults(page) == []

    seen = {text["text_id"] for text in await phones.texts(person.phone)}
    await page.get_by_label("身份证号码").fill(person.id_number)
    await page.keyboard.press("Enter")
    field = page.get_by_label("短信验证码")
    await expect(field).to_be_focused()
    assert await faults(page) == []
    await field.fill(await phones.code(person.phone, seen))
    await page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    await expect(heading).to_contain_text("您好")
    await expect(heading).to_be_focused()
    await expect(page.get_by_text("账户余额").first).to_be_visible()
    assert await faults(page) == []

    await page.goto("/hall/somewhere")
    other = await page.context.new_page()
    await other.goto("/hall/")
    await expect(other.get_by_role("heading", level=1)).to_contain_text("您好")
    await page.get_by_role("button", name="退出").click()
    for tab in (page, other):
        await expect(tab).to_have_url(re.compile("/hall/login$"))
        assert await tab.evaluate("sessionStorage.length") == 0
    await page.go_back()
    await expect(page.get_by_role("button", name="获取验证码")).to_be_visible()
    await expect(page.get_by_text(person.name[0] + "*")).to_have_count(0)


async def test_an_operator_activates_a_login_and_comes_in_with_the_authenticator(
    page_at: PageAt, town: Town, phones: Phones
) -> None:
    text = (await phones.arrived(operator_of(FIRST).phone, "激活码", 30))["text"]
    found = ACTIVATION.search(text)
    assert found is not None
    login, code = found.groups()
    page = await page_at(DESK)
    await page.goto("/hall/employers/")
    assert await faults(page) == []
    await page.get_by_role("button", name="首次登录，激活账号").click()
    await page.get_by_label("账号", exact=True).fill(login)
    await page.get_by_label("激活码").fill(code)
    await page.get_by_label("设置密码").fill(OPERATOR_PASSWORD)
    assert await faults(page) == []
    await page.get_by_role("button", name="激活", exact=True).click()
    secret = await page.locator("#totp-secret").inner_text()
    assert await faults(page) == []
    await page.get_by_role("button", name="已添加，去登录").click()
    await page.get_by_label("登录名").fill(login)
    await page.get_by_label("密码", exact=True).fill(OPERATOR_PASSWORD)
    await page.get_by_label("动态口令").fill(pyotp.TOTP(secret).now())
    await page.get_by_role("button", name="登录", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("有限公司")
    assert await faults(page) == []


async def test_staff_come_in_with_two_factors_and_see_who_they_are(
    page_at: PageAt, staff_at: LoggedIn
) -> None:
    page = await page_at(DESK)
    await page.goto("/hall/staff/")
    await page.get_by_role("button", name="登录").click()
    await expect(page.get_by_role("alert")).to_contain_text("请输入登录名")
    assert await faults(page) == []
    page = await staff_at(DESK, "checker")
    await expect(page.get_by_role("heading", level=1)).to_have_text("工作台")
    await expect(page.get_by_text("岗位：复核")).to_be_visible()
    assert await faults(page) == []
