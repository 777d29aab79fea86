"""R-WDR-13: the state table of a payment order, and what facts make of an order in any order of arrival."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from settlement import outcomes, process
from settlement.domain import (
    Answer,
    ApplicationId,
    Attention,
    BatchId,
    Entry,
    EntryKind,
    Order,
    State,
    Verdict,
)
from settlement.outcomes import Moment, Move
from settlement.process import RECEPTION, TRANSITIONS, Fact, IllegalMove, Step
from shared.messages.settlement import (
    PaymentFailed,
    PaymentReturned,
    PaymentSucceeded,
    PaymentUnknown,
)
from shared.money import Fen
from shared.reception import Reception

DAY = date(2026, 10, 12)
MOMENT = Moment(datetime(2026, 10, 12, 1, 0, tzinfo=UTC), 1.0)
KEY = ApplicationId(uuid.UUID(int=7))
AMOUNT = Fen(6_001_234)
FIRST, SECOND = BatchId(uuid.UUID(int=1)), BatchId(uuid.UUID(int=2))
FINAL = (State.SUCCEEDED, State.FAILED, State.RETURNED)


def order(state: State = State.SENT, **changes: object) -> Order:
    usual = Order(KEY, AMOUNT, state, None if state is State.TO_SEND else FIRST)
    if state in (State.SUCCEEDED, State.RETURNED):
        usual = replace(usual, bank_serial="S1", paid_on=DAY)
    if state is State.RETURNED:
        usual = replace(usual, return_serial="R1", returned_on=DAY)
    return replace(usual, **changes)  # type: ignore[arg-type]


def paid(serial: str = "S1") -> Answer:
    return Answer(Verdict.PAID, serial, DAY)


def refused() -> Answer:
    return Answer(Verdict.REFUSED, reason_code="AC04")


def booked(serial: str = "S1", amount: Fen = AMOUNT, *, back: bool = False) -> Entry:
    kind = EntryKind.RETURN if back else EntryKind.PAYOUT
    return Entry(1, serial, kind, amount, back, DAY, DAY, KEY, "AC04" if back else "")


def test_every_state_has_a_chinese_name_and_every_fact_a_reception_in_every_state() -> None:
    assert set(process.STATE_NAMES) == set(State)
    for fact in Fact:
        assert set(RECEPTION[fact]) == set(State)


def test_nothing_leaves_a_final_state_but_a_return_from_success() -> None:
    for step, move in TRANSITIONS.items():
        for state in FINAL:
            if state in move.sources:
                assert (step, state) == (Step.RETURN, State.SUCCEEDED)


def test_only_the_bank_ends_an_order() -> None:
    enders = {step for step, move in TRANSITIONS.items() if move.target in FINAL}
    assert enders == {Step.SUCCEED, Step.FAIL, Step.RETURN}


def test_an_unknown_order_goes_out_again_only_when_the_bank_never_received_it() -> None:
    ways = {step for step, move in TRANSITIONS.items() if State.UNKNOWN in move.sources}
    assert ways == {Step.SUCCEED, Step.FAIL, Step.SEND_AGAIN}


@given(st.sampled_from([None, *State]), st.sampled_from(Step))
def test_the_table_allows_what_it_says_and_nothing_else(state: State | None, step: Step) -> None:
    move = TRANSITIONS.get(step)
    if move is not None and state in move.sources:
        assert process.target_of(state, step) is move.target
    else:
        with pytest.raises(IllegalMove):
            process.target_of(state, step)


def test_a_refused_connection_lets_the_order_wait_again() -> None:
    move = outcomes.never_left(order(), FIRST)
    assert move is not None
    assert (move.order.state, move.event) == (State.TO_SEND, None)
    assert outcomes.never_left(order(), SECOND) is None, "of a request that is long over"


def test_an_order_is_told_unknown_once_in_its_life() -> None:
    first = outcomes.in_doubt(order(), FIRST, "超时", MOMENT)
    assert first is not None
    assert first.event == PaymentUnknown(application_id=KEY, since=MOMENT.now)
    again = replace(first.order, state=State.SENT, batch_id=SECOND)
    second = outcomes.in_doubt(again, SECOND, "超时", MOMENT)
    assert second is not None
    assert (second.order.state, second.event) == (State.UNKNOWN, None)


def test_a_key_that_never_arrived_goes_out_again_only_after_the_requests_life() -> None:
    unknown = order(State.UNKNOWN, unknown_since=MOMENT.now)
    never = Answer(Verdict.NOT_RECEIVED)
    assert outcomes.told(unknown, FIRST, never, lived_out=False) is None
    assert outcomes.told(unknown, SECOND, never, lived_out=True) is None
    move = outcomes.told(unknown, FIRST, never, lived_out=True)
    assert move is not None
    assert (move.order.state, move.order.batch_id) == (State.TO_SEND, FIRST)


@pytest.mark.parametrize("answer", [paid(), refused()])
@pytest.mark.parametrize("attention", [Attention.KEY_CONFLICT, Attention.CONTRADICTION])
def test_what_is_said_of_a_key_with_other_content_is_not_about_this_order(
    answer: Answer, attention: Attention
) -> None:
    unknown = order(State.UNKNOWN, unknown_since=MOMENT.now, attention=attention)
    assert outcomes.told(unknown, FIRST, answer, lived_out=True) is None


def test_a_conflict_is_settled_by_the_banks_own_entry_of_the_same_amount() -> None:
    unknown = order(State.UNKNOWN, unknown_since=MOMENT.now, attention=Attention.KEY_CONFLICT)
    reception, move = outcomes.booked(unknown, booked())
    assert reception is Reception.ACT
    assert move is not None
    assert (move.order.state, move.order.attention) == (State.SUCCEEDED, None)
    reception, move = outcomes.booked(unknown, booked(amount=Fen(1)))
    assert reception is Reception.CONTRADICTION
    assert move is not None
    assert (move.order.state, move.event) == (State.UNKNOWN, None)


@pytest.mark.parametrize(
    ("before", "answer"),
    [(State.FAILED, paid()), (State.SUCCEEDED, refused()), (State.SUCCEEDED, paid("S2"))],
)
def test_what_contradicts_a_final_outcome_is_flagged_and_changes_nothing(
    before: State, answer: Answer
) -> None:
    move = outcomes.answered(order(before), FIRST, answer, MOMENT)
    assert move is not None
    assert (move.step, move.order.state, move.event) == (Step.FLAG, before, None)
    assert move.order.attention is Attention.CONTRADICTION
    assert outcomes.answered(move.order, FIRST, answer, MOMENT) is None, "flagged once"


def test_a_refusal_without_words_gets_those_of_its_code() -> None:
    move = outcomes.answered(order(), FIRST, refused(), MOMENT)
    assert move is not None
    assert isinstance(move.event, PaymentFailed)
    assert move.event.reason_text == "收款账户已销户"


ANSWERS = st.sampled_from(
    [paid(), paid("S2"), refused(), Answer(Verdict.PENDING), Answer(Verdict.NOT_RECEIVED),
     Answer(Verdict.DOUBTFUL)]
)  # fmt: skip
BATCHES = st.sampled_from([FIRST, SECOND])
ENTRIES = st.builds(
    booked, st.sampled_from(["S1", "S2"]), st.sampled_from([AMOUNT, Fen(1)]), back=st.booleans()
)
FACTS = st.one_of(
    st.tuples(st.just("answered"), BATCHES, ANSWERS),
    st.tuples(st.just("told"), BATCHES, ANSWERS, st.booleans()),
    st.tuples(st.just("booked"), ENTRIES),
    st.tuples(st.just("never_left"), BATCHES),
    st.tuples(st.just("in_doubt"), BATCHES, st.sampled_from([None, Attention.KEY_CONFLICT])),
    st.tuples(st.just("send"), BATCHES),
)


def send(now: Order, batch: BatchId) -> Move | None:
    if now.state is not State.TO_SEND:
        return None
    return Move(replace(now, state=State.SENT, batch_id=batch), Step.SEND, "")


HAPPENINGS: dict[str, Callable[..., Move | None]] = {
    "answered": lambda now, batch, answer: outcomes.answered(now, batch, answer, MOMENT),
    "told": lambda now, batch, answer, late: outcomes.told(now, batch, answer, lived_out=late),
    "booked": lambda now, entry: outcomes.booked(now, entry)[1],
    "never_left": outcomes.never_left,
    "in_doubt": lambda now, batch, flag: outcomes.in_doubt(now, batch, "超时", MOMENT, flag),
    "send": send,
}


@given(st.lists(FACTS, max_size=30))
def test_whatever_arrives_in_whatever_order_the_others_hear_one_story(
    facts: list[tuple[Any, ...]],
) -> None:
    now = order(State.TO_SEND)
    events = []
    for name, *about in facts:
        move = HAPPENINGS[name](now, *about)
        if move is None:
            continue
        if move.step is not Step.FLAG:
            assert now.state in TRANSITIONS[move.step].sources
            assert move.order.state is TRANSITIONS[move.step].target
        else:
            assert move.order.state is now.state
        if move.order.state in process.OPEN_STATES and move.step not in (Step.FLAG, Step.SEND):
            assert move.due_in_seconds is not None, "an open order is always looked at again"
        assert (move.order.application_id, move.order.amount_fen) == (KEY, AMOUNT)
        now = move.order
        if move.event is not None:
            events.append(type(move.event))
    for once in (PaymentSucceeded, PaymentFailed, PaymentReturned, PaymentUnknown):
        assert events.count(once) <= 1
    assert not (PaymentSucceeded in events and PaymentFailed in events)
    if PaymentReturned in events:
        assert events.index(PaymentSucceeded) < events.index(PaymentReturned)
    last = {State.SUCCEEDED: PaymentSucceeded, State.FAILED: PaymentFailed,
            State.RETURNED: PaymentReturned}.get(now.state)  # fmt: skip
    assert [event for event in events if event is not PaymentUnknown][-1:] == (
        [last] if last else []
    )
