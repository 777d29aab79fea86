"""What is inherited, claimed at the counter by two people, and paid share by share (R-WDR-46).

Every payment has an id of its own, which the frozen money, the order and the posting have too. Another one
may stand for one that could not be made, but never beside it.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4, uuid5

from shared.base.identifiers import BankCard
from shared.base.money import yuan
from shared.messages.accounts import FundsPosted, FundsRestored
from shared.messages.estates import EstateFundsRefused, EstateFundsReserved, EstateRefusal
from shared.messaging.unit import Received, Unit, events_of
from shared.proposals.operation import Decision
from withdrawals import announcements as cases
from withdrawals import estate_announcements as announcements
from withdrawals import estates as rules
from withdrawals.errors import Reason, Refused
from withdrawals.estates import (
    HEIRS_MOST,
    PROCESS,
    Basis,
    Claim,
    Death,
    Estate,
    EstateState,
    Heir,
    NewHeir,
    Payment,
    Purpose,
    State,
    Step,
)
from withdrawals.handlers import deaths
from withdrawals.sealed import HEIR_CARD, HEIR_ID, HEIR_NAME, PAYMENT_CARD
from withdrawals.store import deaths as death_store
from withdrawals.store import estates as store
from withdrawals.store import rulebooks


async def claimable(unit: Unit, claim: Claim) -> Death:
    """Lock the death of a claim that can be taken; raises the refusals of the counter."""
    death = await death_store.lock(unit.connection, claim.death_id)
    if death is None:
        raise Refused(Reason.NOT_FOUND)
    if death.revoked_at is not None:
        raise Refused(Reason.DEATH_REVOKED)
    if await store.stands(unit.connection, claim.death_id):
        raise Refused(Reason.ESTATE_STANDS)
    documents = {one.document.lookup_key for one in claim.heirs}
    nobody = claim.basis is Basis.NOBODY
    if nobody == bool(claim.heirs) or len(documents) < len(claim.heirs):
        raise Refused(Reason.HEIRS_UNCLEAR)
    if len(claim.heirs) > HEIRS_MOST:
        raise Refused(Reason.HEIRS_UNCLEAR)
    await deaths.none_under_way(unit, death.person_id)
    return death


async def take(unit: Unit, claim: Claim, decision: Decision) -> Estate:
    """Keep the claim, and have every share set aside in one transaction."""
    death = await claimable(unit, claim)
    moment = await rulebooks.moment(unit)
    small = moment.book.estate(moment.today).small_estate_fen
    estate = Estate(
        id=uuid4(),
        death_id=death.id,
        person_id=death.person_id,
        basis=claim.basis,
        evidence=decision.evidence,
        state=EstateState.REQUESTED,
        most_fen=small if claim.basis is Basis.DECLARATION else None,
        set_aside_fen=0,
        refusal_code=None,
        refusal_text=None,
        account_tail=None,
        claimed_on=moment.today,
        proposal_id=decision.proposal_id,
        proposed_by=decision.maker_id,
        decided_by=decision.checker_id,
    )
    heirs = [_heir(unit, estate.id, place, one) for place, one in enumerate(claim.heirs, start=1)]
    if not await store.add(unit.connection, estate, heirs, moment.now):
        raise Refused(Reason.ESTATE_STANDS)
    await _request(unit, estate, heirs, uuid5(estate.id, "first"), Purpose.SHARE)
    return estate


def _heir(unit: Unit, estate_id: UUID, position: int, new: NewHeir) -> Heir:
    heir_id, seal = uuid4(), unit.personal_data.seal
    return Heir(
        id=heir_id,
        estate_id=estate_id,
        position=position,
        parts=new.parts,
        id_type=new.document.kind.value,
        name_sealed=seal(new.name, HEIR_NAME, heir_id),
        id_number_sealed=seal(new.document.value, HEIR_ID, heir_id),
        card_sealed=seal(new.card.value, HEIR_CARD, heir_id) if new.card else None,
        card_tail=new.card.tail if new.card else None,
    )


async def _request(
    unit: Unit,
    estate: Estate,
    heirs: Sequence[Heir],
    request_id: UUID,
    purpose: Purpose,
    *,
    instead_of: UUID | None = None,
    deciders: Sequence[UUID] = (),
) -> None:
    """Have a share set aside for each of these heirs, under payments of their own; twice is once."""
    payments = [_payment(unit, heir, request_id, purpose, instead_of) for heir in heirs]
    await store.add_payments(unit.connection, payments)
    data = unit.personal_data
    documents = [
        {"type": heir.id_type, "number": data.open(heir.id_number_sealed, HEIR_ID, heir.id)}
        for heir in heirs
    ]
    staff = deciders or (estate.proposed_by, estate.decided_by)
    unit.emit(
        announcements.funds_requested(
            estate,
            [(one, heir.parts) for one, heir in zip(payments, heirs, strict=True)],
            request_id,
            unit.clock.today(),
            instead_of=instead_of,
            staff=await store.as_citizens(unit.connection, staff),
            heirs=json.dumps(documents, ensure_ascii=False),
        )
    )


def _payment(
    unit: Unit, heir: Heir, request_id: UUID, purpose: Purpose, instead_of: UUID | None
) -> Payment:
    payment_id, data = uuid5(request_id, str(heir.id)), unit.personal_data
    card = data.open(heir.card_sealed, HEIR_CARD, heir.id) if heir.card_sealed else None
    return Payment(
        id=payment_id,
        estate_id=heir.estate_id,
        heir_id=heir.id,
        request_id=request_id,
        purpose=purpose,
        instead_of=instead_of,
        state=PROCESS.target_of(None, Step.REQUEST),
        fen=None,
        card_sealed=data.seal(card, PAYMENT_CARD, payment_id) if card else None,
        card_tail=heir.card_tail,
        check_id=uuid4(),
    )


async def funds_reserved(unit: Unit, batch: Sequence[Received[EstateFundsReserved]]) -> None:
    """Every share is set aside: ask the bank whose cards they are to go to, hold those without one."""
    for event in events_of(batch):
        estate = await store.lock(unit.connection, event.estate_id)
        if estate is None:
            continue
        payments = await store.payments_of_request(unit.connection, event.request_id)
        waiting = [one for one in payments if one.state is State.REQUESTED]
        if payments and not waiting:
            continue
        amounts = {one.share_id: one.amount_fen for one in event.shares}
        again = any(one.purpose is Purpose.AGAIN for one in waiting)
        total = 0 if again else event.principal_fen + event.interest_fen
        paying = replace(
            estate,
            state=EstateState.PAYING if payments else EstateState.INCOME,
            set_aside_fen=estate.set_aside_fen + total,
            account_tail=event.account_tail,
            refusal_code=None,
            refusal_text=None,
        )
        await store.save_estate(unit.connection, paying)
        heirs = {one.id: one for one in await store.heirs_of(unit.connection, estate.id)}
        waiting.sort(key=lambda one: heirs[one.heir_id].position)
        moved = [_set_aside(unit, one, heirs[one.heir_id], amounts[one.id]) for one in waiting]
        await store.save(unit.connection, moved)
        if again:
            await _replace(unit, moved)


def _set_aside(unit: Unit, payment: Payment, heir: Heir, fen: int) -> Payment:
    if fen == 0:
        return stepped(payment, Step.DROP, fen=0)
    if payment.card_sealed is None:
        return stepped(payment, Step.HOLD, fen=fen, reason=rules.NO_CARD)
    checked = stepped(payment, Step.CHECK_CARD, fen=fen)
    card = unit.personal_data.open(payment.card_sealed, PAYMENT_CARD, payment.id)
    name = unit.personal_data.open(heir.name_sealed, HEIR_NAME, heir.id)
    unit.emit(cases.card_check_asked(checked.check_id, card, name, unit.clock.today()))
    return checked


async def _replace(unit: Unit, made: Sequence[Payment]) -> None:
    before = await store.payments(
        unit.connection, [one.instead_of for one in made if one.instead_of]
    )
    await store.save(unit.connection, [stepped(one, Step.REPLACE) for one in before])


def stepped(payment: Payment, step: Step, **changes: object) -> Payment:
    """Take a step of the table; raises `IllegalMove`."""
    state = PROCESS.target_of(payment.state, step)
    return replace(payment, state=state, **changes)  # type: ignore[arg-type]


async def funds_refused(unit: Unit, batch: Sequence[Received[EstateFundsRefused]]) -> None:
    """Nothing is set aside: the first claim is refused with its reason, a later one changes nothing."""
    for event in events_of(batch):
        estate = await store.lock(unit.connection, event.estate_id)
        payments = await store.payments_of_request(unit.connection, event.request_id)
        if estate is None or (payments and payments[0].state is not State.REQUESTED):
            continue
        first = event.request_id == uuid5(estate.id, "first")
        dropped = [stepped(one, Step.DROP, fen=0) for one in payments]
        await store.save(unit.connection, dropped)
        told = _refusal(event)
        if first and estate.state is EstateState.REQUESTED:
            estate = replace(estate, state=EstateState.REFUSED)
        if first or event.reason_code is not EstateRefusal.NOTHING:
            told_estate = replace(estate, refusal_code=event.reason_code.value, refusal_text=told)
            await store.save_estate(unit.connection, told_estate)


def _refusal(event: EstateFundsRefused) -> str:
    text = rules.REFUSAL_TEXTS[event.reason_code]
    if event.reason_code is EstateRefusal.TOO_MUCH and event.amount_fen is not None:
        return f"本息合计{yuan(event.amount_fen)}元。{text}"
    return text


async def order(unit: Unit, payment: Payment, estate: Estate, heir: Heir) -> Payment:
    """Have the bank pay it, once."""
    ordered = stepped(payment, Step.ORDER, ordered_on=unit.clock.today())
    assert payment.card_sealed is not None, "its card was checked"
    moment = await rulebooks.moment(unit)
    unit.emit(
        cases.share_ordered(
            estate,
            ordered,
            unit.personal_data.open(payment.card_sealed, PAYMENT_CARD, payment.id),
            unit.personal_data.open(heir.name_sealed, HEIR_NAME, heir.id),
            today=moment.today,
            deadline_on=moment.book.promise(moment.today).pay_by,
        )
    )
    return ordered


async def repayable(unit: Unit, payment_id: UUID) -> tuple[Payment, Estate, Heir]:
    """Lock a share that is held or came back; raises `NOT_FOUND` and `NOT_HELD`."""
    found = await store.payments(unit.connection, [payment_id])
    if not found:
        raise Refused(Reason.NOT_FOUND)
    (payment,) = found
    replaced = await store.is_replaced(unit.connection, payment_id)
    if replaced or payment.state not in (State.HELD, State.RETURNED):
        raise Refused(Reason.NOT_HELD)
    estate = await store.lock(unit.connection, payment.estate_id)
    assert estate is not None, "a payment belongs to an estate"
    heirs = {one.id: one for one in await store.heirs_of(unit.connection, estate.id)}
    return payment, estate, heirs[payment.heir_id]


async def pay_again(unit: Unit, payment_id: UUID, card: BankCard, decision: Decision) -> Payment:
    """Pay a held share, or one that came back, to this card, under a payment of its own."""
    payment, estate, heir = await repayable(unit, payment_id)
    sealed = unit.personal_data.seal(card.value, HEIR_CARD, heir.id)
    changed = replace(heir, card_sealed=sealed, card_tail=card.tail)
    await store.set_card(unit.connection, changed)
    request_id = uuid5(payment.id, "again")
    if await store.payments_of_request(unit.connection, request_id):
        request_id = uuid5(decision.proposal_id, "again")
    await _request(
        unit,
        estate,
        [changed],
        request_id,
        Purpose.AGAIN,
        instead_of=payment.id,
        deciders=(decision.maker_id, decision.checker_id),
    )
    (made,) = await store.payments_of_request(unit.connection, request_id)
    return made


async def money_came_back(unit: Unit, batch: Sequence[Received[FundsRestored]]) -> None:
    """What the dead were paid lies on the account again: a supplement for the heirs, without being asked."""
    own = await _own(unit, [event.application_id for event in events_of(batch)])
    for event in events_of(batch):
        if event.application_id not in own:
            await _supplement(unit, event.person_id, event.application_id)


async def posted(unit: Unit, batch: Sequence[Received[FundsPosted]]) -> None:
    """The last share is booked, and something lies there still: a supplement, so that the account closes."""
    rest = [event for event in events_of(batch) if not event.account_closed]
    own = await _own(unit, [event.application_id for event in rest])
    for event in rest:
        if event.application_id in own:
            await _supplement(unit, event.person_id, event.application_id)


async def _own(unit: Unit, ids: Sequence[UUID]) -> set[UUID]:
    return {one.id for one in await store.payments(unit.connection, ids)} if ids else set()


async def _supplement(unit: Unit, person_id: UUID, cause: UUID) -> None:
    estate = await store.standing_of(unit.connection, person_id)
    if estate is None or estate.state is EstateState.REQUESTED:
        return
    heirs = await store.heirs_of(unit.connection, estate.id)
    await _request(unit, estate, heirs, uuid5(estate.id, str(cause)), Purpose.SUPPLEMENT)


async def done(unit: Unit, estate_ids: set[UUID]) -> None:
    """An estate of which every payment is done is done."""
    for estate_id in sorted(estate_ids):
        estate = await store.lock(unit.connection, estate_id)
        assert estate is not None, "a payment belongs to an estate"
        left = await store.unfinished(unit.connection, estate_id)
        state = EstateState.PAYING if left else EstateState.PAID
        if state is not estate.state:
            await store.save_estate(unit.connection, replace(estate, state=state))
