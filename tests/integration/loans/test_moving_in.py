"""A loan that an older system paid out moves in: history, signed balances, what differs (期初)."""

import uuid
from datetime import date
from typing import Any

import pytest
from tests.integration.loans.conftest import (
    CARD,
    Caller,
    LoansService,
    lend,
    move_to,
    person,
    repayment,
)
from tests.integration.loans.money import Borrowed, bank_debits, told, work
from tests.integration.loans.test_loan_life import assert_books_agree

from shared.messages.loans import LoanHistoryRecorded, LoanPaidOff, LoanRepaid

TODAY = date(2019, 8, 29)
E06 = {
    "as_of": "2019-08-29", "balance_fen": 26_642_811, "principal_repaid_fen": 3_357_189,
    "interest_repaid_fen": 2_768_535, "penalty_repaid_fen": 0, "instalments_paid": 36, "owed_fen": 0,
}  # fmt: skip
GROUNDS = {"reason": "旧系统停用，贷款移入", "evidence": ["期初移交清册第1号"]}


def due_on(number: int) -> str:
    """E01 is due on every 20th from 2016-09-20 on."""
    months = 2016 * 12 + 7 + number
    return f"{months // 12}-{months % 12 + 1:02d}-20"


def on_time(count: int) -> list[dict[str, Any]]:
    return [repayment(due_on(number), 170_159) for number in range(1, count + 1)]


def past_loan(**more: Any) -> dict[str, Any]:
    """The loan of E06 as an older system hands it over."""
    number = uuid.uuid4().hex[:8].upper()
    return {
        "contract_number": f"QC-{number}", "borrower": person(),
        "co_borrowers": [person()], "guarantors": [], "amount_fen": 30_000_000,
        "method": "01", "periods": 240, "signed_on": "2016-08-18", "disbursed_on": "2016-08-20",
        "serial": f"FK-{number}", "repayment_card": CARD, "repayments": on_time(36), "stated": E06,
        **more,
    }  # fmt: skip


@pytest.fixture
def maker(loans: LoansService) -> Caller:
    move_to(loans, TODAY)
    return loans.maker


async def propose(maker: Caller, body: dict[str, Any]) -> Any:
    return await maker.post("/moving-in", body | GROUNDS)


async def agree(by: Caller, made: Any, **more: Any) -> Any:
    assert made.status_code == 202, made.text
    address = f"/proposals/{made.json()['proposal_id']}/decision"
    return await by.post(address, {"agree": True, **more})


def as_borrowed(loans: LoansService, body: dict[str, Any]) -> Borrowed:
    people = (uuid.UUID(body["borrower"]), uuid.UUID(body["co_borrowers"][0]), uuid.uuid4())
    return Borrowed(loans, body["contract_number"], *people, date(2016, 8, 20))


async def test_a_loan_of_the_past_is_here_when_two_have_signed_its_balances(
    loans: LoansService, maker: Caller
) -> None:
    body = past_loan()
    loan = as_borrowed(loans, body)
    made = await propose(maker, body)
    assert "余额266,428.11元，与原系统一致" in made.json()["summary"]
    assert (await maker.get(loan.path)).status_code == 404, "nothing is here before the second"
    alone = await agree(maker, made)
    assert alone.status_code == 403
    decided = await agree(loans.checker, made)
    assert decided.status_code == 200, decided.text
    assert decided.json()["result"]["differences"] == []
    account = await loan.account()
    assert (account["state"], account["balance_fen"]) == ("2", 26_642_811)
    assert account["next_instalment"]["due_on"] == "2019-09-20"
    entries = await loan.entries()
    assert (len(entries), entries[0]["balance_after_fen"]) == (37, 26_642_811)
    await assert_books_agree(loans.context, loan.number)
    [opening] = await told(loans, LoanHistoryRecorded)
    assert (opening.contract_number, opening.principal_fen) == (loan.number, 26_642_811)
    assert await told(loans, LoanRepaid) == [], "nobody gets a text about the past"
    quote = await loan.quote()
    assert quote.json()["total_fen"] == 26_664_458, "E12 holds for a loan that moved in"
    await work(loans, date(2019, 9, 20))
    await bank_debits(loans)
    assert (await loan.account())["balance_fen"] == 26_642_811 - 98_001


