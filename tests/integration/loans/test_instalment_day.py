"""The instalment day: who is asked for what, in which order, and what each outcome does (R-LOAN-6, 7)."""

from datetime import date

import pytest
from prometheus_client import REGISTRY
from tests.integration.loans.conftest import LoansService, move_to
from tests.integration.loans.money import (
    CHUNK,
    Borrowed,
    bank_debits,
    bank_refuses,
    borrow,
    day_after,
    debited,
    deliver,
    fund_gives,
    last,
    told,
    work,
)
from tests.integration.loans.test_loan_life import assert_books_agree
from tests.support.killed import killed

from loans import tasks
from loans.handlers import debits, offsets
from loans.handlers.collection import collect_some
from shared.messages.accounts import OffsetReserved
from shared.messages.loans import (
    DebitPurpose,
    LoanDebitFailed,
    LoanDebitRequested,
    LoanOffsetApplied,
    LoanOffsetReleased,
    LoanOffsetRequested,
    LoanOverdue,
    LoanRepaid,
    LoanRepaymentDueSoon,
    RepaymentSource,
)

DUE_37 = date(2019, 9, 20)
ADVANCE = ["text", "date", "text", "integer", "integer"]
END = ["uuid[]", "text", "timestamptz", "integer[]", "text[]", "date[]", "text[]", "text[]"]
"""What the statements at the end of asking and of booking take, instead of which the connection dies."""


async def test_an_instalment_day_asks_every_due_loan_once_however_often_it_runs(
    loans: LoansService,
) -> None:
    made = [await borrow(loans, paid=0) for _ in range(CHUNK + 2)]
    without_card = await borrow(loans, paid=0, repayment_card=None)
    not_due = await borrow(loans, "2016-08-21", paid=0)
    due_on = date(2016, 9, 20)
    move_to(loans, due_on)
    async with loans.context.unit() as unit:
        await collect_some(unit, CHUNK)
    # Killed here: what is committed stays, the next process goes on behind it.
    await work(loans, due_on)
    await work(loans, due_on)
    asked = await told(loans, LoanDebitRequested)
    assert sorted(one.contract_number for one in asked) == sorted(one.number for one in made)
    assert {(one.purpose, one.amount_fen) for one in asked} == {(DebitPurpose.INSTALMENT, 170_159)}
    await deliver(loans, debits.succeeded, *map(debited, asked))
    for loan in made:
        account = await loan.account()
        assert account["principal_repaid_fen"] == 88_909
        assert account["next_instalment"]["due_on"] == "2016-10-20"
        await assert_books_agree(loans.context, loan.number)
    await work(loans, day_after(due_on))
    again = (await told(loans, LoanDebitRequested))[len(asked) :]
    assert [one.contract_number for one in again] == [not_due.number], "each loan on its day"
    assert (await without_card.account())["arrears"]["instalments"] == 1


