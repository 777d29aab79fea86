"""The public site (信用德州) in a browser that runs no script: no natural person, no ID number (R-CRD-18)."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page, Route, async_playwright, expect
from tests.hall.browser import AXE, CHROMIUM, FLAGS, faults
from tests.support.credit import code_of, penalty, permit, policies_csv, policy
from tests.support.two_people import holds_against_insiders

from .conftest import REASON, Bureau

NAME = "德州市德城区宏远纺织有限公司"
ID_NUMBER = "371402199001011239"
PAGES = (
    "/credit",
    "/credit/statistics",
    "/credit/repair",
    "/credit/policies",
    "/credit/search?q=x",
)


async def register(bureau: Bureau) -> None:
    code = code_of(1)
    await bureau.subject(NAME, code=code)
    await bureau.published(penalty(NAME, code, source_code=code_of(7)))
    await bureau.published(permit(NAME, code))
    await bureau.subject("张三", id_number=ID_NUMBER)
    natural = {"subject_category": "自然人", "legal_representative": "", "id_number": ID_NUMBER}
    await bureau.published(penalty("张三", "", **natural))


async def test_r_crd_18_the_site_shows_firms_and_no_natural_person(bureau: Bureau) -> None:
    await register(bureau)
    for address in (*PAGES, f"/credit/subjects/{code_of(1)}"):
        answer = await bureau.client.get(address)
        assert answer.status_code == 200, address
        assert "script" not in answer.headers["Content-Security-Policy"]
        assert "张三" not in answer.text
        assert ID_NUMBER not in answer.text
        again = await bureau.client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code in (200, 304)
    file = await bureau.client.get(f"/credit/subjects/{code_of(1)}")
    assert file.headers["X-Robots-Tag"] == "noindex, nofollow", "a register is no harvest"
    assert code_of(7) not in file.text, "who handed it in is nobody's business"
    for gone in ("/credit/subjects/91371400MA3C0AB128", "/credit/nowhere", "/credit/0.css"):
        assert (await bureau.client.get(gone)).status_code == 404, gone
    hostile = await bureau.client.get("/credit/search", params={"q": "<script>alert(1)</script>"})
    assert "<script>" not in hostile.text


async def test_two_people_publish_policies_that_anybody_finds_by_their_words(
    bureau: Bureau,
) -> None:
    body = {**policy("德信〔2026〕1号"), **REASON}
    done = await holds_against_insiders(bureau.desk, "/policies", body)
    document_id = done["result"]["document_id"]
    again = await bureau.caller(bureau.maker).post("/policies", body)
    assert again.json()["title"] == "policy-known"
    other = policy(
        "德信〔2026〕2号", title="<b>公示期</b>", issued_on="2026-05-01", body="100%公示"
    )
    await bureau.by_two("/policies", **other)
    for words, numbers in (
        ("", [2, 1]), ("当事人的权利", [1]), ("德信〔2026〕2号", [2]), ("0%公", [2]), ("%", [2]), ("无", []),
    ):  # fmt: skip
        found = (await bureau.look("/policies", q=words))["items"]
        assert [one["document_no"] for one in found] == [f"德信〔2026〕{one}号" for one in numbers]
    listed = await bureau.client.get("/credit/policies", params={"q": "<b>公示期"})
    assert "“&lt;b&gt;公示期”找到1件" in listed.text
    assert "<b>" not in listed.text
    shown = await bureau.client.get(f"/credit/policies/{document_id}")
    assert "<p>受理与否三个工作日内告知。</p>" in shown.text
    await bureau.by_two(f"/policies/{document_id}/withdrawal")
    for gone in (document_id, "x"):
        assert (await bureau.client.get(f"/credit/policies/{gone}")).status_code == 404
    assert len((await bureau.look("/policies"))["items"]) == 1


async def test_r_crd_35_seventy_policies_come_by_one_file_and_are_read_by_year_and_page(
    bureau: Bureau,
) -> None:
    numbers = [f"德信〔2025〕{one}号" for one in range(1, 46)]
    await bureau.by_two("/policies", **policy("德信〔2026〕1号"))
    flawed = {"csv": policies_csv("德信〔2026〕2号", "德信〔2026〕1号"), **REASON}
    refused = (await bureau.caller(bureau.maker).post("/policies/files", flawed)).json()
    assert refused["errors"] == [
        {"row": 3, "column": "发文字号", "message": "该文号的政策文件已发布"}
    ]
    for file in (
        policies_csv(*numbers, issued_on="2025-03-01"),
        policies_csv(*map(str, range(25))),
    ):
        await holds_against_insiders(bureau.desk, "/policies/files", {"csv": file, **REASON})
    found = await bureau.look("/policies")
    assert (found["total"], found["pages"], len(found["items"])) == (71, 4, 20)
    assert found["years"] == [2026, 2025]
    last = await bureau.look("/policies", year=2025, page=3)
    assert (last["total"], last["page"], len(last["items"])) == (45, 3, 5)
    assert (await bureau.look("/policies", page=5))["items"] == []
    page = await bureau.client.get(
        "/credit/policies", params={"year": "2025", "page": "2", "q": "德信"}
    )
    assert "第2页，共3页" in page.text
    assert "“德信”找到45件" in page.text
    assert "year=2025&amp;page=3" in page.text
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    odd = await bureau.client.get("/credit/policies", params={"year": "²", "page": "-1"})
    assert (odd.status_code, "第1页，共4页" in odd.text) == (200, True)


async def test_a_firm_is_found_by_a_name_with_one_wrong_character_and_read_without_script(
    bureau: Bureau, tmp_path: Path
) -> None:
    await register(bureau)

    async def answered(route: Route) -> None:
        answer = await bureau.client.get(route.request.url)
        await route.fulfill(
            status=answer.status_code, headers=dict(answer.headers), body=answer.content
        )

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        context = await browser.new_context(
            base_url="http://credit", locale="zh-CN", viewport={"width": 360, "height": 760}
        )
        await context.route("**/*", answered)
        page = await context.new_page()
        await page.goto("/credit")
        await page.get_by_label("企业名称或统一社会信用代码").fill("德州市德城区红远纺织有限公司")
        await page.get_by_role("button", name="查询").click()
        await page.get_by_role("link", name=NAME).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
        await expect(page.get_by_text("5,000.00元", exact=True)).to_be_visible()
        await expect(page.get_by_text("2027年9月1日")).to_be_visible()
        await page.screenshot(path=tmp_path / "file.png", full_page=True)
        for address in PAGES:
            await page.goto(address)
            assert await _faults(page) == [], address
        await browser.close()


async def _faults(page: Page) -> Any:
    """What is wrong for whoever cannot see; the tool is there where the hall is built."""
    return await faults(page) if AXE.exists() else []
