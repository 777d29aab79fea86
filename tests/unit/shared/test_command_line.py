"""One command for each service and one for operators: the words that containers and runbook use."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from shared import cli
from shared.base.commands import Command
from shared.messaging.topology import SERVICES
from shared.operations.cli import main as ops

ROOT = Path(__file__).parents[3]
EVERYWHERE = {"serve", "migrate", "rotate", "rehash", "policies", "openapi"}
ITS_OWN = {
    "accounts": {"recollect", "verify"},
    "withdrawals": {"recollect"},
    "settlement": {"compare", "compare-services"},
    "gateway": {"found", "recollect"},
}


def words(main, program: str, monkeypatch, capsys) -> set[str]:
    """The words that a command explains, from its own help."""
    monkeypatch.setattr(sys, "argv", [program, "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    return set(re.findall(r"^    ([a-z][a-z-]*)", capsys.readouterr().out, re.MULTILINE))


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_has_one_command_with_the_same_words(service, monkeypatch, capsys) -> None:
    main = importlib.import_module(f"{service}.cli").main
    found = words(main, service, monkeypatch, capsys)
    assert found == EVERYWHERE | ITS_OWN.get(service, set())


def test_operators_have_one_command(monkeypatch, capsys) -> None:
    assert words(ops, "ops", monkeypatch, capsys) == {
        "parked",
        "resend",
        "audit",
        "months",
        "definitions",
    }


@pytest.mark.parametrize(
    ("typed", "code", "done"),
    [
        ([], 0, ["served"]),
        (["serve"], 0, ["served"]),
        (["count"], 3, ["counted"]),
        (["unheard-of"], 2, []),
    ],
)
def test_a_word_does_its_work_and_gives_its_exit_code(typed, code, done, monkeypatch) -> None:
    did: list[str] = []

    def count(_arguments: object) -> int:
        did.append("counted")
        return 3

    monkeypatch.setattr("accounts.main.main", lambda: did.append("served"))
    monkeypatch.setattr(sys, "argv", ["accounts", *typed])
    with pytest.raises(SystemExit) as ended:
        cli.run("accounts", Command("count", "count", count))
    assert (ended.value.code, did) == (code, done)


LOADED_LATER = re.compile(r'later\(\s*"([a-z_.]+)", "(\w+)"')


def test_what_a_word_loads_when_it_is_typed_is_there() -> None:
    sources = [ROOT / "shared/src/shared/cli.py", ROOT / "shared/src/shared/operations/cli.py"]
    sources += [ROOT / f"services/{service}/src/{service}/cli.py" for service in SERVICES]
    found = [named for source in sources for named in LOADED_LATER.findall(source.read_text())]
    assert len(found) > len(ITS_OWN)
    for module, name in found:
        assert callable(getattr(importlib.import_module(module), name)), (module, name)
    for service in SERVICES:
        assert callable(importlib.import_module(f"{service}.main").main)


@pytest.mark.parametrize("service", SERVICES)
def test_who_types_a_word_does_not_wait_for_the_web_framework_of_serve(service: str) -> None:
    asked = f"import sys, {service}.cli; sys.exit('fastapi' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


@pytest.mark.parametrize("page", ["docs/runbook.md", "deploy/compose.yaml", "Makefile"])
def test_what_is_to_be_typed_exists(page: str) -> None:
    known = {service: EVERYWHERE | ITS_OWN.get(service, set()) for service in SERVICES}
    known["ops"] = {"parked", "resend", "audit", "definitions"}
    programs = "|".join(known)
    text = (ROOT / page).read_text("utf-8")
    shell = re.findall(rf"^(?:\S+=\S+ )*({programs}) ([a-z][a-z-]*)", text, re.MULTILINE)
    quoted = re.findall(rf"`(?:\S+=\S+ )*({programs}) ([a-z][a-z-]*)", text)
    lists = re.findall(rf'\["({programs})", "([a-z]+)"', text)
    made = re.findall(rf"\$\(BIN\)/({programs}) ([a-z]+)", text)
    found = shell + quoted + lists + made
    assert found
    assert [(program, word) for program, word in found if word not in known[program]] == []
