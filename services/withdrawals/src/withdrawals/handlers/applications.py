"""The life of a withdrawal in order, one plain function a step; none of them commits.

Message handlers get a whole batch: they lock its applications in one statement, decide row by row with the
pure functions of `decisions`, and write everything in a constant number of statements.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID, uuid4

from shared.base.identifiers import BankCard
from shared.messages.accounts import FundsRefused, FundsReserved
from shared.messages.base import Event
from shared.messages.loans import LoanDebtChecked, LoanPayoffCertified, LoanPayoffDenied
from shared.messages.settlement import (
    PaymentFailed,
    PaymentReturned,
    PaymentSucceeded,
    PaymentUnknown,
)
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData
from withdrawals import announcements, decisions, process
from withdrawals.decisions import Moment, Move
from withdrawals.domain import ApplicationId, Case, Debt, Payoff, PersonId, Reservation, State
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import estate_payments, gathering
from withdrawals.handlers.moves import begin, carry_out
from withdrawals.process import STATES, Fact, Step
from withdrawals.rules.book import NotInForce
from withdrawals.rules.model import Facts
from withdrawals.sealed import CARD, HOLDER_NAME, opened
from withdrawals.settings import settings_of
from withdrawals.store import applications as store
from withdrawals.store import cards, claims, inquiries, rulebooks

E = TypeVar("E", bound=Event)
CARD_FAULTS = frozenset({"AC01", "AC04", "AC06", "AC07", "AC13", "AG01", "BE01"})
"""ISO 20022 reasons that lie in the card or its holder, not in the payment."""
Contradiction = str
"""Why a fact cannot be true of a case: for the operators."""


@dataclass(frozen=True)
class Submission:
    """What a citizen asks for."""

    person_id: UUID
    channel: str
    kind: str
    card: BankCard
    loan_contract_number: str | None
    subject: str | None = None
    """The lease, flat or loan that is meant, where there are several."""
    wanted_fen: int | None = None
    """Less than the ceiling; None for all of it (R-WDR-19)."""
    taken_by: str = decisions.CITIZEN
    """For the history: who handed it in."""
    note: str = ""
    """Beside the first line of its history."""


async def submit(unit: Unit, submissions: Sequence[tuple[Submission, str]]) -> list[Case | Refused]:
    """Accept applications, each with its trace (R-WDR-3), or say why not; a person has one (R-WDR-10)."""
    people = [submission.person_id for submission, _ in submissions]
    version, bars = await store.standing(unit.connection, people)
    moment = await rulebooks.moment(unit, version)
    begun: list[Case | Refused] = []
    first_moves: list[tuple[BankCard, Sequence[Move]]] = []
    for submission, traceparent in submissions:
        try:
            if bars[submission.person_id].merging:
                raise Refused(Reason.BEING_MERGED)
            moves = _first_moves(unit, submission, bars, moment)
        except Refused as refusal:
            begun.append(refusal)
            continue
        begun.append(case := moves[-1].case)
        first_moves.append((submission.card, moves))
        unit.traceparents[str(case.id)] = traceparent
    created = await begin(unit, first_moves) if first_moves else set()
    await gathering.ask(unit, _inquiries(submissions, begun, created))
    return await _without_second_ones(unit, begun, created)


def _inquiries(
    submissions: Sequence[tuple[Submission, str]],
    begun: Sequence[Case | Refused],
    created: Set[ApplicationId],
) -> list[inquiries.New]:
    """Of the law's cases: facts are asked of services and registers first (R-WDR-21)."""
    return [
        inquiries.New(
            one.id,
            one.person_id,
            inquiries.APPLICATION,
            one.kind,
            submission.subject,
            submission.wanted_fen,
        )
        for (submission, _), one in zip(submissions, begun, strict=True)
        if isinstance(one, Case)
        and one.id in created
        and one.kind in gathering.GROUNDS
        and one.state is State.SUBMITTED
    ]


async def _without_second_ones(
    unit: Unit, begun: Sequence[Case | Refused], created: Set[ApplicationId]
) -> list[Case | Refused]:
    second = [one for one in begun if isinstance(one, Case) and one.id not in created]
    if not second:
        return list(begun)
    known = await store.open_applications(unit.connection, [case.person_id for case in second])
    refusals = {case.id: _application_open(known.get(case.person_id)) for case in second}
    return [refusals.get(one.id, one) if isinstance(one, Case) else one for one in begun]


def _application_open(application_id: UUID | None) -> Refused:
    told = {"application_id": str(application_id)} if application_id else None
    return Refused(Reason.APPLICATION_OPEN, told=told)