async def test_it_is_the_same_loan_as_one_that_has_always_been_here(
    loans: LoansService, maker: Caller
) -> None:
    """Prepaid in 2018, moved in in 2026: three changes of rate since then."""
    history = [*on_time(20), repayment("2018-04-20", 5_000_000, "03", effect="shorten")]
    native = await lend(loans)
    assert (await native.repay(*history)).status_code == 201
    shown = (await loans.maker.get(f"{native.path}")).json()["account"]
    fresh = [{**one, "serial": f"{one['serial']}-Q"} for one in history]
    stated = {
        "as_of": "2018-04-20", "balance_fen": shown["balance_fen"],
        "principal_repaid_fen": shown["principal_repaid_fen"],
        "interest_repaid_fen": shown["interest_repaid_fen"], "penalty_repaid_fen": 0,
        "instalments_paid": 20, "owed_fen": 0,
    }  # fmt: skip
    move_to(loans, date(2026, 3, 2))
    body = past_loan(repayments=fresh, stated=stated)
    assert (await agree(loans.checker, await propose(loans.maker, body))).status_code == 200
    await work(loans, date(2026, 3, 2))
    moved = as_borrowed(loans, body)
    keys = ("number", "due_on", "principal_fen", "interest_fen", "state")
    assert [[line[key] for key in keys] for line in await moved.plan()] == [
        [line[key] for key in keys] for line in await native.plan()
    ]
    assert (await moved.account())["level_fen"] == (await loans.maker.get(native.path)).json()[
        "account"
    ]["level_fen"]


async def test_what_differs_is_reported_figure_by_figure_and_refused(
    loans: LoansService, maker: Caller
) -> None:
    body = past_loan(stated={**E06, "balance_fen": 26_642_810, "instalments_paid": 35})
    report = (await maker.post("/moving-in/reports", body)).json()
    assert report["differences"] == [
        {"figure": "贷款余额", "stated": 26_642_810, "computed": 26_642_811},
        {"figure": "已还期数", "stated": 35, "computed": 36},
    ]
    refused = await propose(maker, body)
    assert (refused.status_code, refused.json()["title"]) == (422, "balances-differ")
    for words in ("原系统266,428.10元", "按还款记录计算266,428.11元", "原系统35期"):
        assert words in refused.json()["detail"]
    assert await loans.context.pool.fetchval("SELECT count(*) FROM proposal") == 0


async def test_a_difference_that_both_accept_stands_in_what_they_sign(
    loans: LoansService, maker: Caller
) -> None:
    body = past_loan(stated={**E06, "interest_repaid_fen": 2_768_536}, differences_accepted=True)
    made = await propose(maker, body)
    assert "与原系统不一致（已还利息：原系统27,685.36元" in made.json()["summary"]
    decided = await agree(loans.checker, made)
    assert [one["figure"] for one in decided.json()["result"]["differences"]] == ["已还利息"]
    assert (await as_borrowed(loans, body).account())["interest_repaid_fen"] == 2_768_535


async def test_a_row_that_cannot_have_been_is_named(loans: LoansService, maker: Caller) -> None:
    rows = on_time(36)
    rows[11]["amount_fen"] += 1
    answer = await propose(maker, past_loan(repayments=rows))
    problem = answer.json()
    assert (answer.status_code, problem["title"], problem["row"]) == (422, "history-row", 12)
    assert f"第12笔还款（流水号{rows[11]['serial']}）" in problem["detail"]
    assert "1,701.59" in problem["detail"]


