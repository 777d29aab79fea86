"""What each step makes of a case: pure functions from a case, a fact and the rule book to a `Move`.

Handlers ask `process.receive` first; then exactly one function here says what happens.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from shared.base.calendar import months_after
from shared.base.money import yuan
from shared.messages import Event
from shared.messages.accounts import FundsRefused, RefusalReason
from shared.messages.cards import CardVerdict
from shared.messages.withdrawals import FundsConditions
from withdrawals import announcements, brakes, papers, process, promises
from withdrawals.agreements import CHANNEL as AGREED
from withdrawals.domain import (
    Ban,
    Case,
    PapersWanted,
    Payoff,
    Promise,
    Refusal,
    Reservation,
    State,
)
from withdrawals.looks import COUNTER, Allowed
from withdrawals.process import STATES, Step, Wait
from withdrawals.refusals import (
    Reason,
    bank_failure_text,
    bank_return_text,
    card_refused_text,
    chinese_date,
    refuse,
)
from withdrawals.rules.book import Rulebook
from withdrawals.rules.conditions import COUNTED
from withdrawals.rules.ground import Missing
from withdrawals.rules.model import (
    Facts,
    ReviewReason,
    Terms,
    funds_conditions,
    judge,
    review_reasons,
)
from withdrawals.texts import not_known, refuse_case

CITIZEN = "citizen"
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is decided, and by which rules."""

    now: datetime
    today: date
    book: Rulebook


@dataclass(frozen=True, slots=True)
class Move:
    """What a step did: the case after it, a line for its history, an event for the others."""

    case: Case
    step: Step
    text: str
    event: Event | None = None
    actor: str = SYSTEM
    facts: dict[str, object] = field(default_factory=dict)
    review_reasons: tuple[ReviewReason, ...] = ()
    papers: PapersWanted | None = None
    """What the applicant is asked for."""
    noted: bool = True
    """False changes the case without a line in its history."""


def first_deadline(promise: Promise, moment: Moment) -> datetime:
    """Return when a newly accepted application waits for too long."""
    due = process.due_at(State.SUBMITTED, moment.now, promise, _patience(moment.today, moment))
    if due is None:
        raise AssertionError("a new application waits for something")
    return due


def submit(case: Case, ban: Ban | None, moment: Moment) -> list[Move]:
    """Accept a new application; refuse it at once, or ask for the money where loans has no say."""
    kind = moment.book.type_of(case.kind)
    terms = moment.book.terms(case.kind, case.accepted_on)
    facts = Facts(moment.today, ban)
    own = brakes.refuses(case, moment.now, moment.today, moment.book.brakes)
    refusal = judge(kind.on_acceptance, facts, terms) or _elsewhere(case, terms) or own
    question = kind.asks_loans(terms)
    by = "" if refusal else f"，审核通过后最迟{promises.pay_by_text(case.promise)}到账"
    accepted = Move(
        case,
        Step.SUBMIT,
        f"已受理您的{kind.name}申请{by}。",
        announcements.submitted(case, question if refusal is None else question.NONE),
        CITIZEN,
        promises.facts(case),
    )
    if refusal is not None:
        return [accepted, reject(case, refusal, moment)]
    if question is question.NONE and kind.ground is None:
        return [accepted, _ask_funds(case, facts, moment)]
    return [accepted]


def _elsewhere(case: Case, terms: Terms) -> Refusal | None:
    """R-WDR-18: what the book of the day knows at the counter only."""
    if terms.ground is None or not terms.ground.at_counter or case.channel == COUNTER:
        return None
    return refuse_case(case.kind, "at_counter")


def facts_gathered(
    case: Case, seen: Allowed | Refusal | Missing, payoff: Payoff | None, moment: Moment
) -> Move:
    """Services and registers have told: ask accounts for the money, or refuse (R-WDR-21)."""
    if isinstance(seen, Missing):
        kind = moment.book.type_of(case.kind)
        if papers.may_stand_in(kind, seen) and case.channel != AGREED:
            return ask_papers(case, Step.ASK_PAPERS, papers.wanted_of(seen), moment)
        return reject(case, not_known(case.kind, seen.registers, unasked=seen.unasked), moment)
    if isinstance(seen, Refusal):
        return reject(case, seen, moment)
    asked = seen.conditions
    case = replace(case, doubts=seen.ceiling.doubts if seen.ceiling else ())
    if case.reservation is not None and asked.cap_fen is not None:
        # Asked anew after a review: never more than what two people agreed to.
        agreed = min(asked.cap_fen, case.reservation.amount_fen)
        asked = asked.model_copy(update={"cap_fen": agreed})
    return _asked_funds(case, asked, payoff, moment)


