"""What an employer, or the centre for it, asks about its operators (单位经办人), and the centre agrees to."""

from uuid import UUID, uuid4

from gateway.handlers import operators as handlers
from gateway.sealed import ID_NUMBER, NAME, PHONE
from gateway.shapes.operators import (
    OperatorGrounds,
    OperatorProposal,
    OperatorShown,
    RightsProposal,
)
from gateway.store.identities import NewIdentity, name_of
from gateway.store.operators import Operator
from shared.base.id_documents import IdDocument
from shared.base.identifiers import Phone, mask_name
from shared.http.callers import RIGHT_WORDS
from shared.identity.principal import Principal, Right, Role
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation
from shared.sealing.personal_data import PersonalData

MAKERS = frozenset({Role.STAFF_MAKER, Role.EMPLOYER_OPERATOR})


def _new(body: OperatorProposal, data: PersonalData) -> NewIdentity:
    """Seal somebody who shall be an operator; raises `InvalidIdentifier`."""
    document, phone = IdDocument.parse(body.id_type, body.id_number), Phone.parse(body.phone)
    identity_id = uuid4()
    return NewIdentity(
        identity_id,
        data.seal(body.name, NAME, identity_id),
        data.seal(document.value, ID_NUMBER, identity_id),
        data.lookup_hash(document.lookup_key),
        data.seal(phone.value, PHONE, identity_id),
        data.lookup_hash(phone.value),
        None,
        body.employer_number,
        document.kind.value,
    )


def _words(rights: frozenset[Right]) -> str:
    return "、".join(RIGHT_WORDS[right] for right in Right if right in rights)


async def _examine_new(unit: Unit, body: OperatorProposal, by: Principal) -> Facts:
    await handlers.demand_employer(unit, by, body.employer_number)
    new = _new(body, unit.personal_data)
    person_id = await handlers.check_new(unit, new)
    instead = ""
    if body.replaces is not None:
        leaving = await _of_employer(unit, body.replaces, by, body.employer_number)
        instead = f"，接替{_named(leaving, unit.personal_data)}"
    words = _words(frozenset(body.rights))
    summary = f"单位{body.employer_number}增加经办人{mask_name(body.name)}（{words}）{instead}"
    subject = f"{body.employer_number}/{new.id_number_hash[:12]}"
    return Facts(subject, summary, frozenset({person_id} if person_id else ()))


async def _of_employer(
    unit: Unit, operator_id: UUID, by: Principal, employer_number: str | None = None
) -> Operator:
    """An operator of the employer in question, whom somebody may ask something about."""
    found = await handlers.present(unit, operator_id)
    number = str(found.identity.employer_number)
    await handlers.demand_employer(unit, by, number)
    if employer_number not in (None, number):
        raise handlers.unknown()
    return found


def _named(operator: Operator, data: PersonalData) -> str:
    return f"{mask_name(name_of(operator.identity, data))}（{operator.login}）"


async def _appoint(unit: Unit, body: OperatorProposal, decision: Decision) -> OperatorShown:
    await handlers.demand_maker(unit, decision.maker_id)
    data = unit.personal_data
    made = await handlers.appoint(unit, _new(body, data), frozenset(body.rights))
    if body.replaces is not None:
        replaced = Right.CONFIRM in body.rights
        await handlers.shut(unit, body.replaces, replaced=replaced)
    return OperatorShown.of(made, data)


def _about(unit: Unit, operator: Operator, what: str) -> Facts:
    identity = operator.identity
    number, named = identity.employer_number, _named(operator, unit.personal_data)
    person = identity.own_person_id
    return Facts(
        str(identity.id), f"单位{number}经办人{named}{what}", frozenset({person} if person else ())
    )


async def _examine_rights(unit: Unit, body: RightsProposal, by: Principal) -> Facts:
    found = await _of_employer(unit, body.operator_id, by)
    return _about(unit, found, f"权限变更为：{_words(frozenset(body.rights))}")


async def _change(unit: Unit, body: RightsProposal, decision: Decision) -> OperatorShown:
    await handlers.demand_maker(unit, decision.maker_id)
    changed = await handlers.change_rights(unit, body.operator_id, frozenset(body.rights))
    return OperatorShown.of(changed, unit.personal_data)


async def _examine_shutting(unit: Unit, body: OperatorGrounds, by: Principal) -> Facts:
    return _about(unit, await _of_employer(unit, body.operator_id, by), "停用")


async def _shut(unit: Unit, body: OperatorGrounds, decision: Decision) -> OperatorShown:
    await handlers.demand_maker(unit, decision.maker_id)
    return OperatorShown.of(await handlers.shut(unit, body.operator_id), unit.personal_data)


async def _examine_reset(unit: Unit, body: OperatorGrounds, by: Principal) -> Facts:
    return _about(unit, await _of_employer(unit, body.operator_id, by), "重置登录密码和动态口令")


async def _reset(unit: Unit, body: OperatorGrounds, decision: Decision) -> OperatorShown:
    await handlers.demand_maker(unit, decision.maker_id)
    return OperatorShown.of(await handlers.reset(unit, body.operator_id), unit.personal_data)


INVITE = Operation(
    "operator.invite", "增加单位经办人", OperatorProposal, _examine_new, _appoint, makers=MAKERS
)
CHANGE = Operation(
    "operator.change", "变更经办人权限", RightsProposal, _examine_rights, _change, makers=MAKERS
)
SHUT = Operation(
    "operator.shut", "停用单位经办人", OperatorGrounds, _examine_shutting, _shut, makers=MAKERS
)
RESET = Operation(
    "operator.reset", "重置经办人登录", OperatorGrounds, _examine_reset, _reset, makers=MAKERS
)
OPERATIONS = (INVITE, CHANGE, SHUT, RESET)
