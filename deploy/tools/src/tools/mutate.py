"""Change what decides, one thing at a time, and see whether the tests notice (`make mutate`).

Comparisons, guards, signs, bounds and the conditions of SQL statements: a change that no test notices is a
test that is missing, or a change that changes nothing. Nothing is written into the tree: the changed module
is loaded in place of the real one (`tools.mutant`). Each change costs a run of the tests.
"""

import argparse
import ast
import copy
import importlib.util
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.mutant import MUTANT

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
SIGNS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
CONNECTIVES: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}

STATEMENT = re.compile(r"\b(SELECT|UPDATE|INSERT|DELETE|WITH)\b")
CONDITION = re.compile(r"\b(WHERE|AND|ON|HAVING)\s+(?!CONFLICT\b|NOT EXISTS\b)")
AFTER_A_CONDITION = re.compile(
    r"\b(AND|OR|WHERE|ORDER|GROUP|HAVING|LIMIT|RETURNING|UNION|FOR|JOIN|LEFT|CROSS|SET|ON|DO)\b|\)|;"
)
LIMIT_OF_ONE = re.compile(r"\bLIMIT 1\b")


@dataclass(frozen=True)
class Change:
    """One changed module."""

    line: int
    what: str
    source: str


def changes(source: str) -> list[Change]:
    """Every change of a module, in the order of its lines."""
    tree = ast.parse(source)
    found = [*_of_code(tree), *_of_statements(tree)]
    return sorted(found, key=lambda one: (one.line, one.what))


def _of_code(tree: ast.Module) -> Iterator[Change]:
    for position, node in enumerate(ast.walk(tree)):
        line = getattr(node, "lineno", 0)
        for number in range(_alternatives(node)):
            changed = copy.deepcopy(tree)
            twin = _nth(changed, position)
            before = ast.unparse(node)
            _change(twin, number)
            after = ast.unparse(twin) if not isinstance(twin, ast.If) else "no guard"
            yield Change(line, f"{_first(before)} → {_first(after)}", ast.unparse(changed))


def _nth(tree: ast.Module, position: int) -> ast.AST:
    return next(node for number, node in enumerate(ast.walk(tree)) if number == position)


def _first(text: str) -> str:
    return text.splitlines()[0][:90]


def _alternatives(node: ast.AST) -> int:
    """In how many ways a node is changed."""
    match node:
        case ast.Compare():
            return len(node.ops)
        case ast.If() if isinstance(node.body[-1], ast.Raise | ast.Return | ast.Continue):
            return 1
        case ast.BinOp(op=op) if type(op) in SIGNS:
            return 1
        case ast.BoolOp():
            return 1
        case ast.Constant(value=value) if type(value) is int and value in {0, 1}:
            return 1
        case _:
            return 0


def _change(node: ast.AST, number: int) -> None:
    match node:
        case ast.Compare():
            node.ops[number] = COMPARISONS[type(node.ops[number])]()
        case ast.If():
            node.test = ast.Constant(value=False)
        case ast.BinOp():
            node.op = SIGNS[type(node.op)]()
        case ast.BoolOp():
            node.op = CONNECTIVES[type(node.op)]()
        case ast.Constant(value=int(value)):
            node.value = value + 1


def _of_statements(tree: ast.Module) -> Iterator[Change]:
    for position, node in enumerate(ast.walk(tree)):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        if not STATEMENT.search(node.value):
            continue
        for what, statement in weakened(node.value):
            changed = copy.deepcopy(tree)
            twin = _nth(changed, position)
            assert isinstance(twin, ast.Constant), "the same node"
            twin.value = statement
            yield Change(node.lineno, what, ast.unparse(changed))


def weakened(statement: str) -> Iterator[tuple[str, str]]:
    """Drop each condition of a statement, and let each LIMIT 1 give two rows."""
    for match in CONDITION.finditer(statement):
        end = _end_of_condition(statement, match.end())
        if _ends_a_between(statement[: match.start()]):
            continue
        condition = " ".join(statement[match.end() : end].split())
        if condition:
            dropped = f"{statement[: match.end()]}TRUE {statement[end:]}"
            yield f"{match.group(1)} {condition[:80]} → dropped", dropped
    for match in LIMIT_OF_ONE.finditer(statement):
        yield "LIMIT 1 → 2", f"{statement[: match.start()]}LIMIT 2{statement[match.end() :]}"


def _ends_a_between(before: str) -> bool:
    """Whether the AND that follows belongs to the BETWEEN of the same condition."""
    return "BETWEEN" in CONDITION.split(before)[-1]


def _end_of_condition(statement: str, start: int) -> int:
    """Where a condition ends: at the next word of SQL that is not in brackets of its own."""
    depth, between, position = 0, False, start
    while position < len(statement):
        if depth == 0 and (match := AFTER_A_CONDITION.match(statement, position)):
            if not (between and match.group() == "AND"):
                return position
            between = False
        if statement.startswith("BETWEEN", position):
            between = True
        depth += {"(": 1, ")": -1}.get(statement[position], 0)
        position += 1
    return len(statement)


def run(module: str, tests: Sequence[str], *, sample: int, seed: int) -> int:
    """Try each change, or a sample of them; 1 where one lived."""
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        sys.stderr.write(f"no module {module}\n")
        return 2
    if not _pass(tests, {}):
        sys.stderr.write("the tests fail without any change\n")
        return 2
    every = changes(Path(spec.origin).read_text("utf-8"))
    chosen = every if len(every) <= sample else _drawn(every, sample, seed)
    lived = [one for one in sorted(chosen, key=lambda one: one.line) if _lives(module, one, tests)]
    sys.stdout.write(f"{len(chosen)} of {len(every)} changes of {module}: {len(lived)} lived\n")
    return 1 if lived else 0


def _drawn(every: Sequence[Change], sample: int, seed: int) -> list[Change]:
    """The same ones for the same seed; nothing secret hangs on it."""
    return random.Random(seed).sample(list(every), sample)  # noqa: S311


def _lives(module: str, change: Change, tests: Sequence[str]) -> bool:
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(change.source)
        file.flush()
        lives = _pass(tests, {MUTANT: f"{module}={file.name}"})
    sys.stdout.write(f"{'LIVED ' if lives else 'died  '} {module}:{change.line}  {change.what}\n")
    sys.stdout.flush()
    return lives


def _pass(tests: Sequence[str], environment: dict[str, str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "tools.mutant", *tests]
    environment = os.environ | environment
    done = subprocess.run(command, check=False, env=environment, capture_output=True)
    return done.returncode == 0


def main(arguments: Sequence[str]) -> int:
    """`make mutate ARGS='loans.rules.early tests/unit/loans/test_early.py'`."""
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__)
    parser.add_argument("module", help="the module to change: loans.rules.early")
    parser.add_argument("tests", nargs="+", help="files of tests that should notice")
    parser.add_argument("--sample", type=int, default=10_000, help="at most so many changes")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    return run(given.module, given.tests, sample=given.sample, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
