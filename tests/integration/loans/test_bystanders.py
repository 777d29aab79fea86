"""What is done to one loan leaves every other as it is: a statement that forgets whose rows it means shows.

Beside the loan of each test there live others in every state: being paid out, sent back,
prepaid with an agreement and a debit under way, in arrears with an agreement, settled.
"""

import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.integration.loans.conftest import LoansService, contract_body, move_to, repayment
from tests.integration.loans.money import (
    GROUNDS,
    LOST,
    OTHER_CARD,
    Borrowed,
    bank_debits,
    borrow,
    debited,
    deliver,
    fund_gives,
    last,
    refused,
    told,
    work,
)
from tests.integration.loans.test_disbursement import ACCOUNT, Confirmed, paid

from loans.handlers import bans, debits, disbursements, reversals
from shared.messages.loans import LoanDebitRequested, LoanDisbursementApproved
from shared.messages.settlement import (
    DebitReversed,
    DebitUnknown,
    DisbursementFailed,
    DisbursementReturned,
    DisbursementUnknown,
)
from shared.messages.withdrawals import BanCause, BanImposed, BanLifted

DAY = date(2019, 8, 29)
AT = datetime(2019, 8, 29, 2, tzinfo=UTC)
TABLES = (
    "contract", "party", "account", "plan_version", "instalment", "entry", "allocation",
    "offset_agreement", "repayment_card", "payee", "disbursement", "debit", "offset_use",
    "counter_operation", "receipt_claim",
)  # fmt: skip
Deed = Callable[[LoansService], Awaitable[str]]


async def confirmed(loans: LoansService) -> Confirmed:
    """A contract whose money is on its way to the payee."""
    body = contract_body(signed_on=str(DAY))
    assert (await loans.by_two("/contracts", body)).status_code == 201
    people = (uuid.UUID(body["borrower"]), uuid.UUID(body["co_borrowers"][0]), uuid.uuid4())
    return Confirmed(loans, body["contract_number"], *people, DAY)


async def others(loans: LoansService) -> None:
    """Loans of every kind, as they stand on `DAY`."""
    move_to(loans, DAY)
    settled = await borrow(loans)
    await settled.pay_off(DAY)
    prepaid = await borrow(loans)
    await prepaid.repay(repayment("2019-08-20", 5_000_000, "03", effect="reduce"))
    await prepaid.sign(prepaid.borrower)
    assert (await prepaid.ask_early()).status_code == 202
    overdue = await borrow(loans, paid=35)
    await overdue.sign(overdue.borrower, "2019-07-01")
    await overdue.loans.maker.post(f"{overdue.path}/counter/card-repayments", {**GROUNDS, **LOST})
    await confirmed(loans)
    returned = await confirmed(loans)
    asked = await last(loans, LoanDisbursementApproved)
    await deliver(loans, disbursements.succeeded, paid(asked, paid_on=DAY))
    await deliver(loans, disbursements.returned, sent_back(asked))
    assert (await returned.state()) == "1"


async def rows(loans: LoansService) -> dict[str, list[str]]:
    """Every row of every loan, by contract."""
    found: dict[str, list[str]] = {}
    for table in TABLES:
        query = f"SELECT contract_number, row(t.*)::text FROM {table} AS t ORDER BY 2"
        for number, row in await loans.context.pool.fetch(query):
            found.setdefault(number, []).append(f"{table} {row}")
    return found


def sent_back(asked: LoanDisbursementApproved) -> DisbursementReturned:
    return DisbursementReturned(
        disbursement_id=asked.disbursement_id, amount_fen=asked.amount_fen, bank_serial="B9",
        reason_code="AC04", reason_text="账户已销户", returned_on=DAY,
    )  # fmt: skip


async def paid_out(loans: LoansService) -> str:
    loan = await confirmed(loans)
    asked = await last(loans, LoanDisbursementApproved)
    unknown = DisbursementUnknown(disbursement_id=asked.disbursement_id, since=AT)
    await deliver(loans, disbursements.unknown, unknown)
    await deliver(loans, disbursements.succeeded, paid(asked, paid_on=DAY))
    await deliver(loans, disbursements.returned, sent_back(asked))
    assert (await loan.at_counter("payee-changes", ACCOUNT)).status_code == 200
    again = await last(loans, LoanDisbursementApproved)
    no = DisbursementFailed(
        disbursement_id=again.disbursement_id, reason_code="AC01", reason_text="账号不存在"
    )
    await deliver(loans, disbursements.failed, no)
    return loan.number


