"""The web hall's clients are made of the interfaces as they are, and its pages keep to the strict policy."""

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
HALL = ROOT / "services" / "hall"
PAGES = [
    path
    for path in [*HALL.rglob("*.vue"), *HALL.rglob("*.html"), *HALL.rglob("*.ts")]
    if not {"node_modules", "dist", "generated"} & set(path.parts)
]


def test_generated_clients_are_of_the_interfaces_as_they_are() -> None:
    stale = [
        description.parent.name
        for description in sorted(ROOT.glob("services/*/openapi.json"))
        if hashlib.sha256(description.read_bytes()).hexdigest()
        not in (HALL / "api" / "generated" / f"{description.parent.name}.ts").read_text("utf-8")[
            :300
        ]
    ]
    assert stale == [], "make generate"


def test_pages_have_no_inline_script_or_style_and_no_foreign_host() -> None:
    assert len(PAGES) > 40
    for path in PAGES:
        text = path.read_text("utf-8")
        assert not re.search(
            r"\bv-html\b|innerHTML|outerHTML|document\.write|\beval\(|new Function", text
        ), path
        assert not re.search(r"\sstyle=\"|\son[a-z]+=\"", text), path
        assert "http://" not in text.replace("http://www.w3.org/", ""), path
        assert "https://" not in text, path


def test_the_citizen_is_told_that_it_is_free() -> None:
    shell = (HALL / "kit" / "HallShell.vue").read_text("utf-8")
    assert "免费办理，无需中介" in shell
    assert "12329" in shell


def test_no_field_of_a_page_cuts_what_is_pasted() -> None:
    assert [
        path.name
        for path in PAGES
        if {"citizens", "kit"} & set(path.parts) and "maxlength" in path.read_text("utf-8")
    ] == []


def test_every_page_that_wechat_leads_to_is_there() -> None:
    routes = (HALL / "citizens" / "routes.ts").read_text("utf-8")
    there = [
        re.compile("/hall" + re.sub(r":[a-z]+", "[a-z_]+", path).rstrip("/") + "/?")
        for path in re.findall(r"path: '([^']+)'", routes)
    ]
    rules = ROOT / "services" / "wechat" / "src" / "wechat" / "rules"
    named = {
        path
        for source in rules.glob("*.py")
        for path in re.findall(r'"(/hall/[^"]*)"', source.read_text("utf-8"))
    }
    assert len(named) > 5
    assert [path for path in sorted(named) if not any(one.fullmatch(path) for one in there)] == []
