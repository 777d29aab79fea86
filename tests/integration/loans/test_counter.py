"""The counter (柜面): a maker enters, another person confirms; what cannot be done online is done there."""

import json
from datetime import date

import asyncpg
import pytest
from tests.integration.loans.conftest import CARD, LoansService, move_to
from tests.integration.loans.money import (
    GROUNDS,
    LOST,
    OTHER_CARD,
    Borrowed,
    bank_debits,
    bank_refuses,
    borrow,
    last,
    told,
)
from tests.integration.loans.test_loan_life import assert_books_agree
from tests.support.callers import decide

from shared.messages.loans import (
    DebitPurpose,
    LoanChange,
    LoanChanged,
    LoanDebitRequested,
    LoanDisbursementApproved,
    LoanEarlyRepaymentFailed,
    LoanPaidOff,
    LoanRepaid,
)

LATE = date(2019, 10, 5)


@pytest.fixture
async def late(loans: LoansService) -> Borrowed:
    """The loan of E15: instalment 37 is 15 days late."""
    made = await borrow(loans)
    move_to(loans, LATE)
    return made


async def test_nothing_happens_before_another_person_agrees(
    loans: LoansService, late: Borrowed
) -> None:
    path = f"{late.path}/counter/card-repayments"
    proposed = await loans.maker.post(path, {**GROUNDS, **LOST})
    assert "980.01元" not in proposed.json()["summary"], "penalty interest is owed too"
    assert proposed.json()["amount_fen"] == 98_001 + 72_158 + 346
    assert await told(loans, LoanDebitRequested) == []
    rejected = await decide(loans.checker, proposed, agree=False)
    assert rejected.json()["state"] == "rejected"
    again = await decide(loans.checker, proposed)
    assert (again.status_code, again.json()["title"]) == (409, "already-decided")
    assert await told(loans, LoanDebitRequested) == []


async def test_r_rep_7_e15_arrears_are_debited_at_the_counter_in_whole_or_in_part(
    loans: LoansService, late: Borrowed
) -> None:
    part = await late.at_counter("card-repayments", {"amount_fen": 100_346})
    assert part.status_code == 200, part.text
    assert (await bank_debits(loans)).purpose is DebitPurpose.ARREARS
    repaid = await last(loans, LoanRepaid)
    split = (repaid.penalty_fen, repaid.interest_fen, repaid.principal_fen)
    assert split == (346, 72_158, 27_842), "penalty, overdue interest, overdue principal (R-REP-7)"
    await late.at_counter("card-repayments", {})
    assert (await bank_debits(loans)).amount_fen == 98_001 - 27_842
    assert (await late.account())["state"] == "2"
    nothing = await late.at_counter("card-repayments", {})
    assert nothing.json()["title"] == "nothing-owed"
    await assert_books_agree(loans.context, late.number)


async def test_3_10_early_repayment_without_agreement_and_with_arrears(
    loans: LoansService, late: Borrowed
) -> None:
    body = {"kind": "partial", "amount_fen": 5_170_505, "effect": "shorten"}
    confirmed = await late.at_counter("early-repayments", body)
    assert confirmed.status_code == 200, confirmed.text
    await bank_refuses(loans)
    assert (await last(loans, LoanEarlyRepaymentFailed)).reason_code == "AM04"
    assert (await late.account())["state"] == "5", "untouched"
    await late.at_counter("early-repayments", body)
    await bank_debits(loans)
    repaid = await last(loans, LoanRepaid)
    assert repaid.penalty_fen == 346
    account = await late.account()
    assert account["level_fen"] == 170_159
    assert account["balance_fen"] == 26_642_811 - repaid.principal_fen
    assert 98_001 + 4_990_000 < repaid.principal_fen < 98_001 + 5_000_000
    assert account["last_due_on"] < "2036-08-20", "shortened, as the form says"
    await assert_books_agree(loans.context, late.number)
    payoff = await late.at_counter("early-repayments", {"kind": "payoff"})
    assert payoff.json()["title"] == "once-a-month"
    move_to(loans, date(2019, 11, 1))
    await late.at_counter("early-repayments", {"kind": "payoff"})
    await bank_debits(loans)
    assert (await last(loans, LoanPaidOff)).settled_on == date(2019, 11, 1)
    await assert_books_agree(loans.context, late.number)


