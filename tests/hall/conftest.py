"""A browser on a small town of its own. What the browser complains about fails the test it happened in."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
from playwright.async_api import Browser, Page
from tests.flows.plan import Part, Resident
from tests.flows.town import Town, operator_of, populate
from tests.support import midnight
from tests.support.workbench import Workbench

from city.clients import (
    Bank,
    Phones,
    Refused,
    Session,
    by_two,
    enrol_operator,
    http_client,
    visitor,
)
from city.seed.office import open_office
from city.seed.people import Person, person
from local.system import System

from .browser import Complaints, chromium, context_of, enter

FIRST = 400
"""Of the people here: others than those of `tests/flows`, whose city may be the same."""
PARTS = (
    Part("retired", 24, seal_reason="retired"),
    Part("sentenced", 4, seal_reason="sentenced"),
    Part("not-sealed", 44),
    Part("stopped-recently", 3, seal_reason="terminated"),
    Part("contract-ended", 2, seal_reason="terminated", stopped=True),
    Part("settled-abroad", seal_reason="abroad"),
    Part("cannot-work", seal_reason="terminated"),
    Part("deceased", seal_reason="deceased"),
    Part("never-paid", 2, newcomer=True),
    Part("borrower", 8),
)

SECOND_CHECKER = person(4_600)
"""Whose account nobody has."""
OPERATOR_PASSWORD = "correct horse battery staple"
PageAt = Callable[..., Awaitable[Page]]
LoggedIn = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with http_client() as made:
        yield made


@pytest.fixture(scope="session")
async def town(client: httpx.AsyncClient, platform: Workbench, system: System) -> Town:
    """Two employers and everybody of `PARTS`, with deposits and seals: `town.one("retired")`."""
    office = await open_office(visitor(client, system.city), platform.folder)
    made = Town(system.city, office, Bank(client, system.city), midnight.CLOCK.today())
    made.settle(await populate(made, PARTS, FIRST))
    return made


@pytest.fixture(scope="session")
def phones(client: httpx.AsyncClient, system: System) -> Phones:
    return Phones(client, system.city)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as made:
        yield made


@pytest.fixture
async def page_at(browser: Browser, system: System) -> AsyncIterator[PageAt]:
    """Make pages: `await page_at(360)`, each in a browser profile of its own; `dark=True` for the dark."""
    heard = Complaints()
    contexts = []

    async def make(width: int, *, dark: bool = False) -> Page:
        scheme = "dark" if dark else "light"
        context = await context_of(browser, width, system.city.edge_url, color_scheme=scheme)
        contexts.append(context)
        context.on("page", heard.listen)
        return await context.new_page()

    yield make
    for context in contexts:
        await context.close()
    assert heard.said == []


@pytest.fixture(scope="session")
def tokens_of(
    client: httpx.AsyncClient, system: System, phones: Phones
) -> Callable[..., Awaitable[Any]]:
    """Log somebody in without a browser, with the code on the phone."""
    guest = visitor(client, system.city)

    async def log_in(person: Person) -> dict[str, Any]:
        seen = {text["text_id"] for text in await phones.texts(person.phone)}
        wanted = {"id_number": person.id_number, "as": "individual"}
        challenge = await guest.post("gateway/login-codes", wanted)
        code = await phones.code(person.phone, seen)
        entered = {"challenge_id": challenge["challenge_id"], "code": code}
        async with asyncio.timeout(30):
            while True:  # the gateway hears of a new account when it does
                try:
                    tokens: dict[str, Any] = await guest.post("gateway/sessions", entered)
                except Refused as refusal:
                    if refusal.status != 401:
                        raise
                    await asyncio.sleep(0.2)
                else:
                    return tokens

    return log_in


@pytest.fixture
def citizen_at(page_at: PageAt, tokens_of: Callable[..., Awaitable[Any]]) -> LoggedIn:
    """Open the citizens' first page as a resident: `await citizen_at(360, resident)`."""

    async def make(width: int, resident: Resident, **more: Any) -> Page:
        page = await page_at(width, **more)
        await enter(page, "citizens", "/hall/", await tokens_of(resident.person))
        return page

    return make


@pytest.fixture(scope="session")
async def operator(client: httpx.AsyncClient, system: System, town: Town) -> Session:
    """The operator of the employer that pays, with an activated login."""
    guest = visitor(client, system.city)
    enrolled = await enrol_operator(guest, operator_of(FIRST + 1).phone, OPERATOR_PASSWORD)
    return await enrolled.log_in(guest)


@pytest.fixture
def operator_at(page_at: PageAt, operator: Session) -> LoggedIn:
    """Open the employers' first page as the operator of the employer that pays: `await operator_at(1280)`."""

    async def make(width: int, **more: Any) -> Page:
        page = await page_at(width, **more)
        await enter(page, "employers", "/hall/employers/", await tokens_in(operator))
        return page

    return make


@pytest.fixture
def staff_at(page_at: PageAt, town: Town) -> LoggedIn:
    """Open the staff's first page as the maker or the checker: `await staff_at(1280, "checker")`."""

    async def make(width: int, who: str = "maker", **more: Any) -> Page:
        page = await page_at(width, **more)
        session = {
            "maker": town.maker, "checker": town.checker,
            "admin": town.office.admin, "other_admin": town.office.other_admin,
            "auditor": town.office.auditor,
        }[who]  # fmt: skip
        await enter(page, "staff", "/hall/staff/", await tokens_in(session))
        return page

    return make


@pytest.fixture(scope="session")
async def second_checker(town: Town, client: httpx.AsyncClient) -> Session:
    """Another checker, whom two administrators let in."""
    member = {
        "login": "hall.checker", "name": SECOND_CHECKER.name, "id_number": SECOND_CHECKER.id_number,
        "phone": SECOND_CHECKER.phone, "role": "staff_checker", "senior": True,
    }  # fmt: skip
    await by_two(town.office.admin, town.office.other_admin, "gateway/staff", member)
    guest = visitor(client, town.city)
    return await (await enrol_operator(guest, SECOND_CHECKER.phone, OPERATOR_PASSWORD)).log_in(
        guest
    )


async def agreed(town: Town, desk: str, kinds: str = "") -> None:
    """Have the checker agree to all that is open there, or to all of the kinds that begin so."""
    for one in (await town.checker.get(f"{desk}/proposals", state="open"))["items"]:
        if one["kind"].startswith(kinds):
            path = f"{desk}/proposals/{one['proposal_id']}/decision"
            await town.checker.post(path, {"agree": True, "reason": "已核对"})


async def tokens_in(session: Session) -> dict[str, Any]:
    """What a page keeps of somebody who is logged in."""
    me = await session.get("gateway/me")
    return {
        "access_token": session.token, "refresh_token": "", "token_type": "Bearer", "expires_in": 3600,
        "role": me["role"], "name": me["name"], "employer_number": me["employer_number"],
    }  # fmt: skip