async def repaid_by_staff(loans: LoansService) -> str:
    loan = await borrow(loans)
    prepaid = repayment("2019-08-20", 5_000_000, "03", effect="shorten")
    assert (await loan.repay(prepaid)).status_code == 201
    assert (await loan.sign(loan.borrower)).status_code == 201
    agreement = (await loan.me.get(f"{loan.path}/agreements")).json()["agreements"][0]
    assert (await loan.end(agreement["agreement_id"], str(DAY))).status_code == 201
    assert (await loan.at_counter("card-changes", OTHER_CARD)).status_code == 200
    await loan.pay_off(DAY)
    return loan.number


async def debited_and_taken_back(loans: LoansService) -> str:
    loan = await borrow(loans)
    assert (await loan.ask_early()).status_code == 202
    failed = await last(loans, LoanDebitRequested)
    await deliver(loans, debits.unknown, DebitUnknown(debit_id=failed.debit_id, since=AT))
    await deliver(loans, debits.failed, refused(failed))
    assert (await loan.ask_early()).status_code == 202
    asked = await bank_debits(loans)
    back = DebitReversed(
        debit_id=asked.debit_id, amount_fen=asked.amount_fen, bank_serial="R1",
        reason_code="AC06", reason_text="账户已冻结", reversed_on=DAY,
    )  # fmt: skip
    assert await deliver(loans, reversals.debits_reversed, back) == ([], [])
    assert (await loan.account())["state"] == "2"
    return loan.number


async def a_prepayment_taken_back(loans: LoansService) -> str:
    loan = await borrow(loans)
    body = {"kind": "partial", "amount_fen": 5_000_000, "effect": "reduce"}
    assert (await loan.at_counter("early-repayments", body)).status_code == 200
    asked = await bank_debits(loans)
    back = DebitReversed(
        debit_id=asked.debit_id, amount_fen=asked.amount_fen, bank_serial="R2",
        reason_code="AC06", reason_text="账户已冻结", reversed_on=DAY,
    )  # fmt: skip
    assert await deliver(loans, reversals.debits_reversed, back) == ([], [])
    return loan.number


async def an_offset_given_and_refused(loans: LoansService) -> str:
    loan = await borrow(loans, paid=35)
    for person in (loan.borrower, loan.co_borrower):
        await loan.sign(person, "2019-01-10")
    move_to(loans, date(2019, 8, 20))
    await only(loans, loan)
    await fund_gives(loans, 50_000)
    await fund_gives(loans, 0)
    await bank_debits(loans)
    move_to(loans, DAY)
    assert (await loan.account())["state"] == "2"
    return loan.number


async def only(loans: LoansService, loan: Borrowed) -> None:
    """Let the instalment day ask for this loan alone."""
    from loans.handlers.collection import _collect

    async with loans.context.unit() as unit:
        await _collect(unit, [loan.number], loans.context.clock.today())


async def a_ban(loans: LoansService) -> str:
    ban = BanImposed(
        ban_id=uuid.uuid4(), person_id=uuid.uuid4(), cause=BanCause.LOAN_FRAUD, found_on=DAY,
        ends_on=DAY + timedelta(days=9),
    )  # fmt: skip
    await deliver(loans, bans.imposed, ban)
    await deliver(loans, bans.lifted, BanLifted(**ban.model_dump()))
    return ""


DEEDS = (
    paid_out, repaid_by_staff, debited_and_taken_back, a_prepayment_taken_back,
    an_offset_given_and_refused, a_ban,
)  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
async def test_what_is_done_to_one_loan_leaves_the_others_as_they_are(
    loans: LoansService, deed: Deed
) -> None:
    await others(loans)
    before = await rows(loans)
    states = await loans.context.pool.fetchval("SELECT array_agg(DISTINCT state) FROM contract")
    assert sorted(states) == ["1", "2", "3"]
    number = await deed(loans)
    after = await rows(loans)
    after.pop(number, None)
    assert after == before


async def test_the_instalment_day_of_one_loan_books_each_answer_on_its_own_loan(
    loans: LoansService,
) -> None:
    """Two loans, two amounts, both answers in one batch and in the other order."""
    small = await borrow(loans, paid=36)
    large = await borrow(loans, paid=36, amount_fen=60_000_000)
    await work(loans, date(2019, 9, 20))
    asked = {one.contract_number: one for one in await told(loans, LoanDebitRequested)}
    answers: list[Any] = [debited(asked[loan.number]) for loan in (large, small)]
    assert await deliver(loans, debits.succeeded, *answers) == ([], [])
    for loan, amount in ((small, 170_159), (large, asked[large.number].amount_fen)):
        [entry, *_] = await loan.entries()
        assert (entry["amount_fen"], entry["booked_on"]) == (amount, "2019-09-20")
        assert (await loan.debit(asked[loan.number].debit_id))["entry_number"] == 38
