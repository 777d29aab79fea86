"""What takes two people here: whoever could choose the carrier alone could choose who reads the codes."""

from uuid import UUID

from notifications.handlers import routes
from notifications.shapes import ROUTE_TEXTS, RouteChange, RouteChanged
from notifications.store import subscribers
from shared.base.identifiers import mask_phone
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.operations.parking.operation import SET_ASIDE
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
OPERATIONS = (CHANGE_ROUTE, SET_ASIDE)
