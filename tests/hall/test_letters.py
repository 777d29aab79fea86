"""异地转移 on the desk: letters that wait, one of them after a reason, what two people do with it."""

import json
import re
import uuid
from typing import Any

import asyncpg
from playwright.async_api import Page, expect
from tests.flows.town import Town
from tests.support.cross_city import FACTS

from local.system import System

from .browser import DESK, faults
from .conftest import LoggedIn

PLACE = "/hall/staff/"
PLANTED = """
INSERT INTO letter (letter_id, direction, state, centre_code, centre_name, channel, asked_at, state_since,
                    number, person_id, facts, id_number_hash)
VALUES ($1, $2, $3, '370100', '济南住房公积金中心', 'web', now(), now() - interval '20 days', $4, $5, $6, $7)
"""
COMES, LEAVES = "3714002601019001", "3701002601019002"
"""Numbers of the letters: ours, and the other centre's."""


async def letters(system: System, person_id: str) -> None:
    """Put two there: one whose money never came, one to decide."""
    owner = await asyncpg.connect(system.environments.databases["transfers"].owner_url)
    known = (uuid.uuid4().hex, json.dumps(FACTS))
    rows: list[tuple[Any, ...]] = [
        (uuid.uuid4(), "in", "received", COMES, uuid.UUID(person_id), "{}", None),
        (uuid.uuid4(), "out", "waiting", LEAVES, None, known[1], known[0]),
    ]
    try:
        await owner.executemany(PLANTED, rows)
    finally:
        await owner.close()


async def opened(page: Page, number: str) -> None:
    await page.goto(f"{PLACE}transfers")
    await page.get_by_role("link", name=re.compile(f"^查看：.*{number}")).click()
    await page.get_by_label("查询理由").fill("核对联系函")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(number, exact=True)).to_be_visible()


async def decided(page: Page, words: str, answer: str) -> None:
    await page.goto(f"{PLACE}proposals")
    matter = page.get_by_role("listitem").filter(has_text=words)
    await matter.get_by_role("button", name=re.compile(f"^{answer}：")).click()
    dialog = page.get_by_role("dialog")
    if answer == "退回":
        await dialog.get_by_label("退回原因").fill("账户有疑问")
    await dialog.get_by_role("button", name=re.compile(f"^{answer}")).click()
    await expect(page.locator(".notice").first).to_contain_text("已")


async def test_r_trf_4_a_letter_is_read_and_decided_by_two_by_the_pages_alone(
    staff_at: LoggedIn, town: Town, system: System
) -> None:
    await letters(system, town.one("not-sealed").person_id)
    page = await staff_at(DESK, "maker")
    await page.get_by_role("navigation").get_by_role("link", name="异地转移").click()
    listed = page.get_by_role("region", name="联系函", exact=True)
    await expect(listed.get_by_role("row").filter(has_text=COMES)).to_contain_text("超过时限")
    await page.get_by_label("中心名称或代码").fill("济南")
    await expect(page.get_by_role("region", name="全国公积金中心名录")).to_contain_text("370100")
    assert await faults(page) == []

    await opened(page, LEAVES)
    await expect(page.get_by_role("button", name="终止异地转入")).to_have_count(0)
    await expect(page.get_by_text("12,345.00")).to_be_visible()
    await page.get_by_role("button", name="同意转出").click()
    dialog = page.get_by_role("dialog", name="同意转出")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请写明理由")
    assert await faults(page) == []
    await dialog.get_by_label("核对情况").fill("封存满半年，无贷款")
    await page.keyboard.press("Tab")
    await dialog.get_by_role("button", name="提交复核").press("Enter")
    await expect(page.locator(".notice")).to_be_focused()
    await expect(page.get_by_role("region", name="未办结的申请")).to_contain_text("同意账户转出")
    assert await faults(page) == []

    await opened(page, COMES)
    await page.get_by_role("button", name="终止异地转入").click()
    dialog = page.get_by_role("dialog", name="终止异地转入")
    await dialog.get_by_label("为什么终止").fill("济南来函说明账户已销户")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")
    await page.goto(f"{PLACE}proposals")
    own = page.get_by_role("listitem").filter(has_text=COMES)
    await expect(own).to_contain_text("我提出的")
    await expect(own.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)

    checking = await staff_at(DESK, "checker")
    await decided(checking, LEAVES, "退回")
    await decided(checking, COMES, "同意")
    await opened(checking, LEAVES)
    await expect(checking.get_by_role("button", name="同意转出")).to_have_count(0)
    await checking.goto(f"{PLACE}transfers")
    await checking.get_by_label("包括已办结的").check()
    ended = checking.get_by_role("row").filter(has_text=COMES)
    await expect(ended).to_contain_text("转移失败")
    await expect(ended).to_contain_text("已销户")
