"""信息查询, 出具证明, 账户设置: what one reads, takes along, decides; every page as people see it."""

import json
import re
from pathlib import Path

import httpx
import pytest
from playwright.async_api import expect
from tests.flows.town import Town
from tests.support.pdf import pages_of
from tests.support.waiting import until

from city.clients import Phones
from local.system import System
from shared.messaging.topology import SERVICES

from .browser import DESK, PHONE, faults
from .conftest import LoggedIn, PageAt
from .test_withdrawing import confirm, texts_of

PAGES = (
    "", "account", "apply", "applications", "agreements", "loan", "documents", "codes", "messages",
    "disputes", "settings", "phone", "identity", "safety", "query-password", "cards", "wechat", "check",
    "erasure", "nowhere",
)  # fmt: skip


@pytest.mark.parametrize(("width", "dark", "elder"), [(PHONE, True, True), (320, False, False)])
async def test_every_page_can_be_used_by_everybody(
    citizen_at: LoggedIn, town: Town, width: int, dark: bool, elder: bool
) -> None:
    page = await citizen_at(width, town.one("not-sealed"), dark=dark)
    if elder:
        await page.get_by_role("button", name="长辈版").click()
        size = await page.get_by_role("button", name="退出").bounding_box()
        assert size is not None
        assert size["height"] >= 60, "the elderly view's targets"
    for path in PAGES:
        await page.goto(f"/hall/{path}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await expect(
            page.get_by_text("正在", exact=False).and_(page.get_by_role("status"))
        ).to_have_count(0)
        assert await faults(page) == [], path
        assert (await page.title()).endswith("· 住房公积金网上服务厅")


async def test_r_qry_1_the_account_its_course_and_its_entries_by_month_and_as_a_file(
    citizen_at: LoggedIn, town: Town, tmp_path: Path
) -> None:
    page = await citizen_at(DESK, town.one("not-sealed"))
    await page.get_by_role("link", name="信息查询").click()
    await expect(page.get_by_role("definition").first).to_have_text("2,880.00 元")
    await expect(page.get_by_text("共 3 笔，转入 2,880.00 元，转出 0.00 元。")).to_be_visible()
    await page.get_by_text("以表格查看").click()
    course = page.get_by_role("region", name="每月末账户余额（按起息日）")
    await expect(course.get_by_role("row")).to_have_count(4)
    await expect(course.get_by_role("row").last).to_contain_text("2,880.00")
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="导出表格").click()
    file = tmp_path / "entries.csv"
    await (await downloading.value).save_as(file)
    lines = file.read_text("utf-8-sig").splitlines()
    assert len(lines) == 4
    assert lines[1].endswith('"+960.00","2,880.00"')
    await page.get_by_role("button", name="到：最近").click()
    await page.get_by_role("button", name="上一年").click()
    await page.get_by_role("button", name="12月").press("Enter")
    await page.get_by_role("button", name="查询").click()
    await expect(page.get_by_text("没有符合条件的明细。")).to_be_visible()


async def test_r_crt_2_a_certificate_is_made_fetched_and_checked_by_anybody(
    citizen_at: LoggedIn, page_at: PageAt, town: Town, tmp_path: Path
) -> None:
    page = await citizen_at(PHONE, town.one("not-sealed"))
    await page.goto("/hall/documents")
    await page.get_by_role("button", name="出具证明").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择证明种类")
    await page.get_by_label("缴存证明").first.check()
    await page.get_by_role("button", name="出具证明").click()
    fetch = page.get_by_role("button", name=re.compile("^下载"))
    async with page.expect_download() as downloading:
        await fetch.click()
    file = tmp_path / "certificate.pdf"
    await (await downloading.value).save_as(file)
    assert file.read_bytes().startswith(b"%PDF-")
    told = await page.locator("li .note").first.inner_text()
    number = re.search(r"编号 (\S+)", told)
    assert number
    stranger = await page_at(DESK)
    await stranger.goto(f"/hall/check/{number[1]}?code=AAAA-AAAA-AAAA-AAAA")
    await expect(stranger.get_by_role("heading", name="不相符")).to_be_visible()
    assert await faults(stranger) == []
    paper = "".join(pages_of(file.read_bytes()))
    code = re.search(r"校验码([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})", paper)
    assert code
    await stranger.goto(f"/hall/check/{number[1]}?code={code[1]}")
    checked = stranger.get_by_role("status").filter(has_text="编号与校验码相符")
    await expect(checked).to_be_visible()
    await stranger.get_by_label("选择电子文件").set_input_files(file)
    await stranger.get_by_role("button", name="核验").click()
    await expect(checked).to_contain_text("文件没有改动")
    assert await faults(stranger) == []


