"""The staff's desk: what one proposes another decides, by pages; a review from its reason to the money."""

import asyncio
import re
import uuid
from typing import Any

import httpx
from playwright.async_api import Locator, Page, expect
from tests.flows.plan import RATIO_BP, VALUE_DAY
from tests.flows.town import Town, operator_of
from tests.flows.withdrawing import FINAL, apply, reached
from tests.support.credit import FIRM_CODE, user

from city.clients import Session, by_two, log_in, visitor
from city.seed.people import social_credit_code

from .browser import DESK, enter, faults
from .conftest import LoggedIn, PageAt, agreed, tokens_in

TABLET = 768
PLACE = "/hall/staff/"
FIRST = 3_600
"""Of the employers that are only proposed here; their operators are others than anybody's."""


async def proposed(town: Town, number: int, name: str) -> dict[str, Any]:
    """Have the maker propose to register an employer."""
    operator = operator_of(FIRST + number)
    found: dict[str, Any] = await town.maker.post(
        "accounts/employers",
        {
            "name": name,
            "social_credit_code": social_credit_code(900 + FIRST + number),
            "payday": VALUE_DAY,
            "employer_ratio_bp": RATIO_BP,
            "employee_ratio_bp": RATIO_BP,
            "operator": {
                "name": operator.name, "id_number": operator.id_number, "phone": operator.phone,
            },
            "registered_on": town.today.isoformat(),
            "agreement_version": "2019-1",
            "reason": "登记材料齐全",
            "evidence": ["登记表7号"],
        },
    )  # fmt: skip
    return found


async def became(town: Town, proposal: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = await town.maker.get(f"accounts/proposals/{proposal['proposal_id']}")
    return found


async def employers_called(town: Town, name: str) -> int:
    """How many employers of a name there are."""
    found: int = 0
    cursor = None
    while True:
        place = {"limit": 200} | ({"cursor": cursor} if cursor else {})
        page = await town.maker.get("accounts/employers", **place)
        found += sum(one["name"] == name for one in page["items"])
        cursor = page["next_cursor"]
        if cursor is None:
            return found


def matter(page: Page, proposal: dict[str, Any]) -> Locator:
    return page.get_by_role("listitem").filter(has_text=proposal["summary"])


async def test_what_a_maker_proposes_another_decides_by_the_page_alone(
    staff_at: LoggedIn, town: Town
) -> None:
    proposal = await proposed(town, 1, "德州网厅复核纺织有限公司")

    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}proposals")
    own = matter(page, proposal)
    await expect(own).to_contain_text("我提出的")
    await expect(own).to_contain_text("登记表7号")
    await expect(page.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)
    assert await faults(page) == []

    page = await staff_at(DESK, "checker")
    await expect(
        page.get_by_role("link", name=re.compile("待复核.*待我复核 [1-9]"))
    ).to_be_visible()
    assert await faults(page) == []
    await page.route("**/api/loans/proposals?*", lambda route: route.abort())
    await page.get_by_role("navigation").get_by_role("link", name="待复核").click()
    await expect(page.get_by_text("贷款业务暂时打不开")).to_be_visible()
    await page.get_by_role("button", name=re.compile("^归集")).click()
    await matter(page, proposal).get_by_role("button", name=re.compile("^同意：")).click()
    dialog = page.get_by_role("dialog", name="同意办理？")
    await expect(dialog).to_contain_text("登记材料齐全")
    assert await faults(page) == []
    await dialog.get_by_role("button", name="同意，立即办理").click()
    done = page.get_by_text(f"已同意并办理：{proposal['summary']}").and_(page.locator(".notice"))
    await expect(done).to_be_focused()
    await expect(matter(page, proposal)).to_have_count(0)
    assert (await became(town, proposal))["state"] == "executed"


async def shown_while_others_are_at_it(page: Page, proposal: dict[str, Any]) -> Locator:
    """Open the list: somebody is at the matter, and nobody else decides it meanwhile."""
    await page.goto(f"{PLACE}proposals")
    found = matter(page, proposal)
    await expect(found.locator(".chip.warn")).to_contain_text("正在办理，至")
    await expect(found.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)
    return found


