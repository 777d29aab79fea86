"""What takes two people here: whoever could void a document alone could ruin somebody's purchase."""

from documents.domain import KIND_TEXTS
from documents.handlers import withdrawing
from documents.shapes.revocations import Revocation
from shared.identity.principal import Principal
from shared.messages.documents import DocumentKind
from shared.messaging.unit import Unit
from shared.operations.parking.operation import SET_ASIDE
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: Revocation, _by: Principal) -> Facts:
    person_id, kind = await withdrawing.issued(unit, body.number)
    summary = f"作废{KIND_TEXTS[DocumentKind(kind)]}（编号{body.number}）"
    return Facts(body.number, summary, frozenset({person_id}))


async def _execute(unit: Unit, body: Revocation, decision: Decision) -> None:
    await withdrawing.withdraw(unit, body.number, decision.reason, decision.proposal_id)


WITHDRAW = Operation("document.withdraw", "作废证明", Revocation, _examine, _execute)
OPERATIONS = (WITHDRAW, SET_ASIDE)
