"""What the runbook says is done on the desk is a page of the desk, under its name."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNBOOK = (ROOT / "docs" / "runbook.md").read_text("utf-8")
STAFF = ROOT / "services" / "hall" / "staff"
ADDRESS = re.compile(r"/hall/staff(/[a-z-]*)(#[a-z]+)?")
NAMED = re.compile(
    r"page,? (?P<title>[\u4e00-\u9fff]+) \(`/hall/staff(?P<path>/[a-z-]+)(#[a-z]+)?[`:,]"
)
ROUTE = re.compile(r"path: '(/[a-z-]*)(?:/:\w+\??)*'")
MENU = re.compile(r"\{ group: '[^']+', to: '(/[a-z-]*)', text: '([^']+)'")


def routes() -> set[str]:
    return set(ROUTE.findall((STAFF / "routes.ts").read_text("utf-8")))


def named() -> dict[str, str]:
    return dict(MENU.findall((STAFF / "main.ts").read_text("utf-8")))


def test_every_page_that_the_runbook_names_is_a_page_of_the_desk() -> None:
    addresses = {path for path, _place in ADDRESS.findall(RUNBOOK)}
    assert addresses - {"/"} <= routes()


def test_it_calls_each_page_what_the_menu_calls_it() -> None:
    menu = named()
    told = {(found["title"], found["path"]) for found in NAMED.finditer(RUNBOOK)}
    assert len(told) >= 8, "the form in which the runbook names pages is known here"
    assert [one for one in told if menu.get(one[1]) != one[0]] == []


def test_every_place_on_the_page_of_errors_is_there() -> None:
    built = "".join(
        file.read_text("utf-8")
        for file in (STAFF / "pages" / "ErrorsPage.vue", *(STAFF / "parts").glob("*.vue"))
    )
    places = {place[1:] for path, place in ADDRESS.findall(RUNBOOK) if path == "/errors" and place}
    assert places
    assert [place for place in places if f'id="{place}"' not in built] == []
