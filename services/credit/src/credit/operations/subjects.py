"""Two people for the registers: who comes in, what they are called, who is one with whom (R-CRD-6, 10)."""

from credit.domain import SUBJECT_KIND_TEXTS
from credit.handlers import subjects as handlers
from credit.shapes.subjects import Merger, NewSubject, Registered, SubjectChange
from credit.store import subjects as store
from shared.base.identifiers import mask_name
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


def _who(unit: Unit, body: NewSubject) -> handlers.Named:
    return handlers.named(unit.personal_data, body.name, body.code, body.id_number)


async def _examine_new(unit: Unit, body: NewSubject, _by: Principal) -> Facts:
    who = _who(unit, body)
    await handlers.demand_new(unit, who)
    shown = who.name if who.code else mask_name(who.name)
    subject = who.code or f"person:{who.hashes[0][:16]}" if who.hashes else str(who.code)
    return Facts(subject, f"{shown}列入{SUBJECT_KIND_TEXTS[who.kind]}主体库")


async def _register(unit: Unit, body: NewSubject, decision: Decision) -> Registered:
    subject_id = await handlers.register(unit, _who(unit, body), body.source, decision)
    return Registered(subject_id=subject_id)


async def _examine_change(unit: Unit, body: SubjectChange, _by: Principal) -> Facts:
    after = await handlers.changed(unit, body.subject_id, body.name, body.code)
    return Facts(str(body.subject_id), f"主体更名换码为{after.name}（{after.code}）")


async def _change(unit: Unit, body: SubjectChange, decision: Decision) -> None:
    await handlers.change(unit, body.subject_id, body.name, body.code, decision)


async def _examine_merger(unit: Unit, body: Merger, _by: Principal) -> Facts:
    one, other = await handlers.to_merge(unit, body.subject_id, body.into)
    summary = f"{one.name or '自然人主体'}并入{other.name or '另一自然人主体'}"
    people = await store.people_of(unit.connection, [body.subject_id, body.into])
    return Facts(str(body.subject_id), summary, people)


async def _merge(unit: Unit, body: Merger, decision: Decision) -> None:
    await handlers.merge(unit, body.subject_id, body.into, decision)


REGISTER = Operation("subject.register", "主体入库", NewSubject, _examine_new, _register)
CHANGE = Operation("subject.change", "主体更名换码", SubjectChange, _examine_change, _change)
MERGE = Operation("subject.merge", "主体合并", Merger, _examine_merger, _merge)
OPERATIONS = (REGISTER, CHANGE, MERGE)
