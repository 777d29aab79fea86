"""Agreements are signed and ended by people; their runs begin and end by themselves (R-WDR-48 to 52)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4

from shared.base.identifiers import BankCard
from shared.messaging.unit import Unit
from shared.sealing.personal_data import UnreadablePersonalData
from withdrawals import agreements as rules
from withdrawals import announcements, decisions, process
from withdrawals.agreements import CHANNEL, Agreement, Outcome, Standing, Told
from withdrawals.couples import LEFT, OVER, WAITS, Couple
from withdrawals.decisions import Moment, Move
from withdrawals.domain import ApplicationId, Case, Part, PersonId, State
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import couples, gathering, merges
from withdrawals.handlers.moves import begin
from withdrawals.process import Step
from withdrawals.rules.book import NotInForce
from withdrawals.rules.model import AgreedTerms
from withdrawals.sealed import AGREED_CARD, CARD
from withdrawals.store import agreements as store
from withdrawals.store import applications, inquiries, rulebooks
from withdrawals.texts import NOT_A_COUPLE

CARD_LOST = "收款银行卡信息无法读取，请更换银行卡后继续。"
BUSY = "另有一笔提取正在办理，次日再试。"
ENDED_BY_OWNER = "您已终止约定。"


@dataclass(frozen=True)
class Wish:
    """What somebody signs."""

    person_id: UUID
    kind: str
    every_months: int
    card: BankCard
    subject: str | None
    part: Part | None = None
    """What is signed with the spouse; None for whoever signs alone (R-WDR-49)."""
    code: str | None = None
    """The code of what the spouse has proposed; None for whoever signs first."""


def terms_on(moment: Moment, day: date) -> AgreedTerms:
    """Return the terms of agreements on a day; raises `NOT_AGREED` before there are any."""
    try:
        return moment.book.agreed(day)
    except NotInForce as error:
        raise Refused(Reason.NOT_AGREED) from error


async def sign(unit: Unit, wish: Wish) -> Agreement:
    """Sign an agreement; raises `NOT_AGREED`, `AGREEMENT_STANDS`, `BEING_MERGED`, what `couples` refuses."""
    await merges.demand_stays(unit, wish.person_id)
    moment = await rulebooks.moment(unit)
    terms = terms_on(moment, moment.today)
    if wish.kind not in terms.kinds:
        raise Refused(Reason.NOT_AGREED)
    couple: Couple | None = None
    if wish.code is not None:
        couple, _ = await couples.proposed(unit, wish.code, wish.person_id)
    signed = _signed(unit, wish, moment, terms)
    if not await store.add(unit.connection, signed):
        raise Refused(Reason.AGREEMENT_STANDS)
    if wish.part is None:
        _tell(unit, moment, signed, "signed", "约定提取已签订。")
    elif couple is None:
        await couples.propose(unit, moment, signed, wish.part)
    else:
        await couples.join(unit, moment, couple, signed, wish.part)
    return signed


def _signed(unit: Unit, wish: Wish, moment: Moment, terms: AgreedTerms) -> Agreement:
    period = rules.first_period(moment.today, terms, moment.book.calendar)
    agreement_id = uuid4()
    waits = wish.part is not None and wish.code is None
    return Agreement(
        id=agreement_id,
        person_id=wish.person_id,
        kind=wish.kind,
        subject=wish.subject,
        every_months=wish.every_months,
        card_sealed=unit.personal_data.seal(wish.card.value, AGREED_CARD, agreement_id),
        card_tail=wish.card.tail,
        signed_on=moment.today,
        period_on=period,
        next_try_on=None if waits else moment.book.calendar.roll_forward(period).date,
        state=Standing.PROPOSED if waits else Standing.ACTIVE,
        reason=WAITS if waits else None,
    )


async def end(unit: Unit, agreement_id: UUID, person_id: UUID) -> Agreement:
    """End an agreement at its owner's wish; a run that is under way goes on."""
    await couples.hold(unit, agreement_id)
    agreement = await _own(unit, agreement_id, person_id)
    if agreement.state is Standing.ENDED:
        return agreement
    moment = await rulebooks.moment(unit)
    after = rules.ended(agreement, ENDED_BY_OWNER, moment.today)
    await store.save(unit.connection, [after])
    await couples.dissolve(unit, moment, [after.id], LEFT)
    _tell(unit, moment, after, "ended", ENDED_BY_OWNER)
    return after


