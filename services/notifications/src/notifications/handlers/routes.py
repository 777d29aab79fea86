"""The table of routes: by which carrier goes what begins with which digits, or goes to whom."""

import uuid

from notifications.errors import Reason, Refused
from notifications.settings import settings_of
from notifications.shapes.texts import RouteChange
from notifications.store import routes
from notifications.store.routes import RouteRow
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


def demand(unit: Unit, wanted: RouteChange) -> None:
    """Raise `ROUTE_DAY_PASSED` or `ROUTE_NOT_CONNECTED` where a row would say what cannot be."""
    if wanted.effective_from < unit.clock.today():
        raise Refused(Reason.ROUTE_DAY_PASSED)
    if wanted.route not in settings_of(unit.context).routes:
        raise Refused(Reason.ROUTE_NOT_CONNECTED)


async def change(unit: Unit, wanted: RouteChange, decision: Decision) -> uuid.UUID:
    """Add the row that two people agreed on; a ported number is kept by its keyed hash."""
    phone, route_id = wanted.phone, uuid.uuid4()
    row = RouteRow(
        route_id=route_id,
        prefix=wanted.prefix,
        phone_hash=unit.personal_data.lookup_hash(phone) if phone else None,
        phone_tail=phone[-4:] if phone else None,
        route=wanted.route,
        effective_from=wanted.effective_from,
        proposal_id=decision.proposal_id,
        decided_at=unit.clock.now(),
    )
    await routes.keep(unit.connection, row)
    return route_id
