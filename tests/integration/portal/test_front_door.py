"""The front door: what two people publish is what everybody reads, and nothing else."""

import re
import uuid
from xml.etree import ElementTree

from tests.support.two_people import holds_against_insiders, staff

from credit.api.pages import router as credit_pages
from portal.rendering import MENU
from shared.http.pages import POLICY
from shared.identity.principal import Role

from .conftest import SITE, Door


async def test_a_notice_is_published_by_two_people_and_read_by_everybody(door: Door) -> None:
    body = {
        "title": "关于年度结息的公告", "topic": "business", "shown_from": "2026-10-12",
        "body": "本年度个人账户结息已完成。", "reason": "年度安排",
    }  # fmt: skip
    executed = await holds_against_insiders(door.desk, "/notices", body)
    number = executed["result"]["notice_id"]
    assert "关于年度结息的公告" in await door.page("/")
    assert "关于年度结息的公告" in await door.page("/notices?topic=business")
    assert "关于年度结息的公告" not in await door.page("/notices?topic=policy")
    page = await door.page(f"/notices/{number}")
    assert "<p>本年度个人账户结息已完成。</p>" in page
    assert "2026年10月12日发布" in page
    told = await door.context.pool.fetchval(
        "SELECT count(*) FROM outbox WHERE type = 'notice.published.v1' AND subject = $1", number
    )
    assert told == 1


async def test_a_notice_is_shown_from_its_first_day_to_its_last(door: Door) -> None:
    today = await door.published(title="只在今天展示", shown_until="2026-10-12")
    later = await door.published(title="明天才展示", shown_from="2026-10-13")
    listed = await door.page("/notices")
    assert "只在今天展示" in listed
    assert "明天才展示" not in listed
    await door.page(f"/notices/{today}")
    await door.page(f"/notices/{later}", 404)
    maker = door.caller(staff(Role.STAFF_MAKER))
    for wrong in (
        {"shown_from": "2026-10-14", "shown_until": "2026-10-13"},
        {"shown_from": "2026-10-01", "shown_until": "2026-10-11"},
    ):
        body = {
            "title": "不会展示",
            "topic": "system",
            "body": "不会展示的内容。一二三",
            "reason": "试试",
        }
        refused = await maker.post("/notices", body | wrong)
        assert (refused.status_code, refused.json()["title"]) == (422, "days-not-allowed")


async def test_a_withdrawn_notice_says_why_in_its_stead_and_is_never_rewritten(door: Door) -> None:
    number = await door.published(title="关于临时停办的公告", body="网点临时停办业务一天。")
    withdrawal = {"notice_id": number, "reason": "停办取消"}
    assert (await door.desk.by_two("/notice-withdrawals", withdrawal)).status_code == 200
    page = await door.page(f"/notices/{number}", 410)
    assert "停办取消" in page
    assert "网点临时停办业务一天" not in page
    assert "关于临时停办的公告" not in await door.page("/notices")
    again = await door.desk.by_two("/notice-withdrawals", withdrawal)
    assert again.json()["title"] == "notice-withdrawn"
    unknown = await door.desk.by_two(
        "/notice-withdrawals", {"notice_id": str(uuid.uuid4()), "reason": "没有"}
    )
    assert unknown.status_code == 404
    reader = door.caller(staff(Role.STAFF_CHECKER))
    first = (await reader.get("/notices", limit=1)).json()
    second = (await reader.get("/notices", limit=1, cursor=first["next_cursor"])).json()
    assert first["items"] != second["items"]


async def test_what_is_typed_is_shown_and_never_run(door: Door) -> None:
    number = await door.published(
        title="<script>alert(1)</script>公告", body="<img src=x onerror=alert(1)>\n第二段 & 其他"
    )
    page = await door.page(f"/notices/{number}")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<img" not in page
    feed = ElementTree.fromstring(await door.page("/feed.xml"))
    assert "<script>alert(1)</script>公告" in [one.text for one in feed.iter("title")]
    invisible = {
        "title": "有控制字符\x07的公告", "topic": "system", "shown_from": "2026-10-12",
        "body": "内容内容内容内容内容", "reason": "试试",
    }  # fmt: skip
    assert (
        await door.caller(staff(Role.STAFF_MAKER)).post("/notices", invisible)
    ).status_code == 422