async def change_card(unit: Unit, agreement_id: UUID, person_id: UUID, card: BankCard) -> Agreement:
    """Pay to another card from now on; what was paused goes on. Raises `AGREEMENT_ENDED`."""
    agreement = await _own(unit, agreement_id, person_id)
    if agreement.state is Standing.ENDED:
        raise Refused(Reason.AGREEMENT_ENDED)
    moment = await rulebooks.moment(unit)
    after = replace(
        agreement,
        card_sealed=unit.personal_data.seal(card.value, AGREED_CARD, agreement.id),
        card_tail=card.tail,
    )
    if after.state is Standing.PAUSED:
        after = rules.resumed(after, moment.today, moment.book.calendar)
    await store.save(unit.connection, [after])
    _tell(unit, moment, after, "card_changed", f"约定提取改付到尾号{card.tail}的银行卡。")
    return after


async def _own(unit: Unit, agreement_id: UUID, person_id: UUID) -> Agreement:
    agreement = await store.lock(unit.connection, agreement_id, person_id)
    if agreement is None:
        raise Refused(Reason.NOT_FOUND)
    return agreement


async def begin_due(unit: Unit, limit: int) -> int:
    """Begin the runs whose day has come; who has another application open is tried tomorrow."""
    moment = await rulebooks.moment(unit)
    due = await store.lock_due(unit.connection, moment.today, limit)
    if not due:
        return 0
    taken = len(due)
    due = await _with_readable_cards(unit, due, moment)
    if not due:
        return taken
    _, bars = await applications.standing(unit.connection, [one.person_id for one in due])
    started = [_started(unit, one, moment, bars[one.person_id]) for one in due]
    created = await begin(unit, started)
    new = [
        inquiries.New(
            rules.run_id(one, moment.today),
            one.person_id,
            inquiries.APPLICATION,
            one.kind,
            one.subject,
        )
        for one, (_, moves) in zip(due, started, strict=True)
        if rules.run_id(one, moment.today) in created and moves[-1].case.state is State.SUBMITTED
    ]
    await gathering.ask(unit, new)
    await _keep(unit, moment, due, created)
    return taken


async def _with_readable_cards(
    unit: Unit, due: Sequence[Agreement], moment: Moment
) -> list[Agreement]:
    """Pause those whose card nobody can unseal any more, and tell; the others run."""
    good: list[Agreement] = []
    for one in due:
        try:
            unit.personal_data.open(one.card_sealed, AGREED_CARD, one.id)
            good.append(one)
        except UnreadablePersonalData:
            paused = rules.paused(one, CARD_LOST)
            await store.save(unit.connection, [paused])
            _tell(unit, moment, paused, "paused", CARD_LOST)
    return good


async def _keep(
    unit: Unit, moment: Moment, due: Sequence[Agreement], created: set[ApplicationId]
) -> None:
    begun = [
        (one.id, key if (key := rules.run_id(one, moment.today)) in created else None)
        for one in due
    ]
    await store.add_runs(unit.connection, begun, moment.today, BUSY, moment.now)
    late = [one for one, (_, application) in zip(due, begun, strict=True) if application is None]
    told = Told(Outcome.POSTPONED, BUSY)
    await store.save(unit.connection, [_after(one, told, moment) for one in late])


