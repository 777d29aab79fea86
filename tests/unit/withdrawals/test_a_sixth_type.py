"""A new withdrawal type is one declaration and its policy row: nothing else knows the kinds."""

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import withdrawals
from shared.messages.accounts import SealReason
from shared.messages.withdrawals import LoanQuestion, WithdrawalApproved, WithdrawalFundsRequested
from withdrawals import decisions
from withdrawals.domain import State
from withdrawals.refusals import Reason, refuse
from withdrawals.rules import SEED as TYPES
from withdrawals.rules import TYPES as ALL_TYPES
from withdrawals.rules.book import PolicyRow
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.model import Facts, Terms, WithdrawalReason, WithdrawalType
from withdrawals.shapes.types import types_offered

TODAY = date(2026, 10, 12)
SOURCE = Path(next(iter(withdrawals.__path__)))


def first_monday(facts: Facts, _terms: Terms) -> Any:
    return None if facts.today.weekday() == 0 else refuse(Reason.ACCOUNT_NOT_ELIGIBLE)


RENT = WithdrawalType(
    kind="rent",
    name="租房提取",
    reason=WithdrawalReason.RENT,
    local_sub_code=None,
    closing=False,
    conditions=("租住商品住房。",),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned, first_monday),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
)

RENT_POLICY = PolicyRow(
    "rent",
    date(2026, 9, 20),
    "测试文件",
    {
        "sealed_required": False,
        "stop_period": None,
        "loan_cap": None,
        "unpaid_loan_bars": [],
        "review": {
            "always": False,
            "from_fen": 100_000,
            "seal_reason_mismatch": False,
            "months_behind": False,
        },
    },
)


@pytest.fixture
def moment(build: Any) -> Any:
    general = build.book().general(TODAY).model_dump()
    rows = [PolicyRow("all", date(2026, 9, 20), "文件", general), RENT_POLICY]
    return build.moment(TODAY, build.book(types=(*TYPES, RENT), rows=rows))


def test_a_sixth_type_runs_through_the_pure_functions(build: Any, moment: Any) -> None:
    accepted, asked = decisions.submit(build.case("rent", moment=moment), None, moment)
    assert "租房提取" in accepted.text
    assert isinstance(asked.event, WithdrawalFundsRequested)
    assert not asked.event.conditions.closing
    small = build.reservation(
        closing=False, principal_fen=99_999, interest_fen=0, seal_reason=None, reserved_on=TODAY
    )
    approved = decisions.funds_reserved(asked.case, small, None, moment)
    assert isinstance(approved.event, WithdrawalApproved)
    assert approved.event.kind_text == "租房提取"
    paid = decisions.payment_succeeded(approved.case, TODAY, "B1", moment)
    assert paid.case.state is State.PAID


def test_a_sixth_type_brings_its_own_checks_and_review_policy(build: Any, moment: Any) -> None:
    tuesday = build.moment(date(2026, 10, 13), moment.book)
    _, refused = decisions.submit(build.case("rent", moment=tuesday), None, tuesday)
    assert refused.case.state is State.REJECTED
    _, asked = decisions.submit(build.case("rent", moment=moment), None, moment)
    large = build.reservation(
        closing=False, principal_fen=100_000, interest_fen=0, seal_reason=SealReason.OTHER
    )
    assert decisions.funds_reserved(asked.case, large, None, moment).case.state is State.IN_REVIEW


def test_a_case_of_the_law_is_one_file_of_rules_one_policy_row_and_one_entry_of_texts() -> None:
    named = re.compile(r'"rent"')
    sources = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if named.search(path.read_text("utf-8"))
    }
    # Beside these: an example of the API documentation; the group of which a household takes one a year,
    # which has this name too; and, of types that can be reckoned without a register, the calculator.
    assert sources - {"rules/limits.py", "calculations.py", "api/calculators.py"} == {
        "rules/rent.py", "texts.py", "shapes/agreements.py",
    }  # fmt: skip
    imported = re.compile(r"rules\.rent\b|RentTerms")
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if imported.search(path.read_text("utf-8"))
    }
    assert users == {"rules/rent.py", "rules/__init__.py"}, "its line in the tuple"
    rows = (SOURCE / "migrations" / "0006_cases_of_the_law.sql").read_text("utf-8")
    assert len(re.findall(r"\('rent', '20", rows)) == 2, "one row a book"


def test_a_sixth_type_is_offered_on_the_page(moment: Any) -> None:
    offered = types_offered(moment.book, TODAY)
    assert [kind.kind for kind in offered.types] == ["rent"], "the only one with a policy here"


def test_no_module_outside_the_rules_knows_a_kind() -> None:
    kinds = {kind.kind for kind in TYPES}
    offenders = []
    for path in SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Constant) and node.value in kinds
            compared = isinstance(node, ast.Compare) and ast.unparse(node.left).endswith("kind")
            if named or compared:
                offenders.append(f"{path.name}: {ast.unparse(node)}")
    # The one place with a kind in it is the example that the API documentation shows.
    assert [line for line in offenders if not line.startswith("shapes.py")] == []


def test_every_type_has_one_file_and_one_line_in_the_tuple() -> None:
    shared_files = {
        "__init__", "book", "checks", "conditions", "ground", "guides", "limits", "model",
        "parameters",
    }  # fmt: skip
    files = {path.stem for path in (SOURCE / "rules").glob("*.py")} - shared_files
    assert files == {kind.kind for kind in ALL_TYPES}