async def test_of_two_checkers_at_once_one_decides_and_the_other_is_told_by_whom(
    staff_at: LoggedIn, page_at: PageAt, town: Town, second_checker: Session
) -> None:
    proposal = await proposed(town, 2, "德州网厅同时复核有限公司")
    agreeing = await staff_at(DESK, "checker")
    refusing = await page_at(DESK)
    await enter(refusing, "staff", PLACE, await tokens_in(second_checker))

    await agreeing.goto(f"{PLACE}proposals")
    own = matter(agreeing, proposal)
    await own.get_by_role("button", name=re.compile("^认领：")).press("Enter")
    await expect(own).to_contain_text("我已认领，至")
    await own.get_by_role("button", name=re.compile("^写备注：")).click()
    note = agreeing.get_by_role("dialog", name="写备注")
    await note.get_by_label("备注").fill("电话13805341234")
    await note.get_by_role("button", name="保存").click()
    await expect(note.get_by_role("alert")).to_contain_text("不能写证件号码、手机号码")
    await note.get_by_label("备注").fill("等单位补登记表原件")
    assert await faults(agreeing) == []
    await note.get_by_role("button", name="保存").click()
    await expect(own).to_contain_text("等单位补登记表原件")
    theirs = await shown_while_others_are_at_it(refusing, proposal)
    await expect(theirs).to_contain_text("等单位补登记表原件")

    await own.get_by_role("button", name=re.compile("^转交：")).click()
    giving = agreeing.get_by_role("dialog", name="转交给谁？")
    colleague = await giving.locator("option", has_text="hall.checker").text_content()
    await giving.get_by_label("同事").select_option(label=colleague)
    await giving.get_by_role("button", name="转交").click()
    await expect(own.locator(".chip.warn")).to_contain_text("正在办理，至")
    await refusing.get_by_role("button", name="刷新").click()
    await expect(theirs).to_contain_text("转交给我")
    await theirs.get_by_role("button", name=re.compile("^同意：")).click()
    await expect(refusing.get_by_role("dialog", name="同意办理？")).to_be_visible()
    await refusing.close()  # in mid-decision: the claim stays until its time is over
    await shown_while_others_are_at_it(agreeing, proposal)
    assert await faults(agreeing) == []

    refusing = await page_at(DESK)
    await enter(refusing, "staff", PLACE, await tokens_in(second_checker))
    for page, what in ((agreeing, "同意"), (refusing, "退回")):
        await page.route("**/api/gateway/work**", lambda route: route.abort())
        await page.goto(f"{PLACE}proposals")
        await expect(page.get_by_text("暂时看不到认领和备注")).to_be_visible()
        await matter(page, proposal).get_by_role("button", name=re.compile(f"^{what}：")).click()
    refusal = refusing.get_by_role("dialog", name="退回申请？")
    await refusal.get_by_role("button", name="退回").click()
    await expect(refusal).to_contain_text("请写明原因")
    await refusal.get_by_label("退回原因").fill("印章不清")
    agreement = agreeing.get_by_role("dialog", name="同意办理？")
    await asyncio.gather(
        agreement.get_by_role("button", name="同意，立即办理").click(),
        refusal.get_by_role("button", name="退回").click(),
    )
    told = [page.locator(".notice, .warning").first for page in (agreeing, refusing)]
    for one in told:
        await expect(one).to_be_focused()
    state = (await became(town, proposal))["state"]
    assert state in ("executed", "rejected")
    winner, loser = told if state == "executed" else reversed(told)
    await expect(winner).to_contain_text("已同意并办理" if state == "executed" else "已退回")
    await expect(loser).to_contain_text("已由他人办理")
    assert await employers_called(town, "德州网厅同时复核有限公司") == (state == "executed")
    for page in (agreeing, refusing):
        await expect(matter(page, proposal)).to_have_count(0)


async def test_a_review_goes_from_its_reason_to_the_money_by_two_pages(
    staff_at: LoggedIn, town: Town, client: httpx.AsyncClient
) -> None:
    resident = town.one("sentenced")
    guest = visitor(client, town.city)
    resident.session = await log_in(guest, resident.person.id_number, resident.person.phone)
    accepted = await apply(resident, "sentenced")
    await reached(resident, accepted["id"], ["in_review"])

    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}reviews")
    await page.locator(f"a[href$='/reviews/{accepted['id']}']").click()
    await page.get_by_role("button", name="查看").click()
    await expect(page.get_by_text("请写明理由")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_label("查询理由").fill("初审")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="办理经过")).to_be_visible()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择同意或不同意")
    assert await faults(page) == []
    await page.get_by_label(re.compile("^同意")).check()
    await page.get_by_label("理由", exact=True).fill("判决书已核实")
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("heading", name="初审意见", exact=True)).to_be_visible()

    page = await staff_at(DESK, "checker")
    await page.goto(f"{PLACE}proposals")
    await (
        page.get_by_role("listitem")
        .filter(has_text="判决书已核实")
        .get_by_role("button", name=re.compile("^同意："))
        .click()
    )
    await page.get_by_role("button", name="同意，立即办理").click()
    await expect(page.locator(".notice")).to_contain_text("已同意并办理")
    ended = await reached(resident, accepted["id"], FINAL)
    assert ended["state"] == "paid"


