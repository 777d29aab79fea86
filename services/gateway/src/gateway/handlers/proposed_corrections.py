"""What employers propose to correct: asked of the register, and never above the person (R-INF-2)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import corrections
from gateway.rules.corrections import Ground, Person, State, Verdict
from gateway.store import corrections as store
from gateway.store import phones
from shared.base.id_documents import IdDocument, IdType
from shared.messages.changes import IdentityCorrectionProposed
from shared.messaging.unit import Received, Unit, events_of

GROUNDS = {
    Reason.NOTHING_TO_CORRECT: Ground.ALREADY_SO,
    Reason.NUMBER_NOT_KEPT: Ground.ONLY_AT_COUNTER,
    Reason.DECEASED: Ground.ONLY_AT_COUNTER,
    Reason.UNKNOWN: Ground.ONLY_AT_COUNTER,
}


async def proposed(unit: Unit, batch: Sequence[Received[IdentityCorrectionProposed]]) -> None:
    """Have the register asked about each; told again it is the same. A handful a day, one after the other."""
    known = await store.known(unit.connection, [one.correction_id for one in events_of(batch)])
    for received in sorted(batch, key=_place):
        event = received.event
        if event.correction_id in known:
            continue
        identity_id = await phones.lock_person(unit.connection, event.person_id)
        if identity_id is None:
            unit.retry_later(received, "the account was not told yet")
            continue
        known.add(event.correction_id)
        try:
            refused = await _ask(unit, event, identity_id)
        except Refused as refusal:
            refused = GROUNDS[Reason(refusal.reason)]
        if refused is not None:
            _say(unit, event, refused)


def _place(received: Received[IdentityCorrectionProposed]) -> tuple[UUID, datetime]:
    """People are locked in one order, and whom two employers propose about, the later one is asked of."""
    return received.event.person_id, received.event.proposed_at


async def _ask(unit: Unit, event: IdentityCorrectionProposed, identity_id: UUID) -> Ground | None:
    wanted = Person(event.name, IdDocument.parse(IdType(event.id_type), event.id_number))
    on_file = await corrections.demand_other(unit, identity_id, wanted)
    if await store.open_by_oneself(unit.connection, identity_id):
        return Ground.OWN_GOES_FIRST
    await corrections.withdraw(unit, identity_id)
    new = corrections.new_correction(
        unit,
        on_file,
        wanted,
        corrections.BY_EMPLOYER,
        state=State.ASKING,
        evidence=event.evidence,
        new_id=event.correction_id,
    )
    await store.add(unit.connection, new)
    return None


def _say(unit: Unit, event: IdentityCorrectionProposed, ground: Ground) -> None:
    verdict = Verdict(State.REFUSED, ground)
    unit.emit(
        announcements.correction_told(
            event.correction_id,
            event.person_id,
            corrections.BY_EMPLOYER,
            verdict,
            now_of(unit.context),
        )
    )
