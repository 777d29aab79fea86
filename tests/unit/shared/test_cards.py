"""A debit card is asked for and a credit card refused (R-CHK-2)."""

import pytest

from shared.base.cards import DebitCard, not_a_credit_card
from shared.base.identifiers import InvalidIdentifier

DEBIT = ["6222021612003456788", "6216611612000001809", "6225880000000001", "4367420000000009"]
CREDIT = [
    "6225750000000006",
    "6259190000000004",
    "6283100000000003",
    "5183780000000005",
    "3563900000000004",
]


@pytest.mark.parametrize("number", DEBIT)
def test_r_chk_2_debit_cards_of_16_and_19_digits_are_taken(number: str) -> None:
    assert DebitCard.parse(number).value == not_a_credit_card(number) == number


@pytest.mark.parametrize("number", CREDIT)
def test_r_chk_2_a_credit_card_is_refused(number: str) -> None:
    for refuses in (DebitCard.parse, not_a_credit_card):
        with pytest.raises(InvalidIdentifier, match="信用卡") as refusal:
            refuses(number)
        assert (refusal.value.code, refusal.value.rule) == ("credit_card", "R-CHK-2")


def test_r_chk_2_a_longer_number_with_the_same_first_digits_is_no_credit_card() -> None:
    assert DebitCard.parse("6225750000000000009").tail == "0009"


def test_r_chk_2_what_is_no_card_at_all_is_told_first() -> None:
    with pytest.raises(InvalidIdentifier, match="校验位"):
        DebitCard.parse("6225750000000007")