async def test_r_inf_1_a_name_is_corrected_by_oneself_on_the_word_of_the_register(
    citizen_at: LoggedIn, town: Town, phones: Phones, system: System, client: httpx.AsyncClient
) -> None:
    """One question a page; first a name that is not of the number in the register, then the right one."""
    resident = town.one("not-sealed")
    person = resident.person
    place = f"{system.city.registers_url}/control/people/{person.id_number}/identity"
    assert (await client.put(place, json={"data": {"name": "欧阳更正"}})).status_code == 204
    page = await citizen_at(PHONE, resident)
    heading, onward = (
        page.get_by_role("heading", level=1),
        page.get_by_role("button", name="下一步"),
    )

    async def correct(name: str) -> None:
        await page.get_by_role("button", name="开始更正").click()
        await expect(heading).to_have_text("更正姓名、证件号码：姓名")
        await page.get_by_label("您证件上的姓名是什么？").fill(name)
        await page.keyboard.press("Enter")
        await page.get_by_label("证件号码", exact=True).fill(person.id_number)
        await onward.click()
        await expect(page.get_by_role("definition").first).to_have_text(name)
        assert await faults(page) == []
        seen = await texts_of(phones, person.phone)
        await page.get_by_role("button", name="确认提交").click()
        await confirm(page, phones, person.phone, seen)
        await expect(page.get_by_role("heading", name="最近一次更正")).to_be_visible()

    await page.goto("/hall/settings")
    await page.get_by_role("link", name="在网上更正").first.click()
    await page.get_by_role("button", name="开始更正").click()
    await onward.click()
    await expect(page.get_by_role("alert")).to_contain_text("请填写证件上的姓名")
    await page.get_by_label("您证件上的姓名是什么？").fill("张")
    await onward.click()
    await page.get_by_label("证件号码", exact=True).fill(person.id_number[:-1])
    await onward.click()
    await expect(page.get_by_role("alert")).to_contain_text("身份证号码应为18位")
    assert await faults(page) == []
    await page.goto("/hall/identity?step=check")  # what was asked before is not known any more
    await correct("欧阳不对")
    latest = page.get_by_role("article").filter(has_text="最近一次更正")
    await expect(latest).to_contain_text("公安登记的姓名与该证件号码不一致")
    assert await faults(page) == []
    await correct("欧阳更正")
    await expect(latest).to_contain_text("已更正")
    await expect(page.get_by_role("definition").first).to_have_text("欧***")
    await expect(page.get_by_text("以前的更正")).to_be_visible()
    assert await faults(page) == []


async def test_a_query_password_is_set_with_a_code_and_taken_back_without(
    citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    resident = town.one("not-sealed")
    page = await citizen_at(PHONE, resident)
    await page.goto("/hall/query-password")
    await page.get_by_label("查询密码", exact=True).fill("730518")
    await page.get_by_label("再输入一次").fill("730519")
    await page.get_by_role("button", name="确定").click()
    await expect(page.get_by_role("alert")).to_contain_text("与上面输入的查询密码不一致")
    assert await faults(page) == []
    await page.get_by_label("再输入一次").fill("730518")
    seen = await texts_of(phones, resident.person.phone)
    await page.get_by_role("button", name="确定").click()
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.get_by_text("已设置", exact=True)).to_be_visible()
    await page.get_by_role("button", name="取消查询密码").click()
    await expect(page.get_by_text("未设置", exact=True)).to_be_visible()


async def test_r_crt_4_settings_are_changed_and_other_logins_ended(
    citizen_at: LoggedIn, town: Town, tmp_path: Path
) -> None:
    resident = town.one("not-sealed")
    other = await citizen_at(PHONE, resident)
    page = await citizen_at(DESK, resident)
    await page.get_by_role("link", name="账户设置").click()
    await page.get_by_label("接收提醒类短信").click()
    await expect(page.get_by_role("status").first).to_have_text("已关闭提醒短信。")
    await page.get_by_role("button", name=re.compile("^结束")).click()
    await page.get_by_role("dialog").get_by_role("button", name="结束").click()
    await expect(page.get_by_role("button", name=re.compile("^结束.+的登录"))).to_have_count(0)
    await page.get_by_role("button", name=re.compile("^同意")).first.click()
    await expect(page.get_by_role("button", name=re.compile("^撤回同意"))).to_be_visible()
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="导出我的个人信息").click()
    file = tmp_path / "mine.json"
    await (await downloading.value).save_as(file)
    assert set(json.loads(file.read_text("utf-8"))) == set(SERVICES), "of every service"

    async def out() -> bool:
        """Services hear of an ended session within seconds."""
        await other.reload()
        try:
            await expect(other.get_by_text("登录已失效，请重新登录。")).to_be_visible(timeout=3_000)
        except AssertionError:
            return False
        return True

    await until(out)
