"""The events that tell other services about a case, one function each; pure."""

from datetime import date, datetime
from uuid import UUID

from shared.messages.cards import CardCheckAsked
from shared.messages.credit_checks import CreditMatter, WithdrawalCreditAsked
from shared.messages.withdrawals import (
    BanImposed,
    BanLifted,
    BrakesHeld,
    FundsConditions,
    FundsWanted,
    LoanQuestion,
    WithdrawalAgreementTold,
    WithdrawalApproved,
    WithdrawalBrakesTold,
    WithdrawalCancelled,
    WithdrawalFactsAsked,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalOverdue,
    WithdrawalPaid,
    WithdrawalPapersAsked,
    WithdrawalPapersHandedIn,
    WithdrawalRejected,
    WithdrawalReminded,
    WithdrawalReturned,
    WithdrawalReviewRequired,
    WithdrawalSubmitted,
)
from withdrawals.agreements import Agreement
from withdrawals.domain import Ban, Brakes, Case, PapersWanted, Refusal
from withdrawals.estates import KIND_TEXT, Estate, Payment
from withdrawals.rules.model import ReviewReason


def submitted(case: Case, question: LoanQuestion) -> WithdrawalSubmitted:
    """Accepted, not yet decided."""
    return WithdrawalSubmitted(
        application_id=case.id,
        person_id=case.person_id,
        kind=case.kind,
        loan_question=question,
        loan_contract_number=case.loan_contract_number,
        accepted_on=case.accepted_on,
        deadline_on=case.promise.pay_by,
        channel=case.channel,
        card=case.card_sealed,
    )


def facts_asked(
    inquiry_id: UUID, person_id: UUID, today: date, *, loans_wanted: bool = True
) -> WithdrawalFactsAsked:
    """What accounts knows is wanted, and what loans does."""
    return WithdrawalFactsAsked(
        inquiry_id=inquiry_id, person_id=person_id, round=1, as_of=today, loans_wanted=loans_wanted
    )


def card_check_asked(check_id: UUID, card: str, holder_name: str, today: date) -> CardCheckAsked:
    """Whose card is it? Both in clear here; settlement alone can read them on their way."""
    return CardCheckAsked(check_id=check_id, card=card, holder_name=holder_name, asked_on=today)


def funds_wanted(
    inquiry_id: UUID, person_id: UUID, today: date, wanted: tuple[FundsWanted, ...]
) -> WithdrawalFactsAsked:
    """What accounts would freeze is wanted; nothing is frozen."""
    return WithdrawalFactsAsked(
        inquiry_id=inquiry_id,
        person_id=person_id,
        round=2,
        as_of=today,
        loans_wanted=False,
        wanted=wanted,
    )


def funds_requested(case: Case, asked: FundsConditions, today: date) -> WithdrawalFundsRequested:
    """Eligible so far."""
    return WithdrawalFundsRequested(
        application_id=case.id,
        person_id=case.person_id,
        round=case.round,
        conditions=asked,
        business_date=today,
    )


def credit_asked(application_id: UUID, person_id: UUID, today: date) -> WithdrawalCreditAsked:
    """By policy: what does 信用德州 know of who takes money out? The money goes its way (R-CRD-3)."""
    return WithdrawalCreditAsked(
        check_id=application_id,
        matter=CreditMatter.WITHDRAWAL,
        matter_id=str(application_id),
        asked_on=today,
        person_id=person_id,
    )


def review_required(case: Case, reasons: tuple[ReviewReason, ...]) -> WithdrawalReviewRequired:
    """Staff must look first."""
    return WithdrawalReviewRequired(
        application_id=case.id,
        person_id=case.person_id,
        reasons=tuple(reason.value for reason in reasons),
    )


def approved(case: Case, name: str, today: date) -> WithdrawalApproved:
    """The money may be paid."""
    return WithdrawalApproved(
        application_id=case.id,
        person_id=case.person_id,
        kind_text=name,
        amount_fen=case.reserved.amount_fen,
        card=case.card_sealed,
        card_tail=case.card_tail,
        holder_name=case.reserved.holder_name_sealed,
        account_tail=case.reserved.account_tail,
        approved_on=today,
        deadline_on=case.promise.pay_by,
    )


def rejected(case: Case, name: str, refusal: Refusal) -> WithdrawalRejected:
    """Refused, with the reason."""
    return WithdrawalRejected(
        application_id=case.id,
        person_id=case.person_id,
        kind_text=name,
        reason_code=refusal.code,
        reason_text=refusal.text,
        rule=refusal.rule,
        eligible_from=refusal.eligible_from,
        decided_by=refusal.decided_by,
    )


def papers_asked(case: Case, name: str, wanted: PapersWanted, by_on: date) -> WithdrawalPapersAsked:
    """The applicant is to hand something in."""
    return WithdrawalPapersAsked(
        application_id=case.id,
        person_id=case.person_id,
        kind_text=name,
        text=wanted.text,
        registers=wanted.registers,
        sent_back=wanted.asked_by is not None,
        by_on=by_on,
    )


def papers_handed_in(case: Case, count: int, today: date) -> WithdrawalPapersHandedIn:
    """Staff look at what the applicant handed in."""
    return WithdrawalPapersHandedIn(
        application_id=case.id, person_id=case.person_id, papers=count, handed_in_on=today
    )


def cancelled(case: Case, name: str) -> WithdrawalCancelled:
    """Taken back by the citizen."""
    return WithdrawalCancelled(application_id=case.id, person_id=case.person_id, kind_text=name)


