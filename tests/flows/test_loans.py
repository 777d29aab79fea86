"""A loan through every service: paid out, collected on its day, repaid early, taken back by the bank."""

import uuid
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from tests.support.instalments import paid_out_for_an_instalment_on
from tests.support.owners import as_owner

from city.clients import Bank, by_two
from local.system import System

from .conftest import LoanOf
from .evidence import Evidence, until
from .plan import Resident, month_before
from .town import Loan, Town
from .withdrawing import account

PAYEE_ACCOUNT = "6222021612009999997"
"""Its check digit holds, and nobody in the town has it."""
AGAIN = "UPDATE run SET finished_at = NULL, after_number = '' WHERE kind = 'collection'"
"""The day's run was over before these loans were there: let it look again."""


@pytest.fixture(autouse=True)
async def the_bank_is_sound_again(bank: Bank) -> AsyncIterator[None]:
    yield
    await bank.faults()


async def ended(loan: Loan, debit_id: str | None = None, *states: str) -> dict[str, Any]:
    """Wait for the end of a debit, the loan's latest unless it is given."""

    async def look() -> dict[str, Any]:
        found = (await loan.borrower.me.get(f"{loan.path}/debits"))["debits"]
        return next((one for one in found if debit_id in (None, one["debit_id"])), {})

    wanted = states or ("applied", "failed")
    return await until(look, f"a debit is {wanted}", lambda one: one.get("state") in wanted)


async def debited(bank: Bank, debit_id: str) -> list[dict[str, Any]]:
    """What the bank's own book has of a debit."""
    return [item for item in await bank.payments(debit_id) if item["kind"] == "debit"]


async def card_holds(bank: Bank, resident: Resident, balance_fen: int) -> None:
    card = {"card_number": resident.person.card, "holder_name": resident.person.name}
    await bank.order("cards", card | {"balance_fen": balance_fen})


async def pay_off_early(loan: Loan) -> dict[str, Any]:
    """Quote and accept, as the page does."""
    wish = {"kind": "payoff"}
    quote = await loan.borrower.me.post(f"{loan.path}/early-repayment-quotes", wish)
    asked: dict[str, Any] = await loan.borrower.me.post(
        f"{loan.path}/early-repayments", wish | {"accepted_quote": quote["token"]}
    )
    assert asked["amount_fen"] == quote["total_fen"]
    return asked


async def test_r_rep_4_an_early_payoff_fails_whole_then_is_debited_once_whatever_the_link_does(
    town: Town, evidence: Evidence, bank: Bank, loan_of: LoanOf
) -> None:
    resident = town.one("borrower")
    half_way = min((town.today - timedelta(days=14)).day, 28)
    paid_out_on = month_before(town.today, 3).replace(day=half_way)
    loan = loan_of(resident, by_card=True, paid_out_on=paid_out_on)
    await loan.pay_out()
    await loan.pay_until(town.today)
    await card_holds(bank, resident, 1)
    short = await pay_off_early(loan)
    failed = await ended(loan, short["debit_id"])
    assert (failed["state"], failed["reason_code"]) == ("failed", "AM04")
    assert "贷款未作任何变动" in await evidence.text(resident, "扣款失败")
    assert (await resident.me.get(loan.path))["account"]["settled_on"] is None

    await card_holds(bank, resident, short["amount_fen"])
    await bank.faults(drop_answer=1, only_card=resident.person.card)
    exact = await pay_off_early(loan)
    assert (await ended(loan, exact["debit_id"]))["state"] == "applied"
    (taken,) = await debited(bank, exact["debit_id"])
    assert (taken["status"], taken["attempts"], taken["amount_fen"]) == (
        "ACSC", 1, short["amount_fen"],
    )  # fmt: skip
    contract = await resident.me.get(loan.path)
    assert (contract["state"], contract["account"]["balance_fen"]) == ("3", 0)
    assert resident.person.card[-4:] in await evidence.text(resident, "提前还款已受理")
    await evidence.text(resident, "请及时办理抵押注销")
    await evidence.books_agree()
    assert await evidence.parked() == []


