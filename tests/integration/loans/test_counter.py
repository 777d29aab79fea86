"""The counter (柜面): a maker enters, another person confirms; what cannot be done online is done there."""

import json
import uuid
from datetime import date
from typing import Any

import asyncpg
import pytest
from tests.integration.loans.conftest import LoansService, contract_body, move_to, repayment
from tests.integration.loans.money import (
    CARD,
    OTHER_CARD,
    Borrowed,
    bank_debits,
    bank_refuses,
    borrow,
    last,
    told,
)
from tests.integration.loans.test_loan_life import assert_books_agree

from shared.messages.loans import (
    DebitPurpose,
    LoanChange,
    LoanChanged,
    LoanDebitRequested,
    LoanDisbursementApproved,
    LoanEarlyRepaymentFailed,
    LoanPaidOff,
    LoanRepaid,
    RepaymentSource,
)

LATE = date(2019, 10, 5)


@pytest.fixture
async def late(loans: LoansService) -> Borrowed:
    """The loan of E15: instalment 37 is 15 days late."""
    made = await borrow(loans)
    move_to(loans, LATE)
    return made


async def entered(loan: Borrowed, what: str, body: dict[str, Any]) -> str:
    answer = await loan.loans.maker.post(f"{loan.path}/counter/{what}", body)
    assert answer.status_code == 201, answer.text
    return f"/counter-operations/{answer.json()['operation_id']}"


async def test_nothing_happens_before_another_person_confirms(
    loans: LoansService, late: Borrowed
) -> None:
    maker = loans.maker
    path = f"{late.path}/counter/card-repayments"
    operation = (await maker.post(path, {})).json()["operation_id"]
    assert await told(loans, LoanDebitRequested) == []
    with pytest.raises(asyncpg.CheckViolationError, match="operation_maker_is_not_checker"):
        await loans.context.pool.execute(
            "UPDATE counter_operation SET state = 'done', decided_by = entered_by"
        )
    waiting = (await loans.checker.get("/counter-operations")).json()["operations"]
    assert [one["operation_id"] for one in waiting] == [operation]
    rejected = await loans.checker.post(f"/counter-operations/{operation}/rejection", {})
    assert rejected.json()["state"] == "rejected"
    again = await loans.checker.post(f"/counter-operations/{operation}/confirmation", {})
    assert (again.status_code, again.json()["title"]) == (409, "operation-decided")
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


async def test_a_recorded_transfer_repays_and_is_told_once(
    loans: LoansService, late: Borrowed
) -> None:
    transfer = repayment("2019-10-05", 170_505, "04")
    address = await entered(late, "transfer-repayments", transfer)
    checker = loans.checker
    answers = [await checker.post(f"{address}/confirmation", {}, key="once") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    [repaid] = await told(loans, LoanRepaid)
    assert (repaid.source, repaid.amount_fen, repaid.card_tail) == (
        RepaymentSource.COUNTER, 170_505, None
    )  # fmt: skip
    assert (await late.account())["state"] == "2"


async def test_r_rep_2_a_changed_card_is_the_only_one_debited_and_the_old_one_is_kept(
    loans: LoansService, late: Borrowed
) -> None:
    address = await entered(late, "card-changes", OTHER_CARD)
    [shown] = (await loans.checker.get("/counter-operations")).json()["operations"]
    assert shown["details"] == {"tail": "6796", "holder_name": "张**"}
    await loans.checker.post(f"{address}/confirmation", {})
    changed = await last(loans, LoanChanged)
    assert (changed.change, changed.card_tail) == (LoanChange.CARD, "6796")
    await late.me.post(f"{late.path}/owed-payments", None)
    asked = await last(loans, LoanDebitRequested)
    assert loans.context.personal_data.open(asked.card) == OTHER_CARD["number"]
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
        (None, "6", "待确认"),
        ("rejection", "8", "作废"),
        ("repaying", "2", "正常"),
        ("settled", "3", "已结清"),
    ],
)
async def test_a_payee_is_changed_only_while_the_loan_waits_to_be_paid_out(
    loans: LoansService, step: str | None, state: str, text: str
) -> None:
    """In every other state it is refused by its name: a loan in repayment is never paid out again."""
    if step in {"repaying", "settled"}:
        loan = await borrow(loans)
        move_to(loans, date(2019, 8, 29))
        if step == "settled":
            await loan.pay_off(date(2019, 8, 29))
    else:
        body = contract_body(repayment_card=CARD)
        assert (await loans.maker.post("/contracts", body)).status_code == 201
        people = (uuid.UUID(body["borrower"]), uuid.uuid4(), uuid.uuid4())
        loan = Borrowed(loans, body["contract_number"], *people, date(2016, 8, 20))
        if step:
            await loans.checker.post(f"{loan.path}/{step}", {"note": "资料不全"})
    assert await state_of(loan) == state
    payee = {"number": "371400000001239001", "holder_name": "德州某某置业有限公司"}
    answer = await loan.at_counter("payee-changes", payee)
    assert (answer.status_code, answer.json()["title"]) == (409, "state-does-not-allow")
    assert f"“{text}”" in answer.json()["detail"]
    assert await told(loans, LoanDisbursementApproved) == []
    assert await loans.context.pool.fetchval("SELECT count(*) FROM payee") == 0
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
