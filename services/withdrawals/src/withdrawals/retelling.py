"""Event replay (retelling): an application rebuilt from its own events, not decided again; pure.

Events that say what another service had told (payments that came back) or what the sweeper finds by itself
(overdue steps) lead to nothing here: these facts come again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from shared.messages.withdrawals import (
    WithdrawalApproved,
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalPapersAsked,
    WithdrawalPapersHandedIn,
    WithdrawalRejected,
    WithdrawalReviewRequired,
    WithdrawalsEvent,
    WithdrawalSubmitted,
)
from withdrawals import decisions, process
from withdrawals.decisions import Moment, Move
from withdrawals.domain import (
    ApplicationId,
    Case,
    PapersWanted,
    Payoff,
    PersonId,
    Refusal,
    Reservation,
    State,
)
from withdrawals.process import STATES, Step
from withdrawals.rules.model import ReviewReason


class Untold(Exception):
    """Something that the step rested on is in no journal."""


@dataclass(frozen=True)
class Heard:
    """What the others had said, on which our events rest."""

    reservations: Mapping[tuple[UUID, int], Reservation]
    """By application and round."""
    payoffs: Mapping[UUID, Payoff]


def begin(
    event: WithdrawalSubmitted, card_sealed: str, card_tail: str, at: datetime, moment: Moment
) -> Move:
    """Accept the application again, with the promise that was made for its day."""
    promise = moment.book.promise(event.accepted_on)
    case = Case(
        id=ApplicationId(event.application_id),
        person_id=PersonId(event.person_id),
        kind=event.kind,
        state=process.target_of(None, Step.SUBMIT),
        channel=event.channel,
        card_sealed=card_sealed,
        card_tail=card_tail,
        loan_contract_number=event.loan_contract_number,
        accepted_on=event.accepted_on,
        submitted_at=at,
        promise=promise,
        step_due_at=decisions.first_deadline(promise, moment),
    )
    return _noted(case, Step.SUBMIT)


def go_on(case: Case, event: WithdrawalsEvent, heard: Heard, moment: Moment) -> Move | None:
    """Take one more step; raises `Untold`, and `IllegalMove` where the table does not allow it."""
    move: Move | None = None
    match event:
        case WithdrawalFundsRequested():
            move = _funds_requested(case, event, heard, moment)
        case WithdrawalReviewRequired():
            reasons = tuple(ReviewReason(reason) for reason in event.reasons)
            move = _moved(_frozen(case, heard), Step.REQUIRE_REVIEW, moment)
            move = replace(move, review_reasons=reasons)
        case WithdrawalApproved():
            move = _approved(case, event, heard, moment)
        case WithdrawalPapersAsked():
            move = _papers_asked(case, event, moment)
        case WithdrawalPapersHandedIn():
            step = Step.HAND_IN if case.reservation is None else Step.MEND
            promise = moment.book.promise(event.handed_in_on)
            complete = replace(case, complete_on=event.handed_in_on, promise=promise)
            move = _moved(complete, step, moment)
        case WithdrawalRejected() | WithdrawalFailed():
            step = Step.REJECT if isinstance(event, WithdrawalRejected) else Step.CLOSE_FAILED
            refused = replace(case.without_claim(), refusal=_refusal(event))
            move = _moved(refused, step, moment)
        case WithdrawalCancelled():
            move = _moved(case.without_claim(), Step.CANCEL, moment)
        case WithdrawalPaid():
            paid = replace(case, paid_on=event.paid_on, bank_serial=event.bank_serial)
            move = _moved(paid, Step.CLOSE_PAID, moment)
    return move


def _refusal(event: WithdrawalRejected | WithdrawalFailed) -> Refusal:
    if isinstance(event, WithdrawalFailed):
        return Refusal(event.reason_code, "R-WDR-13", event.reason_text, decided_by="bank")
    return Refusal(
        event.reason_code, event.rule, event.reason_text, event.eligible_from, event.decided_by
    )


def _papers_asked(case: Case, event: WithdrawalPapersAsked, moment: Moment) -> Move:
    """What was handed in before is lost with the backup: the day to hand it in counts anew."""
    step = Step.ASK_PAPERS
    if case.state is not State.SUBMITTED and event.sent_back:
        step = Step.SEND_BACK
    elif case.state is State.PAPERS_IN_REVIEW:
        case = decisions.advanced(case, Step.ACCEPT_PAPERS, moment)
    wanted = PapersWanted(event.text, event.registers, None)
    return replace(_moved(case, step, moment), papers=wanted)


def _funds_requested(
    case: Case, event: WithdrawalFundsRequested, heard: Heard, moment: Moment
) -> Move:
    if case.state is State.PAPERS_IN_REVIEW:
        case = decisions.advanced(case, Step.ACCEPT_PAPERS, moment)
    if case.state is State.SUBMITTED:
        payoff = heard.payoffs.get(event.application_id)
        # The cap of a case of the law is no loan's (R-WDR-5): what it holds is in the event's claims.
        claim = event.conditions.cap_fen or 0 if payoff is not None else 0
        asked = replace(case, payoff=payoff, loan_claim_fen=claim, round=event.round)
        return _moved(asked, Step.ASK_FUNDS, moment)
    reviewed = case.reviewed or case.state is State.IN_REVIEW
    return _moved(replace(case, round=event.round, reviewed=reviewed), Step.PRICE_ANEW, moment)


def _approved(case: Case, event: WithdrawalApproved, heard: Heard, moment: Moment) -> Move:
    reviewed = case.state is State.IN_REVIEW
    known = replace(case, reviewed=True) if reviewed else _frozen(case, heard)
    if known.reserved.amount_fen != event.amount_fen:
        raise Untold(f"approved {event.amount_fen} fen, but {known.reserved.amount_fen} are frozen")
    return _moved(known, Step.APPROVE, moment)


def _frozen(case: Case, heard: Heard) -> Case:
    if case.state is State.CARD_CHECK:
        return case
    reservation = heard.reservations.get((case.id, case.round))
    if reservation is None:
        raise Untold(f"accounts has not said what it froze in round {case.round}")
    claim = reservation.amount_fen if case.loan_claim_fen else 0
    return replace(case, reservation=reservation, loan_claim_fen=claim)


def _moved(case: Case, step: Step, moment: Moment) -> Move:
    return _noted(decisions.advanced(case, step, moment), step)


def _noted(case: Case, step: Step) -> Move:
    """Without an event: it was told, and what was not heard is told again."""
    return Move(case, step, f"按事件记录恢复：{STATES[case.state].name}。")
