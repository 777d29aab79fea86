"""短信发送: where a text is, after a reason; by which carrier texts go, changed by two people."""

import re

from playwright.async_api import expect
from tests.flows.town import Town

from .browser import DESK, faults
from .conftest import LoggedIn
from .test_at_the_counter import agreed

PLACE = "/hall/staff/"


async def test_the_carrier_of_some_numbers_is_changed_by_two_and_a_text_is_found_by_its_state(
    staff_at: LoggedIn, town: Town
) -> None:
    page = await staff_at(DESK, "maker")
    await page.get_by_role("navigation").get_by_role("link", name="短信发送").click()
    await page.get_by_role("button", name="查找", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("请写明理由")
    assert await faults(page) == []
    await page.get_by_label("状态").select_option(label="已送达")
    await page.get_by_label("为什么查找").fill("来电询问没有收到短信")
    await page.get_by_role("button", name="查找", exact=True).click()
    found = page.get_by_role("region", name="找到的短信")
    await expect(found.get_by_role("row").nth(1)).to_contain_text("已送达")
    await page.get_by_label("查询理由").fill("日常检查")
    await page.get_by_role("button", name="查看", exact=True).click()
    await expect(page.locator("#undelivered .chip")).to_be_visible()

    await page.get_by_role("button", name="变更短信通道").click()
    dialog = page.get_by_role("dialog", name="变更短信通道")
    await dialog.get_by_label("号段", exact=True).fill("17")
    await dialog.get_by_label("CMPP通道").check()
    await dialog.get_by_label("为什么变更").fill("运营商通知号段割接")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("号段是3到7位数字")
    assert await faults(page) == []
    await dialog.get_by_label("号段", exact=True).fill("1709")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_be_focused()
    await page.goto(f"{PLACE}proposals")
    own = page.get_by_role("listitem").filter(has_text="1709")
    await expect(own.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)
    await agreed(await staff_at(DESK, "checker"), "1709")
    await page.goto(f"{PLACE}sending")
    row = page.get_by_role("region", name="短信通道").get_by_role("row").filter(has_text="1709开头")
    await expect(row).to_contain_text("CMPP通道")
    assert await faults(page) == []
    (route,) = [
        one
        for one in (await town.maker.get("notifications/routes"))["items"]
        if one["prefix"] == "1709"
    ]
    assert route["route"] == "cmpp"
