"""The documents speak of what is there: the rules, files and functions that they name exist."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULE = re.compile(r"\bR-[A-Z]+-[0-9]+\b")
ROW = re.compile(r"^\| (R-[A-Z]+-[0-9]+) \| [SNPD]? ?\| (yes|partly|no) \| .+ \|$", re.MULTILINE)
IN_NAMES = re.compile(r"(?<![a-z])r_([a-z]+)_([0-9]+(?:_and_[0-9]+)*)(?![0-9])")
CODE = ("services/*/src/**/*", "shared/src/**/*", "deploy/*/src/**/*")
WRITTEN = {".py", ".sql", ".js", ".html"}


def texts(*patterns: str) -> dict[Path, str]:
    """The files that people write, by a pattern."""
    found = [path for pattern in patterns for path in ROOT.glob(pattern)]
    files = [path for path in found if "node_modules" not in path.parts]
    return {path: path.read_text("utf-8") for path in files if path.suffix in WRITTEN}


def rules() -> dict[str, str]:
    """What docs/rules.md says of each rule: yes, partly or no."""
    return dict(ROW.findall((ROOT / "docs" / "rules.md").read_text("utf-8")))


def named_in(text: str) -> set[str]:
    """Rules that a test names, in words or in the names of its functions."""
    by_name = {
        f"R-{area.upper()}-{number}"
        for area, numbers in IN_NAMES.findall(text)
        for number in numbers.split("_and_")
    }
    return by_name | set(RULE.findall(text))


def test_every_rule_that_code_cites_is_listed() -> None:
    cited = {rule for text in texts(*CODE).values() for rule in RULE.findall(text)}
    assert cited
    assert sorted(cited - rules().keys()) == []


def test_every_rule_that_is_here_is_named_by_a_test() -> None:
    here = {rule for rule, state in rules().items() if state == "yes"}
    named = {rule for text in texts("tests/**/*").values() for rule in named_in(text)}
    assert here
    assert sorted(here - named) == []


def test_no_rule_that_is_not_here_is_cited_as_kept() -> None:
    missing = {rule for rule, state in rules().items() if state == "no"}
    cited = {rule for text in texts(*CODE).values() for rule in RULE.findall(text)}
    assert sorted(missing & cited) == []


def test_every_rule_has_one_row() -> None:
    text = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert len(ROW.findall(text)) == len(re.findall(r"^\| R-", text, re.MULTILINE)) == len(rules())


LINK = re.compile(r"\[([^\]]+)\]\(([^)#\s]+)(?:#[^)]*)?\)")
NAME = re.compile(r"`([A-Za-z_]\w*)`")
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
DOCUMENTS += sorted((ROOT / "docs").rglob("*.md")) + sorted(ROOT.glob("services/*/README.md"))


def links(document: Path) -> list[tuple[str, Path]]:
    """Text and target of every link to a file of ours."""
    found = LINK.findall(document.read_text("utf-8"))
    return [(text, document.parent / target) for text, target in found if "://" not in target]


def defined_in(path: Path) -> set[str]:
    """Functions, classes and constants of a module."""
    body = ast.walk(ast.parse(path.read_text("utf-8")))
    found = set()
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_document_links_exists(document: Path) -> None:
    assert [str(target) for _, target in links(document) if not target.exists()] == []


def test_every_function_that_the_architecture_names_is_where_it_says() -> None:
    named = [
        (match[1], target)
        for text, target in links(ROOT / "docs" / "architecture.md")
        if target.suffix == ".py" and (match := NAME.fullmatch(text))
    ]
    assert len(named) > 30
    assert [f"{name} in {target}" for name, target in named if name not in defined_in(target)] == []


def test_the_architecture_tells_of_every_room_and_of_no_other() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    table = text.split("## The rooms of what is shared")[1].split("\n## ")[0]
    told = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.+?) \|", table, re.MULTILINE))))
    shared = ROOT / "shared" / "src" / "shared"
    rooms = {path.parent.name for path in shared.glob("*/__init__.py")}
    modules = {path.stem for path in shared.glob("*.py")} - {"__init__"}
    assert told == rooms | modules