def paid(case: Case, name: str, paid_on: date, bank_serial: str) -> WithdrawalPaid:
    """The bank paid."""
    return WithdrawalPaid(
        application_id=case.id,
        person_id=case.person_id,
        kind_text=name,
        amount_fen=case.reserved.amount_fen,
        principal_fen=case.reserved.principal_fen,
        interest_fen=case.reserved.interest_fen,
        balance_after_fen=case.reserved.balance_after_fen,
        card_tail=case.card_tail,
        account_tail=case.reserved.account_tail,
        paid_on=paid_on,
        bank_serial=bank_serial,
    )


def failed(case: Case, name: str, refusal: Refusal) -> WithdrawalFailed:
    """The bank refused for good."""
    return WithdrawalFailed(
        application_id=case.id,
        person_id=case.person_id,
        kind_text=name,
        reason_code=refusal.code,
        reason_text=refusal.text,
        card_tail=case.card_tail,
    )


def returned(case: Case, name: str, refusal: Refusal, returned_on: date) -> WithdrawalReturned:
    """The receiving bank sent the money back (退票)."""
    return WithdrawalReturned(
        application_id=case.id,
        person_id=case.person_id,
        kind_text=name,
        amount_fen=case.reserved.amount_fen,
        principal_fen=case.reserved.principal_fen,
        interest_fen=case.reserved.interest_fen,
        reason_text=refusal.text,
        card_tail=case.card_tail,
        returned_on=returned_on,
    )


def overdue(case: Case, name: str, deadline_at: datetime, known: str) -> WithdrawalOverdue:
    """A step is past its deadline."""
    return WithdrawalOverdue(
        application_id=case.id,
        person_id=case.person_id,
        kind_text=name,
        state=case.state.value,
        deadline_at=deadline_at,
        known=known,
    )


def agreement_told(
    agreement: Agreement, name: str, what: str, text: str, today: date
) -> WithdrawalAgreementTold:
    """Something became of an agreement, or of one of its runs."""
    return WithdrawalAgreementTold(
        agreement_id=agreement.id,
        person_id=agreement.person_id,
        kind_text=name,
        what=what,
        text=text,
        told_on=today,
        state=agreement.state.value,
        next_run_on=agreement.next_try_on,
    )


def reminded(
    application_id: UUID, person_id: UUID, name: str, possible_from: date
) -> WithdrawalReminded:
    """The day has come from which a refused withdrawal is possible."""
    return WithdrawalReminded(
        application_id=application_id,
        person_id=person_id,
        kind_text=name,
        possible_from=possible_from,
    )


def brakes_told(
    change_id: UUID, person_id: UUID, brakes: Brakes, text: str, told_at: datetime
) -> WithdrawalBrakesTold:
    """Somebody tightened or loosened the own brakes."""
    return WithdrawalBrakesTold(
        change_id=change_id,
        person_id=person_id,
        text=text,
        told_at=told_at,
        brakes=BrakesHeld(
            locked_at=brakes.locked_at,
            lifts_at=brakes.lifts_at,
            limit_fen=brakes.limit_fen,
            next_limit_fen=brakes.next_limit_fen,
            next_limit_at=brakes.next_limit_at,
        ),
    )


def ban_imposed(ban: Ban, document_number: str | None = None) -> BanImposed:
    """Somebody may neither withdraw nor borrow."""
    return BanImposed(
        ban_id=ban.id,
        person_id=ban.person_id,
        cause=ban.cause,
        found_on=ban.found_on,
        ends_on=ban.ends_on,
        document_number=document_number,
    )


def ban_lifted(ban: Ban) -> BanLifted:
    """It was wrong."""
    return BanLifted.model_validate(ban_imposed(ban).model_dump())


def share_ordered(
    estate: Estate, payment: Payment, card: str, name: str, *, today: date, deadline_on: date
) -> WithdrawalApproved:
    """One heir's share may be paid."""
    return WithdrawalApproved(
        application_id=payment.id,
        person_id=estate.person_id,
        kind_text=KIND_TEXT,
        amount_fen=payment.fen or 0,
        card=card,
        card_tail=payment.card_tail or "",
        holder_name=name,
        account_tail=estate.account_tail or "",
        approved_on=today,
        deadline_on=deadline_on,
    )


def share_paid(estate: Estate, payment: Payment, paid_on: date, serial: str) -> WithdrawalPaid:
    """The bank paid one heir's share; accounts books it."""
    fen = payment.fen or 0
    return WithdrawalPaid(
        application_id=payment.id,
        person_id=estate.person_id,
        kind_text=KIND_TEXT,
        amount_fen=fen,
        principal_fen=fen,
        interest_fen=0,
        balance_after_fen=0,
        card_tail=payment.card_tail or "",
        account_tail=estate.account_tail or "",
        paid_on=paid_on,
        bank_serial=serial,
    )


def share_came_back(
    estate: Estate, payment: Payment, reason_text: str, returned_on: date
) -> WithdrawalReturned:
    """One heir's share came back; accounts books it to the account again."""
    fen = payment.fen or 0
    return WithdrawalReturned(
        application_id=payment.id,
        person_id=estate.person_id,
        kind_text=KIND_TEXT,
        amount_fen=fen,
        principal_fen=fen,
        interest_fen=0,
        reason_text=reason_text,
        card_tail=payment.card_tail or "",
        returned_on=returned_on,
    )