def ask_papers(
    case: Case, step: Step, wanted: PapersWanted, moment: Moment, actor: str = SYSTEM
) -> Move:
    """Ask the applicant for papers, or send back what lacks something (R-WDR-21)."""
    after = advanced(case, step, moment)
    assert after.step_due_at is not None, "who is asked has a day"
    by_on = papers.last_day(after.step_due_at)
    event = announcements.papers_asked(after, name_of(case, moment), wanted, by_on)
    text = f"{wanted.text}请在{chinese_date(by_on)}前提交。"
    facts: dict[str, object] = {"registers": list(wanted.registers), "by_on": by_on.isoformat()}
    return Move(after, step, text, event, actor, facts, papers=wanted)


def loan_answered(case: Case, facts: Facts, moment: Moment) -> Move:
    """Judge what loans said; ask accounts for the money or refuse (R-WDR-4, 5, 10)."""
    kind = moment.book.type_of(case.kind)
    terms = moment.book.terms(case.kind, case.accepted_on)
    refusal = judge(kind.on_loan_answer, facts, terms)
    if refusal is not None:
        return reject(replace(case, payoff=facts.payoff), refusal, moment)
    return _ask_funds(case, facts, moment)


def funds_reserved(case: Case, reservation: Reservation, ban: Ban | None, moment: Moment) -> Move:
    """The money is frozen: pay it, price it anew, have it reviewed, or refuse after all."""
    kind = moment.book.type_of(case.kind)
    terms = moment.book.terms(case.kind, case.accepted_on)
    claim = reservation.amount_fen if case.loan_claim_fen else 0
    known = replace(case, reservation=reservation, loan_claim_fen=claim)
    facts = Facts(moment.today, ban, payoff=case.payoff, reservation=reservation)
    refusal = judge(kind.on_reservation, facts, terms)
    if refusal is not None:
        return reject(known, refusal, moment)
    if not known.card_readable:
        return _require_review(known, (ReviewReason.CARD_UNREADABLE,), moment)
    if not known.reviewed and not card_holds(known, moment):
        return _check_card(known, moment)
    return _with_card(known, (), moment)


def card_holds(case: Case, moment: Moment) -> bool:
    """Whether the bank said not too long ago that this card is the applicant's (R-WDR-3)."""
    months = moment.book.general(case.accepted_on).card_valid_months
    known = case.card_verified_on
    return known is not None and moment.today < months_after(known, months)


def card_checked(
    case: Case, verdict: CardVerdict, reason_code: str | None, ban: Ban | None, moment: Moment
) -> Move:
    """The bank said whose card it is: go on, refuse, or let staff look where it said nothing."""
    kind = moment.book.type_of(case.kind)
    facts = Facts(moment.today, ban, payoff=case.payoff, reservation=case.reservation)
    terms = moment.book.terms(case.kind, case.accepted_on)
    refusal = judge(kind.on_reservation, facts, terms)
    if refusal is not None:
        return reject(case, refusal, moment)
    if not case.card_readable:
        return _require_review(case, (ReviewReason.CARD_UNREADABLE,), moment)
    match verdict:
        case CardVerdict.MATCHED:
            return _with_card(case, (), moment)
        case CardVerdict.UNANSWERED:
            return _with_card(case, (ReviewReason.CARD_UNANSWERED,), moment)
        case CardVerdict.REFUSED:
            why = card_refused_text(reason_code or "")
            refused = refuse(Reason.CARD_REFUSED, decided_by="bank", why=why)
            return reject(case, refused, moment)


def _with_card(case: Case, extra: tuple[ReviewReason, ...], moment: Moment) -> Move:
    """Staff look first where policy says so, or where the bank could not say whose card it is."""
    kind = moment.book.type_of(case.kind)
    terms = moment.book.terms(case.kind, case.accepted_on)
    doubts = map(ReviewReason, case.doubts)
    reasons = (*extra, *doubts, *review_reasons(kind, terms.review, case.reserved))
    if reasons and not case.reviewed:
        return _require_review(case, reasons, moment)
    return _approve_or_price_anew(case, moment, SYSTEM)


def _check_card(case: Case, moment: Moment) -> Move:
    after = advanced(case, Step.CHECK_CARD, moment)
    text = f"已核定金额{yuan(case.reserved.amount_fen)}元，正在向银行核验收款银行卡。"
    return Move(after, Step.CHECK_CARD, text)


