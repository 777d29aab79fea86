"""What the bank can do to a payment, and what the citizen sees of it: money and texts in every case."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from city.clients import Bank
from local.system import System

from .evidence import PAID_TEXT, Evidence
from .plan import Resident, closing_fen
from .town import Town
from .withdrawing import FINAL, account, account_shows, apply, outcome, reached

IN_DOUBT = ("drop_request", "http_500", "drop_answer", "cut_answer", "garbage", "wrong_xml")


@pytest.fixture(autouse=True)
async def the_bank_is_sound_again(bank: Bank) -> AsyncIterator[None]:
    yield
    await bank.faults()


async def all_is_well(
    resident: Resident, application: dict[str, object], town: Town, evidence: Evidence
) -> None:
    """The person has been paid once, and knows it; the books agree."""
    await evidence.paid_once(resident, application)
    assert application["amount_fen"] == sum(closing_fen(resident, town.today))
    await account_shows(resident, state="05", balance_fen=0, frozen_fen=0)
    await evidence.texted_of_payment([resident], at_most=1)
    await evidence.books_agree()
    assert await evidence.parked() == []


@pytest.mark.parametrize("fault", IN_DOUBT)
async def test_r_wdr_13_whatever_becomes_of_the_answer_the_payment_is_made_once(
    town: Town, evidence: Evidence, bank: Bank, fault: str
) -> None:
    """Executed or not, the bank is asked; only what it never received goes out again."""
    resident = town.one("retired")
    await bank.faults(**{fault: 1, "only_card": resident.person.card})
    application = await outcome(resident)
    assert "payment_unknown" in [line["step"] for line in application["history"]]
    await all_is_well(resident, application, town, evidence)


async def test_r_wdr_13_while_the_bank_is_away_the_money_waits(
    system: System, town: Town, evidence: Evidence
) -> None:
    resident = town.one("retired")
    await system.kill("bank")
    try:
        accepted = await apply(resident)
        await reached(resident, accepted["id"], ["card_check"])
        principal_fen, _ = closing_fen(resident, town.today)
        await account_shows(resident, state="02", frozen_fen=principal_fen, available_fen=0)
        assert await evidence.texts(resident, PAID_TEXT) == []
    finally:
        await system.bring_back("bank")
    application = await reached(resident, accepted["id"], FINAL)
    await all_is_well(resident, application, town, evidence)


async def test_r_wdr_13_a_payment_that_the_bank_takes_its_time_for_is_asked_about(
    town: Town, evidence: Evidence, bank: Bank
) -> None:
    resident = town.one("retired")
    await bank.faults(pending=1, pending_seconds=1.0, only_card=resident.person.card)
    application = await outcome(resident)
    await all_is_well(resident, application, town, evidence)


async def test_r_wdr_3_a_card_of_somebody_else_is_refused_and_the_money_is_there_again(
    town: Town, evidence: Evidence, bank: Bank
) -> None:
    resident, other = town.take("retired", 2)
    await bank.order(
        "cards", {"card_number": other.person.card, "holder_name": f"{other.person.name}本人"}
    )
    before = await account(resident)
    refused = await outcome(resident, card=other.person.card)

    assert refused["state"] == "rejected", "before any money is sent"
    assert "户名" in refused["reason"]["text"]
    text = await evidence.text(resident, "未通过")
    assert "户名" in text
    await account_shows(
        resident, state="02", frozen_fen=0,
        balance_fen=before["balance_fen"], available_fen=before["balance_fen"],
    )  # fmt: skip
    await evidence.books_agree()

    application = await outcome(resident)
    await all_is_well(resident, application, town, evidence)


async def test_r_wdr_13_a_payment_that_comes_back_restores_the_money(
    town: Town, evidence: Evidence, bank: Bank
) -> None:
    """退票: the receiving bank sends a paid amount back; the closed account is open again, sealed."""
    resident = town.one("retired")
    application = await outcome(resident)
    await all_is_well(resident, application, town, evidence)
    key = application["id"].replace("-", "")
    await bank.order("returns", {"end_to_end_id": key, "reason_code": "AC04"})

    returned = await reached(resident, application["id"], ["returned"])
    assert "收款账户已经销户" in returned["reason"]["text"]
    amount_fen = sum(closing_fen(resident, town.today))
    await account_shows(
        resident, state="02", balance_fen=amount_fen, available_fen=amount_fen, frozen_fen=0
    )
    text = await evidence.text(resident, "退回")
    assert "收款账户已经销户" in text
    await evidence.books_agree()

    again = await outcome(resident, card=_another_card(town))
    assert again["state"] == "paid"
    assert again["amount_fen"] == amount_fen
    await account_shows(resident, state="05", balance_fen=0, frozen_fen=0)
    await evidence.books_agree()
    assert await evidence.parked() == []


def _another_card(town: Town) -> str:
    return town.one("retired").person.card


async def test_r_wdr_13_a_refusal_at_the_bank_harms_nobody_else_in_the_file(
    town: Town, evidence: Evidence, bank: Bank
) -> None:
    unlucky, *others = town.take("retired", 5)
    await bank.faults(refuse=1, refuse_code="AC04", only_card=unlucky.person.card)
    failed, *paid = await asyncio.gather(*map(outcome, [unlucky, *others]))
    assert failed["state"] == "failed"
    await account_shows(unlucky, state="02", frozen_fen=0)
    for resident, application in zip(others, paid, strict=True):
        await all_is_well(resident, application, town, evidence)
