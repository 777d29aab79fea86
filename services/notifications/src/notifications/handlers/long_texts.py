"""Long texts of citizens: their parts are kept until all have come, or until nobody waits any longer."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from notifications.carriers import ReceivedPart, ReceivedText
from notifications.rules import joining
from notifications.rules.joining import Joined, Part
from notifications.sealed import PART_OCTETS, PART_PHONE
from notifications.settings import Settings
from notifications.store import parts
from notifications.store.parts import PartRow
from shared.base.identifiers import Phone
from shared.messaging.unit import Unit


async def take(
    unit: Unit[Settings], came: Sequence[ReceivedPart], now: datetime
) -> list[ReceivedText]:
    """Keep parts that came; give the texts that are finished by them."""
    new = [_part(unit, part) for part in came]
    phones = sorted({part.phone_hash for part in new})
    rows = await parts.of_phones(unit.connection, phones)
    joined = joining.join([_known(unit, row) for row in rows], new)
    return await _keep(unit, joined, now)


async def give_up(unit: Unit[Settings], now: datetime) -> list[ReceivedText]:
    """Finish texts of which a part has not come in time, and forget what was finished long ago."""
    wait = timedelta(seconds=unit.context.settings.long_text_wait_seconds)
    await parts.prune(unit.connection, now - 2 * wait)
    phones = await parts.phones_waiting_since(unit.connection, now - wait)
    if not phones:
        return []
    rows = await parts.of_phones(unit.connection, phones)
    enough = frozenset(row.part_id for row in rows if row.received_at <= now - wait)
    return await _keep(unit, joining.overdue([_known(unit, row) for row in rows], enough), now)


async def _keep(unit: Unit[Settings], joined: Joined, now: datetime) -> list[ReceivedText]:
    await parts.settle(unit.connection, joined.settled)
    await parts.keep(unit.connection, [_row(unit, part, now) for part in joined.kept])
    return [
        ReceivedText(Phone.parse(text[0].phone), joining.words(text), joining.is_whole(text))
        for text in joined.finished
    ]


def _part(unit: Unit, came: ReceivedPart) -> Part:
    return Part(
        part_id=uuid.uuid4(),
        phone=came.phone.value,
        phone_hash=unit.personal_data.lookup_hash(came.phone.value),
        place=came.place,
        octets=came.octets,
        alphabet=came.alphabet,
        mark=unit.personal_data.lookup_hash(came.octets.hex()),
    )


def _row(unit: Unit, part: Part, now: datetime) -> PartRow:
    seal = unit.personal_data.seal
    return PartRow(
        part_id=part.part_id,
        phone_sealed=seal(part.phone, PART_PHONE, part.part_id),
        phone_hash=part.phone_hash,
        place=part.place,
        alphabet=part.alphabet,
        octets_sealed=seal(part.octets.hex(), PART_OCTETS, part.part_id),
        octets_hash=part.mark,
        received_at=now,
        text_id=part.text_id,
    )


def _known(unit: Unit, row: PartRow) -> Part:
    """Open a part that waits; of one that has become a text nobody reads the words any more."""
    unseal, waits = unit.personal_data.open, row.text_id is None
    octets = unseal(row.octets_sealed, PART_OCTETS, row.part_id) if waits else ""
    return Part(
        part_id=row.part_id,
        phone=unseal(row.phone_sealed, PART_PHONE, row.part_id) if waits else "",
        phone_hash=row.phone_hash,
        place=row.place,
        octets=bytes.fromhex(octets),
        alphabet=row.alphabet,
        mark=row.octets_hash,
        text_id=row.text_id,
    )