async def test_r_rep_2_a_changed_card_is_the_only_one_debited_and_the_old_one_is_kept(
    loans: LoansService, late: Borrowed
) -> None:
    path = f"{late.path}/counter/card-changes"
    proposed = await loans.maker.post(path, {**OTHER_CARD, **GROUNDS, **LOST})
    assert "张**的卡（尾号6796）" in proposed.json()["summary"]
    assert OTHER_CARD["number"] not in proposed.text
    assert (await decide(loans.checker, proposed)).status_code == 200
    changed = await last(loans, LoanChanged)
    assert (changed.change, changed.card_tail) == (LoanChange.CARD, "6796")
    await late.me.post(f"{late.path}/owed-payments", None)
    asked = await last(loans, LoanDebitRequested)
    assert asked.card == OTHER_CARD["number"]
    busy = await late.at_counter("card-changes", CARD)
    assert busy.json()["title"] == "money-under-way"
    rows = await loans.context.pool.fetch("SELECT * FROM repayment_card ORDER BY replaced_at")
    assert [row["card_tail"] for row in rows] == ["6788", "6796"]
    stored = json.dumps([[str(value) for value in row] for row in rows], ensure_ascii=False)
    assert CARD["number"] not in stored
    assert CARD["holder_name"] not in stored, "sealed at rest (R-CHK-4)"
    with pytest.raises(asyncpg.RestrictViolationError, match="R-REP-2"):
        await loans.context.pool.execute("UPDATE repayment_card SET card_tail = '0000'")


async def state_of(loan: Borrowed) -> str:
    return str((await loan.loans.maker.get(loan.path)).json()["state"])


@pytest.mark.parametrize(
    ("step", "state", "text"),
    [
        ("repaying", "2", "正常"),
        ("settled", "3", "已结清"),
    ],
)
async def test_a_payee_is_changed_only_while_the_loan_waits_to_be_paid_out(
    loans: LoansService, step: str, state: str, text: str
) -> None:
    """In every other state it is refused by its name: a loan in repayment is never paid out again."""
    loan = await borrow(loans)
    move_to(loans, date(2019, 8, 29))
    if step == "settled":
        await loan.pay_off(date(2019, 8, 29))
    assert await state_of(loan) == state
    payee = {"number": "371400000001239001", "holder_name": "德州某某置业有限公司"}
    answer = await loan.at_counter("payee-changes", payee)
    assert (answer.status_code, answer.json()["title"]) == (409, "state-does-not-allow")
    assert f"“{text}”" in answer.json()["detail"]
    assert len(await told(loans, LoanDisbursementApproved)) == 1, "the one that paid it out"
    assert await loans.context.pool.fetchval("SELECT count(*) FROM payee") == 1
    assert await state_of(loan) == state


async def test_r_rep_2_nothing_is_debited_without_a_card(loans: LoansService) -> None:
    loan = await borrow(loans, repayment_card=None)
    move_to(loans, LATE)
    online = await loan.me.post(f"{loan.path}/owed-payments", None)
    at_counter = await loan.at_counter("card-repayments", {})
    early = await loan.at_counter("early-repayments", {"kind": "payoff"})
    for answer in (online, at_counter, early):
        assert (answer.status_code, answer.json()["title"]) == (422, "no-card")
        assert "没有登记还款银行卡" in answer.json()["detail"]
    assert await told(loans, LoanDebitRequested) == []


async def test_r_rep_7_the_counter_never_debits_more_than_settles_a_loan_with_arrears(
    loans: LoansService, late: Borrowed
) -> None:
    quote = await loans.maker.get(f"{late.path}/payoff-quote")
    too_much = {"kind": "partial", "amount_fen": quote.json()["total_fen"] + 1, "effect": "reduce"}
    answer = await late.at_counter("early-repayments", too_much)
    assert (answer.status_code, answer.json()["title"]) == (422, "more-than-payoff")
    owed = quote.json()["owed_principal_fen"] + quote.json()["owed_interest_fen"]
    for amount in (owed + quote.json()["penalty_fen"] + 1, quote.json()["penalty_fen"]):
        answer = await late.at_counter("card-repayments", {"amount_fen": amount})
        assert answer.json()["title"] == "not-what-is-owed", amount
    assert await told(loans, LoanDebitRequested) == []
