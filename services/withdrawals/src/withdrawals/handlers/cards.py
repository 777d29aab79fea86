"""Whose card it is (账户核验): the bank is asked at its first use, or when it is kept; then it is remembered.

An application with a card of which the bank has not said that it is the applicant's waits in `card_check`,
its money frozen. Whatever the question came from, the answer is about the card: every application that
waits for it goes on.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from shared.base.calendar import months_after
from shared.base.identifiers import BankCard
from shared.messages.cards import CardChecked, CardMovedIn, CardVerdict
from shared.messages.inquiries import AccountFactsTold
from shared.messaging.unit import Context, Received, Unit, events_of
from shared.sealing.personal_data import UnreadablePersonalData
from withdrawals import announcements, decisions
from withdrawals.decisions import Move
from withdrawals.domain import ApplicationId, State
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import estate_payments
from withdrawals.handlers.moves import carry_out
from withdrawals.sealed import KEPT_CARD, opened
from withdrawals.store import applications, rulebooks
from withdrawals.store import cards as store
from withdrawals.store.cards import Card, CardState

CARDS_MOST = 5
"""That a person keeps."""
SILENCE = timedelta(hours=30)
"""After that a question of which nothing was heard is asked anew: longer than settlement asks the bank."""
STATES = {
    CardVerdict.MATCHED: CardState.VERIFIED,
    CardVerdict.REFUSED: CardState.REFUSED,
    CardVerdict.UNANSWERED: CardState.UNANSWERED,
}


async def keep(unit: Unit, person_id: UUID, number: BankCard) -> Card:
    """Keep an own card (收款银行卡); the bank is asked about it unless it was not long ago.

    Raises `TOO_MANY_CARDS`.
    """
    moment = await rulebooks.moment(unit)
    card_hash = unit.personal_data.lookup_hash(number.value)
    kept = await store.kept(unit.connection, person_id)
    data = unit.personal_data
    if not any(data.fits(one.card_hash, card_hash) for one in kept) and len(kept) >= CARDS_MOST:
        raise Refused(Reason.TOO_MANY_CARDS, most=str(CARDS_MOST))
    known = await store.find(unit.connection, person_id, card_hash)
    months = moment.book.general(moment.today).card_valid_months
    if (
        known is not None
        and known.verified_on is not None
        and moment.today < months_after(known.verified_on, months)
    ):
        held = await store.set_kept(unit.connection, known.id, person_id, unit.clock.now())
        assert held is not None, "it is locked"
        return held
    card_id = store.id_of(person_id, card_hash)
    new = Card(
        id=card_id,
        person_id=person_id,
        card_hash=card_hash,
        card_sealed=unit.personal_data.seal(number.value, KEPT_CARD, card_id),
        card_tail=number.tail,
        state=CardState.NAMING,
        check_id=uuid4(),
        asked_at=unit.clock.now(),
        verified_on=None,
        refusal_code=None,
        kept_at=unit.clock.now(),
    )
    return (await _name(unit, [new]))[0]


async def _name(unit: Unit, cards: Sequence[Card]) -> list[Card]:
    """Ask accounts whose name the cards must be in; the bank is asked then."""
    asked = await store.ask(unit.connection, cards)
    today = unit.clock.today()
    for one in asked:
        unit.emit(announcements.facts_asked(one.check_id, one.person_id, today, loans_wanted=False))
    return asked


async def moved_in(unit: Unit, batch: Sequence[Received[CardMovedIn]]) -> None:
    """Keep cards that an older system knew; the bank is asked at the first use (R-WDR-3)."""
    now, data = unit.clock.now(), unit.personal_data
    cards: dict[UUID, Card] = {}
    for one in events_of(batch):
        number = BankCard(one.card)
        card_hash = data.lookup_hash(number.value)
        card_id = store.id_of(one.person_id, card_hash)
        cards[card_id] = Card(
            id=card_id,
            person_id=one.person_id,
            card_hash=card_hash,
            card_sealed=data.seal(number.value, KEPT_CARD, card_id),
            card_tail=number.tail,
            state=CardState.UNANSWERED,
            check_id=uuid4(),
            asked_at=now,
            verified_on=None,
            refusal_code=None,
            kept_at=now,
        )
    await store.add(unit.connection, list(cards.values()))


async def number_of(context: Context, card_id: UUID, person_id: UUID) -> BankCard:
    """Read the number of a kept card; raises `NOT_FOUND`, and `CARD_LOST` where nobody can any more."""
    card = await store.kept_one(context.pool, card_id, person_id)
    if card is None:
        raise Refused(Reason.NOT_FOUND)
    try:
        return BankCard(context.personal_data.open(card.card_sealed, KEPT_CARD, card.id))
    except UnreadablePersonalData as error:
        raise Refused(Reason.CARD_LOST) from error


async def drop(unit: Unit, card_id: UUID, person_id: UUID) -> Card:
    """Keep a card no longer; what was paid to it, and is on its way, stays. Raises `NOT_FOUND`."""
    dropped = await store.set_kept(unit.connection, card_id, person_id, None)
    if dropped is None:
        raise Refused(Reason.NOT_FOUND)
    return dropped


async def named(unit: Unit, events: Sequence[AccountFactsTold]) -> None:
    """Accounts told whose cards they must be: ask the bank; who has no account has no card to be paid to."""
    told = {one.inquiry_id: one for one in events}
    cards = await store.lock_asked(unit.connection, told, CardState.NAMING)
    saved: list[Card] = []
    for check_id, card in cards.items():
        name = told[check_id].name
        number = number_in(unit, card)
        if name is None or number is None:
            saved.append(replace(card, state=CardState.UNANSWERED))
            continue
        saved.append(replace(card, state=CardState.ASKED))
        unit.emit(announcements.card_check_asked(check_id, number, name, unit.clock.today()))
    if saved:
        await store.save(unit.connection, saved)


def number_in(unit: Unit, card: Card) -> str | None:
    """Read the number of a card; None where nobody can any more."""
    try:
        return unit.personal_data.open(card.card_sealed, KEPT_CARD, card.id)
    except UnreadablePersonalData:
        return None


async def card_checked(unit: Unit, batch: Sequence[Received[CardChecked]]) -> None:
    """The bank said whose card it is: remember it, and let the applications go on that waited for it."""
    told = {one.check_id: one for one in events_of(batch)}
    traces = {one.event.check_id: one.traceparent for one in batch}
    cards = await store.lock_asked(unit.connection, told, CardState.ASKED)
    if others := [one for one in batch if one.event.check_id not in cards]:
        await estate_payments.cards_checked(unit, others)
    if not cards:
        return
    learned = {card.id: _learned(card, told[check]) for check, card in cards.items()}
    await store.save(unit.connection, list(learned.values()))
    waiting = await store.waiting(unit.connection, learned)
    if not waiting:
        return
    locked = await applications.lock(unit.connection, waiting)
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    moves: list[Move] = []
    for case in locked.cases.values():
        if case.state is State.CARD_CHECK:
            said = told[learned[waiting[case.id]].check_id]
            unit.traceparents[str(case.id)] = traces[said.check_id]
            known = opened(case, unit.personal_data)
            ban = locked.bans[ApplicationId(case.id)]
            moves.append(decisions.card_checked(known, said.verdict, said.reason_code, ban, moment))
    await carry_out(unit, locked.cases, moves)


def _learned(card: Card, told: CardChecked) -> Card:
    matched = told.verdict is CardVerdict.MATCHED
    kept = card.verified_on if told.verdict is CardVerdict.UNANSWERED else None
    return replace(
        card,
        state=STATES[told.verdict],
        verified_on=told.checked_on if matched else kept,
        refusal_code=told.reason_code,
    )


async def ask_again(unit: Unit, limit: int) -> int:
    """Ask anew about kept cards whose verification aged, and where nothing was heard (R-WDR-3)."""
    moment = await rulebooks.moment(unit)
    months = moment.book.general(moment.today).card_valid_months
    old = await store.lock_old(
        unit.connection, months_after(moment.today, -months), unit.clock.now() - SILENCE, limit
    )
    if old:
        now = unit.clock.now()
        await _name(
            unit,
            [replace(one, state=CardState.NAMING, check_id=uuid4(), asked_at=now) for one in old],
        )
    return len(old)
