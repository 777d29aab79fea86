"""R-ACC-8: when two accounts are one person's, by name and number, and what is against merging them."""

from dataclasses import replace

import pytest

from accounts.domain import AccountState
from accounts.rules.merge import Holder, Match, flaw, matched
from shared.base.id_documents import IdDocument, IdType

NUMBER = "11010519491231002X"
"""Of GB 11643; its old form has no century and no check character."""
OLD_FORM = "110105491231002"
ONE_DIGIT = "110105194912310038"
"""The last digit of the sequence, and with it the check character."""
SAME_DAY = "371402194912310018"
OTHER_DAY = "371402199001011239"


def holder(number: str = NUMBER, kind: IdType = IdType.RESIDENT_ID, **more: object) -> Holder:
    usual = Holder(
        "张三丰",
        IdDocument.parse(kind, number),
        confirmed=False,
        deceased=False,
        state=AccountState.NORMAL,
    )
    return replace(usual, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("goes", "stays", "match"),
    [
        (holder(OLD_FORM, IdType.OTHER), holder(), Match.SAME_NUMBER),
        (holder(ONE_DIGIT), holder(), Match.SLIP),
        (holder(SAME_DAY), holder(), None),
        (holder(SAME_DAY), holder(confirmed=True), Match.REGISTER),
        (holder(OTHER_DAY), holder(confirmed=True), None),
        (holder("E12345678", IdType.PASSPORT), holder(), None),
        (holder("E12345678", IdType.PASSPORT), holder(confirmed=True), Match.REGISTER),
        (holder(ONE_DIGIT, name="张三风"), holder(confirmed=True), None),
    ],
)
def test_r_acc_8_one_person_is_shown_by_name_and_number(
    goes: Holder, stays: Holder, match: Match | None
) -> None:
    assert matched(goes, stays) is match


@pytest.mark.parametrize(
    ("goes", "stays", "why"),
    [
        ({}, {}, None),
        ({"name": "李四"}, {}, "姓名不同，或证件号码未能证明为同一人"),
        ({"deceased": True}, {}, "已登记死亡"),
        ({}, {"deceased": True}, "已登记死亡"),
        ({}, {"state": AccountState.CLOSED_BY_WITHDRAWAL}, "保留的账户已销户"),
        ({}, {"state": AccountState.FROZEN}, "保留的账户已冻结"),
        ({"business": "有异议在办"}, {}, "有异议在办"),
        ({}, {"business": "有异议在办"}, "保留的账户有异议在办"),
    ],
)
def test_r_acc_8_what_is_against_it_is_said(
    goes: dict[str, object], stays: dict[str, object], why: str | None
) -> None:
    assert flaw(holder(ONE_DIGIT, **goes), holder(**stays)) == why
