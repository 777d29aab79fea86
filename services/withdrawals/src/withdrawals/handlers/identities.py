"""Somebody is called otherwise, or has another number (R-INF-2): consents and cards follow.

What is under way stays as it began: an application is paid in the name with which its money was set aside.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from shared.messages.gateway import PersonIdentityChanged
from shared.messaging.unit import Received, Unit, events_of
from withdrawals import announcements
from withdrawals.handlers import cards, consents
from withdrawals.store import cards as card_store
from withdrawals.store import identities as store
from withdrawals.store.cards import Card, CardState


async def changed(unit: Unit, batch: Sequence[Received[PersonIdentityChanged]]) -> None:
    """Follow changes that are newer than what was heard before."""
    told = events_of(batch)
    newer = await store.keep(unit.connection, [(one.person_id, one.changed_at) for one in told])
    changes = {one.person_id: one for one in told if (one.person_id, one.changed_at) in newer}
    data = unit.personal_data
    hashes = {person: consents.hash_of(data, one.id_number) for person, one in changes.items()}
    if hashes:
        await store.renumber(unit.connection, hashes)
        await consents.go_on(unit, consents.WOKEN_MOST)
    renamed = {person: one.name for person, one in changes.items() if one.name_changed}
    asked = [
        (card, number)
        for card in await card_store.lock_judged(unit.connection, renamed)
        if (number := cards.number_in(unit, card)) is not None
    ]
    anew = [_anew(unit, card) for card, _ in asked]
    await card_store.ask(unit.connection, anew)
    for card, (_, number) in zip(anew, asked, strict=True):
        name = renamed[card.person_id]
        unit.emit(announcements.card_check_asked(card.check_id, number, name, unit.clock.today()))


def _anew(unit: Unit, card: Card) -> Card:
    """The bank's word was about the name of before: it is asked about the one of now."""
    return replace(card, state=CardState.ASKED, check_id=uuid4(), asked_at=unit.clock.now())
