"""What a code's text calls a withdrawal is what the application calls it."""

from typing import get_args

import pytest

from gateway.rules.confirmables import CONFIRMABLES, WITHDRAWALS
from gateway.shapes.confirmations import ConfirmationWanted
from withdrawals.estimates import OF_SEED
from withdrawals.rules import CASES, TYPES
from withdrawals.rules.model import WithdrawalType
from withdrawals.texts import TEXTS


def test_every_type_is_named_in_the_text_of_a_code_as_it_is_named_to_the_applicant() -> None:
    assert {kind.kind: kind.name for kind in TYPES} == WITHDRAWALS


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.kind)
def test_every_case_of_the_law_has_its_words_and_says_which_doors_it_closes(
    kind: WithdrawalType,
) -> None:
    assert TEXTS[kind.kind].closes
    assert kind.ground is not None


def test_the_seeds_types_say_which_doors_they_close() -> None:
    assert set(OF_SEED) == {True, False}


def test_a_code_can_be_asked_for_of_every_service_whose_operations_need_one() -> None:
    asked = get_args(ConfirmationWanted.model_fields["service"].annotation)
    assert set(asked) >= {one.pattern.pattern.partition(" ")[0] for one in CONFIRMABLES}
