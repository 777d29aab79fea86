"""What is looked at in a row of 双公示, cell by cell (R-CRD-12 to 14)."""

from datetime import date
from typing import Any

import pytest
from tests.support.credit import FIRM_CODE, penalty, permit

from credit.rules.entries import amounts_in, flaws_of
from credit.shapes.records import NewRecord

TODAY = date(2026, 10, 12)


def fields(row: dict[str, Any]) -> set[str]:
    """The cells in which something is wrong."""
    return {flaw.field for flaw in flaws_of(NewRecord(**row).entry, TODAY)}


def test_r_crd_13_a_good_row_has_no_flaw() -> None:
    assert fields(penalty("德州某某纺织有限公司", FIRM_CODE)) == set()
    assert fields(permit("德州某某纺织有限公司", FIRM_CODE)) == set()


@pytest.mark.parametrize(
    ("changes", "flawed"),
    [
        ({"subject_code": "91371400MA3C0AB129"}, {"subject_code"}),
        ({"authority_code": "12371400MB28491738"}, {"authority_code"}),
        ({"source_code": ""}, {"source_code"}),
        ({"legal_representative": ""}, {"legal_representative"}),
        ({"organisation_code": "60003734-2"}, {"organisation_code"}),
        ({"decided_on": "2026-10-13"}, {"decided_on"}),
        ({"decided_on": None}, {"decided_on"}),
        ({"facts": "", "basis": ""}, {"facts", "basis"}),
        ({"fine_fen": None}, {"fine_fen"}),
        ({"fine_fen": 500_001}, {"content"}),
        ({"content": "罚款人民币0.5万元"}, set()),
        ({"penalty_types": ["罚金"]}, {"penalty_types"}),
        ({"penalty_types": ["没收违法所得"]}, {"confiscated_fen"}),
        ({"penalty_types": ["吊销许可证件"]}, {"licence"}),
        ({"subject_category": "公司"}, {"subject_category"}),
        ({"document_no": "字" * 129}, {"document_no"}),
        ({"simple_procedure": True}, {"simple_procedure"}),
        ({"state_secret": True}, {"state_secret"}),
    ],
)
def test_r_crd_14_each_cell_that_cannot_be_right_is_told(
    changes: dict[str, Any], flawed: set[str]
) -> None:
    assert fields(penalty("德州某某纺织有限公司", FIRM_CODE, **changes)) == flawed


def test_r_crd_13_a_natural_person_has_an_id_and_no_code() -> None:
    person = {"subject_category": "自然人", "subject_code": "", "legal_representative": ""}
    row = penalty("张三", "", **person)
    assert fields(row | {"id_number": "371402199001011239"}) == set()
    assert fields(row | {"id_number": "371402199001011238"}) == {"id_number"}
    assert fields(row) == {"id_number"}


def test_r_crd_13_a_permit_has_a_type_and_a_term_in_order() -> None:
    row = permit("德州某某纺织有限公司", FIRM_CODE, what="登记许可", valid_until="2026-08-31")
    assert fields(row) == {"what", "valid_until"}


def test_r_crd_14_sums_in_a_text_are_fen_whatever_they_are_written_in() -> None:
    assert amounts_in("罚款10,000元，没收违法所得3.5万元") == {1_000_000, 3_500_000}
    assert amounts_in("罚款0.000001万元") == {1}
    assert amounts_in("罚款0.001元") == frozenset()
