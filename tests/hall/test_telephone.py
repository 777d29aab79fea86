"""The page 电话台: a telephone stands by, a caller is put through, whose page opens, a note is written."""

import re
import uuid
from pathlib import Path

from playwright.async_api import Page, expect
from tests.flows.town import Town
from tests.support.owners import as_owner
from tests.support.softphone import softphone
from tests.support.workbench import Workbench

from city.clients import Phones
from city.seed.telephone import register_hotline
from local.system import System

from .browser import DESK, drawn, faults
from .conftest import LoggedIn

PATIENCE_MS = 60_000
CALL_BACK = "INSERT INTO call_back (call_id, asked_at) VALUES ($1, now())"


async def wants_to_be_called_back(system: System, call_id: str) -> None:
    """As if the caller had pressed the key for it while nobody answered."""
    await as_owner(system, "hotline", CALL_BACK, uuid.UUID(call_id))


async def answered(page: Page) -> None:
    """Say by the page that whoever waited was called back, and answer the one case."""
    await page.get_by_label("查询理由").first.fill("答复工单")
    await page.get_by_role("button", name="查看").first.click()
    await page.locator("#call-backs").get_by_role("button", name=re.compile("^登记结果")).click()
    dialog = page.get_by_role("dialog", name="登记回电结果")
    await dialog.get_by_role("button", name="登记", exact=True).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请选择有没有人接听")
    await dialog.get_by_role("radio", name="已接听").check()
    await dialog.get_by_role("button", name="登记", exact=True).click()
    await expect(page.get_by_text("已登记回电结果。").and_(page.locator(".notice"))).to_be_focused()
    await expect(page.get_by_text("没有等待回电的人。")).to_be_visible()
    cases = page.locator("#cases")
    await cases.get_by_role("button", name="答复：提取未到账，待核实").click()
    dialog = page.get_by_role("dialog", name="答复工单")
    await dialog.get_by_role("button", name="答复", exact=True).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写怎样答复来电人")
    await dialog.get_by_label("怎样答复来电人").fill("银行已于当日入账，本人已核实")
    assert await faults(page) == []
    await dialog.get_by_role("button", name="答复", exact=True).click()
    await expect(page.get_by_text("工单已答复。").and_(page.locator(".notice"))).to_be_focused()
    await expect(page.get_by_text("没有待答复的工单。")).to_be_visible()


async def test_an_agent_speaks_with_a_caller_sees_the_person_and_makes_a_case_of_it(
    staff_at: LoggedIn,
    town: Town,
    phones: Phones,
    platform: Workbench,
    *,
    system: System,
    tmp_path: Path,
) -> None:
    await register_hotline(town.office, platform.folder)
    resident, address = town.one("retired"), town.city.hotline_address
    person, extension = resident.person, address.replace("12329@", "8012329@")
    folders = tmp_path / "office", tmp_path / "street"
    for folder in folders:
        folder.mkdir()
    page = await staff_at(DESK, "maker")
    await page.get_by_role("link", name="电话台").click()
    await page.get_by_role("button", name="领取接入码").click()
    shown = page.locator(".notice strong")
    code = await shown.inner_text()
    assert re.fullmatch(r"\d{8}", code)
    assert await faults(page) == []
    ports = [platform.folder.port(name) for name in ("baresip office", "baresip street")]
    async with (
        softphone(folders[0], ports[0], "33960-33979", "8001") as office,
        softphone(folders[1], ports[1], "33980-33999", person.phone) as street,
    ):
        await office.dial(extension)
        await office.press(code + "#")
        await expect(page.get_by_role("heading", name="我的状态：空闲")).to_be_visible(
            timeout=PATIENCE_MS
        )
        await expect(page.get_by_role("button", name="空闲")).to_have_attribute(
            "aria-pressed", "true"
        )
        seen = {text["text_id"] for text in await phones.texts(person.phone)}
        await street.dial(address)
        await street.press("01" + person.id_number.replace("X", "*") + "##")
        await street.press(await phones.code(person.phone, seen) + "#")
        await expect(page.get_by_text("1人在等候。")).to_be_visible(timeout=PATIENCE_MS)
        await expect(page.get_by_role("region", name="排队")).to_contain_text("已验证")
        await office.press("1")
        await expect(page.get_by_role("heading", name="正在通话")).to_be_visible(
            timeout=PATIENCE_MS
        )
        await expect(page.get_by_text(resident.account_number)).to_be_visible(timeout=PATIENCE_MS)
        await drawn(page)
        said = await page.locator("main").inner_text()
        assert person.id_number not in said
        assert person.phone not in said
        assert await faults(page) == []
        await page.get_by_role("button", name="保存小结").click()
        await expect(page.get_by_role("alert")).to_contain_text("请选择是否已解决")
        await office.press("**")
        await expect(page.get_by_role("heading", name="通话已结束")).to_be_visible(
            timeout=PATIENCE_MS
        )
        await page.get_by_label("来电事项和答复").fill("提取未到账，待核实")
        await page.get_by_label("没有解决").check()
        await page.get_by_role("button", name="保存小结").click()
        await expect(page.get_by_role("heading", name="我的状态：空闲")).to_be_visible(
            timeout=PATIENCE_MS
        )
        await expect(page.get_by_text(resident.account_number)).to_have_count(0)
        await page.get_by_role("button", name="离席").click()
        await expect(page.get_by_role("heading", name="我的状态：离席")).to_be_visible()
    (case,) = (await town.maker.get("hotline/cases"))["items"]
    assert (case["text"], case["person_id"]) == ("提取未到账，待核实", str(resident.person_id))
    await wants_to_be_called_back(system, case["call_id"])
    await answered(page)
    assert (await town.maker.get("hotline/cases"))["items"] == []
    figures = await town.maker.get("hotline/figures")
    assert figures["answered"] >= 1
    assert (figures["called_back"], figures["call_backs_waiting"], figures["cases_waiting"]) == (
        1,
        0,
        0,
    )
    audited = await town.maker.get("hotline/calls", person_id=resident.person_id)
    assert audited["items"][0]["proved_by"] == "code"
