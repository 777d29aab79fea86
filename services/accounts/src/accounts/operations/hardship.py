"""What an employer asks for online is put to a checker, exactly as it was asked for (R-DEP-9)."""

from typing import Any
from uuid import UUID

from accounts.domain import Month
from accounts.errors import Reason, Refused
from accounts.handlers import hardship as handlers
from accounts.operations.deferrals import DEFER
from accounts.operations.lowerings import LOWER
from accounts.shapes.deferrals import DeferralProposal
from accounts.shapes.lowerings import LoweringProposal
from accounts.store import hardship as store
from accounts.store.rows import HardshipRow
from shared.identity.principal import Principal
from shared.messages.employers import Hardship
from shared.messaging.unit import Unit
from shared.proposals import handlers as proposals
from shared.proposals.operation import Operation
from shared.proposals.shapes import Grounds, ProposalAnswer

DOCUMENT_CHARACTERS = 100
"""Of the number of a document, as proposals name it."""


async def propose(
    unit: Unit, request_id: UUID, grounds: Grounds, maker: Principal
) -> ProposalAnswer:
    """Put an open request to a checker; the resolution is its evidence.

    Raises what `handlers.locked` does, `REQUEST_PROPOSED`, and what bars the matter by now.
    """
    row = await handlers.locked(unit, request_id)
    if row["proposed"]:
        raise Refused(Reason.REQUEST_PROPOSED)
    resolution = f"决议{row['resolution_number']}"[:DOCUMENT_CHARACTERS]
    evidence = (resolution, *(one for one in grounds.evidence if one != resolution))
    operation, body = _asked(row, grounds)
    made = await proposals.propose(
        unit, operation, body, maker, reason=grounds.reason, evidence=evidence
    )
    await store.put_to_checker(unit.connection, request_id, made.id)
    return ProposalAnswer.of(made, operation)


def _asked(row: HardshipRow, grounds: Grounds) -> tuple[Operation, Any]:
    same = {
        **grounds.model_dump(),
        "employer_number": row["employer_number"],
        "request_id": row["id"],
        "from_month": str(Month.of(row["from_month"])),
        "until_month": str(Month.of(row["until_month"])),
        "resolution_number": row["resolution_number"],
        "resolution_on": row["resolution_on"],
    }
    if row["kind"] == Hardship.DEFERRAL:
        return DEFER, DeferralProposal.model_validate({**same, "catch_up_by": row["catch_up_by"]})
    pair = {name: row[name] for name in ("employer_ratio_bp", "employee_ratio_bp")}
    return LOWER, LoweringProposal.model_validate({**same, **pair})