async def test_an_instalment_day_collects_what_it_can_and_says_what_it_could_not(
    town: Town, evidence: Evidence, bank: Bank, system: System, loan_of: LoanOf
) -> None:
    """One card has the money, one has not, one loan is paid from the fund account; one comes back."""
    today = town.today
    paid_out_on = paid_out_for_an_instalment_on(today)
    rich, poor, saver = town.take("borrower", 3)
    loans = {
        one.person_id: loan_of(one, by_card=True, paid_out_on=paid_out_on)
        for one in (rich, poor, saver)
    }
    await card_holds(bank, poor, 1)
    for loan in loans.values():
        await loan.pay_out()
        await loan.pay_until(today)
    await loans[saver.person_id].sign_agreement()
    before = await account(saver)
    due = (await rich.me.get(loans[rich.person_id].path))["account"]["next_instalment"]["total_fen"]
    await again(system)

    collected = await ended(loans[rich.person_id])
    assert (collected["state"], collected["amount_fen"]) == ("applied", due)
    refused = await ended(loans[poor.person_id])
    assert (refused["state"], refused["reason_code"]) == ("failed", "AM04")
    assert "将于" in await evidence.text(poor, "扣款失败"), "tried again tomorrow"
    after = await until(
        lambda: account(saver),
        "the fund account paid",
        lambda one: one != before and not one["frozen_fen"],
    )
    assert before["balance_fen"] - after["balance_fen"] == due
    entry = (await saver.me.get("accounts/my/entries"))["items"][0]
    assert (entry["business_type"], entry["withdrawal_reason"], entry["amount_fen"]) == (
        "11",
        "06",
        -due,
    )
    assert await bank.payments(collected["debit_id"]) == await debited(bank, collected["debit_id"])

    await bank.order("returns", {"end_to_end_id": uuid.UUID(collected["debit_id"]).hex})
    await ended(loans[rich.person_id], collected["debit_id"], "reversed")
    await evidence.text(rich, "已被银行退回")
    await evidence.books_agree()
    assert await evidence.parked() == []


async def again(system: System) -> None:
    await as_owner(system, "loans", AGAIN)


async def test_a_confirmed_loan_is_paid_out_by_the_bank_once(
    town: Town, evidence: Evidence, bank: Bank
) -> None:
    resident = town.one("borrower")
    number = f"DK{town.today:%Y}F001"
    contract = {
        "contract_number": number, "borrower": resident.person_id, "amount_fen": 9_000_000,
        "method": "01", "periods": 240, "signed_on": town.today.isoformat(),
        "application_number": f"SQ{town.today:%Y}F001", "months_contributed": 36,
        "guarantee": {"type": "01", "number": "鲁（2026）德州市不动产证明第0000001号"},
        "payee": {
            "kind": "seller", "number": PAYEE_ACCOUNT, "holder_name": "德州某某置业有限公司",
        },
        "repayment_card": {"number": resident.person.card, "holder_name": resident.person.name},
    }  # fmt: skip
    await bank.faults(drop_answer=1, only_card=PAYEE_ACCOUNT)
    await by_two(town.maker, town.checker, "loans/contracts", contract)
    assert "90,000.00元" in await evidence.text(resident, "放款至")
    shown = await resident.me.get(f"loans/contracts/{number}")
    assert (shown["state"], shown["account"]["balance_fen"]) == ("2", 9_000_000)
    answer = await bank.client.get(
        f"{bank.city.bank_control_url}/control/payments", params={"card": PAYEE_ACCOUNT}
    )
    (paid,) = answer.json()["payments"]
    assert (paid["status"], paid["attempts"], paid["amount_fen"]) == ("ACSC", 1, 9_000_000)
    await evidence.books_agree()
    assert await evidence.parked() == []
