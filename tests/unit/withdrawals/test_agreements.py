"""Agreed periodic withdrawals: which day runs, and what each end of a run makes of them (R-WDR-48 to 52)."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from tests.unit.withdrawals.cases import (
    COUPLE,
    ask,
    bank_loan,
    books,
    claims_of,
    pays,
    refusal,
    together,
)

from withdrawals import agreements as rules
from withdrawals.agreements import Agreement, Outcome, Standing, Told
from withdrawals.domain import State
from withdrawals.dossier import Dossier, Lease
from withdrawals.refusals import Reason, refuse
from withdrawals.rules.ground import Ceiling
from withdrawals.rules.model import AgreedTerms

TERMS = AgreedTerms(
    kinds=("rent",), run_day=20, retry_working_days=3, end_after_failures=3, least_part_fen=10_000
)
FAILED, PAID = Told(Outcome.FAILED, "未入账。"), Told(Outcome.PAID, "本期已到账。")
NOVEMBER, DECEMBER = date(2026, 11, 20), date(2026, 12, 21)


def signed(**changes: Any) -> Agreement:
    usual: dict[str, Any] = {
        "id": UUID(int=1), "person_id": UUID(int=7), "kind": "rent", "subject": None,
        "every_months": 1, "card_sealed": "k1.card", "card_tail": "3458",
        "signed_on": date(2026, 11, 10), "period_on": NOVEMBER, "next_try_on": NOVEMBER,
    }  # fmt: skip
    return Agreement(**(usual | changes))


def after(build: Any, agreement: Agreement, told: Told, today: date = NOVEMBER) -> Agreement:
    return rules.after(agreement, told, today, TERMS, build.calendar)


@pytest.mark.parametrize(
    ("signed_on", "first"),
    [
        (date(2026, 11, 19), NOVEMBER),
        (NOVEMBER, date(2026, 12, 20)),
        (date(2026, 12, 20), date(2026, 12, 20)),  # a Sunday: it runs on the 21st
    ],
)
def test_r_wdr_48_the_first_run_is_after_the_day_of_signing(
    build: Any, signed_on: date, first: date
) -> None:
    assert rules.first_period(signed_on, TERMS, build.calendar) == first


def test_e72_r_wdr_51_a_late_employer_costs_a_months_delay_never_the_money(build: Any) -> None:
    lease = Lease("ZL-1", False, 1_500_00, date(2026, 10, 1), date(2027, 9, 30))
    october_missing = books(paid_up_to="2026-09")
    dossier = Dossier(account=october_missing, household=COUPLE, leases=(lease,))
    first = refusal(ask(build, "rent", "2026-11-20", dossier))
    assert (first.code, rules.OF_REASON[first.code]) == ("month_missing", Outcome.FAILED)
    once = after(build, signed(), Told(Outcome.FAILED, first.text))
    assert (once.failures, once.next_try_on) == (1, DECEMBER)
    both = replace(dossier, account=books(paid_up_to="2026-11"))
    second = ask(build, "rent", "2026-12-21", both)
    assert isinstance(second, Ceiling)
    assert second.fen == 3_000_00
    paid = after(build, once, PAID, DECEMBER)
    assert (paid.failures, paid.next_try_on) == (0, date(2027, 1, 20))


def test_e71_r_wdr_49_what_a_short_month_left_is_paid_by_the_next_and_the_couple_shares_it(
    build: Any,
) -> None:
    """A runs before B each month; what both took before October is claimed already."""
    loan = bank_loan(16)  # 2025-09-20 to 2026-12-20
    before = ask(build, "repay_running", "2026-09-30", Dossier(household=COUPLE, loans=(loan,)))
    taken = claims_of("repay_running", before, before.fen, "2026-09-30")
    balances, paid = {"A": 2_000_00, "B": 500_00}, []
    for on in ("2026-10-20", "2026-11-20", "2026-12-21"):
        known = [one for one in loan.payments if one.paid_on <= date.fromisoformat(on)]
        dossier = Dossier(household=COUPLE, loans=(replace(loan, payments=tuple(known)),))
        for who, deposit in (("A", 1_920_00), ("B", 1_440_00)):
            balances[who] += deposit
            found = ask(build, "repay_running", on, dossier, together(taken), agreed=True)
            part = pays(found, balances[who]) if isinstance(found, Ceiling) else 0
            if isinstance(found, Ceiling):
                taken += claims_of("repay_running", found, part, on, own=who == "A")
            else:
                assert rules.OF_REASON[refusal(found).code] is Outcome.NOTHING_DUE
            balances[who] -= part
            paid.append((who, part))
    assert paid == [
        ("A", 3_479_76), ("B", 0),
        ("A", 2_360_23), ("B", 1_119_53),
        ("A", 1_920_00), ("B", 1_559_76),
    ]  # fmt: skip
    assert balances == {"A": 1, "B": 2_140_71}
    open_still = ask(build, "repay_running", "2026-12-21", dossier, together(taken), agreed=True)
    assert refusal(open_still).code == "nothing_open"


def test_r_wdr_50_part_is_what_there_is_and_no_failure(build: Any) -> None:
    loan = bank_loan(14)
    found = ask(build, "repay_running", "2026-11-20", Dossier(household=COUPLE, loans=(loan,)))
    assert pays(found, 2_360_24) == 2_360_23
    assert after(build, signed(failures=2), PAID).failures == 0


def test_r_wdr_51_three_failures_in_a_row_end_it_and_a_payment_sets_the_count_to_0(
    build: Any,
) -> None:
    twice = after(build, after(build, signed(), FAILED), FAILED)
    assert (twice.state, twice.failures) == (Standing.ACTIVE, 2)
    assert after(build, twice, PAID).failures == 0
    ended = after(build, twice, FAILED)
    assert (ended.state, ended.reason, ended.next_try_on) == (Standing.ENDED, "未入账。", None)
    assert after(build, ended, PAID) == ended, "what has ended stays ended"


def test_r_wdr_50_nothing_due_is_no_failure_and_postponed_is_tried_daily(build: Any) -> None:
    idle = after(build, signed(), Told(Outcome.NOTHING_DUE, "没有可以提取的金额。"))
    assert (idle.failures, idle.next_try_on) == (0, DECEMBER)
    late = after(build, signed(), Told(Outcome.POSTPONED, "另有一笔。"))
    assert (late.failures, late.next_try_on, late.period_on) == (0, date(2026, 11, 21), NOVEMBER)
    again = replace(late, next_try_on=date(2026, 12, 20))
    given_up = after(build, again, Told(Outcome.POSTPONED, "另有一笔。"), date(2026, 12, 20))
    assert given_up.next_try_on == DECEMBER, "until the next run of its own"


def test_r_wdr_51_money_that_comes_back_is_tried_once_more_then_it_is_paused(build: Any) -> None:
    once = rules.card_refused(signed(), "账户已销户。", NOVEMBER, TERMS, build.calendar)
    # Friday 20 November; Monday 23, Tuesday 24, Wednesday 25
    assert (once.next_try_on, once.state) == (date(2026, 11, 25), Standing.ACTIVE)
    twice = rules.card_refused(once, "账户已销户。", date(2026, 11, 25), TERMS, build.calendar)
    assert (twice.state, twice.reason) == (Standing.PAUSED, "账户已销户。")
    going = rules.resumed(twice, date(2026, 11, 26), build.calendar)
    assert (going.state, going.next_try_on, going.failures) == (Standing.ACTIVE, DECEMBER, 0)


@pytest.mark.parametrize(
    ("reason", "standing"),
    [
        (Reason.ACCOUNT_FROZEN, Standing.PAUSED),
        (Reason.ACCOUNT_CLOSED, Standing.ENDED),
        (Reason.BANNED, Standing.ENDED),
        (Reason.DECEASED, Standing.ENDED),
        (Reason.FUNDS_ALREADY_RESERVED, Standing.ACTIVE),
    ],
)
def test_r_wdr_52_a_condition_that_is_gone_ends_or_pauses_it_with_the_reason(
    build: Any, reason: Reason, standing: Standing
) -> None:
    case = build.case("rent", State.REJECTED, refusal=refuse(reason))
    moved = after(build, signed(), rules.told_of(case))
    assert moved.state is standing
    assert standing is Standing.ACTIVE or moved.reason == case.refusal.text


def test_r_wdr_48_a_run_begins_once_a_day_whoever_begins_it() -> None:
    assert rules.run_id(signed(), NOVEMBER) == rules.run_id(signed(), NOVEMBER)
    assert rules.run_id(signed(), NOVEMBER) != rules.run_id(signed(), DECEMBER)