async def test_places_and_questions_are_shown_as_two_people_said_last(door: Door) -> None:
    place = {
        "code": "decheng", "name": "德城服务大厅", "address": "德城区东风中路1号", "reason": "新设",
        "telephone": "0534-2612329", "hours": "周一至周五 8:30—17:00\n周六 9:00—12:00",
        "services": "全部业务",
    }  # fmt: skip
    assert (await door.desk.by_two("/places", place)).status_code == 200
    shown = await door.page("/places")
    assert "<p>周六 9:00—12:00</p>" in shown
    assert 'href="tel:05342612329"' in shown
    assert (await door.desk.by_two("/places", place | {"closed": True})).status_code == 200
    assert "德城服务大厅" not in await door.page("/places")
    maker = door.caller(staff(Role.STAFF_MAKER))
    listed = {one["code"]: one for one in (await maker.get("/places")).json()["items"]}
    assert (listed["decheng"]["closed"], listed["decheng"]["services"]) == (True, "全部业务")
    proposed = await door.desk.by_two("/places", place)
    assert proposed.status_code == 200
    assert (
        "周一至周五 8:30—17:00，周六 9:00—12:00；办理业务：全部业务" in proposed.json()["summary"]
    )
    asked = {
        "code": "fee", "topic": "withdrawals", "question": "提取收费吗？", "answer": "不收。",
        "reason": "简短些",
    }  # fmt: skip
    assert (await door.desk.by_two("/questions", asked)).status_code == 200
    questions = await door.page("/questions")
    assert "提取收费吗？" in questions
    theirs = (await maker.get("/questions")).json()["items"]
    assert [one["topic_text"] for one in theirs if one["code"] == "fee"] == ["提取"]
    assert "办理提取要交费吗？" not in questions
    assert "验证码" in await door.page("/fraud")


async def test_search_finds_what_is_published_and_nothing_that_is_not(door: Door) -> None:
    await door.published(
        title="关于冬季供暖补贴的公告", body="供暖补贴与公积金无关，请向社区咨询。"
    )
    await door.published(title="关于冬季供暖的旧公告", shown_from="2026-10-13")
    found = await door.page("/search?q=供暖+社区")
    assert "找到1条" in found
    assert "关于冬季供暖补贴的公告" in found
    assert "没有找到" in await door.page("/search?q=供暖+火星")
    assert "/fraud#links" in await door.page("/search?q=陌生链接")
    evil = await door.page('/search?q="><script>alert(1)</script>')
    assert "<script" not in evil


async def test_every_page_is_right_without_script_cached_and_asked_for_anew(door: Door) -> None:
    for path in ("/", "/search", *(address for address, _ in MENU)):
        answer = await door.client.get(path)
        assert answer.status_code == 200, path
        assert "<script" not in answer.text, path
        assert " style=" not in answer.text, path
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert answer.headers["Cache-Control"] == "public, max-age=60"
        tag = {"If-None-Match": answer.headers["ETag"]}
        assert (await door.client.get(path, headers=tag)).status_code == 304
    (sheet,) = re.findall(r'href="(/portal/[0-9a-f]+\.css)"', await door.page("/"))
    style = await door.client.get(sheet)
    assert style.headers["Cache-Control"] == "public, max-age=31536000, immutable"


async def test_what_is_not_there_is_a_page_for_people_and_a_problem_for_programs(
    door: Door,
) -> None:
    assert "没有这个页面" in await door.page("/nowhere", 404)
    assert "没有这个页面" in await door.page("/notices/nowhere", 404)
    problem = await door.client.get("/api/nobody/nothing")
    assert (problem.status_code, problem.json()["title"]) == (404, "not-found")


async def test_the_large_view_is_kept_and_leads_back_to_this_site_alone(door: Door) -> None:
    answer = await door.client.get("/view", params={"size": "elder", "back": "/places"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/places")
    assert 'data-view="elder"' in await door.page("/places")
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example", "evil"):
        answer = await door.client.get("/view", params={"back": elsewhere})
        assert answer.headers["Location"] == "/"
    assert "data-view" not in await door.page("/places")


async def test_the_sitemap_names_every_page_that_is_there(door: Door) -> None:
    number = await door.published(title="站点地图里的公告")
    root = ElementTree.fromstring(await door.page("/sitemap.xml"))
    named = [one.text or "" for one in root.iter() if one.tag.endswith("loc")]
    assert f"{SITE}/notices/{number}" in named
    addresses = [one.removeprefix(SITE) for one in named]
    of_credit = {address for address in addresses if address.startswith("/credit")}
    assert of_credit <= {getattr(route, "path", "") for route in credit_pages.routes}
    for address in addresses:
        if address not in of_credit:
            await door.page(address)
    assert "/credit" in of_credit
    assert 'href="/credit"' in await door.page("/")
    assert f"Sitemap: {SITE}/sitemap.xml" in await door.page("/robots.txt")
