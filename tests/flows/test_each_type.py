"""The five types, from the citizen's request at the edge to the money on the card and the text about it."""

import pytest

from city.clients import by_two

from .conftest import LoanOf
from .evidence import PAID_TEXT, Evidence
from .plan import closing_fen, month_before
from .town import Town
from .withdrawing import FINAL, account_shows, apply, outcome, reached


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("retirement", "retired"),
        ("contract_ended", "contract-ended"),
        ("settled_abroad", "settled-abroad"),
    ],
)
async def test_r_wdr_1_a_sealed_account_is_paid_out_whole_and_closed(
    town: Town, evidence: Evidence, kind: str, part: str
) -> None:
    resident = town.one(part)
    accepted = await apply(resident, kind)
    assert accepted["state"] != "rejected"

    application = await reached(resident, accepted["id"], FINAL)

    principal_fen, interest_fen = closing_fen(resident, town.today)
    assert application["principal_fen"] == principal_fen
    assert application["interest_fen"] == interest_fen
    assert application["amount_fen"] == principal_fen + interest_fen
    await evidence.paid_once(resident, application)
    await account_shows(resident, state="05", balance_fen=0, frozen_fen=0)
    await evidence.texted_of_payment([resident], at_most=1)
    await evidence.books_agree()


async def test_r_wdr_8_a_sentence_is_looked_at_by_two_people_and_then_paid(
    town: Town, evidence: Evidence
) -> None:
    resident = town.one("sentenced")
    accepted = await apply(resident, "sentenced")
    waiting = await reached(resident, accepted["id"], ["in_review"])
    principal_fen, interest_fen = closing_fen(resident, town.today)
    await account_shows(resident, frozen_fen=principal_fen, available_fen=0)
    assert await evidence.payments_to(resident) == []

    path = f"withdrawals/reviews/{waiting['id']}/proposal"
    await by_two(town.maker, town.checker, path, {"proposal": "approve", "reason": "判决书已核实"})

    application = await reached(resident, accepted["id"], FINAL)
    assert application["amount_fen"] == principal_fen + interest_fen
    await evidence.paid_once(resident, application)
    await account_shows(resident, state="05", balance_fen=0, frozen_fen=0)
    await evidence.texted_of_payment([resident], at_most=1)
    await evidence.books_agree()


async def test_r_wdr_5_a_repaid_loan_pays_what_three_months_deposits_leave(
    town: Town, evidence: Evidence, loan_of: LoanOf
) -> None:
    """Paid off last month: of its three deposits two are older than the payoff month and stay."""
    resident = town.one("repaid-loan")
    loan = loan_of(resident)
    await loan.pay_out()
    await loan.pay_off(month_before(town.today, 1).replace(day=20))

    application = await outcome(resident, "loan_repaid")

    assert application["amount_fen"] == resident.deposit_fen
    assert application["interest_fen"] == 0
    await evidence.paid_once(resident, application)
    await account_shows(resident, state="01", balance_fen=2 * resident.deposit_fen, frozen_fen=0)
    text = await evidence.text(resident, PAID_TEXT)
    assert "偿还公积金贷款提取" in text
    assert "共960.00元" in text
    await evidence.texted_of_payment([resident], at_most=1)
    await evidence.books_agree()