async def test_an_instalment_day_that_is_killed_asks_and_books_every_loan_once(
    loans: LoansService, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [await borrow(loans, paid=0) for _ in range(CHUNK + 2)]
    due_on = date(2016, 9, 20)
    move_to(loans, due_on)

    async def ask() -> None:
        async with loans.context.unit() as unit:
            await collect_some(unit, CHUNK)

    await killed(monkeypatch, "loans.store.runs.ADVANCE", ADVANCE, ask)
    assert await told(loans, LoanDebitRequested) == []
    await ask()
    await killed(monkeypatch, "loans.store.runs.ADVANCE", ADVANCE, ask)
    assert len(await told(loans, LoanDebitRequested)) == CHUNK
    await work(loans, due_on)
    asked = await told(loans, LoanDebitRequested)
    assert sorted(one.contract_number for one in asked) == sorted(one.number for one in made)
    answers = [debited(one) for one in asked]

    async def book() -> None:
        assert await deliver(loans, debits.succeeded, *answers) == ([], [])

    await killed(monkeypatch, "loans.store.debits.END", END, book)
    assert await told(loans, LoanRepaid) == []
    await book()
    await book()
    assert len(await told(loans, LoanRepaid)) == len(made)
    for loan in made:
        assert (await loan.account())["principal_repaid_fen"] == 88_909
        await assert_books_agree(loans.context, loan.number)


async def test_r_loan_6_e15_retries_in_the_window_then_arrears_with_penalty_interest(
    loans: LoansService,
) -> None:
    loan = await borrow(loans)
    await work(loans, day_after(DUE_37, -3))
    due_soon = await last(loans, LoanRepaymentDueSoon)
    assert (due_soon.due_on, due_soon.amount_fen, due_soon.offset) == (DUE_37, 170_159, "none")
    amounts, next_tries = [], []
    for day in (DUE_37, day_after(DUE_37), day_after(DUE_37, 2)):
        await work(loans, day)
        amounts.append((await bank_refuses(loans)).amount_fen)
        next_tries.append((await last(loans, LoanDebitFailed)).next_try_on)
    assert amounts == [170_159, 170_182, 170_205], "one late day on both is 0.23 (E15)"
    assert next_tries == [day_after(DUE_37), day_after(DUE_37, 2), None]
    ids = {one.debit_id for one in await told(loans, LoanDebitRequested)}
    assert len(ids) == 3, "each try is another debit"
    await work(loans, day_after(DUE_37, 3))
    overdue = await last(loans, LoanOverdue)
    assert (overdue.since, overdue.instalments, overdue.penalty_fen) == (DUE_37, 1, 69)
    await work(loans, day_after(DUE_37, 4))
    assert len(await told(loans, LoanDebitRequested)) == 3, "no debit outside the window"
    assert len(await told(loans, LoanOverdue)) == 1
    await work(loans, date(2019, 10, 20))
    both = await last(loans, LoanDebitRequested)
    assert both.purpose is DebitPurpose.ARREARS
    await bank_debits(loans)
    account = await loan.account()
    assert (account["state"], account["arrears"]["instalments"]) == ("2", 0)
    assert account["next_instalment"]["due_on"] == "2019-11-20"
    await assert_books_agree(loans.context, loan.number)


async def test_operators_see_what_is_under_way_and_what_of_the_day_is_left(
    loans: LoansService,
) -> None:
    made = [await borrow(loans, paid=0) for _ in range(CHUNK + 1)]
    await sign(made[0], signed_on="2016-09-01")
    move_to(loans, date(2016, 9, 20))
    async with loans.context.unit() as unit:
        await collect_some(unit, CHUNK)
    move_to(loans, date(2016, 9, 20), hour=4)
    await tasks.watch(loans.context)
    assert shown("loan_money_under_way", source="card") == CHUNK - 1
    assert shown("loan_money_under_way", source="account") == 1
    assert shown("loan_money_oldest_seconds", source="account") == 3 * 3600
    assert shown("loan_day_unfinished_seconds", kind="collection") == 3 * 3600
    await work(loans, date(2016, 9, 20))
    await tasks.watch(loans.context)
    assert shown("loan_day_unfinished_seconds", kind="collection") == 0


def shown(metric: str, **labels: str) -> float:
    value = REGISTRY.get_sample_value(metric, labels)
    assert value is not None
    return value


async def test_an_unknown_outcome_is_never_applied_and_never_debited_again(
    loans: LoansService,
) -> None:
    loan = await borrow(loans)
    await work(loans, DUE_37)
    asked = await last(loans, LoanDebitRequested)
    for days in (1, 2, 31):
        await work(loans, day_after(DUE_37, days))
    assert await told(loans, LoanDebitRequested) == [asked]
    assert (await loan.account())["principal_repaid_fen"] == 3_357_189
    await bank_debits(loans)
    assert (await last(loans, LoanRepaid)).repaid_on == DUE_37, "the bank's delay costs nothing"


@pytest.mark.parametrize(
    ("short_balance", "given", "by_card"),
    [("account_first", 125_000, 45_159), ("all_or_nothing", 0, 170_159)],
)
async def test_e43_monthly_offset_with_a_short_balance(
    loans: LoansService, short_balance: str, given: int, by_card: int
) -> None:
    loan = await borrow(loans)
    await sign(loan, short_balance=short_balance)
    await work(loans, DUE_37)
    asked = await last(loans, LoanOffsetRequested)
    assert (asked.person_id, asked.amount_fen) == (loan.borrower, 170_159)
    assert asked.all_or_nothing is (short_balance == "all_or_nothing")
    assert await told(loans, LoanDebitRequested) == [], "the fund account first"
    await fund_gives(loans, given)
    assert [one.amount_fen for one in await told(loans, LoanOffsetApplied)] == [given] * bool(given)
    assert (await bank_debits(loans)).amount_fen == by_card
    repaid = await told(loans, LoanRepaid)
    expected = [(RepaymentSource.ACCOUNT, given)] if given else []
    assert [(one.source, one.amount_fen) for one in repaid] == [
        *expected, (RepaymentSource.CARD, by_card)
    ]  # fmt: skip
    assert (await loan.account())["next_instalment"]["due_on"] == "2019-10-20"
    await assert_books_agree(loans.context, loan.number)


async def test_r_loan_7_the_spouses_account_comes_after_the_borrowers_and_before_the_card(
    loans: LoansService,
) -> None:
    loan = await borrow(loans)
    await sign(loan, person=loan.co_borrower)
    await sign(loan)
    await work(loans, DUE_37)
    await fund_gives(loans, 100_000)
    spouse = await last(loans, LoanOffsetRequested)
    assert (spouse.person_id, spouse.amount_fen) == (loan.co_borrower, 70_159)
    await fund_gives(loans, 70_159)
    assert await told(loans, LoanDebitRequested) == []
    assert (await loan.account())["next_instalment"]["due_on"] == "2019-10-20"


async def test_r_loan_7_a_yearly_offset_pays_the_instalment_and_prepays_with_the_rest(
    loans: LoansService,
) -> None:
    loan = await borrow(loans)
    await sign(loan, way="yearly", signed_on="2018-10-08")
    await work(loans, DUE_37)
    await bank_debits(loans)
    assert await told(loans, LoanOffsetRequested) == [], "only in the month of the signing"
    due = date(2019, 10, 20)
    await work(loans, due)
    asked = await last(loans, LoanOffsetRequested)
    balance = 26_642_811 - 98_001
    assert balance < asked.amount_fen, "at most the whole loan"
    await fund_gives(loans, 3_170_159)
    account = await loan.account()
    assert account["next_instalment"]["due_on"] == "2019-11-20"
    repaid = await last(loans, LoanRepaid)
    assert repaid.principal_fen > 3_000_000 - 1
    assert account["level_fen"] < 170_159, "reduced, as the agreement says"
    await assert_books_agree(loans.context, loan.number)


async def test_fund_money_that_cannot_be_used_is_let_go_and_the_card_pays(
    loans: LoansService,
) -> None:
    loan = await borrow(loans)
    await sign(loan)
    await work(loans, day_after(DUE_37, 1))
    asked = await last(loans, LoanOffsetRequested)
    assert asked.amount_fen == 170_182
    await fund_gives(loans, 22)  # less than the penalty interest
    assert (await last(loans, LoanOffsetReleased)).offset_id == asked.offset_id
    assert (await last(loans, LoanDebitRequested)).amount_fen == 170_182
    late = OffsetReserved(
        offset_id=asked.offset_id, person_id=loan.borrower, amount_fen=170_183, account_tail="3456",
        balance_after_fen=0,
    )  # fmt: skip
    _, parked = await deliver(loans, offsets.reserved, late)
    assert parked


async def test_e16_r_loan_1_a_new_rate_on_1_january_for_all_loans_with_the_old_plans_kept(
    loans: LoansService,
) -> None:
    made = [await borrow(loans, "2022-09-20", paid=3) for _ in range(CHUNK + 1)]
    under_way = await borrow(loans, "2022-09-20", paid=3)
    move_to(loans, date(2022, 12, 30))
    assert (await under_way.ask_early()).status_code == 202
    await work(loans, date(2023, 1, 1))
    stored = "SELECT version, cause, annual_rate FROM plan_version WHERE contract_number = $1"
    for loan in made:
        rows = await loans.context.pool.fetch(stored + " ORDER BY version", loan.number)
        assert [(row["version"], row["cause"], str(row["annual_rate"])) for row in rows] == [
            (1, "disbursement", "0.0325000"), (2, "rate_change", "0.0310000")
        ]  # fmt: skip
    assert len(await loans.context.pool.fetch(stored, under_way.number)) == 1, (
        "its money goes first"
    )
    await bank_debits(loans)
    assert (await under_way.account())["state"] == "3"


async def sign(loan: Borrowed, person: object = None, **terms: str) -> None:
    body = {
        "person_id": str(person or loan.borrower),
        "way": "monthly",
        "short_balance": "account_first",
        "prepayment_effect": "reduce",
        "signed_on": "2019-01-10",
    }
    answer = await loan.loans.by_two(f"{loan.path}/agreements", body | terms)
    assert answer.status_code == 201, answer.text
