"""信用主体 and 信用记录: subjects, lists and 双公示 by pages; whatever the public sees is decided by two."""

import re
import uuid

from playwright.async_api import Page, expect
from tests.flows.town import Town
from tests.support.credit import CENTRE_CODE, code_of, user
from tests.support.credit_files import as_json
from tests.support.waiting import until

from city.clients import by_two

from .browser import DESK, faults
from .conftest import LoggedIn
from .test_at_the_counter import agreed

PLACE = "/hall/staff/"


async def act_as(town: Town, role: str) -> None:
    """Let the maker in at the platform, as two administrators do."""
    me = await town.maker.get("gateway/me")
    body = user(me["identity_id"], role=role) | {"reason": "单位来函"}
    await by_two(town.office.admin, town.office.other_admin, "credit/users/appointments", body)


async def fill(page: Page, fields: dict[str, str]) -> None:
    """Fill fields of the dialog in by their labels."""
    for label, text in fields.items():
        await page.get_by_role("dialog").get_by_label(label, exact=True).fill(text)


async def on(page: Page, label: str) -> None:
    """Fill 1 September 2026 in, in the dialog."""
    group = page.get_by_role("dialog").get_by_role("group", name=label)
    for part, number in (("年", "2026"), ("月", "9"), ("日", "1")):
        await group.get_by_label(part, exact=True).fill(number)


async def find(page: Page, name: str, code: str) -> None:
    """Look for a firm by name and code, for a reason."""
    await page.goto(f"{PLACE}subjects")
    await page.get_by_label("主体名称", exact=True).fill(name)
    await page.get_by_label("统一社会信用代码", exact=True).fill(code)
    await page.get_by_label("查询理由").fill("窗口核对")
    await page.get_by_role("button", name="核对", exact=True).click()


async def test_r_crd_10_a_firm_comes_into_the_register_and_onto_a_list_by_two_each(
    staff_at: LoggedIn,
) -> None:
    code, name = code_of(uuid.uuid4().int % 9_000_000), f"德州{uuid.uuid4().hex[:6]}商贸有限公司"
    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}subjects")
    await page.get_by_role("button", name="核对", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("请填写主体名称")
    await find(page, name, code)
    await expect(page.get_by_text("主体库里没有这个代码")).to_be_visible()
    assert await faults(page) == []
    await page.get_by_role("button", name="主体入库").click()
    await fill(page, {"主体名称": name, "统一社会信用代码": code, "为什么入库": "登记机关推送"})
    await page.get_by_label("依据材料编号").fill("DJ-1")
    await page.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_be_focused()
    await page.goto(f"{PLACE}proposals")
    own = page.get_by_role("listitem").filter(has_text=name)
    await expect(own).to_be_visible()
    await expect(own.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)
    checker = await staff_at(DESK, "checker")
    await agreed(checker, name)

    await find(page, f"{name}（旧）", code)
    await expect(page.get_by_text(f"库中名称为“{name}”")).to_be_visible()
    await find(page, name, code)
    await expect(page.get_by_text("今天不在任何名单上。")).to_be_visible()
    await page.get_by_role("button", name="列入名单").click()
    await page.get_by_role("dialog").get_by_role("radio").first.check()
    number = f"德税失信〔2026〕{code[-6:]}号"
    await fill(page, {
        "认定文书号": number, "认定单位": "国家税务总局德州市税务局",
        "认定单位的统一社会信用代码": CENTRE_CODE,
        "认定依据": "国家税务总局令第54号第六条", "怎样得知": "税务机关来函", "依据材料编号": "SW-1",
    })  # fmt: skip
    await on(page, "列入日期")
    assert await faults(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_be_focused()
    await agreed(checker, number)
    await find(page, name, code)
    await expect(page.get_by_role("region", name="所在名单")).to_contain_text(number)
    assert await faults(page) == []


async def test_r_crd_11_a_penalty_is_entered_published_by_two_objected_to_and_corrected(
    staff_at: LoggedIn, town: Town
) -> None:
    code, name = code_of(uuid.uuid4().int % 9_000_000), f"德州{uuid.uuid4().hex[:6]}建材有限公司"
    await act_as(town, "reporter")
    firm = {"name": name, "code": code, "reason": "登记机关推送", "evidence": ["DJ-2"]}
    await by_two(town.maker, town.checker, "credit/subjects", firm)
    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}records")
    await page.get_by_role("button", name="录入行政处罚").click()
    number, centre = f"德公积金罚字〔2026〕{code[-6:]}号", "德州市住房公积金管理中心"
    await fill(page, {
        "行政相对人名称": name, "统一社会信用代码": code, "法定代表人": "李四", "决定文书号": number,
        "违法行为类型": "未办理住房公积金缴存登记", "违法事实": "设立后未在规定期限内办理缴存登记",
        "处罚依据": "《住房公积金管理条例》第三十七条", "处罚类别": "罚款",
        "处罚内容": "罚款人民币5,000.00元", "罚款金额（可以不填）": "5000", "决定机关": centre,
        "决定机关的统一社会信用代码": CENTRE_CODE, "数据来源单位": centre,
        "数据来源单位的统一社会信用代码": CENTRE_CODE,
    })  # fmt: skip
    await on(page, "决定日期")
    assert await faults(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="录入").click()
    await expect(page.locator(".notice")).to_contain_text(f"已录入{number}")
    await page.get_by_role("button", name=f"公示{number}").click()
    await fill(page, {"怎样核对的": f"与决定书原件一致：{code}"})
    await page.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")
    checker = await staff_at(DESK, "checker")
    await agreed(checker, code)

    await page.get_by_label("公示中", exact=True).check()
    await page.get_by_role("button", name=f"查看{number}").click()
    await page.locator("#record-reason").fill("窗口办理修复")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="经过")).to_contain_text("公示")
    assert await faults(page) == []
    await page.get_by_role("button", name="提出异议", exact=True).click()
    await page.get_by_role("dialog").get_by_label("内容", exact=True).check()
    await fill(page, {"异议内容": "已在期限内办理登记"})
    await page.get_by_role("button", name="登记异议").click()
    await expect(page.locator(".notice")).to_contain_text("异议已登记")
    await page.get_by_role("button", name="更正信息").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_label("罚款金额（可以不填）")).to_have_value("5000.00")
    await fill(page, {"法定代表人": "王五", "为什么更正": "法定代表人有误", "依据材料编号": "GZ-1"})
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")

    await act_as(town, "repair_officer")
    await page.locator("#objections-reason").fill("核查异议")
    await page.keyboard.press("Enter")
    objection = page.locator("#objections").get_by_role("row").filter(has_text=number)
    await expect(objection).to_contain_text("已在期限内办理登记")
    await objection.get_by_role("button", name=f"提出结论：{number}").click()
    await dialog.get_by_label("异议不成立").check()
    await fill(page, {"核查情况": f"未见登记记录：{code}", "依据材料编号": "HC-1"})
    assert await faults(page) == []
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")
    await agreed(checker, f"未见登记记录：{code}")
    await find(page, name, code)
    await expect(page.locator("#subject-records")).to_contain_text(number)
    assert await faults(page) == []