async def test_arrears_move_in_with_the_penalty_interest_of_their_days(
    loans: LoansService, maker: Caller
) -> None:
    """E15: instalment 37 is 15 days late on 2019-10-05."""
    stated = {**E06, "as_of": "2019-10-05", "owed_fen": 170_159 + 346}
    early = await propose(maker, past_loan(stated=stated))
    assert early.json()["title"] == "date-in-the-future"
    move_to(loans, date(2019, 10, 5))
    body = past_loan(stated=stated)
    assert (await agree(loans.checker, await propose(loans.maker, body))).status_code == 200
    account = await as_borrowed(loans, body).account()
    assert (account["state"], account["arrears"]["penalty_fen"]) == ("5", 346)


async def test_a_loan_that_was_paid_off_moves_in_for_what_rests_on_it(
    loans: LoansService, maker: Caller
) -> None:
    rows = [*on_time(36), repayment("2019-08-29", 26_664_458, "06")]
    stated = {
        **E06, "balance_fen": 0, "principal_repaid_fen": 30_000_000,
        "interest_repaid_fen": 2_768_535 + 21_647,
    }  # fmt: skip
    body = past_loan(repayments=rows, stated=stated)
    assert (await agree(loans.checker, await propose(maker, body))).status_code == 200
    loan = as_borrowed(loans, body)
    certificate = (await loan.me.get(f"{loan.path}/payoff-certificate")).json()
    assert certificate["total_repaid_fen"] == 30_000_000 + 2_768_535 + 21_647
    assert await told(loans, LoanHistoryRecorded) == [], "nothing of it is lent any more"
    assert await told(loans, LoanPaidOff) == [], "nobody gets a text years later"


async def test_r_wdr_4_agreements_of_the_past_move_in_and_none_is_forgotten(
    loans: LoansService, maker: Caller
) -> None:
    body = past_loan()
    signed = {
        "person_id": body["co_borrowers"][0], "way": "monthly", "short_balance": "account_first",
        "prepayment_effect": "reduce", "signed_on": "2017-01-10", "ended_on": "2018-01-10",
    }  # fmt: skip
    stranger = {**signed, "person_id": str(uuid.uuid4())}
    refused = await propose(maker, {**body, "agreements": [stranger]})
    assert refused.json()["title"] == "not-a-borrower"
    overlapping = {**signed, "signed_on": "2017-06-01", "ended_on": None}
    twice = await propose(maker, {**body, "agreements": [signed, overlapping]})
    assert twice.json()["title"] == "agreement-in-force"
    body["agreements"] = [signed, {**signed, "signed_on": "2018-02-01", "ended_on": None}]
    assert (await agree(loans.checker, await propose(maker, body))).status_code == 200
    loan = as_borrowed(loans, body)
    found = (await loan.me.get(f"{loan.path}/agreements")).json()["agreements"]
    assert [one["ended_on"] for one in found] == ["2018-01-10", None]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"disbursed_on": "2016-08-17"}, "disbursed-before-signed"),
        ({"stated": {**E06, "as_of": "2019-08-19"}}, "history-ends-later"),
        ({"evidence": []}, "evidence-needed"),
    ],
)
async def test_what_cannot_move_in(
    loans: LoansService, maker: Caller, wrong: dict[str, Any], code: str
) -> None:
    answer = await maker.post("/moving-in", past_loan() | GROUNDS | wrong)
    assert (answer.status_code, answer.json()["title"]) == (422, code)


async def test_a_contract_moves_in_once_and_nobody_moves_his_own(
    loans: LoansService, maker: Caller
) -> None:
    body = past_loan()
    made = await propose(maker, body)
    again = await propose(loans.maker, body)
    assert (again.status_code, again.json()["title"]) == (409, "already-proposed")
    await agree(loans.checker, made)
    third = await propose(maker, body)
    assert (third.status_code, third.json()["title"]) == (409, "contract-number-taken")
