"""The life of a contract (1.2): only the steps of the table, whatever is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loans.domain.contracts import State
from loans.domain.orders import DebitState, DisbursementState
from loans.errors import Refused
from loans.process import PROCESS, STATE_TEXTS, STEP_TEXTS, Fact, Step, after, receive, shown
from shared.messaging.states import Reception

STORED = set(State) - {State.OVERDUE}


def test_the_whole_life_of_a_loan() -> None:
    state = State.TO_CONFIRM
    for step in (Step.CONFIRM, Step.DISBURSE, Step.SIGN_AGREEMENT, Step.REPAY, Step.SETTLE):
        state = after(state, step)
    assert state is State.PAID_OFF


@given(st.lists(st.sampled_from(Step), max_size=12))
def test_a_step_outside_the_table_is_refused_and_changes_nothing(steps: list[Step]) -> None:
    state = State.TO_CONFIRM
    for step in steps:
        if step in PROCESS.steps_from(state):
            state = after(state, step)
        else:
            with pytest.raises(Refused, match="状态，不能办理"):
                after(state, step)
        assert state in STORED


def test_what_is_void_is_at_its_end_and_what_is_settled_only_opens_again_for_a_reversal() -> None:
    assert PROCESS.steps_from(State.VOID) == {}
    assert PROCESS.steps_from(State.PAID_OFF) == {Step.REOPEN: State.NORMAL}


def test_every_state_and_step_has_its_words() -> None:
    lines = PROCESS.transitions.values()
    assert {state for line in lines for state in (*line.sources, line.target)} == STORED
    assert set(STATE_TEXTS) == set(State)
    assert set(STEP_TEXTS) == set(Step)


def test_arrears_are_shown_as_overdue_without_a_job_having_run() -> None:
    assert shown(State.NORMAL, 1) is State.OVERDUE
    assert shown(State.NORMAL, 0) is State.NORMAL
    assert shown(State.PAID_OFF, 0) is State.PAID_OFF


@pytest.mark.parametrize("states", [DebitState, DisbursementState])
def test_a_fact_about_money_is_acted_on_once_and_a_contradiction_is_set_aside(
    states: type[DebitState] | type[DisbursementState],
) -> None:
    under_way, done, failed, taken_back = states
    assert {receive(under_way, fact) for fact in Fact} == {Reception.ACT, Reception.EARLY}
    assert receive(under_way, Fact.TAKEN_BACK) is Reception.EARLY
    assert receive(done, Fact.TAKEN_BACK) is Reception.ACT
    for state in (done, taken_back):
        assert receive(state, Fact.SUCCEEDED) is Reception.STALE
        assert receive(state, Fact.FAILED) is Reception.CONTRADICTION
    assert receive(failed, Fact.SUCCEEDED) is Reception.CONTRADICTION
    assert receive(failed, Fact.TAKEN_BACK) is Reception.CONTRADICTION
    assert {receive(state, Fact.UNKNOWN) for state in (done, failed, taken_back)} == {
        Reception.STALE
    }
