"""What an employer's operator does: a month from a file to booked, the grid, suspense, transfers."""

from datetime import date
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, expect
from tests.flows.plan import month_before
from tests.flows.town import Town
from tests.support.callers import photograph

from city.clients import enrol_operator, log_in, visitor
from city.seed.people import person
from city.trying import sample

from .browser import DESK, enter, faults
from .conftest import OPERATOR_PASSWORD, LoggedIn, PageAt, tokens_in
from .employers import Company, confirm, found_company, in_suspense, pay

TABLET = 768
PEOPLE = 60
PLACE = "/hall/employers/"


@pytest.fixture(scope="session")
async def company(town: Town, client: httpx.AsyncClient) -> Company:
    """An employer of 60, none of whose months is paid yet."""
    return await found_company(
        town, visitor(client, town.city), 2_000, "德州网厅试缴制造有限公司", PEOPLE
    )


@pytest.fixture(scope="session")
async def other(town: Town, client: httpx.AsyncClient) -> Company:
    """An employer that takes somebody over."""
    return await found_company(
        town, visitor(client, town.city), 2_900, "德州网厅接收物流有限公司", 1
    )


async def at(page_at: PageAt, company: Company, width: int, where: str = "") -> Page:
    """Open a page of its hall as its operator."""
    page = await page_at(width)
    await enter(page, "employers", PLACE, await tokens_in(company.session))
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
    pairs = zip(company.people, company.accounts, strict=True)
    people = [
        {"name": one.name, "account_number": number, "base_fen": 600_000} for one, number in pairs
    ]
    await _upload(page, sample(people))
    await expect(page.get_by_role("heading", name="有 7 处需要改正")).to_be_visible()
    grid = page.get_by_role("table", name="错误明细")
    await expect(grid.get_by_text("C4", exact=True)).to_be_visible()
    assert await faults(page) == []
    async with page.expect_download() as saved:
        await page.get_by_role("button", name="下载标出错误的文件").click()
    assert (await saved.value).suggested_filename == "标出错误-清册.xlsx"
    # By row: no amount, a negative one, none, another's name, too little, no account, twice.
    first = page.get_by_label("C4改为")
    await first.focus()
    right = ["6000"] * 3 + [company.people[11].name, "6000", company.accounts[17], "删除"]
    await _paste(first, "\n".join(right))
    await page.keyboard.press("Control+z")
    await expect(page.get_by_role("button", name="改正 0 处")).to_be_visible()
    await _paste(first, "\n".join([*right[:-1], ""]))
    await page.get_by_role("button", name="改正 6 处，重新检查").click()
    await expect(page.get_by_role("heading", name="有 1 处需要改正")).to_be_visible()
    await page.get_by_label("改为").first.fill("删除")
    assert await faults(page) == []
    await page.get_by_role("button", name="改正 1 处，重新检查").click()
    await expect(page.get_by_role("heading", name="没有发现错误，请核对")).to_be_visible()
    await expect(page.get_by_text("57,600.00 元").first).to_be_visible()  # 60 x 960
    await page.get_by_role("link", name="不采用").click()

    await _upload(page, company.sheet([*rows[:-1], (rows[-1][0], "7000.00")]))
    await expect(page.get_by_role("heading", name="没有发现错误，请核对")).to_be_visible()
    # 59 x 6000 and one of 7000: each side by its ratio of 8 %, 480 and 560 yuan; both sides.
    await expect(page.get_by_text("57,760.00 元").first).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="采用，编制清册").click()
    await page.get_by_role("button", name="确认清册").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("60人，合计 57,760.00 元")
    assert await faults(page) == []
    await dialog.get_by_role("button", name="确认清册").click()
    await confirm(page, company)
    await expect(page.get_by_role("heading", name="缴款单")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="查看每个人的明细").click()
    await page.get_by_label("按账号或姓名查找").fill(company.accounts[7])
    await expect(page.get_by_text("1 / 60 行")).to_be_visible()

    (made,) = await _lists(town, company, "confirmed")
    await pay(town, company, made["total_fen"], made["payment_reference"])
    await expect(page.get_by_role("heading", name="已入账")).to_be_visible()
    assert await faults(page) == []


async def _upload(page: Page, content: bytes) -> None:
    await page.get_by_label("选择文件").set_input_files(
        {"name": "清册.csv", "mimeType": "text/csv", "buffer": content}
    )
    await page.get_by_role("button", name="上传并检查").click()


WALK = (
    "month", "business", "business/seal", "business/open",
    "business/round", "business/ratio", "business/back", "business/hardship",
    "business/identity", "suspense",
    "transfers", "records", "records/lists", "records/complaints", "company",
)  # fmt: skip


