"""Every type has a guide whose words are made of its policy, and of nothing else."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from shared.base.money import percent_of
from withdrawals.publications import guides
from withdrawals.rules import CASES, SEED
from withdrawals.rules.book import PolicyRow
from withdrawals.rules.guides import versions
from withdrawals.rules.limits import limits_text
from withdrawals.rules.rent import RentTerms


def test_every_type_on_offer_has_a_guide_with_conditions_papers_and_time(build: Any) -> None:
    for kind in SEED:
        found = versions(kind, build.book())
        assert found, kind.kind
        for version in found:
            headings = {heading for heading, _ in version.passages}
            assert {"办理条件", "需要的材料", "办理时限"} <= headings, kind.kind
            assert all(sentence.endswith("。") for _, told in version.passages for sentence in told)


def test_r_wdr_46_heirs_have_a_guide_of_the_counter_with_the_sum_of_the_policy(build: Any) -> None:
    estate = PolicyRow("estate", date(2026, 1, 1), "测试文件", {"small_estate_fen": 5_000_000})
    book = build.book(rows=[*build.all_rows(), estate])
    told = guides(book, datetime(2026, 10, 12, tzinfo=UTC))[-1]
    assert (told.code, told.channels, told.address) == ("death", ["柜台"], None)
    (version,) = told.versions
    sentences = [sentence for passage in version.passages for sentence in passage.sentences]
    assert all(sentence.endswith("。") for sentence in sentences)
    assert any("不超过50,000.00元" in sentence for sentence in sentences)
    assert "death" not in {one.code for one in guides(build.book(), told.told_at)}


@pytest.mark.parametrize(
    ("basis_points", "text"), [(5_000, "50%"), (1_250, "12.50%"), (150, "1.50%")]
)
def test_shares_are_written_as_percent(basis_points: int, text: str) -> None:
    assert percent_of(basis_points) == text


def test_limits_of_a_case_are_those_of_its_row() -> None:
    terms = RentTerms(
        at_counter=False, exclusive_group="rent", months_contributed=3, most_behind_months=2,
        share_of_wages_bp=1_500, person_month_fen=120_000, household_month_fen=240_000, back_months=12,
    )  # fmt: skip
    assert limits_text(terms) == [
        "须连续足额缴存满3个月，缴至年月不早于受理前2个月。",
        "月租金须超过家庭工资收入的15%。",
        "租赁合同未备案的，每人每月最多1,200.00元，每个家庭每月最多2,400.00元。",
        "可以提取受理以前12个月内的房租。",
        "每个家庭每年只能选一类：办理后，当年不能再办理购房、建房、偿还住房贷款提取。",
    ]


def test_every_case_of_the_law_has_words_for_its_numbers() -> None:
    terms = [kind.ground.terms for kind in CASES if kind.ground is not None]
    assert [one.__name__ for one in terms if "words" not in vars(one)] == []