def _first_moves(
    unit: Unit, submission: Submission, bars: Mapping[UUID, store.Bars], moment: Moment
) -> list[Move]:
    try:
        moment.book.type_of(submission.kind)
        moment.book.terms(submission.kind, moment.today)
    except NotInForce as error:
        raise Refused(Reason.UNKNOWN_KIND) from error
    chosen = submission.subject is not None or submission.wanted_fen is not None
    if chosen and submission.kind not in gathering.GROUNDS:
        raise Refused(Reason.NOTHING_TO_CHOOSE)
    promise = moment.book.promise(moment.today)
    application_id = ApplicationId(uuid4())
    case = Case(
        id=application_id,
        person_id=PersonId(submission.person_id),
        kind=submission.kind,
        state=process.target_of(None, Step.SUBMIT),
        channel=submission.channel,
        card_sealed=unit.personal_data.seal(submission.card.value, CARD, application_id),
        card_tail=submission.card.tail,
        loan_contract_number=submission.loan_contract_number,
        accepted_on=moment.today,
        submitted_at=moment.now,
        promise=promise,
        step_due_at=decisions.first_deadline(promise, moment),
        brakes=bars[submission.person_id].brakes,
    )
    first, *further = decisions.submit(case, bars[submission.person_id].ban, moment)
    text = f"{submission.note}：{first.text}" if submission.note else first.text
    return [replace(first, actor=submission.taken_by, text=text), *further]


async def loan_payoff_certified(unit: Unit, batch: Sequence[Received[LoanPayoffCertified]]) -> None:
    """Loans tells the facts of a paid-off loan; all claims on one loan share its cap (R-WDR-5)."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])
    payoffs = {event.application_id: payoff_of(event) for event in events_of(batch)}
    claimed = await store.lock_caps(unit.connection, list(payoffs.values()))

    def decide(case: Case, event: LoanPayoffCertified, moment: Moment) -> Move:
        payoff = payoffs[event.application_id]
        facts = Facts(
            moment.today,
            locked.bans[case.id],
            payoff=payoff,
            claimed_elsewhere_fen=claimed[payoff.contract_number],
        )
        move = decisions.loan_answered(case, facts, moment)
        claimed[payoff.contract_number] += move.case.loan_claim_fen
        return move

    await _follow(unit, locked, batch, Fact.LOAN_ANSWERED, decide)


async def loan_payoff_denied(unit: Unit, batch: Sequence[Received[LoanPayoffDenied]]) -> None:
    """Loans knows no paid-off loan (R-WDR-4)."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])

    def decide(case: Case, event: LoanPayoffDenied, moment: Moment) -> Move:
        ban = locked.bans[case.id]
        facts = Facts(moment.today, ban, payoff_denied=event.reason_code)
        return decisions.loan_answered(case, facts, moment)

    await _follow(unit, locked, batch, Fact.LOAN_ANSWERED, decide)


async def loan_debt_checked(unit: Unit, batch: Sequence[Received[LoanDebtChecked]]) -> None:
    """Loans tells what the person still owes (R-WDR-10)."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])

    def decide(case: Case, event: LoanDebtChecked, moment: Moment) -> Move:
        debt = Debt(
            event.unpaid_as_borrower, event.unpaid_as_co_borrower, event.unpaid_as_guarantor
        )
        facts = Facts(moment.today, locked.bans[case.id], debt=debt)
        return decisions.loan_answered(case, facts, moment)

    await _follow(unit, locked, batch, Fact.LOAN_ANSWERED, decide)


async def funds_reserved(unit: Unit, batch: Sequence[Received[FundsReserved]]) -> None:
    """Accounts froze the money: approve, or have it reviewed."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])

    def decide(case: Case, event: FundsReserved, moment: Moment) -> Move:
        ban = locked.bans[case.id]
        reservation = reservation_of(event, unit.personal_data)
        known = opened(replace(case, reservation=reservation), unit.personal_data)
        return decisions.funds_reserved(known, reservation, ban, moment)

    await _follow(unit, locked, batch, Fact.FUNDS_ANSWERED, decide)
    _ask_credit(unit, locked, events_of(batch))
    frozen = [
        (event.application_id, event.amount_fen)
        for event in events_of(batch)
        if (case := locked.cases.get(ApplicationId(event.application_id)))
        and case.kind in gathering.GROUNDS
    ]
    if frozen:
        await claims.cut(unit.connection, frozen)


def _ask_credit(unit: Unit, locked: store.Locked, events: Sequence[FundsReserved]) -> None:
    """Where the policy says so, ask credit who takes the money; nothing waits for the answer (R-CRD-3, 5)."""
    settings = settings_of(unit.context)
    if not settings.credit_check_kinds:
        return
    for event in events:
        case = locked.cases.get(ApplicationId(event.application_id))
        asked = case is not None and case.kind in settings.credit_check_kinds
        if case and asked and event.amount_fen >= settings.credit_check_from_fen:
            unit.emit(announcements.credit_asked(case.id, case.person_id, unit.clock.today()))


async def funds_refused(unit: Unit, batch: Sequence[Received[FundsRefused]]) -> None:
    """Accounts does not freeze the money: refuse with its reason in words."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])
    await _follow(unit, locked, batch, Fact.FUNDS_ANSWERED, decisions.funds_refused)


async def payment_unknown(unit: Unit, batch: Sequence[Received[PaymentUnknown]]) -> None:
    """The bank owes an answer (R-WDR-13)."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])

    def decide(case: Case, event: PaymentUnknown, moment: Moment) -> Move | None:
        return decisions.payment_unknown(case, event.since, moment)

    await _follow(unit, locked, batch, Fact.PAYMENT_UNKNOWN, decide)