async def test_every_page_is_clean_on_a_tablet_enlarged_and_in_the_dark(
    page_at: PageAt, company: Company
) -> None:
    page = await page_at(TABLET, dark=True)
    await enter(page, "employers", PLACE, await tokens_in(company.session))
    await page.get_by_role("button", name="长辈版").click()
    for where in WALK:
        await page.goto(PLACE + where)
        assert (where, await faults(page)) == (where, [])


async def test_the_grid_takes_a_paste_marks_what_is_wrong_and_undoes_it(
    page_at: PageAt, town: Town, company: Company
) -> None:
    page = await at(page_at, company, DESK, f"month/edit?month={town.today:%Y-%m}")
    first = page.get_by_label("本月基数").first
    await first.focus()
    await _paste(first, "6,500.00\t\t年中调整\nabc\n7000")
    await expect(page.get_by_role("button", name="已修改 3")).to_be_visible()
    await page.get_by_role("button", name="只看错误 1").click()
    await expect(page.get_by_text("基数应为大于0的金额").first).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="全部").click()
    await first.focus()
    await page.keyboard.press("Control+z")
    await expect(page.get_by_role("button", name="已修改 0")).to_be_visible()
    await page.keyboard.type("1")
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_label("本月基数").nth(1)).to_be_focused()


async def _paste(field: Locator, text: str) -> None:
    await field.evaluate(
        "(box, text) => { const clipboardData = new DataTransfer(); clipboardData.setData('text', text);"
        " const how = {clipboardData, bubbles: true, cancelable: true};"
        " box.dispatchEvent(new ClipboardEvent('paste', how)); }",
        text,
    )


async def test_pages_follow_the_right_and_two_operators_see_what_the_other_does(
    page_at: PageAt, town: Town, client: httpx.AsyncClient
) -> None:
    guest, clerk = visitor(client, town.city), person(3_200)
    company = await found_company(town, guest, 2_700, "德州网厅两人办事有限公司", 2)
    appointed = {
        "name": clerk.name, "id_number": clerk.id_number, "phone": clerk.phone,
        "rights": ["draft", "look"],
    }  # fmt: skip
    await town.by_two(f"gateway/employers/{company.number}/operators", appointed)
    enrolled = await enrol_operator(guest, clerk.phone, OPERATOR_PASSWORD)
    page = await page_at(DESK)
    await enter(page, "employers", PLACE, await tokens_in(await enrolled.log_in(guest)))
    await page.get_by_role("link", name="业务提交").click()
    await expect(page.get_by_role("link", name="封存").first).to_be_visible()
    await expect(page.get_by_role("link", name="缴存比例", exact=True)).to_have_count(0)
    await page.goto(f"{PLACE}business/ratio")
    await expect(page.get_by_role("heading", level=1)).to_have_text("没有这项权限")
    await expect(page.get_by_text("您没有“确认”权限")).to_be_visible()
    assert await faults(page) == []

    other = await at(
        page_at, company, DESK, f"month/edit?month={month_before(town.today, 1):%Y-%m}"
    )
    theirs = other.get_by_label("本月基数").first
    await theirs.fill("6500")
    await expect(other.get_by_text("草稿已保存")).to_be_visible()
    await page.goto(f"{PLACE}month/edit?month={month_before(town.today, 1):%Y-%m}")
    mine = page.get_by_label("本月基数").first
    await expect(mine).to_have_value("6500")
    await expect(page.get_by_role("button", name="已修改 1")).to_be_visible()
    await mine.fill("6600")
    await expect(theirs).to_have_value("6600")
    assert await faults(page) == []
    await page.goto(f"{PLACE}month")
    await page.get_by_role("button", name="编制清册").click()
    await expect(page.get_by_text("您没有“确认”权限")).to_be_visible()
    await expect(page.get_by_role("button", name="确认清册")).to_have_count(0)
    await expect(other.get_by_text("另一位经办人已编制")).to_be_visible()
    assert await faults(other) == []
    await other.get_by_role("link", name="核对那份清册").click()
    await other.get_by_role("button", name="确认清册").click()
    await other.get_by_role("dialog").get_by_role("button", name="确认清册").click()
    await confirm(other, company)
    await expect(page.get_by_role("heading", name="缴款单")).to_be_visible()


