"""Two people on the desk: a browser that is shut in mid-decision, the own proposal, the keyboard."""

import re

from playwright.async_api import Page, Route, expect
from tests.flows.town import Town
from tests.support.owners import as_owner
from tests.support.waiting import until

from city.clients import Session
from city.seed.people import person
from local.system import System

from .browser import DESK, enter, faults, scan
from .conftest import LoggedIn, PageAt, tokens_in
from .test_staff import PLACE, became, employers_called, matter, proposed

NEWCOMER = person(4_610)
"""Whom an administrator proposes here; never let in."""
TABS_MOST = 200
FOCUSED = """() => { const at = document.activeElement;
    return at.getAttribute('aria-label') || at.innerText || at.id || ''; }"""
HELD = """
UPDATE work_claim SET since = since - interval '1 hour', until = now() - interval '1 second'
WHERE item_id = $1
"""


async def time_is_over(system: System, item_id: str) -> None:
    """Let a claim have lasted as long as it does."""
    await as_owner(system, "gateway", HELD, item_id)


async def asked_to_agree(page: Page, proposal: dict[str, str]) -> None:
    await page.goto(f"{PLACE}proposals")
    await matter(page, proposal).get_by_role("button", name=re.compile("^同意：")).click()
    await expect(page.get_by_role("dialog", name="同意办理？")).to_be_visible()


async def test_a_browser_that_is_shut_before_the_decision_leaves_it_free_for_others(
    staff_at: LoggedIn, page_at: PageAt, town: Town, system: System, second_checker: Session
) -> None:
    name = "德州网厅中途关闭有限公司"
    proposal = await proposed(town, 21, name)
    page = await staff_at(DESK, "checker")
    await asked_to_agree(page, proposal)
    await page.context.close()
    assert (await became(town, proposal))["state"] == "open"
    assert await employers_called(town, name) == 0

    other = await page_at(DESK)
    await enter(other, "staff", PLACE, await tokens_in(second_checker))
    await other.goto(f"{PLACE}proposals")
    theirs = matter(other, proposal)
    await expect(theirs.locator(".chip.warn")).to_contain_text("正在办理，至")
    await expect(theirs.get_by_role("button", name=re.compile("^同意："))).to_have_count(0)
    await time_is_over(system, proposal["proposal_id"])
    await other.get_by_role("button", name="刷新").click()
    await theirs.get_by_role("button", name=re.compile("^同意：")).click()
    await other.get_by_role("button", name="同意，立即办理").click()
    await expect(other.locator(".notice")).to_contain_text("已同意并办理")
    assert await employers_called(town, name) == 1


async def test_a_browser_that_is_shut_with_the_decision_on_its_way_has_done_all_of_it_once(
    staff_at: LoggedIn, page_at: PageAt, town: Town, second_checker: Session
) -> None:
    """The answer never comes; what was decided stands, and a page that is still open says so."""
    name = "德州网厅途中关闭有限公司"
    proposal = await proposed(town, 22, name)
    other = await page_at(DESK)
    await enter(other, "staff", PLACE, await tokens_in(second_checker))
    await other.route("**/api/gateway/work**", lambda route: route.abort())
    await asked_to_agree(other, proposal)

    page = await staff_at(DESK, "checker")

    async def unanswered(route: Route) -> None:
        await route.fetch()

    await page.route("**/decision", unanswered)
    await asked_to_agree(page, proposal)
    await page.get_by_role("button", name="同意，立即办理").click()

    async def decided() -> bool:
        return bool((await became(town, proposal))["state"] != "open")

    await until(decided)
    await page.context.close()
    assert (await became(town, proposal))["state"] == "executed"
    await other.get_by_role("button", name="同意，立即办理").click()
    said = other.locator(".warning").first
    await expect(said).to_be_focused()
    await expect(said).to_contain_text("已由他人办理")
    await expect(said).to_contain_text("同意，已办理")
    assert await employers_called(town, name) == 1


