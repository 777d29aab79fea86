"""The documents speak of what is there: the rules, files and functions that they name exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULE = re.compile(r"\bR-[A-Z]+-[0-9]+\b")
ROW = re.compile(r"^\| (R-[A-Z]+-[0-9]+) \| [SNPD]? ?\| (yes|partly|no) \| .+ \|$", re.MULTILINE)
IN_NAMES = re.compile(r"(?<![a-z])r_([a-z]+)_([0-9]+(?:_and_[0-9]+)*)(?![0-9])")
CODE = ("services/*/src/**/*", "shared/src/**/*", "deploy/*/src/**/*")
WRITTEN = {".py", ".sql", ".js", ".html"}


def texts(*patterns: str) -> dict[Path, str]:
    """The files that people write, by a pattern."""
    files = [path for pattern in patterns for path in ROOT.glob(pattern)]
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
