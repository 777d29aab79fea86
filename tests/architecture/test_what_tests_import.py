"""Who moves or renames something hears of every test that used it, without running them all."""

import ast
import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = {
    path.name for top in ("shared", "services/*", "deploy/*") for path in ROOT.glob(f"{top}/src/*")
}


def imported() -> Iterator[tuple[str, str, str]]:
    """Where, from which module, which name."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (module := _of_ours(node)):
                yield from ((str(path.relative_to(ROOT)), module, one.name) for one in node.names)


def _of_ours(node: ast.ImportFrom) -> str | None:
    """The module, where it is the system's and not a neighbour of the test's that has its name."""
    if node.level or not node.module or node.module.split(".")[0] not in OURS:
        return None
    return node.module


def exists(module: str, name: str) -> bool:
    try:
        found = importlib.import_module(module)
    except ModuleNotFoundError:
        return False
    return hasattr(found, name) or importlib.util.find_spec(f"{module}.{name}") is not None


def test_every_name_that_a_test_takes_from_the_system_is_there() -> None:
    gone = {
        f"{where}: {module}.{name}"
        for where, module, name in imported()
        if not exists(module, name)
    }
    assert gone == set()
