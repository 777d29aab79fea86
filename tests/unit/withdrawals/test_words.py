"""What people read of withdrawals is made of the policy that decides: each sentence under each row."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from shared.base.calendar import WorkingCalendar, packaged_days
from shared.messages.accounts import RefusalReason
from shared.messages.withdrawals import BanCause
from withdrawals import deadlines, decisions
from withdrawals.domain import State
from withdrawals.process import Step
from withdrawals.refusals import WORDINGS
from withdrawals.rules import SEED as TYPES
from withdrawals.rules.book import PolicyRow
from withdrawals.rules.conditions import conditions_text
from withdrawals.rules.model import Terms
from withdrawals.shapes.types import types_offered

IN_2019, IN_2026 = date(2019, 8, 29), date(2026, 9, 21)
DAYS = [IN_2019, IN_2026]
KINDS = [kind.kind for kind in TYPES]
SHORTEST_CLAUSE = 4
"""What is shorter may stand twice: 元, a date."""


def numbers(sentence: str) -> set[int]:
    return {int(digits) for digits in re.findall(r"\d+", sentence)}


def check(sentence: str) -> None:
    assert sentence.endswith("。"), sentence
    assert not re.search(r"[{}]|None|。。|，。|  ", sentence), sentence
    clauses = [c for c in re.split("[，。；：]", sentence) if len(c) >= SHORTEST_CLAUSE]
    assert len(clauses) == len(set(clauses)), sentence


def other_readings(terms: Terms) -> Iterator[Terms]:
    """The same terms with every number and every reading changed."""
    told = terms.model_dump()
    if terms.stop_period:
        told["stop_period"] = {"months": 17, "counted_from": "sealed_on"}
    if terms.loan_cap:
        told["loan_cap"] = {"retained_months": 19, "retained_by": "current_deposit"}
    told["unpaid_loan_bars"] = ["guarantor"]
    told["sealed_required"] = not terms.sealed_required
    told["review"] |= {"always": not terms.review.always}
    yield terms
    yield Terms.model_validate(told)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", TYPES, ids=KINDS)
def test_conditions_say_the_numbers_and_readings_of_the_row_and_no_others(
    build: Any, kind: Any, day: date
) -> None:
    for terms in other_readings(build.terms(kind.kind, day)):
        told = conditions_text(kind, terms)
        for sentence in told:
            check(sentence)
        whole = "".join(told)
        assert len(set(told)) == len(told)
        stop, cap = terms.stop_period, terms.loan_cap
        owned = {stop.months if stop else None, cap.retained_months if cap else None} - {None}
        assert numbers(whole) == owned
        assert ("账户无须封存" in whole) is not terms.sealed_required
        assert ("逐笔审核" in whole) is terms.review.always
        assert ("担保人" in whole) is ("guarantor" in terms.unpaid_loan_bars)
        assert ("从停缴算起" in whole) is (stop is not None and stop.counted_from == "paid_up_to")
        assert ("封存之日算起" in whole) is (stop is not None and stop.counted_from == "sealed_on")
        assert ("现行月缴存额" in whole) is (
            cap is not None and cap.retained_by == "current_deposit"
        )


@pytest.mark.parametrize(("day", "owned"), [(IN_2019, [3, 3]), (IN_2026, [3, 3, 3, 5])])
def test_notices_say_the_numbers_of_the_row(build: Any, day: date, owned: list[int]) -> None:
    notices = types_offered(build.book(), day).notices
    for sentence in notices:
        check(sentence)
    assert len(set(notices)) == len(notices)
    assert [int(digits) for digits in re.findall(r"\d+", "".join(notices))] == owned


def test_notices_follow_a_row_with_other_numbers(build: Any) -> None:
    rows = build.book().general(IN_2026).model_dump() | {
        "decide_within_days": 11,
        "pay_within_working_days": 13,
        "false_materials_ban_years": 17,
        "loan_fraud_ban_years": 19,
    }
    book = build.book(rows=[PolicyRow("all", date(2026, 1, 1), "文件", rows)])
    assert numbers("".join(types_offered(book, IN_2026).notices)) == {11, 13, 17, 19}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reason", RefusalReason)
def test_a_refusal_of_accounts_says_what_the_row_asks_and_from_when(
    build: Any, reason: RefusalReason, kind: str, day: date
) -> None:
    moment, terms = build.moment(day), build.terms(kind, day)
    case = build.case(kind, State.FUNDS_REQUESTED, moment)
    sums = {"balance_fen": 1_700_19, "retained_fen": 1_900_23 if terms.loan_cap else 0}
    stops = reason is RefusalReason.STOP_PERIOD_NOT_OVER
    event = build.funds_refused(
        case, reason.value, eligible_from=date(2031, 5, 7) if stops else None, **sums
    )
    text = decisions.funds_refused(case, event, moment).text
    check(text)
    if stops and terms.stop_period:
        assert numbers(text) == {terms.stop_period.months, 2031, 5, 7}
    elif reason is RefusalReason.NOTHING_TO_WITHDRAW and terms.loan_cap:
        assert "1,700.19元" in text
        assert f"{terms.loan_cap.retained_months}个月缴存额1,900.23元" in text
    else:
        assert numbers(text) <= {12329}


@pytest.mark.parametrize("kind", TYPES, ids=KINDS)
def test_a_refusal_does_not_repeat_the_name_of_its_type_which_every_text_says_before_it(
    kind: Any,
) -> None:
    for wording in WORDINGS.values():
        for sentence in (wording.sentence, wording.dated or ""):
            assert kind.name.removesuffix("提取") not in sentence


@pytest.mark.parametrize("cause", BanCause)
@pytest.mark.parametrize("day", DAYS)
def test_r_wdr_14_a_ban_says_its_own_first_free_day_and_no_number_of_years(
    build: Any, day: date, cause: BanCause
) -> None:
    moment = build.moment(day)
    ban = build.ban(day + timedelta(days=400), cause)
    free = ban.ends_on + timedelta(days=1)
    accepted, refused = decisions.submit(build.case(moment=moment), ban, moment)
    check(refused.text)
    assert numbers(refused.text) == {free.year, free.month, free.day}
    assert numbers(accepted.text) == set(), "nobody who is refused was promised money"


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_r_wdr_7_money_by_a_day_is_promised_on_condition_until_it_is_approved(
    build: Any, kind: str, day: date
) -> None:
    moment = build.moment(day)
    told = decisions.submit(build.case(kind, moment=moment), None, moment)[0].text
    check(told)
    by = moment.book.promise(day).pay_by
    assert f"审核通过后最迟{by.year}年{by.month}月{by.day}日" in told


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.IN_REVIEW, "审核期限由2019年9月2日改为2019年9月4日，审核通过后的最迟到账日"),
        (State.APPROVED, "工作日历有调整，最迟到账日由2019年9月3日改为2019年9月5日。"),
    ],
)
def test_r_cal_3_a_changed_calendar_names_the_dates_that_changed_and_still_matter(
    build: Any, state: State, said: str
) -> None:
    case = build.case(state=state)
    days = {date(2019, 9, day): False for day in (2, 3)}
    book = build.book(
        calendar=WorkingCalendar(packaged_days([2019, 2020]) | days, "2"), calendar_version=2
    )
    move = deadlines.deadlines_changed(case, build.moment(book=book))
    assert move.step is Step.DEADLINES_CHANGED
    assert said in move.text
    check(move.text)
