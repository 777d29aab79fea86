"""When an account moves between two employers, what it waits for, and how long who has (R-TRF-2, 3)."""

from dataclasses import replace
from datetime import date

import pytest

from accounts.domain import AccountState, Month
from accounts.rules import transfer as rules
from accounts.rules.transfer import Situation, Term, TransferState, Waits
from shared.base.calendar import WorkingCalendar, packaged_days

JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
READY = Situation(AccountState.SEALED, "100001", 0, on_confirmed_list=False)


@pytest.mark.parametrize(
    ("settled", "first"),
    [
        ((None, None, None, None), None),
        ((JANUARY, None, None, None), Month(2026, 2)),
        ((JANUARY, FEBRUARY, None, None), Month(2026, 3)),
        ((JANUARY, None, MARCH, None), Month(2026, 4)),
        ((JANUARY, None, FEBRUARY, MARCH), Month(2026, 4)),
    ],
)
def test_r_trf_2_the_first_month_is_after_what_both_have_settled(
    settled: tuple[date | None, ...], first: Month | None
) -> None:
    assert rules.first_allowed_month(*settled) == first


@pytest.mark.parametrize(
    ("situation", "reached"),
    [
        (READY, TransferState.DONE),
        (replace(READY, state=AccountState.NORMAL), Waits.NOT_SEALED),
        (replace(READY, state=AccountState.FROZEN), Waits.FROZEN),
        (replace(READY, on_confirmed_list=True), Waits.ON_CONFIRMED_LIST),
        (replace(READY, frozen_fen=1), Waits.MONEY_FROZEN),
        (replace(READY, state=AccountState.CLOSED_BY_WITHDRAWAL), TransferState.VOID),
        (replace(READY, employer_number="100003"), TransferState.VOID),
    ],
)
def test_r_trf_3_what_a_transfer_waits_for(
    situation: Situation, reached: TransferState | Waits
) -> None:
    assert rules.outcome(situation, "100001") == reached


def test_r_trf_3_the_former_employer_has_working_days_and_the_person_calendar_days() -> None:
    # Thursday 2019-08-29: 30 August, 2, 3, 4, 5 September are the five working days.
    calendar = WorkingCalendar(packaged_days([2019]), "")
    assert Term(15, 5).ends(date(2019, 8, 29), calendar) == (date(2019, 9, 13), date(2019, 9, 5))
