"""What takes two people here: whoever chose the carrier alone could choose who reads the codes, and whoever
worded the texts alone could make 12329 say anything to a whole city."""

from uuid import UUID

from notifications.handlers import routes, wordings
from notifications.rules.words import day, sentence
from notifications.shapes.texts import ROUTE_TEXTS, RouteChange, RouteChanged
from notifications.shapes.wordings import WordingDecided, WordingProposed
from notifications.store import subscribers
from shared.base.identifiers import mask_phone
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.operations.parking.operation import SET_ASIDE
from shared.operations.policy_desk.drafts import demand_that_it_would_stand, write
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: RouteChange, _by: Principal) -> Facts:
    routes.demand(unit, body)
    people: frozenset[UUID] = frozenset()
    if body.phone:
        subject, what = unit.personal_data.lookup_hash(body.phone), mask_phone(body.phone)
        known = await subscribers.persons_by_phone(unit.connection, [subject])
        people = frozenset(known.get(subject, ()))
    else:
        subject = what = f"{body.prefix}号段"
    summary = f"自{body.effective_from}起，{what}的短信走{ROUTE_TEXTS[body.route]}"
    return Facts(subject, summary, people)


async def _change(unit: Unit, body: RouteChange, decision: Decision) -> RouteChanged:
    return RouteChanged(route_id=await routes.change(unit, body, decision))


CHANGE_ROUTE = Operation("sms_route.change", "变更短信通道", RouteChange, _examine, _change)


async def _examine_wording(unit: Unit, body: WordingProposed, _by: Principal) -> Facts:
    drafted = await wordings.examined(unit, body)
    await demand_that_it_would_stand(unit, drafted)
    (found,) = drafted.differences
    since = f"自{day(body.effective_from)}起，{drafted.name}改为"
    summary = f"{since}：{sentence(found.after)}（{body.document_number}）"
    return Facts(body.template, summary)


async def _reword(unit: Unit, body: WordingProposed, _decision: Decision) -> WordingDecided:
    await write(unit, await wordings.examined(unit, body))
    return WordingDecided(template=body.template, effective_from=body.effective_from)


REWORD = Operation("text.reword", "短信文字变更", WordingProposed, _examine_wording, _reword)
OPERATIONS = (CHANGE_ROUTE, REWORD, SET_ASIDE)
