"""Who may log in, by what the accounts service says."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from gateway.clock import now_of
from gateway.handlers import erasures, operators
from gateway.sealed import ID_NUMBER, NAME, PHONE
from gateway.store import identities
from gateway.store.identities import NewIdentity
from shared.base.id_documents import IdDocument, IdType
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData


async def know_individuals(unit: Unit, batch: Sequence[Received[IndividualAccountOpened]]) -> None:
    """Let the owners of new accounts log in; what was told of somebody who was forgotten since is ignored."""
    present = await erasures.still_known(unit, batch)
    events = events_of(present)
    told = [_citizen(unit.personal_data, event) for event in events]
    data, now = unit.personal_data, now_of(unit.context)
    await identities.keep_individuals(unit.connection, data, told, now)
    await identities.seal_as_told(unit.connection, data, told)
    await erasures.welcome_back(unit, list(zip(told, events, strict=True)))
    for position in await identities.contradicting(unit.connection, told):
        unit.park(
            present[position], "the person or the ID number is known as another one (R-ACC-8)"
        )


async def know_operators(unit: Unit, batch: Sequence[Received[EmployerRegistered]]) -> None:
    """Let the operators of new employers log in; they activate it with the code that is texted."""
    told = [_operator(unit.personal_data, event) for event in events_of(batch)]
    await operators.register(unit, told)


def _citizen(data: PersonalData, event: IndividualAccountOpened) -> NewIdentity:
    document = IdDocument.parse(IdType(event.id_type), event.id_number)
    return _sealed(data, event.name, document, event.phone, person_id=event.person_id)


def _operator(data: PersonalData, event: EmployerRegistered) -> NewIdentity:
    document = IdDocument.parse(IdType(event.operator_id_type), event.operator_id_number)
    number = event.employer_number
    return _sealed(
        data, event.operator_name, document, event.operator_phone, employer_number=number
    )


def _sealed(
    data: PersonalData,
    name: str,
    document: IdDocument,
    phone: str,
    *,
    person_id: UUID | None = None,
    employer_number: str | None = None,
) -> NewIdentity:
    identity_id = uuid4()
    return NewIdentity(
        identity_id,
        data.seal(name, NAME, identity_id),
        data.seal(document.value, ID_NUMBER, identity_id),
        data.lookup_hash(document.lookup_key),
        data.seal(phone, PHONE, identity_id),
        data.lookup_hash(phone),
        person_id,
        employer_number,
        document.kind.value,
    )
