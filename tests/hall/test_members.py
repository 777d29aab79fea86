"""工作人员: one administrator proposes, another decides, one alone brakes; offices only sort the work."""

import re
import time

import httpx
import pyotp
from playwright.async_api import Page, expect
from tests.flows.town import Town

from city.clients import by_two, enrol_operator, visitor
from city.seed.people import person

from .browser import DESK, enter, faults
from .conftest import OPERATOR_PASSWORD, LoggedIn, PageAt, tokens_in
from .test_staff import PLACE, matter, proposed

NEWCOMER = person(4_620)
LOGIN = "hall.newcomer"
OFFICE, OTHER_OFFICE = "德城管理部", "禹城管理部"


async def agreed_to(page: Page, summary: str) -> None:
    """Agree to a proposal on the desk."""
    await page.goto(f"{PLACE}proposals")
    await page.get_by_role("button", name=re.compile(f"^同意：{summary}")).click()
    await page.get_by_role("button", name="同意，立即办理").click()
    await expect(page.get_by_text(re.compile(f"已同意并办理：{summary}")).first).to_be_visible()


async def pressed(page: Page, deed: str) -> None:
    """Press what is done about the newcomer."""
    await page.get_by_role("button", name=re.compile(f"^{deed}：.*{LOGIN}")).click()


async def test_staff_are_taken_in_moved_shut_out_and_let_in_again_by_the_page(
    staff_at: LoggedIn,
) -> None:
    desk = await staff_at(DESK, "admin")
    await desk.get_by_role("link", name="工作人员", exact=True).click()
    own = desk.get_by_role("row").filter(has=desk.get_by_role("cell", name="admin", exact=True))
    await expect(own.get_by_role("button", name=re.compile("停用|变更岗位|重置"))).to_have_count(0)
    await desk.get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_role("alert")).to_contain_text("请选择岗位")
    assert await faults(desk) == []
    await desk.get_by_label("姓名").fill(NEWCOMER.name)
    await desk.get_by_label("身份证号码").fill(NEWCOMER.id_number)
    await desk.get_by_label("本人手机号").fill(NEWCOMER.phone)
    await desk.get_by_label("登录名").fill(LOGIN)
    await desk.get_by_role("radio", name=re.compile("^经办")).check()
    await desk.get_by_label("为什么新增").fill("新录用")
    await desk.get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_text("另一位管理员同意后，激活码发到本人手机").first).to_be_visible()
    row = desk.get_by_role("row").filter(has_text=LOGIN)
    await expect(row).to_have_count(0)

    other = await staff_at(DESK, "other_admin")
    await agreed_to(other, "新增工作人员")
    await desk.get_by_role("button", name="刷新").click()
    await expect(row).to_contain_text("等待本人激活")

    await desk.get_by_label("新设管理部").fill(OFFICE)
    await desk.get_by_role("button", name="设立", exact=True).click()
    await expect(desk.get_by_text(f"已设立{OFFICE}。").first).to_be_visible()
    await pressed(desk, "调管理部")
    await desk.get_by_role("dialog").get_by_role("radio", name=OFFICE).check()
    await desk.get_by_role("button", name="立即办理").click()
    await expect(row).to_contain_text(OFFICE)
    await desk.get_by_role("button", name=f"撤销{OFFICE}").click()
    await expect(desk.get_by_text("该管理部还有工作人员").first).to_be_visible()

    await pressed(desk, "变更岗位")
    await desk.get_by_role("dialog").get_by_role("radio", name=re.compile("^高级复核")).check()
    await desk.get_by_role("dialog").get_by_label("理由").fill("工作需要")
    assert await faults(desk) == []
    await desk.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_text("已提交变更岗位").first).to_be_visible()
    await agreed_to(other, "岗位变更为高级复核")
    await pressed(desk, "停用")
    await desk.get_by_role("button", name="立即办理").click()
    await expect(row).to_contain_text("已停用")
    await expect(row).to_contain_text("高级复核")
    await pressed(desk, "重新启用")
    await desk.get_by_role("dialog").get_by_label("理由").fill("停错了人")
    await desk.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_text("已提交重新启用").first).to_be_visible()
    await agreed_to(other, "重新启用工作人员")
    await desk.get_by_role("button", name="刷新").click()
    await expect(row).to_contain_text("等待本人激活")
    await pressed(desk, "调管理部")
    await desk.get_by_role("dialog").get_by_role("radio", name="不分管理部").check()
    await desk.get_by_role("button", name="立即办理").click()
    await expect(row).not_to_contain_text(OFFICE)
    await desk.get_by_role("button", name=f"撤销{OFFICE}").click()
    await expect(desk.get_by_text(f"已撤销{OFFICE}。").first).to_be_visible()


