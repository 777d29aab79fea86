"""R-WDR-17, 21: asked for papers, mended, accepted; the promise counts from when everything was there."""

from datetime import date
from typing import Any

import pytest

from shared.messages.withdrawals import WithdrawalRejected
from withdrawals import deadlines, decisions, mending
from withdrawals.domain import PapersWanted, State
from withdrawals.dossier import Outcome, Register, Told, assemble
from withdrawals.process import Step
from withdrawals.rules import TYPES
from withdrawals.rules.ground import Missing

ACCEPTED = date(2026, 10, 12)


@pytest.fixture
def law(build: Any) -> Any:
    book = build.book(types=TYPES, rows=build.all_rows())
    return lambda day: build.moment(day, book)


def asked(build: Any, law: Any, **changes: Any) -> Any:
    case = build.case("purchase", State.SUBMITTED, law(ACCEPTED), **changes)
    return decisions.facts_gathered(case, Missing((Register.HOMES,)), None, law(ACCEPTED))


def test_r_wdr_21_what_a_paper_may_show_is_asked_for_with_a_last_day(build: Any, law: Any) -> None:
    move = asked(build, law)
    assert (move.step, move.case.state) == (Step.ASK_PAPERS, State.AWAITING_PAPERS)
    assert move.text == (
        "不动产登记和房屋网签备案没有查到您的信息，请上传证明材料，由工作人员审核。请在2026年10月27日前提交。"
    )
    assert move.event.by_on == date(2026, 10, 27)


def test_r_wdr_21_what_only_a_register_can_tell_is_still_refused(build: Any, law: Any) -> None:
    case = build.case("rent", State.SUBMITTED, law(ACCEPTED))
    move = decisions.facts_gathered(case, Missing((Register.LEASES,)), None, law(ACCEPTED))
    assert move.case.refusal.code == "document_needed"


def test_r_wdr_52_a_run_of_an_agreement_waits_for_nobodys_papers(build: Any, law: Any) -> None:
    assert asked(build, law, channel="agreement").case.state is State.REJECTED


def test_r_wdr_17_the_book_is_that_of_acceptance_the_promise_that_of_the_last_paper(
    build: Any, law: Any
) -> None:
    before = law(date(2026, 9, 18))
    case = build.case("sentenced", State.IN_REVIEW, before)
    wanted = PapersWanted("请补传判决书。", (), build.case().id)
    back = mending.send_back(case, wanted, before)
    mended = mending.hand_in(back.case, 1, law(date(2026, 9, 28)))
    assert mended.case.state is State.IN_REVIEW
    assert mended.case.accepted_on == date(2026, 9, 18)
    assert (mended.case.promise.decide_by, mended.case.promise.pay_by) == (
        date(2026, 10, 8), date(2026, 10, 8),
    )  # fmt: skip
    again = deadlines.deadlines_changed(mended.case, law(date(2026, 9, 29)))
    assert again.case.promise.decide_by == date(2026, 10, 8), "the calendar's change keeps the day"


def test_r_wdr_21_the_day_of_the_applicant_does_not_move_with_the_calendar(
    build: Any, law: Any
) -> None:
    case = asked(build, law).case
    assert deadlines.deadlines_changed(case, law(ACCEPTED)).case.step_due_at == case.step_due_at


def test_r_wdr_21_the_last_day_is_whole(build: Any, law: Any) -> None:
    case = asked(build, law).case
    assert deadlines.overdue(case, law(date(2026, 10, 27))) is None
    late = deadlines.overdue(case, law(date(2026, 10, 28)))
    assert isinstance(late.event, WithdrawalRejected)
    assert late.event.reason_code == "papers_late"


def test_r_wdr_21_what_two_people_read_stands_in_for_a_register() -> None:
    told = {Register.HOMES: Told(Outcome.NO, paper=True), Register.MARRIAGE: Told(Outcome.UNKNOWN)}
    dossier = assemble("p", None, (), told)
    assert (dossier.papers, dossier.unknown) == ({Register.HOMES}, {Register.MARRIAGE})