async def test_a_maker_is_refused_the_own_proposal_by_the_page_and_by_the_service(
    staff_at: LoggedIn, town: Town
) -> None:
    """An administrator both proposes staff and decides about them: never about the same."""
    member = {
        "login": "hall.never", "name": NEWCOMER.name, "id_number": NEWCOMER.id_number,
        "phone": NEWCOMER.phone, "role": "staff_checker", "senior": True, "reason": "新增复核员",
    }  # fmt: skip
    proposal = await town.office.admin.post("gateway/staff", member)
    page = await staff_at(DESK, "admin")
    await page.goto(f"{PLACE}proposals")
    own = matter(page, proposal)
    await expect(own).to_contain_text("我提出的")
    await expect(own.get_by_role("button", name=re.compile("^(同意|退回)："))).to_have_count(0)
    answer = await page.evaluate(
        """async (id) => {
            const kept = JSON.parse(sessionStorage.getItem('provident-fund-session-staff'));
            const asked = await fetch(`/api/gateway/proposals/${id}/decision`, {
                method: 'POST', body: JSON.stringify({ agree: true }),
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(),
                           Authorization: `Bearer ${kept.access_token}` } });
            return [asked.status, (await asked.json()).title];
        }""",
        proposal["proposal_id"],
    )
    assert answer == [403, "same-person"]
    await own.get_by_role("button", name=re.compile("^撤回申请：")).click()
    await page.get_by_role("dialog").get_by_role("button", name="撤回申请").click()
    await expect(page.locator(".notice")).to_contain_text("已撤回")


async def test_a_scan_that_did_not_arrive_is_attached_by_its_maker_on_the_work_list(
    staff_at: LoggedIn, town: Town
) -> None:
    """Without it nobody can agree; the page and the service say so."""
    resident = town.one("not-sealed")
    path = f"accounts/accounts/{resident.account_number}/freeze"
    proposal = await town.maker.post(path, {"reason": "（2026）鲁1402执保81号"})
    checking = await staff_at(DESK, "checker")
    await asked_to_agree(checking, proposal)
    dialog = checking.get_by_role("dialog", name="同意办理？")
    await expect(dialog).to_contain_text("附上以前不能同意")
    await dialog.get_by_role("button", name="同意，立即办理").click()
    await expect(dialog).to_contain_text("须附证明材料的扫描件")

    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}proposals")
    own = matter(page, proposal)
    await own.get_by_text("附扫描件", exact=True).click()
    await scan(own, "协助冻结通知书")
    assert await faults(page) == []
    await own.get_by_role("button", name=re.compile("^附上扫描件：")).click()
    await expect(own.get_by_role("button", name="下载扫描件：协助冻结通知书")).to_be_visible()
    await asked_to_agree(checking, proposal)
    await dialog.get_by_role("button", name="同意，立即办理").click()
    await expect(checking.locator(".notice")).to_contain_text("已同意并办理")


async def tab_to(page: Page, words: str) -> None:
    """Press Tab until something of that name has the focus."""
    for _ in range(TABS_MOST):
        await page.keyboard.press("Tab")
        if re.search(words, await page.evaluate(FOCUSED)):
            return
    raise AssertionError(f"no way to {words} by the keyboard")


async def test_the_work_list_is_walked_by_the_keyboard_alone(
    staff_at: LoggedIn, town: Town
) -> None:
    """From the first page to a decision: claimed, noted, sent back, and the focus where one goes on."""
    proposal = await proposed(town, 23, "德州网厅键盘有限公司")
    page = await staff_at(DESK, "checker")
    await expect(page.get_by_role("link", name=re.compile("待我复核 [1-9]"))).to_be_visible()
    press, subject = page.keyboard.press, re.escape(proposal["summary"])
    await tab_to(page, "待复核")
    await press("Enter")
    await expect(page.get_by_role("heading", level=1, name="待复核")).to_be_focused()
    await tab_to(page, "^归集")
    await press("Space")
    await tab_to(page, f"^认领：{subject}")
    await press("Enter")
    await expect(matter(page, proposal)).to_contain_text("我已认领，至")
    await tab_to(page, f"^写备注：{subject}")
    await press("Enter")
    note = page.get_by_role("dialog", name="写备注")
    await expect(note).to_be_visible()
    await press("Escape")
    await expect(note).to_be_hidden()
    await tab_to(page, f"^退回：{subject}")
    await press("Enter")
    dialog = page.get_by_role("dialog", name="退回申请？")
    await expect(dialog).to_be_visible()
    await tab_to(page, "^decision-reason$")
    await page.keyboard.type("执照复印件看不清")
    assert await faults(page) == []
    await tab_to(page, "^退回$")
    await press("Enter")
    done = page.locator(".notice")
    await expect(done).to_be_focused()
    await expect(done).to_contain_text("已退回")
    assert (await became(town, proposal))["state"] == "rejected"