def funds_refused(case: Case, event: FundsRefused, moment: Moment) -> Move:
    """Accounts will not freeze the money: say why in words."""
    terms = moment.book.terms(case.kind, case.accepted_on)
    return reject(case, refusal_of(event, terms), moment)


def review_approved(case: Case, ban: Ban | None, actor: str, moment: Moment) -> Move:
    """A checker confirmed the maker's approval."""
    kind = moment.book.type_of(case.kind)
    terms = moment.book.terms(case.kind, case.accepted_on)
    facts = Facts(moment.today, ban, payoff=case.payoff, reservation=case.reservation)
    refusal = judge(kind.on_reservation, facts, terms)
    if refusal is not None:
        return reject(case, refusal, moment)
    return _approve_or_price_anew(replace(case, reviewed=True), moment, actor)


def review_rejected(case: Case, opinion: str, actor: str, moment: Moment) -> Move:
    """A checker confirmed the maker's rejection (R-WDR-8: with the reason)."""
    refusal = refuse(Reason.STAFF, decided_by="staff", opinion=opinion.rstrip("。.； "))
    return reject(case, refusal, moment, actor)


def cancel(case: Case, moment: Moment) -> Move:
    """The citizen takes the application back; raises `IllegalMove` once the money is on its way."""
    after = advanced(case.without_claim(), Step.CANCEL, moment)
    event = announcements.cancelled(after, name_of(case, moment))
    return Move(after, Step.CANCEL, "您已撤销申请。", event, CITIZEN)


def payment_unknown(case: Case, since: datetime, moment: Moment) -> Move | None:
    """The bank owes an answer; noted once, nothing is sent again (R-WDR-13)."""
    if case.unknown_since is not None:
        return None
    after = replace(advanced(case, Step.NOTE_UNKNOWN, moment), unknown_since=since)
    text = "银行尚未返回付款结果，正在向银行查询，不会重复付款。"
    return Move(after, Step.NOTE_UNKNOWN, text)


def payment_succeeded(case: Case, paid_on: date, bank_serial: str, moment: Moment) -> Move:
    """The bank paid: the application is closed."""
    after = replace(
        advanced(case, Step.CLOSE_PAID, moment), paid_on=paid_on, bank_serial=bank_serial
    )
    text = f"{yuan(case.reserved.amount_fen)}元已付到尾号{case.card_tail}的银行卡。"
    event = announcements.paid(after, name_of(case, moment), paid_on, bank_serial)
    return Move(after, Step.CLOSE_PAID, text, event)


def payment_failed(case: Case, reason_code: str, moment: Moment) -> Move:
    """The bank refused for good: the reservation is released."""
    refusal = Refusal(reason_code, "R-WDR-13", bank_failure_text(reason_code), decided_by="bank")
    after = advanced(replace(case.without_claim(), refusal=refusal), Step.CLOSE_FAILED, moment)
    event = announcements.failed(after, name_of(case, moment), refusal)
    return Move(after, Step.CLOSE_FAILED, refusal.text, event)


def payment_returned(case: Case, reason_code: str, returned_on: date, moment: Moment) -> Move:
    """The receiving bank sent the money back (退票): it returns to the account."""
    refusal = Refusal(reason_code, "R-WDR-13", bank_return_text(reason_code), decided_by="bank")
    after = advanced(replace(case.without_claim(), refusal=refusal), Step.RETURN, moment)
    event = announcements.returned(after, name_of(case, moment), refusal, returned_on)
    return Move(after, Step.RETURN, refusal.text, event)


def reject(case: Case, refusal: Refusal, moment: Moment, actor: str = SYSTEM) -> Move:
    """Refuse for good, with the reason."""
    after = advanced(replace(case.without_claim(), refusal=refusal), Step.REJECT, moment)
    event = announcements.rejected(after, name_of(case, moment), refusal)
    facts: dict[str, object] = {"code": refusal.code, "rule": refusal.rule}
    return Move(after, Step.REJECT, refusal.text, event, actor, facts)


def _ask_funds(case: Case, facts: Facts, moment: Moment) -> Move:
    kind = moment.book.type_of(case.kind)
    asked = funds_conditions(kind, moment.book.terms(case.kind, case.accepted_on), facts)
    return _asked_funds(case, asked, facts.payoff, moment)


