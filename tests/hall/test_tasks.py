"""Ten tasks walked from the login: presses, fields and words of the field, as docs/tasks.md has them."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from playwright.async_api import Locator, Page, expect
from tests.flows.town import Loan, Town, month_before

from city.clients import Phones

from .browser import PHONE, ROOT
from .conftest import LoggedIn, PageAt
from .test_withdrawing import texts_of

TABLE = ROOT / "docs" / "tasks.md"
WORDS = (
    "汇缴状态", "封存", "启封", "缴存基数", "缴至年月", "起息日", "结息", "冲抵",
    "销户", "借款合同", "还款计划", "本息", "罚息", "备案", "网签", "受理",
    "核定", "约定提取", "亮码", "校验码", "预留手机", "每日限额", "借记卡", "额度",
)  # fmt: skip
"""What is no everyday word: whoever meets one on the way has to know it, or to guess."""
A_LOAN = 4_700


@dataclass
class Walk:
    """Somebody who does something, and what it takes."""

    page: Page
    presses: int = 0
    fields: int = 0
    met: set[str] = field(default_factory=set)

    async def look(self) -> None:
        """Read the page, once it has read what it shows."""
        reading = self.page.get_by_role("status").filter(has_text="正在")
        await expect(reading).to_have_count(0)
        text = await self.page.get_by_role("main").inner_text()
        self.met |= {word for word in WORDS if word in text}

    async def press(self, what: Locator) -> None:
        """Press something."""
        await what.wait_for()
        await self.look()
        await what.click()
        self.presses += 1

    async def type(self, what: Locator, text: str) -> None:
        """Fill in a field."""
        await what.wait_for()
        await self.look()
        await what.fill(text)
        self.fields += 1

    async def code(self, phones: Phones, phone: str, seen: set[int]) -> None:
        """Enter the code that confirms, and press."""
        dialog = self.page.get_by_role("dialog", name="请输入确认验证码")
        await self.type(dialog.get_by_label("短信验证码"), await phones.code(phone, seen))
        await self.press(dialog.get_by_role("button", name="确认办理"))

    def link(self, name: str) -> Locator:
        """A link by its name."""
        return self.page.get_by_role("link", name=name).first

    def button(self, name: str) -> Locator:
        """A button by its name."""
        return self.page.get_by_role("button", name=name, exact=True).first


Task = Callable[[Walk], Awaitable[None]]


async def test_ten_tasks_take_what_the_page_about_them_says(
    page_at: PageAt, citizen_at: LoggedIn, town: Town, phones: Phones
) -> None:
    retired, working, borrower = town.one("retired"), town.one("not-sealed"), town.one("borrower")
    loan = Loan(town, A_LOAN, borrower, by_card=True, paid_out_on=month_before(town.today, 0))
    await loan.pay_out()
    told: list[str] = []

    async def walked(name: str, page: Page, task: Task) -> None:
        walk = Walk(page)
        await task(walk)
        await walk.look()
        met = "、".join(word for word in WORDS if word in walk.met) or "none"
        told.append(f"| {name} | {walk.presses} | {walk.fields} | {met} |")

    async def log_in(walk: Walk) -> None:
        person = retired.person
        await walk.page.goto("/hall/")
        seen = await texts_of(phones, person.phone)
        await walk.type(walk.page.get_by_label("身份证号码"), person.id_number)
        await walk.press(walk.button("获取验证码"))
        code = await phones.code(person.phone, seen)
        await walk.type(walk.page.get_by_label("短信验证码"), code)
        await walk.press(walk.button("登录"))
        await expect(walk.page.get_by_role("heading", name="账户余额")).to_be_visible()

    async def balance(walk: Walk) -> None:
        await expect(walk.page.get_by_role("heading", name="账户余额")).to_be_visible()

    async def can_i(walk: Walk) -> None:
        await walk.press(walk.link("申请提取"))
        await expect(walk.page.get_by_role("region", name="现在可以办理")).to_contain_text("最多")

    async def withdraw(walk: Walk) -> None:
        start = walk.page.get_by_role("link", name=re.compile("^开始申请.*离退休提取"))
        await walk.press(start)
        await walk.press(walk.button("开始填写"))
        card = walk.page.get_by_label("资金转到您的哪张银行卡？")
        await walk.type(card, retired.person.card)
        await walk.press(walk.button("下一步"))
        seen = await texts_of(phones, retired.person.phone)
        await walk.press(walk.button("确认提交"))
        await walk.code(phones, retired.person.phone, seen)
        await expect(walk.page.locator(".state")).to_have_text("已到账")

    async def progress(walk: Walk) -> None:
        await walk.press(walk.link("我的申请"))
        await walk.press(walk.page.locator("a.line").first)
        await expect(walk.page.get_by_role("list", name="办理进度")).to_be_visible()

    async def deposits(walk: Walk) -> None:
        await walk.press(walk.link("缴存明细"))
        async with walk.page.expect_download():
            await walk.press(walk.button("导出表格"))

    async def certificate(walk: Walk) -> None:
        await walk.press(walk.link("出具证明"))
        await walk.press(walk.page.get_by_label("缴存证明").first)
        await walk.press(walk.button("出具证明"))
        async with walk.page.expect_download():
            await walk.press(walk.page.get_by_role("button", name=re.compile("^下载")))

    async def phone(walk: Walk) -> None:
        old, new = working.person.phone, "19905340077"
        await walk.press(walk.link("账户设置"))
        await walk.press(walk.link("更换预留手机号"))
        await walk.type(walk.page.get_by_label("新手机号", exact=True), new)
        await walk.press(walk.button("获取验证码"))
        code = await phones.code(new, set())
        await walk.type(walk.page.get_by_label("新手机号收到的验证码"), code)
        seen = await texts_of(phones, old)
        await walk.press(walk.button("更换"))
        await walk.code(phones, old, seen)
        await expect(walk.page.get_by_role("article").get_by_text("199****0077")).to_be_visible()

    async def lock(walk: Walk) -> None:
        await walk.press(walk.link("账户设置"))
        await walk.press(walk.link("提取锁定和每日限额"))
        await walk.press(walk.button("立即锁定"))
        await walk.press(
            walk.page.get_by_role("dialog").get_by_role("button", name="锁定", exact=True)
        )
        await expect(walk.page.get_by_text("已锁定", exact=True)).to_be_visible()

    async def repayments(walk: Walk) -> None:
        await walk.press(walk.link("我要还贷"))
        await walk.press(walk.link("还款计划和明细"))
        await expect(walk.page.get_by_role("region", name="还款计划")).to_be_visible()

    page = await page_at(PHONE)
    await walked("登录", page, log_in)
    await walked("看账户余额", page, balance)
    await walked("看能不能提、能提多少", page, can_i)
    await walked("离退休提取，从能提到到账", page, withdraw)
    await page.goto("/hall/")
    await walked("看申请办到哪一步", page, progress)
    page = await citizen_at(PHONE, working)
    await walked("导出缴存明细", page, deposits)
    await page.goto("/hall/")
    await walked("出具并下载缴存证明", page, certificate)
    await page.goto("/hall/")
    await walked("锁定提取", page, lock)
    await page.goto("/hall/")
    await walked("更换预留手机号", page, phone)
    await walked("看贷款的还款计划", await citizen_at(PHONE, borrower), repayments)
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert len(lines) == 1 + len(told), "\n".join(told)
    for written, found in zip(lines[1:], told, strict=True):
        *takes, words = written.strip("| ").split(" | ")
        assert found.startswith(f"| {' | '.join(takes)} | "), "\n".join(told)
        assert all(word in found for word in words.split("、")), "\n".join(told)