async def test_r_inf_2_an_employer_proposes_a_name_on_evidence_and_sees_how_it_stands(
    page_at: PageAt, company: Company
) -> None:
    one, number = company.people[30], company.accounts[30]
    page = await at(page_at, company, TABLET, "business")
    await page.get_by_role("link", name="更正姓名、证件号码").click()
    await page.get_by_role("button", name="提交更正").click()
    summary = page.get_by_role("alert")
    await expect(summary).to_be_focused()
    await expect(summary.get_by_role("listitem")).to_have_count(4)
    assert await faults(page) == []
    await page.get_by_label("个人账号").fill(number)
    await page.get_by_label("证件上的姓名").fill("欧阳单位")
    await page.get_by_label("证件上的身份证号码").fill(one.id_number)
    await page.get_by_label("依据材料编号").fill("户口簿37140012、派出所证明3号")
    await page.get_by_role("button", name="提交更正").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("欧阳单位")
    assert await faults(page) == []
    await dialog.get_by_role("button", name="提交更正").click()
    made = page.get_by_role("region", name="已提出的更正")
    await expect(made).to_contain_text(number)
    await expect(made).to_contain_text("户口簿37140012、派出所证明3号")


async def test_r_dep_9_a_deferral_is_asked_for_with_its_resolution_sent_back_and_agreed_by_two(
    page_at: PageAt, staff_at: LoggedIn, town: Town, company: Company
) -> None:
    page = await at(page_at, company, TABLET, "business")
    await page.get_by_role("link", name="缓缴和降低缴存比例").click()
    await page.get_by_role("button", name="提交申请").click()
    summary = page.get_by_role("alert").first
    await expect(summary).to_be_focused()
    await expect(summary).to_contain_text("请上传决议的照片或PDF")
    assert await faults(page) == []
    month = month_before(town.today, -2)
    await _fill_hardship(page, month, town.today)
    dialog = page.get_by_role("dialog", name="提交申请？")
    await expect(dialog).to_contain_text("决议工会2026-3")
    assert await faults(page) == []
    await dialog.get_by_role("button", name="提交", exact=True).click()
    made = page.get_by_role("region", name="已提出的申请")
    await expect(made).to_contain_text("待中心受理")
    assert await faults(page) == []

    desk = await staff_at(DESK, "maker")
    await desk.get_by_role("navigation").get_by_role("link", name="单位申请").click()
    await expect(desk.get_by_role("region", name="缓缴和降低缴存比例")).to_contain_text(
        company.name
    )
    assert await faults(desk) == []
    async with desk.expect_download() as saved:
        await desk.get_by_role("button", name=f"下载{company.name}的职工代表大会或工会决议").click()
    assert (await saved.value).suggested_filename == "职工代表大会或工会决议.pdf"
    await desk.get_by_role("button", name=f"退回{company.name}的缓缴申请").click()
    back = desk.get_by_role("dialog", name="退回申请？")
    await expect(back).to_contain_text("订单减少")
    await back.get_by_role("button", name="退回", exact=True).click()
    await expect(back).to_contain_text("请写明理由")
    assert await faults(desk) == []
    await back.get_by_label("退回原因").fill("决议缺少工会盖章")
    await back.get_by_role("button", name="退回", exact=True).click()
    await expect(desk.get_by_text("没有待办的申请。")).to_be_visible()

    await page.goto(PLACE)
    await expect(page.get_by_text("缓缴申请已退回：决议缺少工会盖章")).to_be_visible()
    await page.goto(f"{PLACE}business/hardship")
    await _fill_hardship(page, month, town.today)
    await dialog.get_by_role("button", name="提交", exact=True).click()
    await expect(made).to_contain_text("待中心受理")
    await desk.reload()
    await desk.get_by_role("button", name=f"受理{company.name}的缓缴申请").click()
    taking = desk.get_by_role("dialog", name="受理，提交复核？")
    await taking.get_by_label("审核意见").fill("决议真实")
    await taking.get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_role("link", name="去复核")).to_be_visible()
    assert await faults(desk) == []
    checker = await staff_at(TABLET, "checker")
    await checker.goto("/hall/staff/proposals")
    await checker.get_by_role("button", name=f"同意：单位{company.number}缓缴").click()
    await checker.get_by_role("button", name="同意，立即办理").click()
    await expect(checker.get_by_text("已同意并办理").first).to_be_visible()
    await page.reload()
    held = page.get_by_role("region", name="已批准的缓缴")
    await expect(held).to_contain_text(f"{month.year}年{month.month}月")
    await expect(made).to_contain_text("已批准")


