"""The folder tree is the architecture: what a newcomer relies on when looking for something."""

import importlib
import re
from pathlib import Path

from shared.messaging.topology import QUEUES, SERVICES

ROOT = Path(__file__).parents[2]
RULE = re.compile(r"\bR-[A-Z]{2,4}-\d+\b|\bE\d\d\b")


def test_every_service_has_the_files_that_every_service_has() -> None:
    for service in SERVICES:
        folder = ROOT / "services" / service
        source = folder / "src" / service
        expected = [folder / "README.md", folder / "openapi.json", source / "migrations"]
        # Where a file would be too long it is a package of the same name.
        modules = ("main", "settings", "api", "consumer", "handlers", "store")
        missing = [str(path) for path in expected if not path.exists()]
        missing += [
            f"{service}.{name}"
            for name in modules
            if not (source / f"{name}.py").exists() and not (source / name / "__init__.py").exists()
        ]
        assert missing == []


def test_every_setting_is_read_by_somebody() -> None:
    shared = _source(ROOT / "shared" / "src")
    unread = []
    for service in SERVICES:
        settings = importlib.import_module(f"{service}.settings").Settings
        source = shared + _source(ROOT / "services" / service / "src")
        unread += [
            f"{service}.{name}"
            for name in settings.model_fields
            if not re.search(rf"[.]{name}\b", source)
        ]
    assert unread == []


def _source(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))


def test_modules_stay_small() -> None:
    too_long = {
        str(path.relative_to(ROOT)): length
        for folder in ("shared", "services", "deploy")
        for path in (ROOT / folder).rglob("*.py")
        if (length := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert too_long == {}


def test_every_queue_belongs_to_a_service_and_says_what_it_is_for() -> None:
    for queue in QUEUES:
        assert queue.consumer in SERVICES
        assert queue.purpose


def test_every_rule_and_example_that_is_cited_is_written_down() -> None:
    known = set(RULE.findall((ROOT / "docs" / "rules.md").read_text("utf-8")))
    cited = {
        rule
        for folder in ("shared", "services", "deploy", "tests")
        for pattern in ("*.py", "*.sql", "*.md")
        for path in (ROOT / folder).rglob(pattern)
        if "node_modules" not in path.parts
        for rule in RULE.findall(path.read_text("utf-8"))
    }
    assert cited - known == set()


def test_every_file_that_the_threat_model_rests_on_exists() -> None:
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    named = set(re.findall(r"`((?:tests|services|shared|deploy|docs)/[^` <*]+?\.\w+)`", text))
    assert len(named) > 30
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_every_command_that_make_compose_and_documents_give_is_there() -> None:
    call = re.compile(r"-m[\", ]+(local|city|production|watch|tools)[\", ]+([a-z$]\S*?)[\"`\s;]")
    mains = {
        path.parent.name: path.read_text("utf-8")
        for path in ROOT.glob("deploy/*/src/*/__main__.py")
    }
    given = {
        found
        for path in (ROOT / "Makefile", ROOT / "deploy" / "compose.yaml", *ROOT.glob("docs/*.md"))
        for found in call.findall(path.read_text("utf-8"))
    }
    assert {"run", "demo", "trace", "prepare", "clean"} <= {command for _, command in given}
    assert {(who, command) for who, command in given if f'"{command}":' not in mains[who]} == set()