def _asked_funds(case: Case, asked: FundsConditions, payoff: Payoff | None, moment: Moment) -> Move:
    claim = asked.cap_fen or 0 if payoff is not None else 0
    after = advanced(
        replace(case, payoff=payoff, loan_claim_fen=claim, round=case.round + 1),
        Step.ASK_FUNDS,
        moment,
    )
    event = announcements.funds_requested(after, asked, moment.today)
    return Move(after, Step.ASK_FUNDS, "条件核查通过，正在核定可提取金额。", event)


def _require_review(case: Case, reasons: tuple[ReviewReason, ...], moment: Moment) -> Move:
    after = advanced(case, Step.REQUIRE_REVIEW, moment)
    return Move(
        after,
        Step.REQUIRE_REVIEW,
        f"已核定金额{yuan(case.reserved.amount_fen)}元，转人工审核。",
        announcements.review_required(after, reasons),
        review_reasons=reasons,
    )


def _approve_or_price_anew(case: Case, moment: Moment, actor: str) -> Move:
    """Closing interest runs to the payout date (R-WDR-12): a price of an earlier day is asked anew."""
    if barred := brakes.refuses(case, moment.now, moment.today, moment.book.brakes):
        return reject(case, barred, moment)
    if case.reserved.closing and case.reserved.reserved_on < moment.today:
        return _price_anew(case, moment, actor)
    after = advanced(case, Step.APPROVE, moment)
    amount = yuan(case.reserved.amount_fen)
    return Move(
        after,
        Step.APPROVE,
        f"已批准提取{amount}元，正在付款到尾号{case.card_tail}的银行卡。",
        announcements.approved(after, name_of(case, moment), moment.today),
        actor,
        {"amount_fen": case.reserved.amount_fen, "round": case.round},
    )


def _price_anew(case: Case, moment: Moment, actor: str) -> Move:
    kind = moment.book.type_of(case.kind)
    terms = moment.book.terms(case.kind, case.accepted_on)
    elsewhere = case.payoff.repaid_fen - case.loan_claim_fen if case.payoff else 0
    facts = Facts(moment.today, payoff=case.payoff, claimed_elsewhere_fen=elsewhere)
    after = advanced(replace(case, round=case.round + 1), Step.PRICE_ANEW, moment)
    event = announcements.funds_requested(after, funds_conditions(kind, terms, facts), moment.today)
    return Move(after, Step.PRICE_ANEW, "利息计算到付款日，正在重新核定金额。", event, actor)


def advanced(case: Case, step: Step, moment: Moment) -> Case:
    """Move a case by the table, with the deadline of the state that it enters."""
    target = process.target_of(case.state, step)
    if target is case.state and step is not Step.PRICE_ANEW:
        return case
    patience = (
        timedelta(days=moment.book.papers(case.accepted_on).hand_in_within_days)
        if STATES[target].waits_for is Wait.PERSON
        else _patience(case.accepted_on, moment)
    )
    due = process.due_at(target, moment.now, case.promise, patience)
    return replace(case, state=target, step_due_at=due, overdue_at=None)


def _patience(accepted_on: date, moment: Moment) -> timedelta:
    return timedelta(minutes=moment.book.general(accepted_on).answer_within_minutes)


def refusal_of(event: FundsRefused, terms: Terms) -> Refusal:
    """Word what accounts said, with the numbers of the terms on which it was asked."""
    told, stop, cap = event.reason_code, terms.stop_period, terms.loan_cap
    if told == RefusalReason.STOP_PERIOD_NOT_OVER and stop is not None:
        return refuse(
            Reason.STOP_PERIOD_NOT_OVER,
            eligible_from=event.eligible_from,
            counted=COUNTED[stop.counted_from],
            months=str(stop.months),
        )
    nothing = told == RefusalReason.NOTHING_TO_WITHDRAW and event.balance_fen is not None
    if nothing and cap is not None and event.retained_fen:
        return refuse(
            Reason.NOTHING_ABOVE_RETAINED,
            balance=yuan(event.balance_fen or 0),
            retained=yuan(event.retained_fen),
            months=str(cap.retained_months),
        )
    known = {reason.value for reason in RefusalReason} - {RefusalReason.STOP_PERIOD_NOT_OVER.value}
    reason = Reason(told) if told in known else Reason.ACCOUNT_NOT_ELIGIBLE
    return refuse(reason, eligible_from=event.eligible_from)


def name_of(case: Case, moment: Moment) -> str:
    """The type's name, for people."""
    return moment.book.type_of(case.kind).name