async def _fill_hardship(page: Page, month: date, today: date) -> None:
    await page.get_by_role("radio", name="缓缴").check()
    for label in ("从", "到"):
        await page.get_by_role("button", name=f"{label}：").click()
        opened = page.get_by_role("dialog", name=label)
        while str(month.year) not in await opened.inner_text():
            await opened.get_by_role("button", name="下一年").click()
        await opened.get_by_role("button", name=f"{month.month}月", exact=True).click()
    following = month_before(month, -3)
    for name, day in (("最迟补缴日", following), ("决议日期", today)):
        group = page.get_by_role("group", name=name)
        for part, value in (("年", day.year), ("月", day.month), ("日", day.day)):
            await group.get_by_label(part).fill(str(value))
    await page.get_by_label("决议编号").fill("工会2026-3")
    await page.get_by_label("困难情况").fill("订单减少，连续三个月亏损")
    await page.get_by_label("选择照片或文件").set_input_files(
        {"name": "决议.jpg", "mimeType": "image/jpeg", "buffer": photograph()}
    )
    await page.get_by_role("button", name="上传", exact=True).click()
    await expect(page.get_by_role("list", name="已上传的材料")).to_be_visible()
    await page.get_by_role("button", name="提交申请").click()


async def test_money_of_another_sum_lies_in_suspense_until_two_people_send_it_back(
    page_at: PageAt, town: Town, company: Company
) -> None:
    booked = await _lists(town, company, "booked")
    await pay(town, company, 123_45, booked[0]["payment_reference"])
    serial = await in_suspense(town, company, 123_45)
    page = await at(page_at, company, DESK, "suspense")
    lying = page.get_by_role("region", name="暂收款")
    await expect(lying).to_contain_text("123.45")
    await expect(lying).to_contain_text(serial)
    assert await faults(page) == []
    await town.by_two(f"accounts/suspense/{serial}/refund", {"amount_fen": 123_45})
    await in_suspense(town, company, 0)
    await page.reload()
    await expect(page.get_by_text("没有暂收款。")).to_be_visible()
    await expect(page.get_by_role("region", name="退款记录")).to_contain_text("123.45")


async def test_a_person_moves_by_what_both_employers_and_the_person_do(
    page_at: PageAt, town: Town, client: httpx.AsyncClient, company: Company, other: Company
) -> None:
    person, number = company.people[0], company.accounts[0]
    taking = await at(page_at, other, DESK, "transfers")
    await taking.get_by_label("职工姓名").fill(person.name)
    await taking.get_by_label("身份证号码").fill(person.id_number)
    await taking.get_by_label("缴存基数").fill("6000")
    await taking.get_by_role("button", name="申请转入").click()
    into = taking.get_by_role("region", name="转入")
    await expect(into).to_contain_text("待职工同意")
    assert await faults(taking) == []
    giving = await at(page_at, company, TABLET, "transfers")
    await giving.get_by_role("button", name=f"确认{number}转出").click()
    assert await faults(giving) == []
    await giving.get_by_role("button", name="封存并确认转出").click()
    await expect(giving.get_by_role("dialog")).to_have_count(0)
    herself = await log_in(visitor(client, town.city), person.id_number, person.phone)
    (asked,) = (await herself.get("accounts/my/transfers"))["items"]
    await herself.post(f"accounts/my/transfers/{asked['transfer_id']}/consent", {"agree": True})
    await taking.reload()
    await expect(into).to_contain_text("已转移")


async def test_an_operator_asks_to_end_the_agreement_and_for_a_second_operator(
    page_at: PageAt, other: Company
) -> None:
    page = await at(page_at, other, DESK, "company")
    await page.get_by_role("button", name="申请终止协议").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="提交终止申请").click()
    await expect(dialog).to_contain_text("请写明原因")
    assert await faults(page) == []
    await dialog.get_by_label("原因").fill("单位注销")
    await dialog.get_by_role("button", name="提交终止申请").click()
    await confirm(page, other)
    await expect(page.get_by_text("已提交：").first).to_be_visible()

    await page.get_by_role("button", name="增加经办人").click()
    await dialog.get_by_role("button", name="提交申请").click()
    await expect(dialog).to_contain_text("请填写姓名")
    assert await faults(page) == []
    somebody = person(3_100)
    await dialog.get_by_label("姓名").fill(somebody.name)
    await dialog.get_by_label("身份证号码").fill(somebody.id_number)
    await dialog.get_by_label("本人手机号码").fill(somebody.phone)
    await dialog.get_by_label("原因").fill("增加编制人员")
    await dialog.get_by_role("button", name="提交申请").click()
    await expect(page.locator("p.notice", has_text="已提交：")).to_have_count(2)


async def _lists(town: Town, company: Company, state: str) -> list[dict[str, Any]]:
    found = await town.maker.get(f"accounts/employers/{company.number}/lists")
    return [one for one in found["items"] if one["state"] == state]
