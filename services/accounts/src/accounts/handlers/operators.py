"""Unit operators (单位经办人): known as the gateway says, their rights asked for where they act."""

from collections.abc import Sequence
from uuid import UUID

from accounts.errors import Reason, Refused
from accounts.sealed import (
    OPERATOR_ID_NUMBER,
    OPERATOR_NAME,
    OPERATOR_PHONE,
    UNIT_OPERATOR_ID_NUMBER,
    UNIT_OPERATOR_NAME,
    UNIT_OPERATOR_PHONE,
)
from accounts.store import operators as store
from accounts.store.operators import KnownOperator
from shared.base.id_documents import IdDocument, IdType
from shared.identity.principal import Right
from shared.messages.gateway import OperatorChanged
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData


async def know(unit: Unit, batch: Sequence[Received[OperatorChanged]]) -> None:
    """Keep how operators stand; events may repeat and overtake each other."""
    told = [_known(unit.personal_data, event) for event in events_of(batch)]
    await store.keep(unit.connection, told)
    seal, opened = unit.personal_data.seal, unit.personal_data.open
    contacts = [
        (
            row["number"],
            seal(
                opened(row["name_sealed"], UNIT_OPERATOR_NAME, row["id"]),
                OPERATOR_NAME,
                row["social_credit_code"],
            ),
            seal(
                opened(row["id_number_sealed"], UNIT_OPERATOR_ID_NUMBER, row["id"]),
                OPERATOR_ID_NUMBER,
                row["social_credit_code"],
            ),
            seal(
                opened(row["phone_sealed"], UNIT_OPERATOR_PHONE, row["id"]),
                OPERATOR_PHONE,
                row["social_credit_code"],
            ),
        )
        for row in await store.contacts(
            unit.connection, sorted({one.employer_number for one in told})
        )
    ]
    await store.name_contacts(unit.connection, contacts)


def _known(data: PersonalData, event: OperatorChanged) -> KnownOperator:
    document = IdDocument.parse(IdType(event.id_type), event.id_number)
    return KnownOperator(
        event.operator_id,
        event.employer_number,
        data.seal(event.name, UNIT_OPERATOR_NAME, event.operator_id),
        data.seal(document.value, UNIT_OPERATOR_ID_NUMBER, event.operator_id),
        data.lookup_hash(document.lookup_key),
        data.seal(event.phone, UNIT_OPERATOR_PHONE, event.operator_id),
        data.lookup_hash(event.phone),
        event.rights,
        event.active,
        event.appointed_at,
        event.changed_at,
    )


async def demand(unit: Unit, operator_id: UUID, wanted: frozenset[Right]) -> None:
    """Refuse whose right has ended since the token was given; held until the transaction ends."""
    if await ended(unit, [(operator_id, wanted)]):
        raise Refused(Reason.RIGHT_ENDED)


async def ended(unit: Unit, asked: Sequence[tuple[UUID, frozenset[Right]]]) -> set[UUID]:
    """Return whose right has ended since the token was given, of those who want one; all are held.

    Whom nothing is known of yet has what the token says: the gateway's word about a new one may be late.
    """
    rows = await store.standing(unit.connection, [operator_id for operator_id, _ in asked])
    rights = {row["id"]: set(map(Right, row["rights"])) if row["active"] else set() for row in rows}
    return {
        operator_id
        for operator_id, wanted in asked
        if operator_id in rights and wanted.isdisjoint(rights[operator_id])
    }
