"""The web hall's files over HTTP: what a browser gets, and that the page and its scripts fit together."""

import re
from html.parser import HTMLParser
from importlib import resources

import pytest

from .conftest import Gateway

FOLDER = resources.files("gateway").joinpath("web")
FILES = sorted(item.name for item in FOLDER.iterdir())
SCRIPTS = {name: FOLDER.joinpath(name).read_text("utf-8") for name in FILES if name.endswith(".js")}
PAGE = FOLDER.joinpath("index.html").read_text("utf-8")
TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


class Elements(HTMLParser):
    """The elements of the page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def elements() -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(PAGE)
    return parser.found


def address(name: str) -> str:
    return "/" if name == "index.html" else f"/{name}"


@pytest.mark.parametrize("name", FILES)
async def test_every_file_is_served_with_its_type_under_a_strict_policy(
    gateway: Gateway, name: str
) -> None:
    answer = await gateway.client.get(address(name))
    assert answer.status_code == 200
    assert answer.content == FOLDER.joinpath(name).read_bytes()
    assert answer.headers["Content-Type"].startswith(TYPES[name.rpartition(".")[2]])
    policy = dict(
        part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in str(policy)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_a_file_that_has_not_changed_is_not_sent_again(gateway: Gateway) -> None:
    first = await gateway.client.get("/app.js")
    again = await gateway.client.get("/app.js", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/main.py", "/../settings.py", "/web/app.js", "/%2e%2e/main.py", "/nothing.js"]
)
async def test_nothing_else_is_served(gateway: Gateway, path: str) -> None:
    answer = await gateway.client.get(path)
    assert (answer.status_code, answer.json()["title"]) == (404, "not-found")


def test_the_page_has_no_inline_script_style_or_foreign_host(
    elements: list[tuple[str, dict[str, str | None]]],
) -> None:
    for tag, attributes in elements:
        assert tag != "style"
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        if tag == "script":
            assert attributes.get("src")
        for name in ("src", "href", "action"):
            target = attributes.get(name)
            assert target is None or target.startswith(("/", "#"))
            assert target is None or not target.startswith("//")
    for text in SCRIPTS.values():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
        assert "http://" not in text
        assert "https://" not in text
        assert ".style" not in text


def test_every_id_that_a_script_uses_is_on_the_page_once(
    elements: list[tuple[str, dict[str, str | None]]],
) -> None:
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    used = {found for text in SCRIPTS.values() for found in re.findall(r'byId\("([^"]+)"\)', text)}
    assert len(used) > 50
    assert used <= set(ids)


def test_labels_and_descriptions_point_at_something(
    elements: list[tuple[str, dict[str, str | None]]],
) -> None:
    ids = {attributes["id"] for _, attributes in elements if "id" in attributes}
    labelled = {attributes["for"] for tag, attributes in elements if tag == "label"}
    assert labelled <= ids
    for tag, attributes in elements:
        for name in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(name) is None or attributes[name] in ids
        if tag == "input":
            assert attributes["id"] in labelled
        if tag == "img":
            assert "alt" in attributes
    assert ("html", {"lang": "zh-CN"}) in elements


def test_every_view_has_a_link_and_every_link_a_view(
    elements: list[tuple[str, dict[str, str | None]]],
) -> None:
    views = {
        str(attributes["id"]).removeprefix("view-")
        for tag, attributes in elements
        if tag == "section"
    }
    linked = {attributes["data-view"] for _, attributes in elements if "data-view" in attributes}
    assert linked == views - {"login", "application"}
    assert set(re.findall(r'byId\("view-([a-z]+)"\)', SCRIPTS["app.js"])) == views


def test_every_import_names_a_file_and_something_that_it_exports() -> None:
    for name, text in SCRIPTS.items():
        for names, source in re.findall(r'import \{([^}]+)\} from "/([^"]+)"', text):
            assert source in SCRIPTS, name
            for wanted in (part.strip() for part in names.split(",")):
                exported = rf"export (async )?(function|class|const|let) {wanted}\b"
                assert re.search(exported, SCRIPTS[source]), f"{name}: {wanted} of {source}"


def test_the_citizen_is_told_that_it_is_free() -> None:
    assert "免费办理，无需中介" in PAGE
    assert "12329" in PAGE
