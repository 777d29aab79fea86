"""R-WDR-7, R-WDR-8 and R-CAL: what is promised, and what happens when the calendar changes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from shared.base.calendar import WorkingCalendar, packaged_days
from shared.base.clock import business_date
from shared.messages.withdrawals import WithdrawalOverdue
from withdrawals import deadlines, decisions
from withdrawals.domain import State
from withdrawals.process import Step, end_of

THURSDAY = date(2019, 8, 29)


def first_notice() -> WorkingCalendar:
    """Working days of January and February 2020 as the first notice had them."""
    days = packaged_days([2019, 2020])
    days |= {date(2020, 1, day): False for day in range(24, 31)}
    days |= {date(2020, 1, 31): True, date(2020, 2, 1): True, date(2020, 2, 2): False}
    return WorkingCalendar(days, "1")


def amended_notice() -> WorkingCalendar:
    return WorkingCalendar(packaged_days([2019, 2020]), "2")


def test_r_wdr_7_e37_money_by_the_third_working_day(build: Any) -> None:
    promise = build.book().promise(THURSDAY)
    assert promise.pay_by == date(2019, 9, 3)
    assert not promise.provisional


def test_r_wdr_8_e41_decision_within_three_days_rolled_to_a_working_day(build: Any) -> None:
    assert build.book().promise(THURSDAY).decide_by == date(2019, 9, 2)


def test_r_cal_3_e39_open_cases_are_promised_anew_and_the_first_value_stays_in_the_log(
    build: Any,
) -> None:
    accepted = date(2020, 1, 22)
    before = build.moment(accepted, build.book(calendar=first_notice(), calendar_version=1))
    case = build.case(state=State.APPROVED, moment=before)
    assert case.promise.pay_by == date(2020, 2, 1)
    after = build.moment(
        date(2020, 1, 27), build.book(calendar=amended_notice(), calendar_version=2)
    )
    move = deadlines.deadlines_changed(case, after)
    assert move.case.promise.pay_by == date(2020, 2, 4)
    assert move.case.promise.calendar_version == 2
    assert move.case.step_due_at == end_of(date(2020, 2, 4))
    assert move.step is Step.DEADLINES_CHANGED
    assert move.facts["before"]["pay_by"] == "2020-02-01"
    assert move.facts["after"]["pay_by"] == "2020-02-04"
    assert "2020年2月1日改为2020年2月4日" in move.text
    assert move.noted


def test_r_cal_3_a_new_calendar_that_changes_nothing_leaves_no_line(build: Any) -> None:
    case = build.case()
    newer = build.moment(THURSDAY, build.book(calendar_version=2))
    move = deadlines.deadlines_changed(case, newer)
    assert move.case.promise.calendar_version == 2
    assert move.case.step_due_at == case.step_due_at
    assert not move.noted


def test_r_cal_3_a_case_that_is_no_longer_late_leaves_the_operators_list(build: Any) -> None:
    accepted = date(2020, 1, 22)
    old = build.book(calendar=first_notice())
    case = build.case(state=State.APPROVED, moment=build.moment(accepted, old))
    late = deadlines.overdue(case, build.moment(date(2020, 2, 3), old)).case
    new = build.book(calendar=amended_notice(), calendar_version=2)
    assert (
        deadlines.deadlines_changed(late, build.moment(date(2020, 2, 3), new)).case.overdue_at
        is None
    )
    assert (
        deadlines.deadlines_changed(late, build.moment(date(2020, 2, 5), new)).case.overdue_at
        == late.overdue_at
    )


def test_r_cal_3_a_promise_on_an_unpublished_year_is_provisional(build: Any) -> None:
    assert build.book().promise(date(2026, 12, 30)).provisional
    assert not build.book().promise(date(2026, 12, 22)).provisional


def test_r_cal_4_the_day_of_acceptance_is_day_0_in_shanghai() -> None:
    assert business_date(datetime(2019, 8, 28, 16, 30, tzinfo=UTC)) == THURSDAY


def test_a_deadline_lasts_until_its_day_ends_in_shanghai() -> None:
    assert end_of(date(2019, 9, 3)) == datetime(2019, 9, 3, 16, tzinfo=UTC)


def test_r_wdr_7_a_step_past_its_deadline_is_told_once(build: Any) -> None:
    case = build.case(state=State.APPROVED)
    on_time = build.moment(date(2019, 9, 3), hour=23)
    assert deadlines.overdue(case, on_time) is None
    late = build.moment(date(2019, 9, 4), hour=0)
    move = deadlines.overdue(case, late)
    assert isinstance(move.event, WithdrawalOverdue)
    assert move.event.state == "approved"
    assert move.event.known == "已批准，等待银行付款结果。"
    assert move.case.state is State.APPROVED
    assert deadlines.overdue(move.case, late) is None


def test_r_wdr_13_an_overdue_payment_says_that_the_bank_is_being_asked(build: Any) -> None:
    case = build.case(state=State.APPROVED, unknown_since=datetime(2019, 8, 29, tzinfo=UTC))
    move = deadlines.overdue(case, build.moment(date(2019, 9, 4)))
    assert "正在按业务编号查询" in move.event.known


def test_another_service_that_does_not_answer_is_overdue_within_minutes(build: Any) -> None:
    moment = build.moment()
    case = build.case(moment=moment)
    assert case.step_due_at == moment.now + timedelta(minutes=30)


def test_the_next_step_gets_its_own_deadline(build: Any) -> None:
    late = build.moment(date(2019, 8, 30))
    case = deadlines.overdue(build.case("retirement", State.FUNDS_REQUESTED), late).case
    move = decisions.funds_reserved(case, build.reservation(reserved_on=late.today), None, late)
    assert move.case.state is State.APPROVED
    assert move.case.overdue_at is None
    assert move.case.step_due_at == end_of(date(2019, 9, 3))
