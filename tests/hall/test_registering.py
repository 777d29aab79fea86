"""A company's first registration: from a stranger's phone by two of the centre to the operator's login."""

import os
from datetime import timedelta
from pathlib import Path

import pyotp
from playwright.async_api import Page, expect
from tests.flows.town import Town
from tests.support.callers import photograph

from city.clients import ACTIVATION, Phones
from city.seed.people import person, social_credit_code

from .browser import DESK, faults
from .conftest import OPERATOR_PASSWORD, LoggedIn, PageAt

TABLET = 768
OPERATOR = person(5_200)
CODE = social_credit_code(5_200)
NAME = "德州网厅新设纺织有限公司"
PLACE = "/hall/employers/"


async def looked_at(page: Page, name: str) -> None:
    """Clean for axe; with `PICTURES` a picture of it is kept there."""
    assert await faults(page) == []
    if folder := os.environ.get("PICTURES"):
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def test_r_acc_6_a_company_registers_online_is_sent_back_once_and_its_operator_logs_in(
    page_at: PageAt, staff_at: LoggedIn, town: Town, phones: Phones
) -> None:
    page = await page_at(TABLET)
    await page.goto(PLACE)
    await page.get_by_role("link", name="单位第一次办理，在线登记").click()
    await _prove(page, phones)
    await _wrong_first(page)
    await _fill_in(page, town)
    await page.get_by_role("button", name="提交登记").click()
    asking = page.get_by_role("dialog", name="提交登记申请？")
    await expect(asking).to_contain_text(CODE)
    await looked_at(page, "asking")
    await asking.get_by_role("button", name="提交", exact=True).click()
    await expect(page.get_by_text("待中心受理")).to_be_focused()
    await looked_at(page, "submitted")

    desk = await staff_at(DESK, "maker")
    await _look(desk)
    await looked_at(desk, "desk")
    async with desk.expect_download() as saved:
        await desk.get_by_role("button", name="下载营业执照").click()
    assert (await saved.value).suggested_filename == "营业执照.pdf"
    await desk.get_by_role("button", name="退回", exact=True).click()
    back = desk.get_by_role("dialog", name="退回登记申请？")
    await back.get_by_label("退回原因").fill("授权书缺少公章")
    await looked_at(desk, "sending-back")
    await back.get_by_role("button", name="退回", exact=True).click()
    await expect(desk.get_by_text("没有待办的登记。")).to_be_visible()
    await phones.arrived(OPERATOR.phone, "单位缴存登记已退回", 30)

    await page.set_viewport_size({"width": DESK, "height": 860})
    await page.get_by_role("button", name="刷新办理情况").click()
    await expect(page.get_by_text("授权书缺少公章")).to_be_focused()
    await expect(page.get_by_label("单位名称")).to_have_value(NAME)
    await looked_at(page, "sent-back")
    await page.get_by_role("button", name="提交登记").click()
    await asking.get_by_role("button", name="提交", exact=True).click()
    await expect(page.get_by_text("待中心受理")).to_be_focused()

    await desk.reload()
    await _look(desk)
    await desk.get_by_role("button", name="受理，提交复核").click()
    taking = desk.get_by_role("dialog", name="受理登记，提交复核？")
    await taking.get_by_label("审核意见").fill("执照与登记信息一致")
    await taking.get_by_role("button", name="提交复核").click()
    await expect(desk.get_by_role("link", name="去复核")).to_be_visible()
    await looked_at(desk, "proposed")
    checker = await staff_at(TABLET, "checker")
    await _look(checker)
    await expect(checker.get_by_text("已提交复核，由高级复核员")).to_be_visible()
    await looked_at(checker, "checking")
    await checker.get_by_role("link", name="同意或退回").click()
    await checker.get_by_role("button", name=f"同意：登记缴存单位{NAME}").click()
    await checker.get_by_role("button", name="同意，立即办理").click()
    await expect(checker.get_by_text("已同意并办理").first).to_be_visible()

    await phones.arrived(OPERATOR.phone, "单位缴存登记已办结", 30)
    await page.get_by_role("button", name="刷新办理情况").click()
    await expect(page.get_by_text("登记已办结")).to_be_focused()
    await looked_at(page, "agreed")
    await page.get_by_role("link", name="激活登录").click()
    await _log_in_first(page, phones)


