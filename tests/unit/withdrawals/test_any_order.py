"""Facts in any order, repeated, crossed by cancelling and reviewing: the invariants of the process hold."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from shared.messages.accounts import SealReason
from shared.messages.cards import CardVerdict
from shared.messaging.states import Reception
from withdrawals import deadlines, decisions, process
from withdrawals.decisions import Move
from withdrawals.domain import Case, Debt, State
from withdrawals.process import OPEN_STATES, STATES, TRANSITIONS, Fact, IllegalMove, Step
from withdrawals.rules import SEED as TYPES
from withdrawals.rules.model import Facts

ALLOWED_LEAVING = {(State.PAID, State.RETURNED)}


class AnyOrder(RuleBasedStateMachine):
    """One application; the world tells it things in the worst order."""

    build: Any

    @initialize(
        kind=st.sampled_from([kind.kind for kind in TYPES]),
        banned=st.booleans(),
        verified=st.booleans(),
    )
    def accept(self, kind: str, banned: bool, verified: bool) -> None:
        self.today = date(2019, 8, 29)
        self.book = self.build.book()
        self.past: list[tuple[Case, Move]] = []
        self.case: Case | None = None
        first = self.build.case(kind, moment=self.moment)
        if not verified:
            first = replace(first, card_verified_on=None)
        ban = self.build.ban(date(2019, 12, 31)) if banned else None
        for move in decisions.submit(first, ban, self.moment):
            self.apply(move)

    @property
    def moment(self) -> Any:
        return self.build.moment(self.today, self.book)

    def apply(self, move: Move | None) -> None:
        if move is None:
            return
        before = self.case
        self.past.append((before or move.case, move))
        self.case = move.case
        transition = TRANSITIONS.get(move.step)
        if transition is None:
            assert before is not None
            assert move.case.state is before.state
            return
        assert move.case.state is transition.target
        assert (before and before.state) in transition.sources
        assert (type(move.event) if move.event else None) is transition.emits
        if before is not None and before.state not in OPEN_STATES:
            assert (before.state, move.case.state) in ALLOWED_LEAVING

    def receives(self, fact: Fact, round_: int | None = None) -> bool:
        assert self.case is not None
        return process.receive(self.case, fact, round_) is Reception.ACT

    @rule(debt=st.sampled_from([Debt(0, 0, 0), Debt(1, 0, 0)]), denied=st.booleans())
    def loans_answers(self, debt: Debt, denied: bool) -> None:
        if self.receives(Fact.LOAN_ANSWERED):
            facts = Facts(
                self.today,
                payoff=None if denied else self.build.payoff(),
                payoff_denied="no_loan" if denied else None,
                debt=debt,
            )
            self.apply(decisions.loan_answered(self.case, facts, self.moment))

    @rule(
        round_=st.integers(0, 3),
        reason=st.sampled_from([SealReason.RETIRED, SealReason.OTHER, SealReason.DECEASED]),
        days_ago=st.integers(0, 2),
    )
    def funds_are_reserved(self, round_: int, reason: SealReason, days_ago: int) -> None:
        if self.receives(Fact.FUNDS_ANSWERED, round_):
            reservation = self.build.reservation(
                reserved_on=self.today - timedelta(days=days_ago),
                seal_reason=reason,
                closing=self.book.type_of(self.case.kind).closing,
            )
            self.apply(decisions.funds_reserved(self.case, reservation, None, self.moment))

    @rule(round_=st.integers(0, 3))
    def funds_are_refused(self, round_: int) -> None:
        if self.receives(Fact.FUNDS_ANSWERED, round_):
            event = self.build.funds_refused(self.case, "not_sealed")
            self.apply(decisions.funds_refused(self.case, event, self.moment))

    @rule(verdict=st.sampled_from(CardVerdict), readable=st.booleans())
    @precondition(lambda self: self.case and self.case.state is State.CARD_CHECK)
    def bank_says_whose_card_it_is(self, verdict: CardVerdict, readable: bool) -> None:
        known = replace(self.case, card_readable=readable)
        self.apply(decisions.card_checked(known, verdict, "BE01", None, self.moment))
        assert self.case is not None
        if verdict is not CardVerdict.MATCHED or not readable:
            assert self.case.state is not State.APPROVED

    @rule(approve=st.booleans())
    @precondition(lambda self: self.case and self.case.state is State.IN_REVIEW)
    def review_is_confirmed(self, approve: bool) -> None:
        if approve:
            self.apply(decisions.review_approved(self.case, None, "staff:1", self.moment))
        else:
            self.apply(decisions.review_rejected(self.case, "不符", "staff:1", self.moment))

    @rule()
    def citizen_cancels(self) -> None:
        try:
            self.apply(decisions.cancel(self.case, self.moment))
        except IllegalMove:
            assert not STATES[self.case.state].cancellable

    @rule(
        fact=st.sampled_from(
            [
                Fact.PAYMENT_UNKNOWN,
                Fact.PAYMENT_SUCCEEDED,
                Fact.PAYMENT_FAILED,
                Fact.PAYMENT_RETURNED,
            ]
        )
    )
    def bank_says(self, fact: Fact) -> None:
        if not self.receives(fact):
            return
        moment = self.moment
        steps = {
            Fact.PAYMENT_UNKNOWN: lambda: decisions.payment_unknown(self.case, moment.now, moment),
            Fact.PAYMENT_SUCCEEDED: lambda: decisions.payment_succeeded(
                self.case, self.today, "B1", moment
            ),
            Fact.PAYMENT_FAILED: lambda: decisions.payment_failed(self.case, "AC01", moment),
            Fact.PAYMENT_RETURNED: lambda: decisions.payment_returned(
                self.case, "AC04", self.today, moment
            ),
        }
        self.apply(steps[fact]())

    @rule(days=st.integers(1, 6))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule()
    def sweeper_looks(self) -> None:
        self.apply(deadlines.overdue(self.case, self.moment))
        assert deadlines.overdue(self.case, self.moment) is None

    @rule(version=st.integers(2, 9))
    def calendar_is_edited(self, version: int) -> None:
        if self.case.state in OPEN_STATES:
            self.book = self.build.book(calendar_version=version)
            move = deadlines.deadlines_changed(self.case, self.moment)
            self.apply(replace(move, case=move.case))

    @invariant()
    def nothing_is_approved_or_paid_twice(self) -> None:
        steps = [move.step for _, move in getattr(self, "past", [])]
        assert steps.count(Step.APPROVE) <= 1
        assert steps.count(Step.CLOSE_PAID) <= 1
        assert steps.count(Step.REQUIRE_REVIEW) <= 1
        if Step.CLOSE_PAID in steps:
            assert Step.APPROVE in steps

    @invariant()
    def every_open_step_has_a_deadline(self) -> None:
        case = getattr(self, "case", None)
        if case is not None:
            assert (case.step_due_at is not None) == (case.state in OPEN_STATES)

    @invariant()
    def only_money_that_moves_or_may_move_claims_the_cap(self) -> None:
        case = getattr(self, "case", None)
        if case is not None and case.loan_claim_fen:
            assert case.payoff is not None
            assert case.state in OPEN_STATES | {State.PAID}

    @invariant()
    def a_final_refusal_has_a_reason(self) -> None:
        case = getattr(self, "case", None)
        if case is not None and case.state in {State.REJECTED, State.FAILED, State.RETURNED}:
            assert case.refusal is not None
            assert case.refusal.text


def test_any_order_and_duplication_of_facts_keeps_the_invariants(build: Any) -> None:
    machine = type("AnyOrderWithBuilders", (AnyOrder,), {"build": build})
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        machine, settings=settings(max_examples=150, stateful_step_count=25, deadline=None)
    )
