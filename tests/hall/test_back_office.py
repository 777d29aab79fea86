"""What makers enter that nobody asked for online: an employer, a loan that is paid out; and the bank."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx
from playwright.async_api import Locator, Page, expect
from tests.flows.evidence import until
from tests.flows.test_loans import PAYEE_ACCOUNT
from tests.flows.town import Town
from tests.support.sheets import csv

from city.clients import visitor
from city.seed.people import person, social_credit_code

from .browser import DESK, drawn, faults
from .conftest import LoggedIn, agreed
from .employers import found_company
from .test_staff import PLACE

OPERATOR = person(4_640)
MOVER = person(4_641)
HEADER = [
    "单位账号", "原个人账号", "姓名", "证件号码", "手机号码", "缴存基数", "开户日期", "缴至年月",
    "账户状态", "封存日期", "封存原因", "上年结转", "本年归集", "应付利息",
]  # fmt: skip
MOVING = [
    "OLD641", MOVER.name, MOVER.id_number, MOVER.phone, "6000.00", "2015-03-01", "2025-12",
    "正常", "", "", "100.00", "20.00", "0.30",
]  # fmt: skip
CONTROLS = ["单位账号", "人数", "本金", "利息"]
NAME = "德州网厅柜台登记面粉有限公司"


async def filled(page: Page, rows: dict[str, str]) -> None:
    """Fill the form of what was chosen."""
    form = page.locator("form").filter(has=page.get_by_role("button", name="提交复核"))
    for label, value in rows.items():
        await form.get_by_label(label, exact=True).fill(value)


async def day(page: Page | Locator, label: str, value: str) -> None:
    group = page.get_by_role("group", name=label)
    for part, text in zip(("年", "月", "日"), value.split("-"), strict=True):
        await group.get_by_label(part).fill(str(int(text)))


async def sent(page: Page, reason: str, paper: str) -> None:
    """Say why, on what papers, and propose it."""
    await page.get_by_label(reason).fill("已核对原件")
    await page.get_by_label("依据材料编号").fill(paper)
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_text("已提交：").first).to_be_visible()


async def test_an_employer_is_registered_at_the_counter_and_its_deferral_entered(
    staff_at: LoggedIn, town: Town
) -> None:
    page = await staff_at(DESK)
    await page.get_by_role("link", name="单位", exact=True).click()
    await page.get_by_role("button", name="单位缴存登记").click()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("统一社会信用代码")
    assert await faults(page) == []
    await filled(
        page,
        {
            "单位名称": NAME, "统一社会信用代码": social_credit_code(8_640), "每月几日发薪": "10",
            "单位缴存比例": "8", "个人缴存比例": "8.5", "经办人姓名": OPERATOR.name,
            "经办人身份证号码": OPERATOR.id_number, "经办人手机号": OPERATOR.phone,
        },
    )  # fmt: skip
    await sent(page, "受理情况", "登记表640号")
    await agreed(town, "accounts", "employer")
    await page.reload()
    row = page.get_by_role("row").filter(has_text=NAME)
    await drawn(page)
    while not await row.count():
        await page.get_by_role("button", name="再显示一些").click()
        await drawn(page)
    number = await row.get_by_role("cell").first.inner_text()
    made = await town.maker.get(f"accounts/employers/{number}")
    assert (made["employer_ratio_bp"], made["employee_ratio_bp"]) == (800, 850)

    await page.goto(f"{PLACE}employers/{number}")
    await page.get_by_label("查询理由").fill("单位来访")
    await page.get_by_role("button", name="查找").click()
    await page.get_by_role("button", name="缓缴", exact=True).click()
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert")).to_contain_text("从哪个月")
    assert await faults(page) == []


async def test_a_loan_is_entered_agreed_to_paid_out_and_seen_at_the_bank(
    staff_at: LoggedIn, town: Town
) -> None:
    resident = town.one("borrower")
    number, today = f"DK{town.today:%Y}G640", town.today.isoformat()
    page = await staff_at(DESK)
    await page.get_by_role("link", name="贷款", exact=True).click()
    await page.get_by_role("button", name="签订借款合同并放款").click()
    await filled(
        page,
        {
            "借款合同编号": number, "贷款申请编号": f"SQ{town.today:%Y}G640",
            "借款人个人账号": resident.account_number, "连续缴存月数": "36", "贷款金额": "90000",
            "期数（月）": "240", "担保合同或他项权证号": "鲁（2026）德州市不动产证明第0000640号",
            "还款银行卡号": resident.person.card, "还款卡持卡人": resident.person.name,
            "收款账号": PAYEE_ACCOUNT, "收款户名": "德州网厅房地产开发有限公司",
        },
    )  # fmt: skip
    await day(page, "合同签订日期", today)
    for choice in ("等额本息", "首套", "抵押", "合同约定的售房人"):
        await page.get_by_role("radio", name=re.compile(f"^{choice}")).check()
    assert await faults(page) == []
    await sent(page, "审批情况", "审批表640号")
    await agreed(town, "loans")
    found = await until(
        lambda: town.maker.get(f"loans/contracts/{number}/disbursements"),
        "the loan is paid out",
        lambda it: bool(it["disbursements"]) and it["disbursements"][0]["state"] == "paid",
    )

    await page.get_by_role("link", name="银行往来", exact=True).click()
    await page.get_by_label("指令编号").fill(found["disbursements"][0]["disbursement_id"])
    await page.get_by_label("查询理由").fill("核对放款")
    await page.get_by_role("button", name="查找").click()
    await expect(page.get_by_label("指令经过")).to_contain_text("90,000.00")
    await page.get_by_role("button", name="重新对账").click()
    await expect(page.get_by_role("alert")).to_contain_text("请填写一个业务日期")
    assert await faults(page) == []
    await day(page, "重新核对哪一天", town.today.replace(year=town.today.year + 1).isoformat())
    await page.get_by_role("button", name="重新对账").click()
    await expect(page.get_by_role("alert")).to_contain_text("未能办理")


async def test_accounts_move_in_by_files_that_two_people_sign(
    staff_at: LoggedIn, town: Town
) -> None:
    employers = (await town.maker.get("accounts/employers", limit=200))["items"]
    employer = employers[0]["employer_number"]
    page = await staff_at(DESK)
    await page.get_by_role("link", name="期初移入", exact=True).click()
    part = page.get_by_role("region", name="个人账户")
    await part.get_by_role("button", name="新建批次").click()
    await expect(part.get_by_role("alert")).to_contain_text("请填写基准日")
    assert await faults(page) == []
    await day(part, "基准日", town.today.isoformat())
    await part.get_by_label("原系统和余额表名称").fill("老系统余额表640")
    await part.get_by_role("button", name="新建批次").click()
    batch = part.get_by_role("article", name="批次老系统余额表640")

    async def uploaded(kind: str, name: str, text: bytes) -> None:
        await batch.get_by_label("文件内容").select_option(kind)
        await batch.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "text/csv", "buffer": text}
        )
        await batch.get_by_role("button", name="上传").click()
        await expect(batch.get_by_text(f"已上传{name}").first).to_be_visible()

    good = [employer, *MOVING]
    await uploaded("个人账户余额表", "余额.csv", csv(HEADER, ["999999", *MOVING]))
    await batch.get_by_role("button", name="查看余额.csv的错误").click()
    await expect(batch.get_by_role("row").filter(has_text="没有这个单位")).to_contain_text("A2")
    await uploaded("个人账户余额表", "余额.csv", csv(HEADER, good))
    await expect(batch.get_by_role("row").filter(has_text="余额.csv")).to_contain_text("已通过")
    await uploaded("单位控制总数表", "控制.csv", csv(CONTROLS, [employer, "1", "120.00", "0.30"]))
    await expect(batch.get_by_role("row").filter(has_text="控制.csv")).to_contain_text("已通过")
    assert await faults(page) == []
    await batch.get_by_label("核对情况").fill("与原账相符")
    await batch.get_by_label("依据材料编号").fill("移交清册640号")
    await batch.get_by_role("button", name="签字，提交另一人").click()
    await expect(batch.get_by_text("另一人在“待复核”里签字后入账").first).to_be_visible()
    await agreed(town, "accounts", "accounts.move_in")
    await expect(batch.get_by_text("1个单位，1户")).to_be_visible()


async def test_books_are_closed_and_a_voucher_booked_by_two_where_nothing_bars_it(
    staff_at: LoggedIn, town: Town
) -> None:
    line = {"debit_fen": 0, "credit_fen": 0}
    await town.by_two(
        "accounts/books/vouchers",
        {
            "month": f"{town.today:%Y-%m}", "summary": "手续费", "reason": "回单",
            "lines": [
                {**line, "subject": "41102", "debit_fen": 100},
                {**line, "subject": "101", "credit_fen": 100},
            ],
        },
    )  # fmt: skip
    page = await staff_at(DESK)
    await page.get_by_role("link", name="账簿报表", exact=True).click()
    await page.get_by_role("button", name="月结", exact=True).click()
    await page.get_by_label("核对情况").fill("已核对")
    await page.get_by_role("button", name="提交复核").click()
    await expect(page.get_by_role("alert").first).to_contain_text("不能结账")
    await page.get_by_role("button", name="手工凭证").click()
    await filled(
        page, {"摘要": "银行结息", "借方科目": "101", "贷方科目": "40102", "金额": "12.34"}
    )
    await sent(page, "记账依据", "结息单640号")
    assert await faults(page) == []
    await agreed(town, "accounts", "voucher")
    await page.reload()
    await expect(page.get_by_role("row").filter(has_text="银行结息")).to_contain_text("12.34")
    interest = page.get_by_role("region", name="年度结息")
    await interest.get_by_role("button", name="发起结息").click()
    await expect(interest.get_by_text("已结息")).to_be_visible()


async def test_a_complaint_is_answered_and_a_fine_imposed_and_lifted_by_two(
    staff_at: LoggedIn,
    town: Town,
    client: httpx.AsyncClient,
    tokens_of: Callable[..., Awaitable[Any]],
) -> None:
    guest = visitor(client, town.city)
    hired = town.today - timedelta(days=95)
    company = await found_company(town, guest, 6_300, "德州网厅欠缴有限公司", 1, since=hired)
    unpaid = person(6_320)
    employee = {
        "name": unpaid.name, "id_number": unpaid.id_number, "phone": unpaid.phone,
        "base_fen": 600_000, "opened_on": hired.isoformat(),
    }  # fmt: skip
    await town.by_two(f"accounts/employers/{company.number}/accounts", {"employees": [employee]})
    page = await staff_at(DESK)
    await page.get_by_role("link", name="催缴与投诉", exact=True).click()
    await page.get_by_role("button", name="登记行政处罚").click()
    await filled(
        page,
        {
            "统一社会信用代码": social_credit_code(8_650), "单位名称": "德州网厅受罚有限公司",
            "法定代表人": "周受罚", "违法事实": "责令改正后逾期未设立账户", "罚款": "60000",
            "责令改正通知书文号": "德公积金责〔2026〕650号", "处罚决定书文号": "德公积金罚〔2026〕650号",
        },
    )  # fmt: skip
    await page.get_by_role("radio", name="逾期不为职工设立账户").check()
    await day(page, "责令改正期限", (town.today - timedelta(days=40)).isoformat())
    await day(page, "处罚决定日期", (town.today - timedelta(days=1)).isoformat())
    await sent(page, "处罚理由", "案卷650号")
    await agreed(town, "accounts", "employer.fine")
    await page.reload()
    fine = page.get_by_role("row").filter(has_text="德公积金罚〔2026〕650号")
    await expect(fine).to_contain_text("有效")
    await fine.get_by_role("button", name=re.compile("^申请撤销")).click()
    await page.get_by_label("撤销理由").fill("复议撤销")
    await page.get_by_role("dialog").get_by_label("依据材料编号").fill("复议决定650号")
    await page.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(page.get_by_text("另一人复核后生效").first).to_be_visible()
    await agreed(town, "accounts", "employer.lift_fine")
    await page.reload()
    await expect(fine).to_contain_text("已撤销：复议撤销")

    me = guest.logged_in(await tokens_of(unpaid))
    complaint = {"months": [], "words": "单位640少缴了公积金"}
    made = await me.post("accounts/my/complaints", complaint)
    await page.reload()
    await page.get_by_label("查询理由").fill("办理投诉")
    await page.get_by_role("button", name="查看").click()
    row = page.get_by_role("row").filter(has_text=complaint["words"])
    await row.get_by_role("button", name=re.compile("^答复")).click()
    await page.get_by_label("书面答复").fill("已责令单位补缴")
    assert await faults(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="答复").click()
    await expect(row).to_have_count(0)
    (own,) = [
        one for one in (await me.get("accounts/my/complaints"))["items"] if one["id"] == made["id"]
    ]
    assert own["answer"] == "已责令单位补缴"
