"""R-WDR-13: the state table of an order of any kind, and what facts make of one in any order of arrival."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from settlement import decisions, process
from settlement.decisions import Moment, Move
from settlement.domain import (
    Answer,
    Attention,
    BatchId,
    Entry,
    EntryKind,
    Flaw,
    Kind,
    Order,
    OrderId,
    Outcome,
    State,
    Verdict,
)
from settlement.process import RECEPTION, TRANSITIONS, Fact, IllegalMove, Step
from shared.base.money import Fen
from shared.messages import Event
from shared.messages.cross_city import (
    TransferPaymentFailed,
    TransferPaymentReturned,
    TransferPaymentSucceeded,
    TransferPaymentUnknown,
)
from shared.messages.refunds import RefundFailed, RefundReturned, RefundSucceeded, RefundUnknown
from shared.messages.settlement import (
    DebitFailed,
    DebitReversed,
    DebitSucceeded,
    DebitUnknown,
    DisbursementFailed,
    DisbursementReturned,
    DisbursementSucceeded,
    DisbursementUnknown,
    PaymentFailed,
    PaymentReturned,
    PaymentSucceeded,
    PaymentUnknown,
)
from shared.messaging.states import Reception

DAY = date(2026, 10, 12)
MOMENT = Moment(datetime(2026, 10, 12, 1, 0, tzinfo=UTC), 1.0)
KEY = OrderId(uuid.UUID(int=7))
AMOUNT = Fen(6_001_234)
FIRST, SECOND = BatchId(uuid.UUID(int=1)), BatchId(uuid.UUID(int=2))
FINAL = (State.SUCCEEDED, State.FAILED, State.RETURNED)


def order(state: State = State.SENT, **changes: object) -> Order:
    usual = Order(KEY, Kind.PAYOUT, AMOUNT, state, None if state is State.TO_SEND else FIRST)
    if state in (State.SUCCEEDED, State.RETURNED):
        usual = replace(usual, bank_serial="S1", paid_on=DAY)
    if state is State.RETURNED:
        usual = replace(usual, return_serial="R1", returned_on=DAY)
    return replace(usual, **changes)  # type: ignore[arg-type]


def paid(serial: str = "S1") -> Answer:
    return Answer(Verdict.PAID, serial, DAY)


def refused() -> Answer:
    return Answer(Verdict.REFUSED, reason_code="AC04")


def booked(serial: str = "S1", amount: Fen = AMOUNT, kind: EntryKind = EntryKind.PAYOUT) -> Entry:
    back = kind in (EntryKind.RETURN, EntryKind.REVERSAL)
    credit = kind in (EntryKind.RETURN, EntryKind.DEBIT)
    return Entry(1, serial, kind, amount, credit, DAY, DAY, KEY, "AC04" if back else "")


def test_every_state_has_a_chinese_name_and_every_fact_a_reception_in_every_state() -> None:
    assert set(process.STATE_NAMES) == set(State)
    for fact in Fact:
        assert set(RECEPTION[fact]) == set(State)


def test_nothing_leaves_a_final_state_but_a_return_from_success() -> None:
    for step, move in TRANSITIONS.items():
        for state in FINAL:
            if state in move.sources:
                assert (step, state) == (Step.RETURN, State.SUCCEEDED)


def test_only_the_bank_ends_an_order_or_two_of_the_staff_with_its_statements() -> None:
    enders = {step for step, move in TRANSITIONS.items() if move.target in FINAL}
    assert enders == {
        Step.SUCCEED, Step.FAIL, Step.RETURN, Step.CONCLUDE, Step.DECLINE, Step.EXPIRE,
    }  # fmt: skip
    assert TRANSITIONS[Step.EXPIRE].sources == {State.UNKNOWN}, "the bank has been asked"
    assert TRANSITIONS[Step.DECLINE].sources == {State.SENT}
    assert TRANSITIONS[Step.CONCLUDE].sources == {State.UNKNOWN, State.TO_SEND}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("attention", Attention)
def test_what_may_still_be_sent_is_concluded_only_where_it_cannot_be_opened(
    state: State, attention: Attention
) -> None:
    fitting = process.conclusion_fitting(state, attention)
    if state is State.TO_SEND:
        unreadable = attention is Attention.UNREADABLE
        assert fitting is (Outcome.NOT_EXECUTED if unreadable else None)
    elif state is State.SENT:
        assert fitting is None
    else:
        assert fitting is (Outcome.NOT_EXECUTED if state is State.UNKNOWN else Outcome.EXPLAINED)


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (Kind.PAYOUT, PaymentFailed),
        (Kind.DISBURSEMENT, DisbursementFailed),
        (Kind.REFUND, RefundFailed),
        (Kind.TRANSFER, TransferPaymentFailed),
        (Kind.DEBIT, DebitFailed),
    ],
)
@pytest.mark.parametrize("flaw", Flaw)
def test_what_no_message_can_carry_fails_and_lets_the_money_go(
    flaw: Flaw, kind: Kind, event: type[Event]
) -> None:
    move = decisions.declined(order(kind=kind), FIRST, flaw)
    assert move is not None
    assert move.order.state is State.FAILED
    assert isinstance(move.event, event)
    assert decisions.declined(order(kind=kind), SECOND, flaw) is None, "of a claim that is over"
    for state in set(State) - {State.SENT}:
        assert decisions.declined(order(state, kind=kind), FIRST, flaw) is None


def test_an_unknown_order_goes_out_again_only_when_the_bank_never_received_it() -> None:
    ways = {step for step, move in TRANSITIONS.items() if State.UNKNOWN in move.sources}
    assert ways == {Step.SUCCEED, Step.FAIL, Step.CONCLUDE, Step.SEND_AGAIN, Step.EXPIRE}


@pytest.mark.parametrize("kind", Kind)
def test_r_wdr_13_an_order_expires_once_the_bank_says_that_it_never_had_it(
    kind: Kind,
) -> None:
    waiting = order(State.TO_SEND, kind=kind)
    asked = decisions.lapsed(waiting, MOMENT)
    assert (asked.order.state, asked.due_in_seconds) == (State.UNKNOWN, 0.0)
    assert asked.event is not None
    nothing = Answer(Verdict.NOT_RECEIVED)
    batch = asked.order.batch_id
    ended = decisions.told(asked.order, batch, nothing, lived_out=True, lapsed=True)
    assert ended is not None
    assert (ended.step, ended.order.state) == (Step.EXPIRE, State.FAILED)
    assert ended.event is not None
    assert ended.event.type.endswith(".failed.v1")
    assert decisions.told(asked.order, batch, nothing, lived_out=False, lapsed=True) is None
    done = decisions.told(asked.order, batch, paid(), lived_out=True, lapsed=True)
    assert done is not None
    assert done.order.state is State.SUCCEEDED, "a backup had forgotten that it was sent"


@pytest.mark.parametrize("kind", Kind)
def test_r_wdr_13_an_expired_order_stays_so_however_often_and_late_the_bank_speaks_of_it(
    kind: Kind,
) -> None:
    expired = order(State.FAILED, kind=kind)
    for lived_out in (True, False):
        again = Answer(Verdict.NOT_RECEIVED)
        told = decisions.told(expired, FIRST, again, lived_out=lived_out, lapsed=True)
        assert told is None, "told twice it expires once"
    late = decisions.told(expired, FIRST, paid(), lived_out=True, lapsed=True)
    assert late is not None
    assert (late.step, late.order.state) == (Step.FLAG, State.FAILED)
    assert (late.order.attention, late.event) == (Attention.CONTRADICTION, None)
    with pytest.raises(IllegalMove):
        decisions.lapsed(expired, MOMENT)


@given(st.sampled_from([None, *State]), st.sampled_from(Step))
def test_the_table_allows_what_it_says_and_nothing_else(state: State | None, step: Step) -> None:
    move = TRANSITIONS.get(step)
    if move is not None and state in move.sources:
        assert process.target_of(state, step) is move.target
    else:
        with pytest.raises(IllegalMove):
            process.target_of(state, step)


def test_a_refused_connection_lets_the_order_wait_again() -> None:
    move = decisions.never_left(order(), FIRST)
    assert move is not None
    assert (move.order.state, move.event) == (State.TO_SEND, None)
    assert decisions.never_left(order(), SECOND) is None, "of a request that is long over"


def test_an_order_is_told_unknown_once_in_its_life() -> None:
    first = decisions.in_doubt(order(), FIRST, "超时", MOMENT)
    assert first is not None
    assert first.event == PaymentUnknown(application_id=KEY, since=MOMENT.now)
    again = replace(first.order, state=State.SENT, batch_id=SECOND)
    second = decisions.in_doubt(again, SECOND, "超时", MOMENT)
    assert second is not None
    assert (second.order.state, second.event) == (State.UNKNOWN, None)


def test_a_key_that_never_arrived_goes_out_again_only_after_the_requests_life() -> None:
    unknown = order(State.UNKNOWN, unknown_since=MOMENT.now)
    never = Answer(Verdict.NOT_RECEIVED)
    assert decisions.told(unknown, FIRST, never, lived_out=False) is None
    assert decisions.told(unknown, SECOND, never, lived_out=True) is None
    move = decisions.told(unknown, FIRST, never, lived_out=True)
    assert move is not None
    assert (move.order.state, move.order.batch_id) == (State.TO_SEND, FIRST)


@pytest.mark.parametrize("answer", [paid(), refused()])
@pytest.mark.parametrize("attention", [Attention.KEY_CONFLICT, Attention.CONTRADICTION])
def test_what_is_said_of_a_key_with_other_content_is_not_about_this_order(
    answer: Answer, attention: Attention
) -> None:
    unknown = order(State.UNKNOWN, unknown_since=MOMENT.now, attention=attention)
    assert decisions.told(unknown, FIRST, answer, lived_out=True) is None


def test_a_conflict_is_settled_by_the_banks_own_entry_of_the_same_amount() -> None:
    unknown = order(State.UNKNOWN, unknown_since=MOMENT.now, attention=Attention.KEY_CONFLICT)
    reception, move = decisions.booked(unknown, booked())
    assert reception is Reception.ACT
    assert move is not None
    assert (move.order.state, move.order.attention) == (State.SUCCEEDED, None)
    reception, move = decisions.booked(unknown, booked(amount=Fen(1)))
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
    move = decisions.answered(order(before), FIRST, answer, MOMENT)
    assert move is not None
    assert (move.step, move.order.state, move.event) == (Step.FLAG, before, None)
    assert move.order.attention is Attention.CONTRADICTION
    assert decisions.answered(move.order, FIRST, answer, MOMENT) is None, "flagged once"


def test_a_refusal_without_words_gets_those_of_its_code() -> None:
    move = decisions.answered(order(), FIRST, refused(), MOMENT)
    assert move is not None
    assert isinstance(move.event, PaymentFailed)
    assert move.event.reason_text == "收款账户已销户"


def test_r_rep_4_a_debit_that_the_card_does_not_cover_has_failed_for_good() -> None:
    short = Answer(Verdict.REFUSED, reason_code="AM04")
    move = decisions.answered(order(kind=Kind.DEBIT), FIRST, short, MOMENT)
    assert move is not None
    assert move.order.state is State.FAILED
    assert move.event == DebitFailed(debit_id=KEY, reason_code="AM04", reason_text="还款卡余额不足")
    assert decisions.told(move.order, FIRST, Answer(Verdict.NOT_RECEIVED), lived_out=True) is None


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        (Kind.DEBIT, EntryKind.PAYOUT),
        (Kind.DEBIT, EntryKind.RETURN),
        (Kind.PAYOUT, EntryKind.DEBIT),
        (Kind.DISBURSEMENT, EntryKind.REVERSAL),
        (Kind.REFUND, EntryKind.DEBIT),
    ],
)
def test_money_that_went_the_wrong_way_settles_nothing(kind: Kind, entry: EntryKind) -> None:
    reception, move = decisions.booked(order(State.UNKNOWN, kind=kind), booked(kind=entry))
    assert reception is Reception.CONTRADICTION
    assert move is not None
    assert (move.order.state, move.event) == (State.UNKNOWN, None)
    assert move.order.attention is Attention.CONTRADICTION


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (Kind.PAYOUT, PaymentFailed),
        (Kind.DISBURSEMENT, DisbursementFailed),
        (Kind.REFUND, RefundFailed),
        (Kind.TRANSFER, TransferPaymentFailed),
        (Kind.DEBIT, DebitFailed),
    ],
)
def test_what_was_never_executed_fails_whatever_its_kind(kind: Kind, event: type[Event]) -> None:
    unknown = order(State.UNKNOWN, kind=kind, attention=Attention.KEY_CONFLICT)
    move = decisions.concluded(unknown, Outcome.NOT_EXECUTED, "银行来函", "经办甲，复核乙")
    assert (move.order.state, move.order.attention) == (State.FAILED, None)
    assert isinstance(move.event, event)
    with pytest.raises(IllegalMove):
        decisions.concluded(order(State.SENT), Outcome.NOT_EXECUTED, "银行来函", "经办甲，复核乙")


ANSWERS = st.sampled_from(
    [paid(), paid("S2"), refused(), Answer(Verdict.PENDING), Answer(Verdict.NOT_RECEIVED),
     Answer(Verdict.DOUBTFUL)]
)  # fmt: skip
BATCHES = st.sampled_from([FIRST, SECOND])
ENTRIES = st.builds(
    booked,
    st.sampled_from(["S1", "S2"]),
    st.sampled_from([AMOUNT, Fen(1)]),
    st.sampled_from([EntryKind.PAYOUT, EntryKind.RETURN, EntryKind.DEBIT, EntryKind.REVERSAL]),
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
    "answered": lambda now, batch, answer: decisions.answered(now, batch, answer, MOMENT),
    "told": lambda now, batch, answer, late: decisions.told(now, batch, answer, lived_out=late),
    "booked": lambda now, entry: decisions.booked(now, entry)[1],
    "never_left": decisions.never_left,
    "in_doubt": lambda now, batch, flag: decisions.in_doubt(now, batch, "超时", MOMENT, flag),
    "send": send,
}


TELLS: dict[Kind, dict[State, type[Event]]] = {
    Kind.PAYOUT: {
        State.SUCCEEDED: PaymentSucceeded, State.FAILED: PaymentFailed,
        State.UNKNOWN: PaymentUnknown, State.RETURNED: PaymentReturned,
    },
    Kind.DISBURSEMENT: {
        State.SUCCEEDED: DisbursementSucceeded, State.FAILED: DisbursementFailed,
        State.UNKNOWN: DisbursementUnknown, State.RETURNED: DisbursementReturned,
    },
    Kind.REFUND: {
        State.SUCCEEDED: RefundSucceeded, State.FAILED: RefundFailed,
        State.UNKNOWN: RefundUnknown, State.RETURNED: RefundReturned,
    },
    Kind.TRANSFER: {
        State.SUCCEEDED: TransferPaymentSucceeded, State.FAILED: TransferPaymentFailed,
        State.UNKNOWN: TransferPaymentUnknown, State.RETURNED: TransferPaymentReturned,
    },
    Kind.DEBIT: {
        State.SUCCEEDED: DebitSucceeded, State.FAILED: DebitFailed,
        State.UNKNOWN: DebitUnknown, State.RETURNED: DebitReversed,
    },
}  # fmt: skip
"""What the others hear of an order, by its kind, when it comes to a state."""


@pytest.mark.parametrize("kind", Kind)
@given(facts=st.lists(FACTS, max_size=30))
def test_whatever_arrives_in_whatever_order_the_others_hear_one_story(
    kind: Kind, facts: list[tuple[Any, ...]]
) -> None:
    tells = TELLS[kind]
    now = order(State.TO_SEND, kind=kind)
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
        assert (move.order.order_id, move.order.amount_fen) == (KEY, AMOUNT)
        now = move.order
        if move.event is not None:
            assert move.event.subject == str(KEY)
            events.append(type(move.event))
    assert set(events) <= set(tells.values())
    assert all(events.count(once) <= 1 for once in tells.values())
    assert not {tells[State.SUCCEEDED], tells[State.FAILED]} <= set(events)
    if tells[State.RETURNED] in events:
        assert events.index(tells[State.SUCCEEDED]) < events.index(tells[State.RETURNED])
    last = tells[now.state] if now.state in FINAL else None
    final = [event for event in events if event is not tells[State.UNKNOWN]]
    assert final[-1:] == ([last] if last else [])