def _started(
    unit: Unit, agreement: Agreement, moment: Moment, bars: applications.Bars
) -> tuple[BankCard, list[Move]]:
    application_id = rules.run_id(agreement, moment.today)
    clear = unit.personal_data.open(agreement.card_sealed, AGREED_CARD, agreement.id)
    promise = moment.book.promise(moment.today)
    case = Case(
        id=application_id,
        person_id=PersonId(agreement.person_id),
        kind=agreement.kind,
        state=process.target_of(None, Step.SUBMIT),
        channel=CHANNEL,
        card_sealed=unit.personal_data.seal(clear, CARD, application_id),
        card_tail=agreement.card_tail,
        accepted_on=moment.today,
        submitted_at=moment.now,
        promise=promise,
        step_due_at=decisions.first_deadline(promise, moment),
        brakes=bars.brakes,
    )
    return BankCard(clear), decisions.submit(case, bars.ban, moment)


def _after(agreement: Agreement, told: Told, moment: Moment) -> Agreement:
    terms = terms_on(moment, moment.today)
    return rules.after(agreement, told, moment.today, terms, moment.book.calendar)


async def conclude_ended(unit: Unit, limit: int) -> int:
    """Let each ended run mean what it means for its agreement, and tell the person."""
    ended = await store.lock_ended(unit.connection, limit)
    if not ended:
        return 0
    moment = await rulebooks.moment(unit)
    locked = await applications.lock(unit.connection, [key for _, key in ended])
    told: list[tuple[UUID, Told]] = []
    changed: dict[UUID, Agreement] = {}
    for agreement, key in ended:
        case = locked.cases[ApplicationId(key)]
        found = rules.told_of(case)
        before = changed.get(agreement.id, agreement)
        after = _concluded(before, case, found, moment)
        told.append((key, found))
        changed[agreement.id] = after
        if found.outcome not in (Outcome.NOTHING_DUE, Outcome.PAID) or after.state != before.state:
            _tell(unit, moment, after, found.outcome.value, found.text)
    await store.conclude(unit.connection, told, moment.now)
    await store.save(unit.connection, list(changed.values()))
    await _dissolve(unit, moment, locked.cases.values(), ended, changed)
    return len(ended)


async def _dissolve(
    unit: Unit,
    moment: Moment,
    cases: Iterable[Case],
    ended: Sequence[tuple[Agreement, UUID]],
    after: Mapping[UUID, Agreement],
) -> None:
    """Who ended, or signed with somebody who is no spouse, takes alone from now on; so does the other."""
    strangers = {case.id for case in cases if case.refusal and case.refusal.code == NOT_A_COUPLE}
    apart = {one.id for one, key in ended if key in strangers}
    gone = {one.id for one in after.values() if one.state is Standing.ENDED}
    if gone | apart:
        await couples.dissolve(unit, moment, sorted(gone | apart), OVER)


def _concluded(agreement: Agreement, case: Case, told: Told, moment: Moment) -> Agreement:
    if case.state in (State.FAILED, State.RETURNED):
        terms = terms_on(moment, moment.today)
        return rules.card_refused(agreement, told.text, moment.today, terms, moment.book.calendar)
    return _after(agreement, told, moment)


def _tell(unit: Unit, moment: Moment, agreement: Agreement, what: str, text: str) -> None:
    name = moment.book.type_of(agreement.kind).name
    unit.emit(announcements.agreement_told(agreement, name, what, text, moment.today))


async def remind_due(unit: Unit, limit: int) -> int:
    """Tell who wanted to know that the day has come from which a withdrawal is possible."""
    moment = await rulebooks.moment(unit)
    rows = await store.reminded(unit.connection, moment.today, moment.now, limit)
    for row in rows:
        name = moment.book.type_of(row["kind"]).name
        unit.emit(
            announcements.reminded(row["application_id"], row["person_id"], name, row["due_on"])
        )
    return len(rows)


async def want_reminder(unit: Unit, application_id: UUID, person_id: UUID) -> Case:
    """Keep that somebody wants to be told; raises `NOT_FOUND` and `NO_DAY`."""
    locked = await applications.lock(unit.connection, [application_id])
    case = locked.cases.get(ApplicationId(application_id))
    if case is None or case.person_id != person_id:
        raise Refused(Reason.NOT_FOUND)
    if case.refusal is None or case.refusal.eligible_from is None:
        raise Refused(Reason.NO_DAY)
    await store.remind(unit.connection, application_id, case.refusal.eligible_from)
    return case
