"""HTTP for everybody: whole pages that are right without script. Asks for no login, knows nobody."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from portal import views
from portal.domain import Question, QuestionTopic, Topic
from portal.forms import FORMS
from portal.guides import by_owner, shown
from portal.rendering import (
    ELDER,
    MENU,
    OF_CREDIT,
    VIEW_COOKIE,
    document,
    page,
    style,
    style_address,
)
from portal.searching import QUERY_MAX_CHARACTERS, Entry, search
from shared.http.callers import ContextDependency
from shared.http.pages import ASSET_SECONDS
from shared.http.problems import not_found
from shared.messaging.unit import Context

router = APIRouter(include_in_schema=False)

HOME_NOTICES = 6
PAGE_NOTICES = 20
PAGES_MAX = 500
FEED_NOTICES = 30
SITEMAP_NOTICES = 1_000
VIEW_SECONDS = 365 * 24 * 3_600
LISTED = tuple(address for address, _ in MENU)
"""What the sitemap names beside the first page, notices, guides and calculators."""
Asked = Annotated[str, Query(max_length=400)]


@router.get("/")
async def home(request: Request, context: ContextDependency) -> Response:
    """The first page."""
    today = context.clock.today()
    return page(
        request,
        context,
        "home.html",
        notices=await views.shown_notices(context.pool, today, limit=HOME_NOTICES),
        groups=by_owner(await views.guides(context.pool), today),
        places=await views.places(context.pool),
        questions=_ordinary(await views.questions(context.pool))[:5],
    )


@router.get("/notices")
async def notices(
    request: Request,
    context: ContextDependency,
    topic: Asked = "",
    number: Annotated[str, Query(alias="page", max_length=8)] = "1",
) -> Response:
    """Notices that are shown today, newest first, perhaps of one topic."""
    chosen = Topic(topic) if topic in {one.value for one in Topic} else None
    at = min(max(int(number) if number.isascii() and number.isdigit() else 1, 1), PAGES_MAX)
    found = await views.shown_notices(
        context.pool,
        context.clock.today(),
        topic=chosen,
        offset=(at - 1) * PAGE_NOTICES,
        limit=PAGE_NOTICES + 1,
    )
    return page(
        request,
        context,
        "notices.html",
        notices=found[:PAGE_NOTICES],
        topics=list(Topic),
        chosen=chosen,
        number=at,
        more=len(found) > PAGE_NOTICES,
    )


@router.get("/notices/{notice_id}")
async def notice(request: Request, context: ContextDependency, notice_id: str) -> Response:
    """One notice; of one that was withdrawn, when and why. What is not shown yet is not there."""
    number = _uuid(notice_id)
    found = await views.notice(context.pool, number) if number else None
    if found is None or found.shown_from > context.clock.today():
        return missing(request, context)
    status = 410 if found.withdrawn_at else 200
    return page(request, context, "notice.html", status=status, notice=found)


@router.get("/places")
async def places(request: Request, context: ContextDependency) -> Response:
    """Where people are served, and when."""
    found = await views.places(context.pool)
    return page(request, context, "places.html", places=found)


@router.get("/questions")
async def questions(request: Request, context: ContextDependency) -> Response:
    """What many ask, by topic."""
    found = _ordinary(await views.questions(context.pool))
    groups = [
        (topic, [one for one in found if one.topic is topic])
        for topic in QuestionTopic
        if topic is not QuestionTopic.FRAUD
    ]
    return page(request, context, "questions.html", groups=[group for group in groups if group[1]])


@router.get("/fraud")
async def fraud(request: Request, context: ContextDependency) -> Response:
    """How to recognise fraud."""
    found = [one for one in await views.questions(context.pool) if one.topic is QuestionTopic.FRAUD]
    return page(request, context, "fraud.html", questions=found)


@router.get("/search")
async def find(request: Request, context: ContextDependency, q: Asked = "") -> Response:
    """Search over everything that is published today."""
    query = q.strip()[:QUERY_MAX_CHARACTERS]
    hits = search(await _entries(context), query) if query else []
    return page(request, context, "search.html", query=query, hits=hits)


async def _entries(context: Context) -> list[Entry]:
    today, pool = context.clock.today(), context.pool
    notices_shown = await views.shown_notices(pool, today, limit=views.ROWS_MAX)
    asked = await views.questions(pool)
    found = await views.places(pool)
    told = [shown(owner, guide, today) for owner, guide in await views.guides(pool)]
    return [
        *(Entry("办事指南", one.guide.title, one.text, one.address) for one in told),
        *(
            Entry("计算器", one.title, one.lead, f"/calculators/{one.code}")
            for one in FORMS.values()
        ),
        *(Entry("公告", one.title, one.body, f"/notices/{one.notice_id}") for one in notices_shown),
        *(
            Entry(
                "识别诈骗" if one.topic is QuestionTopic.FRAUD else "常见问题",
                one.question,
                one.answer,
                _place_of(one),
            )
            for one in asked
        ),
        *(
            Entry(
                "网点",
                one.name,
                f"{one.address} {one.telephone} {one.hours} {one.services}",
                f"/places#{one.code}",
            )
            for one in found
        ),
    ]


def _place_of(asked: Question) -> str:
    base = "/fraud" if asked.topic is QuestionTopic.FRAUD else "/questions"
    return f"{base}#{asked.code}"


def _ordinary(found: list[Question]) -> list[Question]:
    return [one for one in found if one.topic is not QuestionTopic.FRAUD]


@router.get("/feed.xml")
async def feed(request: Request, context: ContextDependency) -> Response:
    """The newest notices as RSS 2.0."""
    found = await views.shown_notices(context.pool, context.clock.today(), limit=FEED_NOTICES)
    return document(request, context, "feed.xml", "application/rss+xml", notices=found)


@router.get("/sitemap.xml")
async def sitemap(request: Request, context: ContextDependency) -> Response:
    """Every page, for search engines (sitemaps.org 0.9)."""
    found = await views.shown_notices(context.pool, context.clock.today(), limit=SITEMAP_NOTICES)
    told = by_owner(await views.guides(context.pool), context.clock.today())
    more = tuple(one.address for _, group in told for one in group)
    more += tuple(f"/calculators/{code}" for code in FORMS) + OF_CREDIT
    return document(
        request, context, "sitemap.xml", "application/xml", notices=found, listed=LISTED + more
    )


@router.get("/robots.txt")
async def robots(request: Request, context: ContextDependency) -> Response:
    """What search engines may read: the portal, and nothing behind a login."""
    return document(request, context, "robots.txt", "text/plain")


@router.get("/view")
async def view(size: Asked = "", back: Asked = "/") -> Response:
    """Choose the large view or the usual one, kept in a cookie, and go back to a page of this site."""
    ours = back.startswith("/") and not back.startswith("//") and "\\" not in back
    answer = RedirectResponse(back if ours else "/", 303)
    if size == ELDER:
        answer.set_cookie(VIEW_COOKIE, ELDER, VIEW_SECONDS, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(VIEW_COOKIE, httponly=True, samesite="lax")
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.get(style_address())
async def sheet() -> Response:
    """The one sheet of all pages."""
    headers = {"Cache-Control": f"public, max-age={ASSET_SECONDS}, immutable"}
    return Response(style(), headers=headers, media_type="text/css; charset=utf-8")


@router.get("/{path:path}")
async def anything(request: Request, context: ContextDependency, path: str) -> Response:
    """Whatever is not there: a page for people, a problem for programs."""
    if path.startswith("api/"):
        raise not_found()
    return missing(request, context)


def missing(request: Request, context: Context) -> Response:
    """Say that there is no such page, and where to look."""
    return page(request, context, "missing.html", status=404)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