async def _prove(page: Page, phones: Phones) -> None:
    await page.get_by_label("经办人本人的手机号码").fill("1390534")
    await page.get_by_role("button", name="获取验证码").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await looked_at(page, "phone")
    await page.get_by_label("经办人本人的手机号码").fill(OPERATOR.phone)
    await page.get_by_role("button", name="获取验证码").click()
    code = await phones.code(OPERATOR.phone, set(), "单位缴存登记")
    await page.get_by_label("短信验证码").fill(code)
    await looked_at(page, "code")
    await page.get_by_role("button", name="进入登记").click()
    await expect(page.get_by_role("heading", name="材料")).to_be_visible()


async def _wrong_first(page: Page) -> None:
    await page.get_by_role("button", name="提交登记").click()
    summary = page.get_by_role("alert").first
    await expect(summary).to_be_focused()
    await expect(summary).to_contain_text("请填写统一社会信用代码")
    await expect(summary).to_contain_text("请上传营业执照等材料")
    await looked_at(page, "wrong")


async def _fill_in(page: Page, town: Town) -> None:
    await page.get_by_label("选择照片或文件").set_input_files(
        {"name": "执照.jpg", "mimeType": "image/jpeg", "buffer": photograph()}
    )
    await page.get_by_role("button", name="上传", exact=True).click()
    await expect(page.get_by_role("list", name="已上传的材料")).to_contain_text("营业执照")
    day = town.today - timedelta(days=12)
    for part, value in (("年", day.year), ("月", day.month), ("日", day.day)):
        await page.get_by_role("group", name="单位设立日期").get_by_label(part).fill(str(value))
    for label, text in (
        ("单位名称", NAME), ("统一社会信用代码", CODE.lower()), ("单位地址", "德州市德城区三八路1号"),
        ("每月发薪日", "10"), ("单位缴存比例", "8"), ("个人缴存比例", "8"), ("法定代表人姓名", "王法人"),
        ("经办人姓名", OPERATOR.name), ("经办人身份证号码", OPERATOR.id_number),
    ):  # fmt: skip
        await page.get_by_label(label).fill(text)
    await looked_at(page, "filled-in")


async def _look(desk: Page) -> None:
    """Open what was handed in, from the desk's first page."""
    await desk.get_by_role("navigation").get_by_role("link", name="单位申请").click()
    await desk.get_by_role("button", name=f"查看{NAME}的登记").click()
    whole = desk.get_by_role("article", name=f"{NAME}的登记")
    await expect(whole).to_contain_text(OPERATOR.id_number)
    await expect(whole).to_contain_text("信用平台")


async def _log_in_first(page: Page, phones: Phones) -> None:
    text = (await phones.arrived(OPERATOR.phone, "激活码为", 30))["text"]
    found = ACTIVATION.search(text)
    assert found is not None
    login, code = found.groups()
    await page.get_by_role("button", name="首次登录，激活账号").click()
    await page.get_by_label("账号", exact=True).fill(login)
    await page.get_by_label("激活码").fill(code)
    await page.get_by_label("设置密码").fill(OPERATOR_PASSWORD)
    await page.get_by_role("button", name="激活", exact=True).click()
    secret = await page.locator("#totp-secret").inner_text()
    await page.get_by_role("button", name="已添加，去登录").click()
    await page.get_by_label("登录名").fill(login)
    await page.get_by_label("密码", exact=True).fill(OPERATOR_PASSWORD)
    await page.get_by_label("动态口令").fill(pyotp.TOTP(secret).now())
    await page.get_by_role("button", name="登录", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    await looked_at(page, "logged-in")
