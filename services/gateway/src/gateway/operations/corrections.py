"""A citizen's name or ID number corrected by two people of the centre, on evidence (R-INF-2).

Nobody of the staff gives their own number to somebody's account: it would be theirs.
"""

from uuid import UUID

from gateway.errors import Reason, Refused
from gateway.handlers import corrections as handlers
from gateway.sealed import ID_NUMBER
from gateway.shapes.corrections import CorrectionShown, IdentityProposal
from gateway.store import corrections as store
from gateway.store import phones
from gateway.store.corrections import person_of
from shared.base.id_documents import IdDocument
from shared.base.identifiers import mask_id_number, mask_name
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.errors import Reason as ProposalReason
from shared.proposals.errors import Refused as ProposalRefused
from shared.proposals.operation import Decision, Facts, Operation, always


async def _citizen(unit: Unit, body: IdentityProposal) -> UUID:
    document = IdDocument.parse(body.present_id_type, body.present_id_number)
    number_hash = unit.personal_data.lookup_hash(document.lookup_key)
    found = await phones.lock_citizen(unit.connection, id_number_hash=number_hash)
    if found is None:
        raise Refused(Reason.UNKNOWN)
    sealed = unit.personal_data.seal(document.value, ID_NUMBER, found)
    await store.complete(unit.connection, found, sealed, document.kind.value)
    return found


async def _examine(unit: Unit, body: IdentityProposal, by: Principal) -> Facts:
    identity_id, wanted = await _citizen(unit, body), body.person
    wanted_hash = unit.personal_data.lookup_hash(wanted.document.lookup_key)
    if await store.has_number(unit.connection, by.identity_id, wanted_hash):
        raise ProposalRefused(ProposalReason.OWN_AFFAIR)
    async with unit.undone():
        await handlers.correct_at_counter(unit, identity_id, wanted, body.evidence)
    on_file = await handlers.demand_other(unit, identity_id, wanted)
    present = person_of(on_file, unit.personal_data)
    before, after = present.document, wanted.document
    assert on_file.person_id is not None, "citizens are people"
    return Facts(
        str(identity_id),
        f"{mask_name(present.name)}（{before.kind.text}{mask_id_number(before.value)}）"
        f"更正为{mask_name(wanted.name)}（{after.kind.text}{mask_id_number(after.value)}）",
        frozenset({on_file.person_id}),
    )


async def _correct(unit: Unit, body: IdentityProposal, decision: Decision) -> CorrectionShown:
    identity_id = await _citizen(unit, body)
    made = await handlers.correct_at_counter(unit, identity_id, body.person, decision.evidence)
    return CorrectionShown.of(made, unit.personal_data)


CORRECT = Operation(
    "identity.correct", "更正姓名、证件号码", IdentityProposal, _examine, _correct, scanned=always
)
OPERATIONS = (CORRECT,)
