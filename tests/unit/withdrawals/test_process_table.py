"""The state table reads as the process does: complete, without dead ends, with a deadline everywhere."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.messages.withdrawals import EVENTS, WithdrawalOverdue, WithdrawalsEvent
from shared.messaging.states import Reception
from withdrawals import process
from withdrawals.domain import State
from withdrawals.process import (
    CANCELLABLE_STATES,
    OPEN_STATES,
    RECEPTION,
    STATES,
    TRANSITIONS,
    Fact,
    IllegalMove,
    Step,
    Wait,
    due_at,
    receive,
    target_of,
)

FINAL_STATES = set(State) - OPEN_STATES


def test_every_state_is_described_and_every_fact_has_an_answer_in_every_state() -> None:
    assert set(STATES) == set(State)
    assert set(RECEPTION) == set(Fact)
    for row in RECEPTION.values():
        assert set(row) == set(State)


def test_every_state_is_reached_and_only_final_states_have_no_way_on() -> None:
    reached = {State.SUBMITTED}
    while True:
        further = {
            move.target for move in TRANSITIONS.values() if reached & {*move.sources} - {None}
        }
        if further <= reached:
            break
        reached |= further
    assert reached == set(State)
    for state in State:
        ways = {m.target for m in TRANSITIONS.values() if state in m.sources} - {state}
        assert bool(ways) == (state in OPEN_STATES or state is State.PAID)


def test_a_final_state_is_left_only_by_a_payment_that_comes_back() -> None:
    leaving = [
        (state, move.step)
        for move in TRANSITIONS.values()
        for state in FINAL_STATES & {*move.sources}
    ]
    assert leaving == [(State.PAID, Step.RETURN)]


def test_every_event_about_an_application_is_emitted_by_the_table() -> None:
    emitted = {move.emits for move in TRANSITIONS.values()} - {None}
    of_applications = {event for event in EVENTS if issubclass(event, WithdrawalsEvent)}
    assert emitted | {WithdrawalOverdue} == of_applications


def test_cancelling_is_possible_before_the_money_is_on_its_way() -> None:
    assert {
        State.SUBMITTED,
        State.FUNDS_REQUESTED,
        State.CARD_CHECK,
        State.AWAITING_PAPERS,
        State.PAPERS_IN_REVIEW,
        State.IN_REVIEW,
    } == CANCELLABLE_STATES
    assert TRANSITIONS[Step.CANCEL].sources == CANCELLABLE_STATES


@pytest.mark.parametrize("state", list(State))
def test_every_open_state_has_a_deadline_and_no_other(build: Any, state: State) -> None:
    now = datetime(2019, 8, 29, 2, tzinfo=UTC)
    promise = build.book().promise(now.date())
    due = due_at(state, now, promise, timedelta(minutes=30))
    assert (due is not None) == (state in OPEN_STATES)
    assert (STATES[state].waits_for is Wait.NOTHING) == (state in FINAL_STATES)
    assert bool(STATES[state].waiting_text) == (state in OPEN_STATES)


def test_what_the_table_does_not_allow_is_illegal() -> None:
    for step in Step:
        for state in (None, *State):
            allowed = step in TRANSITIONS and state in TRANSITIONS[step].sources
            if allowed:
                assert target_of(state, step) is TRANSITIONS[step].target
            else:
                with pytest.raises(IllegalMove):
                    target_of(state, step)


@pytest.mark.parametrize(
    ("fact", "states"),
    [
        (Fact.LOAN_ANSWERED, {State.SUBMITTED}),
        (Fact.FUNDS_ANSWERED, {State.FUNDS_REQUESTED}),
        (Fact.PAYMENT_UNKNOWN, {State.APPROVED}),
        (Fact.PAYMENT_SUCCEEDED, {State.APPROVED}),
        (Fact.PAYMENT_FAILED, {State.APPROVED}),
        (Fact.PAYMENT_RETURNED, {State.PAID}),
    ],
)
def test_a_fact_acts_in_the_state_that_waits_for_it(fact: Fact, states: set[State]) -> None:
    assert {state for state, what in RECEPTION[fact].items() if what is Reception.ACT} == states


def test_r_wdr_13_a_bank_that_contradicts_itself_is_for_the_operators() -> None:
    never = Reception.CONTRADICTION
    assert RECEPTION[Fact.PAYMENT_SUCCEEDED][State.FAILED] is never
    assert RECEPTION[Fact.PAYMENT_FAILED][State.PAID] is never
    for fact in (Fact.PAYMENT_SUCCEEDED, Fact.PAYMENT_FAILED, Fact.PAYMENT_RETURNED):
        assert RECEPTION[fact][State.CANCELLED] is never
        assert RECEPTION[fact][State.REJECTED] is never


def test_a_return_before_its_payment_is_early() -> None:
    assert RECEPTION[Fact.PAYMENT_RETURNED][State.APPROVED] is Reception.EARLY


def test_the_answer_to_an_older_round_is_stale_and_to_one_never_asked_contradicts(
    build: Any,
) -> None:
    case = build.case(state=State.FUNDS_REQUESTED, round=2)
    assert receive(case, Fact.FUNDS_ANSWERED, 1) is Reception.STALE
    assert receive(case, Fact.FUNDS_ANSWERED, 2) is Reception.ACT
    assert receive(case, Fact.FUNDS_ANSWERED, 3) is Reception.CONTRADICTION


def test_the_process_does_no_io() -> None:
    source = process.__file__
    assert source is not None
    with open(source, encoding="utf-8") as file:
        text = file.read()
    assert "async " not in text
    assert "asyncpg" not in text
