"""The working calendar on the desk: changed by pressing days or from a file, and decided by two."""

import re

from playwright.async_api import expect
from tests.flows.town import Town
from tests.support.waiting import until

from .browser import DESK, faults
from .conftest import LoggedIn

PLACE = "/hall/staff/"
FILE = "日期,安排\n2031-02-08,班\n2031年2月3日,休\n"


async def test_two_people_change_the_calendar_and_every_deadline_follows(
    staff_at: LoggedIn, town: Town
) -> None:
    page = await staff_at(DESK, "maker")
    await page.get_by_role("link", name="工作日历").click()
    await expect(page.get_by_role("region", name=re.compile("年1月$"))).to_be_visible()
    assert await faults(page) == []
    await page.get_by_label("读入文件").set_input_files(
        {"name": "notice.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
    )
    await expect(page.get_by_role("region", name="2031年2月")).to_be_visible()
    saturday = page.get_by_role("button", name="2031年2月8日星期六，休息，改为上班")
    await expect(saturday).to_have_attribute("aria-pressed", "true")
    tuesday = page.get_by_role("button", name="2031年2月4日星期二，上班", exact=True)
    await tuesday.click()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    changes = page.get_by_role("region", name="要变更的日子")
    await expect(changes.locator("tbody tr")).to_have_count(4)
    await page.keyboard.press("Enter")
    await expect(changes.locator("tbody tr")).to_have_count(3)
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请填写依据的通知")
    await page.get_by_label("依据的通知").fill("国办发明电〔2030〕7号")
    await page.get_by_label("为什么变更").fill("登记放假安排")
    assert await faults(page) == []
    await page.get_by_role("button", name="提交复核").click()
    done = page.get_by_text("已提交：").and_(page.locator(".notice"))
    await expect(done).to_be_focused()
    summary = "调整工作日历3天：2031年2月3日至2月4日休息，2031年2月8日上班"
    await expect(done).to_contain_text(summary)

    page = await staff_at(DESK, "checker")
    await page.goto(f"{PLACE}calendar")
    await expect(page.get_by_text(summary)).to_be_visible()
    await expect(page.locator("button[data-day]")).to_have_count(0)
    assert await faults(page) == []
    await page.goto(f"{PLACE}proposals")
    await page.get_by_role("button", name=re.compile("^同意：调整工作日历3天")).click()
    dialog = page.get_by_role("dialog", name="同意办理？")
    await dialog.get_by_role("button", name="同意，立即办理").click()
    await expect(page.get_by_text("已同意并办理").and_(page.locator(".notice"))).to_be_focused()

    async def worked() -> bool:
        year = await town.maker.get("withdrawals/calendar/2031")
        return {"day": "2031-02-08", "is_workday": True} in year["days"]

    await until(worked)
