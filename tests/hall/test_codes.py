"""亮码可办 by the pages: a citizen's code is read elsewhere; the desk reads one of another centre."""

import re
from pathlib import Path
from typing import Any

import httpx
from playwright.async_api import expect
from tests.flows.town import Town
from tests.integration.documents.sheets import ID_NUMBER, THEIR_NAME, sheet

from city.clients import Phones

from .browser import DESK, PHONE, faults
from .conftest import LoggedIn

CASE = "371400-2026-0008"


async def test_a_citizen_shows_a_code_after_a_fresh_code_and_sees_who_read_it(
    citizen_at: LoggedIn, town: Town, phones: Phones, client: httpx.AsyncClient
) -> None:
    resident = town.one("not-sealed")
    page = await citizen_at(PHONE, resident)
    await page.goto("/hall/codes")
    seen = {text["text_id"] for text in await phones.texts(resident.person.phone)}
    await page.get_by_role("button", name="生成亮码").click()
    dialog = page.get_by_role("dialog", name="请输入确认验证码")
    await dialog.get_by_label("短信验证码").fill(await phones.code(resident.person.phone, seen))
    await dialog.get_by_role("button", name="确认办理").click()
    await expect(page.get_by_role("img", name="亮码二维码")).to_be_visible()
    code = await page.get_by_role("definition").first.inner_text()
    assert re.fullmatch(r"371400(-[A-Z2-7]{4}){4}", code)
    assert await faults(page) == []
    read = await client.post(
        f"{town.city.national_url}/control/readings",
        json={
            "code": code, "id_number": resident.person.id_number, "centre_code": "370100",
            "centre_name": THEIR_NAME, "purpose": "异地贷款",
        },
    )  # fmt: skip
    assert read.json()["account"]["balance_fen"] == 288_000, read.text
    await expect(page.get_by_text(f"已由{THEIR_NAME}读取，用于异地贷款。")).to_be_visible()
    await expect(page.get_by_role("img", name="亮码二维码")).to_have_count(0)


async def test_the_desk_reads_a_code_of_another_centre_and_fetches_its_sheet(
    staff_at: LoggedIn, town: Town, client: httpx.AsyncClient, tmp_path: Path
) -> None:
    issued: dict[str, Any] = {"id_number": ID_NUMBER, "sheet": sheet()}
    await client.put(f"{town.city.national_url}/control/codes/370100ABCDEFGHIJKLMNOP", json=issued)
    page = await staff_at(DESK, "maker")
    await page.get_by_role("link", name="亮码").click()
    await page.get_by_role("button", name="读取亮码").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择业务")
    await page.get_by_label("贷款").check()
    await page.get_by_label("业务编号").fill(CASE)
    await page.get_by_label("办理事由").fill("异地贷款，本人到场亮码")
    await page.get_by_label("亮码", exact=True).fill("370100-ABCD-EFGH-IJKL-MNOP")
    await page.get_by_label("本人证件号码").fill(ID_NUMBER)
    await page.get_by_role("button", name="读取亮码").click()
    fetch = page.get_by_role("button", name=re.compile("^下载 信息表"))
    async with page.expect_download() as downloading:
        await fetch.click()
    assert await faults(page) == []
    file = tmp_path / "sheet.pdf"
    await (await downloading.value).save_as(file)
    assert file.read_bytes().startswith(b"%PDF-")
