"""What holds on every page: guessed codes, a service or the network away, paper."""

import re

from playwright.async_api import Route, expect
from tests.flows.town import Town
from tests.support.pdf import pages_of

from city.clients import Phones

from .browser import PHONE, drawn, faults
from .conftest import LoggedIn, PageAt
from .test_withdrawing import confirm, texts_of

WRONG_CODES_MOST = 12
"""After fewer somebody must wait."""
AWAY = {"title": "unavailable", "detail": "账户服务暂时不可用，请稍后重试。"}


async def test_whoever_guesses_codes_is_told_to_wait_and_how_long(
    page_at: PageAt, town: Town, phones: Phones
) -> None:
    person = town.one("not-sealed").person
    page = await page_at(PHONE)
    await page.goto("/hall/")
    seen = await texts_of(phones, person.phone)
    await page.get_by_label("身份证号码").fill(person.id_number)
    await page.keyboard.press("Enter")
    field, said = page.get_by_label("短信验证码"), page.get_by_role("alert")
    right = await phones.code(person.phone, seen)
    wrong = "000000" if right != "000000" else "111111"
    for guess in range(WRONG_CODES_MOST):
        await field.fill(wrong)
        async with page.expect_response("**/api/gateway/sessions") as answered:
            await field.press("Enter")
        refused = await answered.value
        assert refused.status in (401, 429)
        await expect(said).to_be_focused()
        if guess == 0:
            await expect(said).to_contain_text("验证码不正确，还可以尝试")
        if (await refused.json())["title"] == "code-exhausted":
            await page.get_by_role("button", name="重新获取").click()
            await expect(said).to_have_count(0)
        if refused.status == 429:
            break
    await expect(said).to_contain_text("登录失败次数过多，为保护您的账户已暂停登录，请")
    await expect(said).to_contain_text(re.compile("[0-9]+(秒|分钟)后再试"))
    assert await faults(page) == []
    await field.fill(right)
    await field.press("Enter")
    await expect(said).to_contain_text("已暂停登录")  # the right code waits, too


async def test_a_service_that_is_away_takes_its_part_of_the_page_alone(
    citizen_at: LoggedIn, town: Town
) -> None:
    page = await citizen_at(PHONE, town.one("not-sealed"))
    await expect(page.get_by_role("heading", name="账户余额")).to_be_visible()

    async def away(route: Route) -> None:
        await route.fulfill(status=503, json=AWAY)

    await page.route("**/api/accounts/**", away)
    await page.reload()
    told = page.get_by_role("alert")
    await expect(told).to_contain_text("账户余额暂时打不开")
    await expect(told).to_contain_text("其他服务不受影响")
    await expect(told).to_contain_text("急事请拨打 12329")
    await expect(page.get_by_role("link", name="申请提取")).to_be_visible()
    assert await faults(page) == []
    await page.unroute("**/api/accounts/**")
    await told.get_by_role("button", name="重试").click()
    await expect(page.get_by_role("heading", name="账户余额")).to_be_visible()
    await expect(told).to_have_count(0)


async def test_without_the_network_nothing_is_lost_and_trying_again_does_it_once(
    citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    resident = town.one("retired")
    page = await citizen_at(PHONE, resident)
    await page.goto("/hall/apply/retirement?step=card")
    await page.get_by_label("资金转到您的哪张银行卡？").fill(resident.person.card)
    await page.keyboard.press("Enter")
    send = page.get_by_role("button", name="确认提交")
    await send.wait_for()
    await page.context.set_offline(True)
    await send.click()
    refused = page.get_by_role("alert")
    await expect(refused).to_be_focused()
    await expect(refused).to_contain_text("网络连接中断")
    await expect(refused).to_contain_text("重复提交不会重复办理")
    await page.context.set_offline(False)
    seen = await texts_of(phones, resident.person.phone)
    await send.click()
    await confirm(page, phones, resident.person.phone, seen)
    await expect(page.locator(".state")).to_have_text("已到账")


async def test_what_is_printed_is_what_was_read_without_menus_and_buttons(
    citizen_at: LoggedIn, town: Town
) -> None:
    resident = town.one("not-sealed")
    page = await citizen_at(PHONE, resident, dark=True)
    await page.goto("/hall/account")
    await expect(page.get_by_role("definition").first).to_have_text("2,880.00 元")
    await drawn(page)
    await page.emulate_media(media="print")
    paper = "".join(pages_of(await page.pdf(format="A4")))
    assert paper.count("960.00") >= 3, "each deposit"
    assert "2,880.00元" in paper
    for screen_only in ("退出", "长辈版", "业务办理", "导出表格", "跳到正文"):
        assert screen_only not in paper
    colours = await page.evaluate(
        "[document.documentElement, document.querySelector('.card')]"
        ".map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert set(colours) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, "white in the dark, too"
