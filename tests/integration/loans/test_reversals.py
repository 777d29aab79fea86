"""Debits that the bank took back: a reversing entry, the plan goes back, arrears show (R-BK-2)."""

from datetime import date
from typing import Any

import pytest
from tests.integration.loans.conftest import LoansService, move_to
from tests.integration.loans.money import (
    Borrowed,
    bank_debits,
    borrow,
    deliver,
    last,
    told,
    work,
)
from tests.integration.loans.test_loan_life import assert_books_agree

from loans.handlers import reversals
from shared.messages.loans import LoanDebitRequested, LoanRepaymentReversed
from shared.messages.settlement import DebitReversed

DUE_37 = date(2019, 9, 20)


def taken_back(asked: LoanDebitRequested, on: date) -> DebitReversed:
    return DebitReversed(
        debit_id=asked.debit_id, amount_fen=asked.amount_fen, bank_serial="R1", reason_code="AC06",
        reason_text="账户已冻结", reversed_on=on,
    )  # fmt: skip


async def test_a_reversed_instalment_is_owed_again(loans: LoansService) -> None:
    loan = await borrow(loans)
    before = await loan.account()
    await work(loans, DUE_37)
    asked = await last(loans, LoanDebitRequested)
    back = taken_back(asked, date(2019, 9, 22))
    postponed, _ = await deliver(loans, reversals.debits_reversed, back)
    assert postponed, "a reversal that overtakes its debit comes again later"
    await bank_debits(loans)
    move_to(loans, date(2019, 10, 5))
    for _ in range(2):
        assert await deliver(loans, reversals.debits_reversed, back, back) == ([], [])
    [reversed_] = await told(loans, LoanRepaymentReversed)
    assert (reversed_.amount_fen, reversed_.principal_fen, reversed_.interest_fen) == (
        -170_159, -98_001, -72_158
    )  # fmt: skip
    account = await loan.account()
    assert (account["state"], account["balance_fen"]) == ("5", before["balance_fen"])
    assert account["arrears"]["penalty_fen"] == 346, "as if it had never been paid (E15)"
    assert (await loan.debit(asked.debit_id))["state_text"] == "已退回"
    assert [one["kind_text"] for one in (await loan.entries())[:2]] == [
        "正常还款（冲账）", "正常还款"
    ]  # fmt: skip
    await assert_books_agree(loans.context, loan.number)
    await loan.me.post(f"{loan.path}/owed-payments", None)
    await bank_debits(loans)
    assert (await loan.account())["state"] == "2"
    await assert_books_agree(loans.context, loan.number)


async def plan_lines(loan: Borrowed) -> list[tuple[Any, ...]]:
    keys = ("number", "due_on", "principal_fen", "interest_fen")
    return [tuple(line[key] for key in keys) for line in (await loan.plan())[36:]]


@pytest.mark.parametrize("effect", ["shorten", "reduce"])
async def test_a_reversed_prepayment_brings_the_plan_back(loans: LoansService, effect: str) -> None:
    loan = await borrow(loans)
    move_to(loans, date(2019, 8, 29))
    before = await plan_lines(loan)
    body = {"kind": "partial", "amount_fen": 5_000_000, "effect": effect}
    assert (await loan.at_counter("early-repayments", body)).status_code == 200
    asked = await bank_debits(loans)
    assert await plan_lines(loan) != before
    await deliver(loans, reversals.debits_reversed, taken_back(asked, date(2019, 8, 29)))
    assert await plan_lines(loan) == before
    versions = (await loan.me.get(f"{loan.path}/plan")).json()["versions"]
    assert [one["cause"] for one in versions] == ["disbursement", "prepayment", "reversal"]
    await assert_books_agree(loans.context, loan.number)


async def test_a_prepayment_reversed_after_an_instalment_is_spread_over_the_old_term(
    loans: LoansService,
) -> None:
    loan = await borrow(loans)
    move_to(loans, date(2019, 8, 29))
    body = {"kind": "partial", "amount_fen": 5_000_000, "effect": "shorten"}
    await loan.at_counter("early-repayments", body)
    asked = await bank_debits(loans)
    await work(loans, DUE_37)
    await bank_debits(loans)
    await deliver(loans, reversals.debits_reversed, taken_back(asked, date(2019, 9, 25)))
    lines = await plan_lines(loan)
    assert (len(lines), lines[-1][1]) == (204, "2036-08-20")
    account = await loan.account()
    assert sum(line[2] for line in lines[1:]) == account["balance_fen"]
    await assert_books_agree(loans.context, loan.number)


async def test_a_reversed_payoff_opens_the_loan_again(loans: LoansService) -> None:
    loan = await borrow(loans)
    move_to(loans, date(2019, 8, 29))
    before = await plan_lines(loan)
    await loan.ask_early()
    asked = await bank_debits(loans)
    assert (await loan.account())["state"] == "3"
    await deliver(loans, reversals.debits_reversed, taken_back(asked, date(2019, 8, 30)))
    account = await loan.account()
    assert (account["state"], account["balance_fen"]) == ("2", 26_642_811)
    assert await plan_lines(loan) == before
    await assert_books_agree(loans.context, loan.number)
    await work(loans, DUE_37)
    await bank_debits(loans)
    assert (await loan.account())["balance_fen"] == 26_642_811 - 98_001


async def test_a_reversal_leaves_an_overdue_instalment_as_it_was_owed(loans: LoansService) -> None:
    """Prepaid, instalment 37 paid, 38 overdue: only what is still to come is planned anew."""
    loan = await borrow(loans)
    move_to(loans, date(2019, 8, 29))
    body = {"kind": "partial", "amount_fen": 5_000_000, "effect": "shorten"}
    await loan.at_counter("early-repayments", body)
    asked = await bank_debits(loans)
    await work(loans, DUE_37)
    await bank_debits(loans)
    move_to(loans, date(2019, 11, 5))
    before = await plan_lines(loan)
    owed_before = (await loan.account())["arrears"]
    await deliver(loans, reversals.debits_reversed, taken_back(asked, date(2019, 11, 5)))
    after = await plan_lines(loan)
    assert after[:2] == before[:2], "37 was paid and 38 is owed under the plan of its day"
    assert (await loan.account())["arrears"] == owed_before
    assert (len(after), after[-1][1]) == (204, "2036-08-20")
    balance = (await loan.account())["balance_fen"]
    assert sum(line[2] for line in after[1:]) == balance
    await assert_books_agree(loans.context, loan.number)
