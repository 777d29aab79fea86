"""Facts are gathered, then an application is decided or an estimate made (R-WDR-21, 27)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from shared.messages.facts import FundsTold
from shared.messages.inquiries import AccountFactsTold, LoanStandingTold
from shared.messages.withdrawals import FundsWanted
from shared.messaging.unit import Received, Unit, events_of
from withdrawals import announcements, decisions, estimates
from withdrawals.agreements import CHANNEL
from withdrawals.decisions import Moment
from withdrawals.domain import (
    ApplicationId,
    Ban,
    Case,
    Debt,
    Joint,
    Payoff,
    PersonId,
    Spouse,
    State,
)
from withdrawals.dossier import HELD, TOLD, Dossier, Held, Register, Told, assemble
from withdrawals.estimates import Standing
from withdrawals.handlers import cards
from withdrawals.handlers.moves import carry_out
from withdrawals.looks import COUNTER, Allowed, Asking, look
from withdrawals.rules import CASES
from withdrawals.rules.ground import spread
from withdrawals.rules.model import Terms
from withdrawals.sealed import IDENTITY, REGISTERS
from withdrawals.shapes.estimates import EstimateAnswer, TypeEstimate
from withdrawals.store import applications as store
from withdrawals.store import claims, couples, inquiries, rulebooks
from withdrawals.store.inquiries import ESTIMATE, Inquiry

FACTS_ROUND, FUNDS_ROUND = 1, 2
ESTIMATE_PATIENCE = timedelta(minutes=10)
"""An estimate that is not made by then is begun anew."""
FACTS_HOLD = timedelta(days=1)
"""A fact that is older at the decision is asked again (R-WDR-21)."""
GROUNDS = {kind.kind: kind.ground for kind in CASES if kind.ground is not None}


async def ask(unit: Unit, new: Sequence[inquiries.New]) -> None:
    """Begin inquiries: accounts and loans tell first, then the registers are asked."""
    if not new:
        return
    today = unit.clock.today()
    await inquiries.begin(unit.connection, new, today, unit.clock.now())
    for one in new:
        unit.emit(announcements.facts_asked(one.id, one.person_id, today))


async def adopt(unit: Unit, limit: int) -> int:
    """Ask again for applications that came back from a backup, and have nobody who asks."""
    orphans = await inquiries.without_one(unit.connection, GROUNDS, limit)
    new = [inquiries.New(one, person, inquiries.APPLICATION, kind) for one, person, kind in orphans]
    await ask(unit, new)
    return len(new)


async def are_old(unit: Unit, case: Case) -> bool:
    """Whether what services and registers said of a case of the law is to be asked again (R-WDR-21)."""
    if case.kind not in GROUNDS:
        return False
    inquiry = (await inquiries.lock(unit.connection, [case.id])).get(case.id)
    return (
        inquiry is None
        or inquiry.gathered_at is None
        or unit.clock.now() - inquiry.gathered_at > FACTS_HOLD
    )


async def ask_again(unit: Unit, case: Case, read: Mapping[Register, Told]) -> None:
    """Ask everything anew, but what papers have shown: before, and what is read from them now."""
    known = await _shown_by_papers(unit, case) | dict(read)
    text = TOLD.dump_json(known).decode()
    await inquiries.renew(
        unit.connection,
        inquiries.New(case.id, case.person_id, inquiries.APPLICATION, case.kind),
        unit.personal_data.seal(text, REGISTERS, case.id),
        unit.clock.today(),
        unit.clock.now(),
    )
    unit.emit(announcements.facts_asked(case.id, case.person_id, unit.clock.today()))


async def _shown_by_papers(unit: Unit, case: Case) -> dict[Register, Told]:
    inquiry = (await inquiries.lock(unit.connection, [case.id])).get(case.id)
    if inquiry is None or inquiry.registers_sealed is None:
        return {}
    told = TOLD.validate_json(
        unit.personal_data.open(inquiry.registers_sealed, REGISTERS, inquiry.id)
    )
    return {register: one for register, one in told.items() if one.paper}


async def ask_for_estimate(unit: Unit, person_id: UUID) -> UUID:
    """Begin an estimate, or name the one that is being made."""
    since = unit.clock.now() - ESTIMATE_PATIENCE
    known = await inquiries.open_estimate(unit.connection, person_id, since)
    if known is not None:
        return known
    new = inquiries.New(uuid4(), person_id, ESTIMATE)
    await ask(unit, [new])
    return new.id


async def account_facts_told(unit: Unit, batch: Sequence[Received[AccountFactsTold]]) -> None:
    """Accounts told: of round 1 the facts, of round 2 what would be frozen."""
    events = events_of(batch)
    await cards.named(unit, events)
    facts = [
        (
            one.inquiry_id,
            one.account.model_dump(mode="json") if one.account else None,
            _identity(unit, one),
        )
        for one in events
        if one.round == FACTS_ROUND
    ]
    if facts:
        await inquiries.note_accounts(unit.connection, facts, unit.clock.now())
    told = {one.inquiry_id: one.funds for one in events if one.round == FUNDS_ROUND}
    for inquiry in (await inquiries.lock(unit.connection, told)).values() if told else ():
        await _answer(unit, inquiry, told[inquiry.id])


def _identity(unit: Unit, event: AccountFactsTold) -> str:
    """Keep name and number of the identity document as one sealed value; registers are asked by them."""
    identity = f"{event.name or ''}\n{event.id_number or ''}"
    return unit.personal_data.seal(identity, IDENTITY, event.inquiry_id)


async def loan_standing_told(unit: Unit, batch: Sequence[Received[LoanStandingTold]]) -> None:
    """Loans told."""
    told = [(one.inquiry_id, one.model_dump(mode="json")) for one in events_of(batch)]
    await inquiries.note_loans(unit.connection, told, unit.clock.now())


def needed(inquiry: Inquiry) -> frozenset[Register]:
    """Name the registers that are to answer first: of the type, or of all for an estimate."""
    kinds = GROUNDS if inquiry.kind is None else (inquiry.kind,)
    grounds = [GROUNDS[kind] for kind in kinds]
    return frozenset[Register]().union(*(one.needs | one.asks_too for one in grounds))


async def conclude(
    unit: Unit, inquiry_id: UUID, told: Mapping[Register, Told], spouse: Spouse | None = None
) -> bool:
    """Everything is known: decide the application, or ask accounts what it would freeze.

    `spouse`: whom the marriage register names, and whether registers were asked about both (R-WDR-20).
    True where an application waits for papers, or for that spouse, from now on.
    """
    found = await inquiries.lock(unit.connection, [inquiry_id])
    inquiry = found.get(inquiry_id)
    if inquiry is None or inquiry.gathered_at is not None:
        return False
    sealed = unit.personal_data.seal(TOLD.dump_json(dict(told)).decode(), REGISTERS, inquiry.id)
    await inquiries.gathered(
        unit.connection,
        inquiry.id,
        sealed,
        unit.clock.now(),
        silent_hash=spouse.number_hash if spouse and not spouse.consents else None,
        looked_up_hash=spouse.number_hash if spouse and spouse.consents else None,
    )
    dossier = dossier_of(inquiry, told)
    if inquiry.purpose == ESTIMATE:
        await _ask_funds(unit, inquiry, dossier)
        return False
    return await _decide(unit, inquiry, dossier)


def dossier_of(inquiry: Inquiry, told: Mapping[Register, Told]) -> Dossier:
    """Put together what was told; raises `ValueError` where a register talks nonsense."""
    loans: Iterable[Mapping[str, Any]] = inquiry.loans["loans"] if inquiry.loans else ()
    return assemble(str(inquiry.person_id), inquiry.account, loans, told)


async def _decide(unit: Unit, inquiry: Inquiry, dossier: Dossier) -> bool:
    locked = await store.lock(unit.connection, [inquiry.id])
    case = locked.cases.get(ApplicationId(inquiry.id))
    if case is None or case.state is not State.SUBMITTED:
        return False
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    await claims.hold(unit.connection, dossier.keys())
    standing = await _standing(unit, inquiry, dossier, locked.bans[case.id], moment)
    joint = await _joint(unit, case, dossier)
    kind, terms = moment.book.type_of(case.kind), moment.book.terms(case.kind, case.accepted_on)
    asking = Asking(
        case.accepted_on,
        inquiry.subject,
        inquiry.wanted_fen,
        case.channel == COUNTER,
        _agreed_least(case, moment),
        joint,
    )
    seen = look(kind, terms, standing.facts, dossier, claims=standing.claims, asking=asking)
    payoff = standing.payoff if kind.ground is None else None
    move = decisions.facts_gathered(case, seen, payoff, moment)
    held = _held(case, dossier, seen, terms) if isinstance(seen, Allowed) else None
    if held is not None and move.event is not None:
        told = move.event.model_copy(update={"claims": HELD.dump_json(held).decode()})
        move = replace(move, event=told)
    await carry_out(unit, locked.cases, [move])
    if held is not None:
        if case.reservation is not None:
            await claims.let_go(unit.connection, case.id)
        await claims.add(unit.connection, case.id, held)
    return move.case.state is State.AWAITING_PAPERS


async def _joint(unit: Unit, case: Case, dossier: Dossier) -> Joint | None:
    """By what spouses signed a run takes, and keep whose spouse the register says its owner is (R-WDR-49)."""
    if case.channel != CHANNEL:
        return None
    joint = await couples.joint_of(unit.connection, case.id)
    if joint is not None:
        key = dossier.household.key if dossier.household.married else None
        await couples.note_household(unit.connection, case.id, key)
    return joint


def _agreed_least(case: Case, moment: Moment) -> int | None:
    """Of a run of an agreement: less is not paid; None for every other application."""
    if case.channel != CHANNEL:
        return None
    return moment.book.agreed(case.accepted_on).least_part_fen


def _held(case: Case, dossier: Dossier, seen: Allowed, terms: Terms) -> Held | None:
    """What the application holds from now on; None where nobody else may claim it."""
    if seen.ceiling is None:
        return None
    asked_fen = seen.conditions.cap_fen or 0
    if case.reservation is not None:
        asked_fen = min(asked_fen, case.reservation.amount_fen)
    used = [
        *spread(asked_fen, seen.ceiling.items),
        *((item, 0) for item in seen.ceiling.markers),
    ]
    group = terms.ground.exclusive_group if terms.ground else None
    lines = tuple((item.key, item.period, fen) for item, fen in used)
    return Held(group, dossier.household.key, lines) if lines else None


async def _standing(
    unit: Unit, inquiry: Inquiry, dossier: Dossier, ban: Ban | None, moment: Moment
) -> Standing:
    loans = inquiry.loans or {}
    payoff = payoff_of(loans)
    elsewhere = 0
    if payoff is not None:
        elsewhere = await claims.claimed_of_loan(unit.connection, payoff.contract_number)
    return Standing(
        person_id=PersonId(inquiry.person_id),
        today=moment.today,
        ban=ban,
        debt=debt_of(loans),
        payoff=payoff,
        payoff_denied=loans.get("payoff_denied"),
        claimed_elsewhere_fen=elsewhere,
        dossier=dossier,
        claims=await claims.of(unit.connection, inquiry.person_id, dossier, inquiry.id),
    )


def debt_of(loans: Mapping[str, Any]) -> Debt | None:
    """Read what somebody owes of what loans told; None where it told nothing."""
    if not loans:
        return None
    return Debt(
        loans["unpaid_as_borrower"], loans["unpaid_as_co_borrower"], loans["unpaid_as_guarantor"]
    )


def payoff_of(loans: Mapping[str, Any]) -> Payoff | None:
    """Read the loan that somebody paid off of what loans told."""
    if not loans or loans["payoff_contract"] is None:
        return None
    event = LoanStandingTold.model_validate(loans)
    assert event.payoff_contract is not None
    assert event.payoff_settled_on is not None
    return Payoff(
        event.payoff_contract,
        event.payoff_settled_on,
        event.payoff_repaid_fen or 0,
        bool(event.payoff_offset_ever),
    )


async def _of_estimate(unit: Unit, inquiry: Inquiry, dossier: Dossier) -> tuple[Standing, Moment]:
    version, bars = await store.standing(unit.connection, [inquiry.person_id])
    moment = await rulebooks.moment(unit, version)
    barred = bars[inquiry.person_id]
    standing = await _standing(unit, inquiry, dossier, barred.ban, moment)
    if barred.brakes is None:
        return standing, moment
    paid = await store.paid_on(unit.connection, inquiry.person_id, moment.today)
    return replace(standing, brakes=barred.brakes, paid_today_fen=paid), moment


async def _ask_funds(unit: Unit, inquiry: Inquiry, dossier: Dossier) -> None:
    standing, moment = await _of_estimate(unit, inquiry, dossier)
    wanted = tuple(
        FundsWanted(kind=kind, conditions=seen.conditions)
        for kind, seen in estimates.looks(standing, moment).items()
        if isinstance(seen, Allowed)
    )
    unit.emit(announcements.funds_wanted(inquiry.id, inquiry.person_id, moment.today, wanted))


async def _answer(unit: Unit, inquiry: Inquiry, funds: Sequence[FundsTold]) -> None:
    if inquiry.registers_sealed is None or inquiry.gathered_at is None:
        return
    told = TOLD.validate_json(
        unit.personal_data.open(inquiry.registers_sealed, REGISTERS, inquiry.id)
    )
    standing, moment = await _of_estimate(unit, inquiry, dossier_of(inquiry, told))
    found = estimates.estimates(standing, funds, moment)
    answer = EstimateAnswer(as_of=moment.today, types=[TypeEstimate.of(one) for one in found])
    await inquiries.answer(
        unit.connection, inquiry.id, answer.model_dump(mode="json"), unit.clock.now()
    )
