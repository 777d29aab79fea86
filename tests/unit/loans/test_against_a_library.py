"""An independent check: schedules against numpy-financial, which computes in binary floats (R-LOAN-2)."""

from datetime import date
from decimal import Decimal

import numpy
import numpy_financial
import pytest

from loans.domain.contracts import RepaymentMethod
from loans.rules.schedule import Terms, level_amount, schedule
from shared.base.money import Fen

DRIFT_FEN = 3
"""Every month is rounded here and never there: what that may come to in one month's interest."""


@pytest.mark.parametrize("rate", ["0.021", "0.026", "0.0285", "0.031", "0.0325", "0.03575"])
@pytest.mark.parametrize("periods", [12, 60, 61, 240, 360])
def test_r_loan_2_equal_instalments_are_those_of_numpy_financial(rate: str, periods: int) -> None:
    amount = 30_000_000
    method = RepaymentMethod.EQUAL_INSTALMENT
    terms = Terms(method, Decimal(rate), Fen(amount), 1, date(2016, 8, 20))
    level = level_amount(terms, periods)
    monthly = float(rate) / 12
    assert level == round(-numpy_financial.pmt(monthly, periods, amount))
    lines = schedule(terms, periods, level)
    interest = -numpy_financial.ipmt(monthly, numpy.arange(1, periods + 1), periods, amount)
    worst = max(
        abs(line.interest_fen - theirs) for line, theirs in zip(lines, interest, strict=True)
    )
    assert worst <= DRIFT_FEN
    total = sum(line.interest_fen for line in lines)
    assert abs(total - interest.sum()) <= periods * DRIFT_FEN / 2
