"""A citizen's phone on file (预留手机号) changed at the counter, by two: the old one is lost."""

from uuid import UUID

from gateway.errors import Reason, Refused
from gateway.handlers import phones as handlers
from gateway.handlers.codes import phone_for
from gateway.shapes.phones import PhoneProposal, PhoneShown
from gateway.store import identities
from gateway.store import phones as store
from gateway.store.identities import name_of
from shared.base.id_documents import IdDocument
from shared.base.identifiers import Phone, mask_name, mask_phone
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _citizen(unit: Unit, body: PhoneProposal) -> UUID:
    document = IdDocument.parse(body.id_type, body.id_number)
    number_hash = unit.personal_data.lookup_hash(document.lookup_key)
    found = await store.lock_citizen(unit.connection, id_number_hash=number_hash)
    if found is None:
        raise Refused(Reason.UNKNOWN)
    return found


async def _examine(unit: Unit, body: PhoneProposal, _by: Principal) -> Facts:
    identity_id, phone = await _citizen(unit, body), Phone.parse(body.phone)
    identity = await identities.identity_by_id(unit.connection, identity_id)
    if identity is None or identity.person_id is None:
        raise Refused(Reason.UNKNOWN)
    others = await handlers.others_with(unit, identity_id, phone)
    warning = f"；该号码另有{others}人登记，请核实是否共用或号码已转让" if others else ""
    name = mask_name(name_of(identity, unit.personal_data))
    same = phone_for(unit, identity) == phone.value
    what = "经核对确认为" if same else "改为"
    return Facts(
        str(identity_id),
        f"{name}的预留手机号{what}{mask_phone(phone.value)}{warning}",
        frozenset({identity.person_id}),
    )


async def _change(unit: Unit, body: PhoneProposal, _decision: Decision) -> PhoneShown:
    identity_id = await _citizen(unit, body)
    return PhoneShown(
        phone=await handlers.change_at_counter(unit, identity_id, Phone.parse(body.phone))
    )


CHANGE = Operation("phone.change", "柜台更换预留手机号", PhoneProposal, _examine, _change)
OPERATIONS = (CHANGE,)
