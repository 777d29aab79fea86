"""R-WDR-46: what a fact means for one heir's payment, in whatever order and however often it comes."""

import pytest

from shared.messaging.states import IllegalMove, Reception
from withdrawals.estates import PROCESS, Fact, State, Step

S = State


@pytest.mark.parametrize("state", State)
def test_a_payment_is_ordered_once(state: State) -> None:
    """Only a card that was just checked leads to an order; from no later state does a way lead back there."""
    if state is S.CARD_CHECK:
        assert PROCESS.target_of(state, Step.ORDER) is S.ORDERED
    else:
        with pytest.raises(IllegalMove):
            PROCESS.target_of(state, Step.ORDER)
    if state not in (S.REQUESTED,):
        with pytest.raises(IllegalMove):
            PROCESS.target_of(state, Step.CHECK_CARD)


def test_only_what_is_not_paid_is_replaced() -> None:
    replaceable = {one for one in State if _may(one, Step.REPLACE)}
    assert replaceable == {S.HELD, S.RETURNED}


def _may(state: State, step: Step) -> bool:
    try:
        PROCESS.target_of(state, step)
    except IllegalMove:
        return False
    return True


@pytest.mark.parametrize(
    ("fact", "state", "means"),
    [
        (Fact.SUCCEEDED, S.ORDERED, Reception.ACT),
        (Fact.SUCCEEDED, S.PAID, Reception.STALE),
        (Fact.SUCCEEDED, S.RETURNED, Reception.STALE),
        (Fact.SUCCEEDED, S.HELD, Reception.CONTRADICTION),
        (Fact.RETURNED, S.ORDERED, Reception.EARLY),
        (Fact.RETURNED, S.PAID, Reception.ACT),
        (Fact.RETURNED, S.REPLACED, Reception.STALE),
        (Fact.FAILED, S.ORDERED, Reception.ACT),
        (Fact.FAILED, S.HELD, Reception.STALE),
        (Fact.FAILED, S.PAID, Reception.CONTRADICTION),
        (Fact.CARD, S.REQUESTED, Reception.EARLY),
        (Fact.CARD, S.ORDERED, Reception.STALE),
        (Fact.FUNDS, S.PAID, Reception.STALE),
    ],
)
def test_what_a_fact_means(fact: Fact, state: State, means: Reception) -> None:
    assert PROCESS.receive(state, fact) is means
