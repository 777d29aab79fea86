"""Which fine the law of the day has for an employer (R-CRD-4), by hand."""

from datetime import date
from typing import Any

import pytest

from accounts.rules.penalties import Fine, PenaltyRule, flaw, rule_of
from shared.base.money import Fen
from shared.messages.penalties import PenaltyCause

CAUSE = PenaltyCause.NOT_REGISTERED
OLD = PenaltyRule(date(1999, 4, 3), CAUSE, Fen(1_000_000), Fen(5_000_000), "第三十七条")
NEW = PenaltyRule(date(2026, 9, 20), CAUSE, Fen(5_000_000), Fen(30_000_000), "第三十九条")
TODAY = date(2026, 11, 30)


def a_fine(**other: Any) -> Fine:
    usual: dict[str, Any] = {
        "social_credit_code": "91371400MA3C0AB128", "name": "德州某某商贸有限公司",
        "legal_representative": "李四", "cause": CAUSE, "facts": "不办理缴存登记", "fine_fen": Fen(5_000_000),
        "order_number": "责1号", "ordered_until": date(2026, 9, 20), "decided_on": date(2026, 10, 9),
        "document_number": "罚1号",
    }  # fmt: skip
    return Fine(**usual | other)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({}, None),
        ({"fine_fen": Fen(30_000_000)}, None),
        ({"fine_fen": Fen(4_999_999)}, "罚款应在50,000.00元至300,000.00元之间（第三十九条）"),
        ({"fine_fen": Fen(30_000_001)}, "罚款应在50,000.00元至300,000.00元之间（第三十九条）"),
        # the order ran out the day before the new law: the old one holds, whenever it is decided
        ({"ordered_until": date(2026, 9, 19)}, None),
        (
            {"ordered_until": date(2026, 9, 19), "fine_fen": Fen(5_000_001)},
            "罚款应在10,000.00元至50,000.00元之间（第三十七条）",
        ),
        ({"ordered_until": date(2026, 10, 9)}, "责令限期届满后才能处罚"),
        ({"decided_on": date(2026, 12, 1)}, "决定日期不能晚于今天"),
        ({"cause": PenaltyCause.ACCOUNTS_NOT_OPENED}, "当时的法规没有这项处罚"),
    ],
)
def test_r_crd_4_a_fine_is_within_the_bounds_of_the_law_that_could_have_been_obeyed(
    other: dict[str, Any], why: str | None
) -> None:
    assert flaw(a_fine(**other), [OLD, NEW], TODAY) == why


def test_r_dep_10_no_law_fines_who_owes_deposits() -> None:
    assert {cause.value for cause in PenaltyCause} == {"not_registered", "accounts_not_opened"}
    assert rule_of([NEW], CAUSE, date(2026, 9, 19)) is None