async def test_staff_change_their_password_and_see_where_they_are_logged_in(
    page_at: PageAt, town: Town, client: httpx.AsyncClient
) -> None:
    member = person(4_621)
    await by_two(
        town.office.admin, town.office.other_admin, "gateway/staff",
        {
            "login": "hall.forgetful", "name": member.name, "id_number": member.id_number,
            "phone": member.phone, "role": "staff_checker",
        },
    )  # fmt: skip
    guest = visitor(client, town.city)
    enrolled = await enrol_operator(guest, member.phone, OPERATOR_PASSWORD)
    session = await enrolled.log_in(guest)
    page = await page_at(DESK)
    await enter(page, "staff", PLACE, await tokens_in(session))
    await page.get_by_role("link", name="我的登录", exact=True).click()
    await expect(page.get_by_text("本次登录")).to_be_visible()
    await expect(page.get_by_text("登录成功").first).to_be_visible()
    await page.get_by_role("button", name="修改").click()
    await expect(page.get_by_role("alert")).to_contain_text("请输入现在的密码")
    assert await faults(page) == []
    await page.get_by_label("现在的密码").fill(OPERATOR_PASSWORD)
    await page.get_by_label("动态口令", exact=True).fill(
        pyotp.TOTP(enrolled.totp_secret).at(time.time() + 30)
    )
    await page.get_by_label("新密码", exact=True).fill("four quiet herons by the canal")
    await page.get_by_label("再输入一次新密码").fill("four quiet herons by the canal")
    await page.get_by_role("button", name="修改").click()
    await expect(page.get_by_text("密码已修改").first).to_be_visible()


async def test_the_work_list_is_narrowed_to_an_office_by_who_proposed_it_and_where_it_was_given(
    staff_at: LoggedIn, town: Town
) -> None:
    admin, maker = town.office.admin, (await town.maker.get("gateway/me"))["identity_id"]
    here, there = [
        await admin.post("gateway/offices", {"name": name}) for name in (OFFICE, OTHER_OFFICE)
    ]
    await admin.post(f"gateway/staff/{maker}/office", {"office_id": here["id"]})
    first = await proposed(town, 25, "德州网厅德城管理有限公司")
    page = await staff_at(DESK, "checker")
    await page.goto(f"{PLACE}proposals")
    mine = matter(page, first)
    await expect(mine.locator(".chip", has_text=OFFICE)).to_be_visible()
    await page.get_by_label("管理部", exact=True).select_option(OTHER_OFFICE)
    await expect(mine).to_have_count(0)
    await page.get_by_label("管理部", exact=True).select_option(OFFICE)
    await mine.get_by_role("button", name=re.compile("^转管理部")).click()
    await page.get_by_role("dialog").get_by_label("管理部").select_option(OTHER_OFFICE)
    assert await faults(page) == []
    await page.get_by_role("button", name="转到", exact=True).click()
    await expect(mine).to_have_count(0)
    await page.get_by_label("管理部", exact=True).select_option("全部")
    await expect(mine.locator(".chip", has_text=OTHER_OFFICE)).to_be_visible()
    await admin.post(f"gateway/staff/{maker}/office", {"office_id": None})
    for office in (here, there):
        await admin.post(f"gateway/offices/{office['id']}/closure")
    await town.checker.post(
        f"accounts/proposals/{first['proposal_id']}/decision", {"agree": False, "reason": "不办"}
    )