async def test_every_page_of_the_desk_is_clean_on_a_tablet_enlarged_and_in_the_dark(
    staff_at: LoggedIn,
) -> None:
    page = await staff_at(TABLET, "maker", dark=True)
    await page.get_by_role("button", name="长辈版").click()
    for where in ("", "proposals", "reviews", "errors", "credit"):
        await page.goto(PLACE + where)
        assert await faults(page) == [], where


async def test_r_crd_32_a_units_administrator_has_the_own_users_on_a_page(
    staff_at: LoggedIn, town: Town
) -> None:
    me = await town.maker.get("gateway/me")
    administrator = {**user(me["identity_id"], role="unit_admin"), "reason": "单位来函"}
    two = town.office.admin, town.office.other_admin
    await by_two(*two, "credit/users/appointments", administrator)
    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}credit")
    table = page.get_by_role("region", name="授权用户")
    await expect(table).to_contain_text("单位管理员")
    await expect(page.get_by_text("未获得信用平台的“审计”授权")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择角色")
    told = user(uuid.uuid4(), unit_code=FIRM_CODE)
    for label, text in (
        ("人员的登录标识", told["identity_id"]), ("统一社会信用代码", told["unit_code"]),
        ("单位名称", told["unit_name"]), ("市、县（市、区）", told["county"]), ("为什么授权", "新任查询员"),
    ):  # fmt: skip
        await page.get_by_label(label, exact=True).fill(text)
    await page.get_by_label("查询", exact=True).check()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("只能办理本单位用户的授权")
    await page.get_by_label("统一社会信用代码").fill(administrator["unit_code"])
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")


async def test_a_file_of_policies_goes_onto_the_public_site_and_one_comes_off_it(
    staff_at: LoggedIn, town: Town
) -> None:
    """As Excel writes it in China: GB 18030. Flaws are told by row and column, and nothing is shown then."""
    heads = "标题,发文机关,发文字号,成文日期,正文"
    flawed = (
        f"{heads}\n信用修复指引,德州市发展和改革委员会,德发改〔2026〕71号,2026-13-01,修复须知。\n"
    )
    whole = flawed.replace("2026-13-01", "2026-03-01")
    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}credit")
    reason = page.get_by_label("为什么发布", exact=True)
    await page.get_by_role("button", name="提交发布").click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择文件")
    for text in (flawed, whole):
        file = {"name": "政策.csv", "mimeType": "text/csv", "buffer": text.encode("gb18030")}
        await page.locator("#policies").set_input_files(file)
        await reason.fill("按月公开")
        await page.get_by_role("button", name="提交发布").click()
        if text is flawed:
            await expect(page.get_by_role("alert")).to_contain_text("第2行“成文日期”")
    await expect(page.locator(".notice")).to_contain_text("另一人复核后展示")
    assert await faults(page) == []
    await agreed(town, "credit", "policy")
    await page.get_by_role("button", name="查找", exact=True).click()
    await page.get_by_role("button", name="撤下信用修复指引").click()
    await page.get_by_label("为什么撤下").fill("已有新版")
    await page.get_by_role("button", name="提交撤下").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后撤下")
    await agreed(town, "credit", "policy")
    await page.get_by_label("查找政策文件").fill("信用修复指引")
    await page.get_by_role("button", name="查找", exact=True).click()
    await expect(page.get_by_text("还没有政策文件。")).to_be_visible()


async def test_an_auditor_reads_what_others_did_and_finds_nothing_to_do(
    staff_at: LoggedIn, town: Town
) -> None:
    """GB/T 22239-2019 8.1.5.3: who did it, on what, in each system; and that it was read."""
    proposal = await proposed(town, 9, "德州网厅审计有限公司")
    page = await staff_at(DESK, "auditor")
    menu = page.get_by_role("navigation", name="服务")
    await expect(menu.get_by_role("link")).to_have_text(["首页", "我的登录", "审计记录"])
    assert await faults(page) == []
    await menu.get_by_role("link", name="审计记录").click()
    await page.get_by_label("业务系统").select_option("归集")
    maker = (await town.maker.get("gateway/me"))["identity_id"]
    await page.get_by_label("人员编号").fill(maker)
    await page.get_by_role("button", name="查询").click()
    lines = page.get_by_role("region", name="归集的审计记录").get_by_role("row")
    await expect(lines.nth(1)).to_contain_text("POST /employers")
    await expect(lines.nth(1)).to_contain_text("已完成")
    assert await faults(page) == []
    assert (await became(town, proposal))["state"] == "open"
    await page.get_by_label("人员编号").fill("谁")
    await page.get_by_role("button", name="查询").click()
    await expect(page.get_by_role("alert")).to_be_visible()