async def payment_succeeded(unit: Unit, batch: Sequence[Received[PaymentSucceeded]]) -> None:
    """The bank paid."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])

    def decide(case: Case, event: PaymentSucceeded, moment: Moment) -> Move | Contradiction | None:
        if event.amount_fen != case.reserved.amount_fen:
            return f"paid {event.amount_fen} fen, not {case.reserved.amount_fen}"
        return decisions.payment_succeeded(case, event.paid_on, event.bank_serial, moment)

    await _follow(unit, locked, batch, Fact.PAYMENT_SUCCEEDED, decide)


async def payment_failed(unit: Unit, batch: Sequence[Received[PaymentFailed]]) -> None:
    """The bank refused for good."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])

    def decide(case: Case, event: PaymentFailed, moment: Moment) -> Move:
        return decisions.payment_failed(case, event.reason_code, moment)

    await _follow(unit, locked, batch, Fact.PAYMENT_FAILED, decide)
    await _distrust(unit, events_of(batch))


async def payment_returned(unit: Unit, batch: Sequence[Received[PaymentReturned]]) -> None:
    """The receiving bank sent the money back (退票)."""
    locked = await store.lock(unit.connection, [event.application_id for event in events_of(batch)])

    def decide(case: Case, event: PaymentReturned, moment: Moment) -> Move | Contradiction | None:
        if event.amount_fen != case.reserved.amount_fen:
            return f"returned {event.amount_fen} fen, not {case.reserved.amount_fen}"
        return decisions.payment_returned(case, event.reason_code, event.returned_on, moment)

    await _follow(unit, locked, batch, Fact.PAYMENT_RETURNED, decide)
    await _distrust(unit, events_of(batch))


async def _distrust(unit: Unit, events: Sequence[PaymentFailed | PaymentReturned]) -> None:
    """Ask the bank anew before money goes again to a card that the bank now finds fault with."""
    faulty = [
        (one.application_id, one.reason_code) for one in events if one.reason_code in CARD_FAULTS
    ]
    if faulty:
        await cards.distrust(unit.connection, faulty)


async def cancel(unit: Unit, application_id: UUID, person_id: UUID) -> Case:
    """Take an application back before payment; a stranger's is unknown."""
    locked = await store.lock(unit.connection, [application_id])
    case = locked.cases.get(ApplicationId(application_id))
    if case is None or case.person_id != person_id:
        raise Refused(Reason.NOT_FOUND)
    if case.state is State.CANCELLED:
        return case
    if case.state not in process.CANCELLABLE_STATES:
        late = Reason.NOT_CANCELLABLE if case.state is State.APPROVED else Reason.APPLICATION_ENDED
        raise Refused(late, told={"state": case.state.value}, state=STATES[case.state].name)
    move = decisions.cancel(case, await rulebooks.moment(unit, locked.rule_book_version))
    await carry_out(unit, locked.cases, [move])
    return move.case


async def _follow(
    unit: Unit,
    locked: store.Locked,
    batch: Sequence[Received[E]],
    fact: Fact,
    decide: Callable[[Case, E, Moment], Move | Contradiction | None],
) -> None:
    """Let each fact act, in order, on the case as the facts before it left it."""
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    cases = dict(locked.cases)
    moves: list[Move] = []
    strangers: list[Received[E]] = []
    for received in batch:
        event = received.event
        case = cases.get(ApplicationId(UUID(event.subject)))
        if case is None:
            strangers.append(received)
            continue
        match process.receive(case, fact, getattr(event, "round", None)):
            case Reception.STALE:
                continue
            case Reception.EARLY:
                unit.retry_later(received, f"{fact} came in state {case.state}")
            case Reception.CONTRADICTION:
                unit.park(received, f"{fact} cannot be true in state {case.state}")
            case Reception.ACT:
                match decide(case, event, moment):
                    case Move() as move:
                        moves.append(move)
                        cases[case.id] = move.case
                    case str(contradiction):
                        unit.park(received, contradiction)
    await carry_out(unit, locked.cases, moves)
    if strangers:
        await estate_payments.follow(unit, strangers)


def payoff_of(event: LoanPayoffCertified) -> Payoff:
    """What loans certified."""
    return Payoff(
        event.contract_number,
        event.settled_on,
        event.total_principal_fen + event.total_interest_fen,
        event.offset_agreement_ever,
    )


def reservation_of(event: FundsReserved, data: PersonalData) -> Reservation:
    """What accounts froze."""
    return Reservation(
        reserved_on=event.reserved_on,
        account_tail=event.account_tail,
        holder_name_sealed=data.seal(event.holder_name, HOLDER_NAME, event.application_id),
        closing=event.closing,
        principal_fen=event.principal_fen,
        interest_fen=event.interest_fen,
        amount_fen=event.amount_fen,
        balance_after_fen=event.balance_after_fen,
        retained_fen=event.retained_fen,
        seal_reason=event.seal_reason,
        sealed_on=event.sealed_on,
        paid_up_to=event.paid_up_to,
        months_behind=event.months_behind,
    )
