"""Papers of a home that was bought, read at the desk by one and compared by another (R-WDR-21)."""

import re
from datetime import date

from playwright.async_api import Page, expect

from .browser import faults
from .test_at_the_counter import agreed, fill_day


async def accepted(maker: Page, checker: Page, unit: str, counted_from: date) -> None:
    """Have papers read and compared by the pages alone."""
    await _read_from_papers(maker, unit, counted_from)
    await _compared(checker, unit)


async def _read_from_papers(page: Page, unit: str, counted_from: date) -> None:
    """A maker types in what the contract and the invoice say."""
    await page.goto("/hall/staff/reviews")
    await page.get_by_role("button", name=re.compile("^认可材料内容：")).last.click()
    form = page.get_by_role("form", name=re.compile("^认可材料内容："))
    await form.get_by_label("有，内容如下").check()
    await form.get_by_role("button", name="提交复核").click()
    await expect(form.get_by_role("alert")).to_contain_text("的内容")
    await form.get_by_role("button", name="增加购房合同").click()
    bought = form.get_by_role("group", name="购房合同1")
    assert await faults(page) == []
    for label, text in (
        ("合同编号", f"WQ{unit}"), ("不动产单元号", unit), ("合同价", "400000"),
        ("发票金额或计税评估价（可以不填）", "400,000.00"),
    ):  # fmt: skip
        await bought.get_by_label(label, exact=True).fill(text)
    await fill_day(bought, "发票或契证日期（可以不填）", counted_from)
    await form.get_by_label("核对情况").fill("与合同、发票逐项核对")
    await form.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice").first).to_contain_text("另一人复核后生效")
    assert await faults(page) == []


async def _compared(page: Page, unit: str) -> None:
    """A checker reads what was typed in, and agrees."""
    await page.goto("/hall/staff/proposals")
    await page.get_by_role("link", name=re.compile("^先与材料逐项核对：认可材料")).last.click()
    await expect(page.get_by_text(f"购房1（编号WQ{unit}")).to_contain_text("合同价400,000.00元")
    await agreed(page, "认可材料")
