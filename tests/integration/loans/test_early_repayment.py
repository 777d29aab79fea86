"""Early repayment online (R-REP-1 to 10): the table of 3.10, the quote, one debit, its outcome once."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.integration.loans.conftest import LoansService, move_to, repayment
from tests.integration.loans.money import (
    Borrowed,
    bank_debits,
    bank_refuses,
    borrow,
    debited,
    deliver,
    last,
    refused,
    told,
)
from tests.integration.loans.test_loan_life import assert_books_agree
from tests.support.telling import received

from loans.handlers import debits, questions, reversals
from shared.messages import Event
from shared.messages.loans import (
    DebitPurpose,
    LoanDebitRequested,
    LoanEarlyRepaymentAccepted,
    LoanEarlyRepaymentFailed,
    LoanPaidOff,
    LoanPayoffCertified,
    LoanRepaid,
    RepaymentSource,
)
from shared.messages.settlement import DebitReversed, DebitUnknown
from shared.messages.withdrawals import LoanQuestion, WithdrawalSubmitted

E12_DAY = date(2019, 8, 29)
SIGNED = "2019-01-10"


@pytest.fixture
async def loan(loans: LoansService) -> Borrowed:
    """The loan of E06 on the day of E12."""
    made = await borrow(loans)
    move_to(loans, E12_DAY)
    return made


async def code_of(answer: Any) -> str:
    assert answer.json()["detail"].endswith("。"), "one Chinese sentence"
    return str(answer.json()["title"])


async def test_r_rep_5_e12_a_payoff_is_quoted_debited_and_applied_once(
    loans: LoansService, loan: Borrowed
) -> None:
    quote = (await loan.quote()).json()
    assert (quote["principal_fen"], quote["interest_fen"]) == (26_642_811, 21_647)
    assert (quote["total_fen"], quote["arrears_fen"], quote["penalty_fen"]) == (26_664_458, 0, 0)
    assert (quote["periods_before"], quote["periods_after"]) == (204, 0)
    assert "可以申请偿还公积金贷款提取" in quote["consequence"]
    asked = await loan.ask_early()
    assert asked.status_code == 202, asked.text
    request = await last(loans, LoanDebitRequested)
    assert (request.purpose, request.amount_fen) == (DebitPurpose.PAYOFF, 26_664_458)
    assert request.card == "6222021612003456788"
    assert (await last(loans, LoanEarlyRepaymentAccepted)).card_tail == "6788"
    assert (await loan.account())["balance_fen"] == 26_642_811, "untouched until the bank answers"
    await asyncio.gather(
        *(deliver(loans, debits.succeeded, debited(request), debited(request)) for _ in range(3))
    )
    [repaid] = await told(loans, LoanRepaid)
    assert (repaid.kind, repaid.source, repaid.source_id) == (
        "06", RepaymentSource.CARD, request.debit_id
    )  # fmt: skip
    assert repaid.principal_fen + repaid.interest_fen == 26_664_458
    assert (await last(loans, LoanPaidOff)).settled_on == E12_DAY
    assert (await loan.account())["state"] == "3"
    assert (await loan.debit(request.debit_id))["state_text"] == "已入账"
    certificate = await loan.me.get(f"{loan.path}/payoff-certificate")
    assert certificate.json()["total_principal_fen"] == 30_000_000
    await assert_books_agree(loans.context, loan.number)


async def test_r_rep_9_a_payoff_opens_type_5_when_r_wdr_4_holds(
    loans: LoansService, loan: Borrowed
) -> None:
    await loan.ask_early()
    await bank_debits(loans)
    question = WithdrawalSubmitted(
        application_id=uuid.uuid4(), person_id=loan.borrower, kind="loan_repaid",
        loan_question=LoanQuestion.PAYOFF, accepted_on=E12_DAY, deadline_on=E12_DAY, channel="web",
    )  # fmt: skip
    await deliver(loans, questions.answer_questions, question)
    certified = await last(loans, LoanPayoffCertified)
    assert (certified.contract_number, certified.offset_agreement_ever) == (loan.number, False)


async def test_r_rep_4_e14_too_little_on_the_card_leaves_the_loan_untouched_and_says_so(
    loans: LoansService, loan: Borrowed
) -> None:
    before = await loan.account()
    await loan.ask_early()
    request = await bank_refuses(loans)
    assert await loan.account() == before
    failure = await last(loans, LoanEarlyRepaymentFailed)
    assert (failure.reason_code, failure.amount_fen) == ("AM04", 26_664_458)
    _, parked = await deliver(loans, debits.succeeded, debited(request))
    assert parked, "a debit that failed for good cannot have succeeded: for the operators"
    assert await told(loans, LoanRepaid) == []
    assert (await loan.ask_early()).status_code == 202, "the borrower may try again"


async def test_r_rep_3_e08_a_partial_repayment_does_what_the_agreement_says(
    loans: LoansService, loan: Borrowed
) -> None:
    assert (await loan.sign(loan.borrower, SIGNED)).status_code == 201
    quote = (await loan.quote("partial", amount_fen=5_000_000)).json()
    assert (quote["principal_fen"], quote["interest_fen"]) == (4_995_941, 4_059)  # E11, method 2
    assert (quote["effect"], quote["periods_after"]) == ("reduce", 204)
    assert quote["instalment_after_fen"] < quote["instalment_before_fen"] == 170_159
    assert "不能办理偿还公积金贷款提取" in quote["consequence"]
    await loan.ask_early("partial", amount_fen=5_000_000)
    await bank_debits(loans)
    account = await loan.account()
    assert account["balance_fen"] == quote["balance_after_fen"] == 26_642_811 - 4_995_941
    assert account["next_instalment"]["total_fen"] == quote["instalment_after_fen"]
    versions = (await loan.me.get(f"{loan.path}/plan")).json()["versions"]
    assert [(one["version"], one["cause"]) for one in versions] == [
        (1, "disbursement"), (2, "prepayment")
    ]  # fmt: skip
    await assert_books_agree(loans.context, loan.number)


async def test_r_rep_6_no_second_request_while_one_is_under_way_even_at_the_same_moment(
    loans: LoansService, loan: Borrowed
) -> None:
    token = (await loan.quote()).json()["token"]
    body = {"kind": "payoff", "accepted_quote": token}
    answers = await asyncio.gather(
        *(loan.me.post(f"{loan.path}/early-repayments", body) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [202, 409, 409, 409]
    [request] = await told(loans, LoanDebitRequested)
    unknown = DebitUnknown(debit_id=request.debit_id, since=datetime(2019, 8, 29, 2, tzinfo=UTC))
    await deliver(loans, debits.unknown, unknown)
    assert await code_of(await loan.quote()) == "money-under-way"
    shown = await loan.debit(request.debit_id)
    assert (shown["state"], shown["unknown_since"]) == ("debiting", "2019-08-29T02:00:00Z")
    staff = (await loans.maker.get("/debits-under-way")).json()["debits"]
    assert [one["debit_id"] for one in staff] == [str(request.debit_id)]
    for blocked in (
        await loan.repay(repayment("2019-08-29", 1_000_000, "03", effect="reduce")),
        await loan.sign(loan.borrower),
    ):
        assert await code_of(blocked) == "money-under-way"
    move_to(loans, date(2019, 9, 2))
    late = debited(request, debited_on=date(2019, 8, 30))
    assert await deliver(loans, debits.succeeded, late) == ([], [])
    assert (await last(loans, LoanPaidOff)).settled_on == E12_DAY, "as of the day it was priced for"


async def test_r_rep_6_limits_and_r_rep_10_each_refusal_says_why(
    loans: LoansService, loan: Borrowed
) -> None:
    partial = await loan.quote("partial", amount_fen=5_000_000)
    assert await code_of(partial) == "agreement-needed"
    assert "不能再办理偿还公积金贷款提取" in partial.json()["detail"]
    await loan.sign(loan.borrower, SIGNED)
    cases = {
        "below-minimum": {"amount_fen": 999_999},
        "use-payoff": {"amount_fen": 26_664_458},
        "debit-date": {"amount_fen": 5_000_000, "debit_on": "2019-08-28"},
    }
    for code, body in cases.items():
        assert await code_of(await loan.quote("partial", **body)) == code
    co_borrower = loans.person(loan.co_borrower)
    path = f"{loan.path}/early-repayment-quotes"
    assert await code_of(await co_borrower.post(path, {"kind": "payoff"})) == "not-the-borrower"
    stranger = await loans.person(uuid.uuid4()).post(path, {"kind": "payoff"})
    assert stranger.status_code == 404
    tomorrow = await loan.ask_early("partial", amount_fen=5_000_000, debit_on="2019-08-30")
    assert await code_of(tomorrow) == "quote-expired"
    await loan.ask_early("partial", amount_fen=5_000_000)
    await bank_debits(loans)
    assert await code_of(await loan.quote()) == "once-a-month"
    without_card = await borrow(loans, repayment_card=None)
    assert await code_of(await without_card.quote()) == "no-card"


async def test_r_rep_7_arrears_and_the_debit_window_bar_it_online_until_paid(
    loans: LoansService, loan: Borrowed
) -> None:
    move_to(loans, date(2019, 9, 21))
    assert await code_of(await loan.quote()) == "in-debit-window"
    move_to(loans, date(2019, 10, 5))
    for kind, more in (("payoff", {}), ("partial", {"amount_fen": 5_000_000})):
        answer = await loan.quote(kind, **more)
        assert await code_of(answer) == "arrears-first"
        assert "1,705.05元" in answer.json()["detail"]  # E15: 980.01 + 721.58 + 3.46
    paid = await loan.me.post(f"{loan.path}/owed-payments", None)
    assert (paid.status_code, paid.json()["amount_fen"]) == (202, 170_505)
    await bank_debits(loans)
    repaid = await last(loans, LoanRepaid)
    assert (repaid.kind, repaid.principal_fen, repaid.interest_fen, repaid.penalty_fen) == (
        "04", 98_001, 72_158, 346
    )  # fmt: skip
    assert (await loan.quote()).status_code == 200


async def test_r_rep_1_there_are_two_ways_to_repay_early_and_only_a_part_has_an_amount(
    loan: Borrowed,
) -> None:
    for kind, more in (
        ("payoff", {"amount_fen": 5_000_000}),
        ("partial", {}),
        ("both", {}),
        ("partial", {"amount_fen": 0}),
    ):
        assert (await loan.quote(kind, **more)).status_code == 422


async def test_r_rep_5_what_changed_since_the_quote_is_never_debited(
    loans: LoansService, loan: Borrowed
) -> None:
    token = (await loan.quote()).json()["token"]
    await loan.at_counter(
        "card-changes", {"number": "6222021612003456796", "holder_name": "张三丰"}
    )
    body = {"kind": "payoff", "accepted_quote": token}
    changed = await loan.me.post(f"{loan.path}/early-repayments", body)
    assert (changed.status_code, await code_of(changed)) == (409, "quote-changed")
    assert await told(loans, LoanDebitRequested) == []


async def test_a_batch_of_outcomes_takes_as_many_statements_as_one(
    loans: LoansService,
) -> None:
    made = [await borrow(loans, paid=0) for _ in range(4)]
    move_to(loans, date(2016, 8, 29))
    for one in made:
        assert (await one.ask_early()).status_code == 202
    asked = await told(loans, LoanDebitRequested)
    counts = []
    for batch in (asked[:1], asked[1:]):
        seen: list[str] = []
        async with loans.context.unit() as unit:
            with unit.connection.query_logger(lambda record, seen=seen: seen.append(record.query)):
                await debits.succeeded(unit, received(debited(one) for one in batch))
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert len(await told(loans, LoanPaidOff)) == 4


async def test_an_answer_to_what_was_never_asked_is_for_the_operators(loans: LoansService) -> None:
    loan = await borrow(loans)
    move_to(loans, E12_DAY)
    await loan.ask_early()
    asked = await last(loans, LoanDebitRequested)
    for wrong in (
        debited(asked, debit_id=uuid.uuid4()),
        debited(asked, amount_fen=asked.amount_fen - 1),
    ):
        _, parked = await deliver(loans, debits.succeeded, wrong)
        assert len(parked) == 1
    _, parked = await deliver(loans, debits.failed, refused(asked))
    assert parked == []


async def test_whoever_dies_before_the_commit_leaves_nothing_behind_and_is_told_again(
    loans: LoansService, loan: Borrowed
) -> None:
    """Each handler on the way dies once at the end of its work, then the message comes again, twice."""

    async def dies_then_comes_again(
        handler: Callable[[Any, Sequence[Any]], Awaitable[None]], event: Event
    ) -> None:
        before = await state_of(loans)
        with pytest.raises(Death):
            await dies(loans, handler, event)
        assert await state_of(loans) == before
        await deliver(loans, handler, event)
        once = await state_of(loans)
        assert once != before
        await deliver(loans, handler, event)
        assert await state_of(loans) == once

    await loan.ask_early()
    asked = await last(loans, LoanDebitRequested)
    since = datetime(2019, 8, 29, 2, tzinfo=UTC)
    await dies_then_comes_again(debits.unknown, DebitUnknown(debit_id=asked.debit_id, since=since))
    await dies_then_comes_again(debits.succeeded, debited(asked))
    back = DebitReversed(
        debit_id=asked.debit_id, amount_fen=asked.amount_fen, bank_serial="R", reason_code="AC06",
        reason_text="账户已冻结", reversed_on=E12_DAY,
    )  # fmt: skip
    await dies_then_comes_again(reversals.debits_reversed, back)
    await assert_books_agree(loans.context, loan.number)


class Death(Exception):
    """A process that dies before its commit."""


async def dies(
    loans: LoansService, handler: Callable[[Any, Sequence[Any]], Awaitable[None]], event: Event
) -> None:
    async with loans.context.unit() as unit:
        await handler(unit, received([event]))
        await unit.flush()
        raise Death


async def state_of(loans: LoansService) -> list[Any]:
    """Everything that the money of loans changes."""
    tables = ("contract", "account", "entry", "allocation", "plan_version", "debit")
    rows = [
        await loans.context.pool.fetch(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables
    ]
    return [*rows, len(await loans.events())]
