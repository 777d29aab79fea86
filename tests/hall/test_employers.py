"""What an employer's operator does: a month from a file to booked, the grid, suspense, transfers."""

import pytest
from playwright.async_api import Page, expect
from tests.flows.town import Town

from .browser import DESK, enter, faults
from .conftest import PageAt
from .employers import Company, LogIn, found_company, pay

TABLET = 768
PEOPLE = 240
PLACE = "/hall/employers/"


@pytest.fixture(scope="session")
async def company(town: Town, tokens_of: LogIn) -> Company:
    """An employer of 240, none of whose months is paid yet."""
    return await found_company(town, tokens_of, 2_000, "德州网厅试缴制造有限公司", PEOPLE)


async def at(page_at: PageAt, company: Company, width: int, where: str = "") -> Page:
    """Open a page of its hall as its operator."""
    page = await page_at(width)
    await enter(page, "employers", PLACE, company.tokens)
    if where:
        await page.goto(PLACE + where)
    return page


async def test_a_month_goes_from_a_file_with_mistakes_to_booked(
    page_at: PageAt, town: Town, company: Company
) -> None:
    page = await at(page_at, company, DESK)
    heading = page.get_by_role("heading", level=1)
    await expect(heading).to_have_text(company.name)
    assert await faults(page) == []
    await page.get_by_role("link", name="开始汇缴").click()
    await expect(heading).to_have_text("当月汇缴")
    await page.get_by_role("button", name="上传并检查").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择要上传的清册文件")
    assert await faults(page) == []

    rows = [(one, "6000.00") for one in company.people]
    wrong = [*rows[:3], (rows[3][0], "六千"), (rows[4][0], "-1"), *rows[5:]]
    await _upload(page, company.sheet(wrong))
    await expect(page.get_by_role("heading", name="有 2 处需要改正")).to_be_visible()
    grid = page.get_by_role("table", name="错误明细")
    await expect(grid.get_by_text("C5", exact=True)).to_be_visible()
    assert await faults(page) == []
    async with page.expect_download() as saved:
        await page.get_by_role("button", name="下载标出错误的文件").click()
    assert (await saved.value).suggested_filename == "标出错误-清册.xlsx"

    await page.get_by_role("link", name="重新上传").click()
    await _upload(page, company.sheet([*rows[:-1], (rows[-1][0], "7000.00")]))
    await expect(page.get_by_role("heading", name="没有发现错误，请核对")).to_be_visible()
    # 239 x 6000 and one of 7000: each side by its ratio of 8 %, 480 and 560 yuan; both sides.
    await expect(page.get_by_text("230,560.00 元").first).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="采用，编制清册").click()
    await page.get_by_role("button", name="确认清册").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("240人，合计 230,560.00 元")
    assert await faults(page) == []
    await dialog.get_by_role("button", name="确认清册").click()
    await expect(page.get_by_role("heading", name="缴款单")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="查看每个人的明细").click()
    await page.get_by_label("按账号或姓名查找").fill(company.accounts[7])
    await expect(page.get_by_text("1 / 240 行")).to_be_visible()

    found = await town.maker.get(f"accounts/employers/{company.number}/lists")
    (made,) = [one for one in found["items"] if one["state"] == "confirmed"]
    await pay(town, company, made["total_fen"], made["payment_reference"])
    await expect(page.get_by_role("heading", name="已入账")).to_be_visible()
    assert await faults(page) == []


async def _upload(page: Page, content: bytes) -> None:
    await page.get_by_label("选择文件").set_input_files(
        {"name": "清册.csv", "mimeType": "text/csv", "buffer": content}
    )
    await page.get_by_role("button", name="上传并检查").click()
