"""Notices and policies: shown, and taken down, by two people."""

from uuid import UUID, uuid4

from credit.errors import Reason, Refused
from credit.rules import policy_files
from credit.rules.policy_files import PolicyRow
from credit.shapes.policies import NewPolicy
from credit.store import documents as store
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


async def demand_new(unit: Unit, document_no: str) -> None:
    """Refuse a number under which a document is shown."""
    if await store.known(unit.connection, document_no):
        raise Refused(Reason.POLICY_KNOWN)


async def publish(unit: Unit, body: NewPolicy | PolicyRow, decision: Decision) -> UUID:
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


async def demand_whole(unit: Unit, text: str) -> list[PolicyRow]:
    """The documents of a file, none of which is shown yet; raises `Refused` with every flaw of every row."""
    rows, flaws = policy_files.read(text)
    if not flaws:
        known = await store.all_known(unit.connection, [one.document_no for one in rows])
        flaws = [
            policy_files.CellFlaw(number, "发文字号", "该文号的政策文件已发布")
            for number, one in enumerate(rows, start=2)
            if one.document_no in known
        ]
    if flaws:
        told = [{"row": one.row, "column": one.column, "message": one.sentence} for one in flaws]
        raise Refused(Reason.POLICIES_FLAWED, told={"errors": told})
    return rows


async def publish_file(unit: Unit, text: str, decision: Decision) -> int:
    """Show all documents of a file to everybody, or none; return how many."""
    rows = await demand_whole(unit, text)
    for row in rows:
        await publish(unit, row, decision)
    return len(rows)


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
