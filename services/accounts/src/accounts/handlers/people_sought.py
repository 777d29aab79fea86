"""A register or a paper names somebody by number: accounts tells which account holder (R-WDR-20)."""

from collections.abc import Sequence

from accounts.views import letters as views
from shared.messages.consents import PersonFound, PersonSought
from shared.messaging.unit import Received, Unit, events_of


async def tell(unit: Unit, batch: Sequence[Received[PersonSought]]) -> None:
    """Answer every question, also about a stranger; nothing of the person is told but who it is."""
    data = unit.personal_data
    hashes = {
        one.inquiry_id: data.lookup_hash(one.id_number.strip().upper()) for one in events_of(batch)
    }
    people = await views.people_of(unit.connection, list(hashes.values()))
    for inquiry_id, hashed in hashes.items():
        person = people.get(hashed)
        unit.emit(PersonFound(inquiry_id=inquiry_id, person_id=person["id"] if person else None))
