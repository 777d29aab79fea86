"""The kept tool that changes code and SQL: what it changes, and that it runs in place of the real module."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tools.mutate import changes, main, weakened

SOURCE = '''
FIND = """
SELECT a FROM t JOIN u ON u.id = t.id WHERE t.b = $1 AND t.c BETWEEN 1 AND 2 ORDER BY a LIMIT 1
"""

def judge(owed, paid):
    if owed == 0:
        raise ValueError("nothing")
    return owed - paid <= 1 and paid > 0
'''


def test_every_comparison_guard_sign_bound_and_condition_is_changed_alone() -> None:
    found = changes(SOURCE)
    told = [(one.line, one.what) for one in found]
    assert told == sorted(told)
    assert {what for _, what in told} == {
        "ON u.id = t.id → dropped",
        "WHERE t.b = $1 → dropped",
        "AND t.c BETWEEN 1 AND 2 → dropped",
        "LIMIT 1 → 2",
        "owed == 0 → owed != 0",
        "if owed == 0: → no guard",
        "owed - paid → owed + paid",
        "owed - paid <= 1 → owed - paid < 1",
        "paid > 0 → paid >= 0",
        "owed - paid <= 1 and paid > 0 → owed - paid <= 1 or paid > 0",
        "0 → 1",
        "1 → 2",
    }
    assert len({one.source for one in found}) == len(found), "no two changes are the same"
    for one in found:
        ast.parse(one.source)


def test_a_dropped_condition_leaves_a_statement_of_the_same_shape() -> None:
    statement = (
        "UPDATE t SET a = 1 FROM u WHERE (u.b = 1 OR u.c = 2) AND t.id = ANY($1) RETURNING t.id"
    )
    assert [what for _, what in weakened(statement)] == [
        "UPDATE t SET a = 1 FROM u WHERE TRUE AND t.id = ANY($1) RETURNING t.id",
        "UPDATE t SET a = 1 FROM u WHERE (u.b = 1 OR u.c = 2) AND TRUE RETURNING t.id",
    ]
    untouched = "INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING"
    assert list(weakened(untouched)) == []


def test_what_no_test_notices_is_told(tmp_path: Path) -> None:
    """Of a rule with two bounds one is tested: the other's change lives."""
    (tmp_path / "rule.py").write_text(
        "def within(n: int) -> bool:\n    return n > 3 and n < 9\n", encoding="utf-8"
    )
    (tmp_path / "test_rule.py").write_text(
        "from rule import within\n\n\ndef test_within() -> None:\n"
        "    assert within(4) and not within(3) and within(5) and not within(99)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "tools.mutate", "rule", "test_rule.py"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    lived = [line for line in done.stdout.splitlines() if line.startswith("LIVED")]
    assert lived == ["LIVED  rule:2  n < 9 → n <= 9"]
    assert "3 changes of rule: 1 lived" in done.stdout
    assert (tmp_path / "rule.py").read_text("utf-8").count("n < 9") == 1, "nothing is written"


def test_a_module_that_is_not_there_is_told() -> None:
    with pytest.raises(SystemExit):
        main([])
    assert main(["no_such_module", "no_test.py"]) == 2
