"""证明 on the desk: printed at the counter; a letter in arrears is sent; a document is void by two."""

import re
import uuid

from playwright.async_api import Page, expect
from tests.flows.town import Town
from tests.support.owners import as_owner

from local.system import System

from .browser import DESK, faults
from .conftest import LoggedIn
from .test_at_the_counter import agreed

PLACE = "/hall/staff/"
LETTER = """
INSERT INTO dunning_letter (letter_id, number, employer_number, employer_name, stage, from_month, until_month,
                            owed_fen, pay_by, written_on)
VALUES ($1, $2, '0000123', '德州网厅催缴有限公司', 2, '2026-03', '2026-04', 192000, current_date,
        current_date)
"""
"""Under the number of a document that is printed: what is sent is a paper, whatever it says."""


async def printed(page: Page, town: Town) -> str:
    """Print a certificate for somebody at the counter; give its number."""
    resident = town.one("retired")
    await page.get_by_role("navigation").get_by_role("link", name="证明", exact=True).click()
    await page.get_by_label("证件号码、预留手机号或个人账号").fill(resident.account_number)
    await page.get_by_label("查询理由").fill("本人到柜台申请证明")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="出具证明").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择哪种证明")
    await page.get_by_label("年度对账单").check()
    await expect(page.get_by_role("group", name="哪个年度")).to_be_visible()
    await page.get_by_label("缴存证明", exact=True).check()
    await page.get_by_label("申请事由").fill("本人到场，身份证件已核对")
    assert await faults(page) == []
    await page.get_by_role("button", name="出具证明").click()
    async with page.expect_download() as got:
        await page.get_by_role("button", name=re.compile("^下载.*缴存证明$")).click()
    assert (await (await got.value).path()).read_bytes().startswith(b"%PDF-")
    assert await faults(page) == []
    return await page.get_by_text(re.compile(r"^GJJ\d{17}$")).inner_text()


async def test_r_dep_10_a_letter_is_sent_and_a_certificate_is_void_by_the_pages_alone(
    staff_at: LoggedIn, town: Town, system: System
) -> None:
    page = await staff_at(DESK, "maker")
    number = await printed(page, town)
    await as_owner(system, "documents", LETTER, uuid.uuid4(), number)

    await page.reload()
    letters = page.get_by_role("region", name="催缴函")
    about = "德州网厅催缴有限公司第2次催缴函"
    async with page.expect_download() as got:
        await letters.get_by_role("button", name=f"下载{about}").click()
    assert (await (await got.value).path()).read_bytes().startswith(b"%PDF-")
    await letters.get_by_role("button", name=f"登记{about}的送达").click()
    dialog = page.get_by_role("dialog", name="登记送达")
    await dialog.get_by_label("邮寄送达").check()
    await dialog.get_by_role("button", name="登记", exact=True).click()
    await expect(page.locator(".notice")).to_be_focused()
    await expect(page.get_by_text("没有催缴函。")).to_be_visible()
    await page.get_by_label("包括已送达的").check()
    await page.get_by_role("button", name="查找", exact=True).last.click()
    await expect(letters).to_contain_text("邮寄送达")
    assert await faults(page) == []

    await page.get_by_role("button", name="作废一份证明").click()
    dialog = page.get_by_role("dialog", name="作废证明")
    for label, text in (
        ("证明编号", number),
        ("为什么作废", "申请人冒领"),
        ("依据材料编号", "情况说明5号"),
    ):
        await dialog.get_by_label(label, exact=True).fill(text)
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")
    await page.goto(f"{PLACE}proposals")
    own = page.get_by_role("listitem").filter(has_text=number)
    await expect(own.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)
    await agreed(await staff_at(DESK, "checker"), number)
    letter = (await town.maker.get("documents/dunning-letters", to_send="false"))["items"][0]
    assert (letter["number"], letter["state"]) == (number, "withdrawn")
