"""Notices and policies: shown, and taken down, by two people."""

from uuid import UUID, uuid4

from credit.errors import Reason, Refused
from credit.shapes.policies import NewPolicy
from credit.store import documents as store
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


async def demand_new(unit: Unit, document_no: str) -> None:
    """Refuse a number under which a document is shown."""
    if await store.known(unit.connection, document_no):
        raise Refused(Reason.POLICY_KNOWN)


async def publish(unit: Unit, body: NewPolicy, decision: Decision) -> UUID:
    """Show a document to everybody."""
    await demand_new(unit, body.document_no)
    new = store.NewDocument(
        uuid4(),
        body.title,
        body.issuer,
        body.document_no,
        body.issued_on,
        body.body,
        unit.clock.now(),
        decision.proposal_id,
    )
    if not await store.add(unit.connection, new):
        raise Refused(Reason.POLICY_KNOWN)
    return new.document_id


async def shown(unit: Unit, document_id: UUID) -> str:
    """Lock a document that is shown; return its title. Raises `Refused`."""
    title = await store.lock(unit.connection, document_id)
    if title is None:
        raise Refused(Reason.NOT_FOUND)
    return title


async def withdraw(unit: Unit, document_id: UUID, decision: Decision) -> None:
    """Show a document to nobody any more."""
    await shown(unit, document_id)
    now, by = unit.clock.now(), decision.proposal_id
    await store.withdraw(unit.connection, document_id, now, decision.reason, by)
