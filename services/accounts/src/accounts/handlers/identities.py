"""What a person is called, and by which document known, as the gateway says (R-INF-2)."""

from collections.abc import Sequence

from accounts.handlers.employers import ID_TAIL_CHARACTERS
from accounts.sealed import PERSON_ID_NUMBER, PERSON_NAME
from accounts.store import identities as store
from accounts.store.identities import ChangedIdentity
from shared.base.id_documents import IdDocument, IdType
from shared.messages.gateway import PersonIdentityChanged
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData

TAKEN = "another person has that ID number: two accounts of one person are merged (R-ACC-8)"


async def changed(unit: Unit, batch: Sequence[Received[PersonIdentityChanged]]) -> None:
    """Keep names and numbers; what is older than known is ignored.

    Whose number another person has waits for that one's own change, or is set aside for the operators.
    """
    told = [_changed(unit.personal_data, event) for event in events_of(batch)]
    await store.change(unit.connection, told)
    for position in await store.left_out(unit.connection, told):
        unit.retry_later(batch[position], TAKEN)


def _changed(data: PersonalData, event: PersonIdentityChanged) -> ChangedIdentity:
    document = IdDocument.parse(IdType(event.id_type), event.id_number)
    return ChangedIdentity(
        event.person_id,
        data.seal(event.name, PERSON_NAME, event.person_id),
        document.kind.value,
        data.seal(document.value, PERSON_ID_NUMBER, event.person_id),
        data.lookup_hash(document.lookup_key),
        document.value[-ID_TAIL_CHARACTERS:],
        event.changed_at,
    )