async def given(page: Page, town: Town, name: str, rows: list[dict[str, str]]) -> None:
    """Hand a file of subjects in, and open it once it was read."""
    await page.get_by_label("主体", exact=True).check()
    file = {"name": name, "mimeType": "application/json", "buffer": as_json(rows)}
    await page.locator("#file").set_input_files(file)
    async with page.expect_response(re.compile("/imports/uploads")) as answered:
        await page.get_by_role("button", name="上传", exact=True).click()
    made = await (await answered.value).json()
    await expect(page.locator(".notice")).to_contain_text(f"已收到{name}")

    async def read() -> bool:
        shown = await town.maker.get(f"credit/imports/{made['file_id']}")
        return shown["state"] not in ("received", "reading")

    await until(read)
    await page.get_by_role("button", name=f"查看：{name}").click()
    await expect(page.get_by_role("heading", name=name)).to_be_focused()


async def test_r_crd_35_a_file_is_taken_by_two_r_crd_30_and_a_firm_of_it_asked_about_and_reported(
    staff_at: LoggedIn, town: Town
) -> None:
    serial = uuid.uuid4().int % 9_000_000
    code, name = code_of(serial), f"德州{serial}食品有限公司"
    await act_as(town, "reporter")
    page, checker = await staff_at(DESK, "maker"), await staff_at(DESK, "checker")
    await page.goto(f"{PLACE}imports")
    await page.get_by_role("button", name="上传", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("请选择文件里是什么")
    assert await faults(page) == []
    await given(page, town, f"错{serial}.json", [{"ZTMC": name, "TYSHXYDM": f"{code[:-1]}I"}])
    await expect(page.get_by_role("region", name="错误明细")).to_contain_text("第1行")
    await expect(page.get_by_role("button", name="提交导入复核")).to_have_count(0)
    await given(page, town, f"对{serial}.json", [{"ZTMC": name, "TYSHXYDM": code}])
    await page.locator("#rows-reason").fill("核对预览")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="各行预览")).to_contain_text(name)
    assert await faults(page) == []
    await page.get_by_role("button", name="提交导入复核").click()
    await fill(page, {"怎样核对的": f"与来函一致：{serial}"})
    await page.get_by_role("dialog").get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("另一人复核后生效")
    await agreed(checker, f"与来函一致：{serial}")

    async def taken() -> bool:
        latest = (await town.maker.get("credit/imports"))["items"][0]
        return bool(latest["state"] == "taken")

    await until(taken)

    await act_as(town, "asker")
    await page.goto(f"{PLACE}checks")
    await page.get_by_role("button", name="信用核查", exact=True).click()
    await fill(
        page, {"办件编号": f"CG-{serial}", "查询哪些主体": name, "查询用途": "采购供应商核查"}
    )
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="查询", exact=True).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("第1行应为主体名称")
    assert await faults(page) == []
    await fill(page, {"查询哪些主体": f"{name} {code}"})
    await dialog.get_by_role("button", name="查询", exact=True).click()
    await expect(page.locator(".notice")).to_contain_text("已查询1个主体")
    await page.get_by_label("办件编号").fill(f"CG-{serial}")
    await page.get_by_label("查询理由").fill("采购评审")
    await page.get_by_role("button", name="查看", exact=True).click()
    answer = page.get_by_role("article", name=f"核查{code}")
    await expect(answer).to_contain_text("采购供应商核查")
    await expect(answer).to_contain_text("名称和代码一致")
    assert await faults(page) == []
    await page.get_by_role("button", name="出具信用报告", exact=True).click()
    await fill(page, {"主体名称": name, "统一社会信用代码": code, "查询用途": "单位自查"})
    async with page.expect_download() as got:
        await dialog.get_by_role("button", name="出具并下载").click()
    assert (await (await got.value).path()).read_bytes().startswith(b"%PDF")
    await expect(page.locator(".notice")).to_contain_text("已出具信用报告")
