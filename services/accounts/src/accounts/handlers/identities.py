"""What a person is called, and by which document known, as the gateway says (R-INF-2)."""

from collections.abc import Sequence

from accounts.handlers.employers import ID_TAIL_CHARACTERS
from accounts.rules.identity_proposal import ProposalState
from accounts.sealed import PERSON_ID_NUMBER, PERSON_NAME
from accounts.store import identities as store
from accounts.store import identity_proposals as proposals
from accounts.store.identities import ChangedIdentity
from accounts.store.identity_proposals import Standing
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
    taken = [_taken(event) for event in events_of(batch) if event.by_whom == "employer"]
    await proposals.move(unit.connection, taken)
    for position in await store.left_out(unit.connection, told):
        unit.retry_later(batch[position], TAKEN)


def _taken(event: PersonIdentityChanged) -> Standing:
    """An employer's proposal that took effect has the id of the change."""
    return Standing(event.change_id, ProposalState.TAKEN, None, event.changed_at)


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
