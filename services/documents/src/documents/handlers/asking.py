"""A document is asked for: by the person, or by staff who say why (R-CRT-2)."""

from uuid import uuid4

from documents import announcements
from documents.domain import Asker, Request, RequestState, Wanted
from documents.errors import Reason, Refused
from documents.process import REQUEST, Step
from documents.rules.kinds import demand_complete
from documents.settings import settings_of
from documents.store import requests as store
from shared.messaging.unit import Unit


async def ask(unit: Unit, wanted: Wanted, asker: Asker) -> Request:
    """Store a request and ask the owners; raises `Refused`."""
    today = unit.clock.today()
    demand_complete(wanted, today)
    limit = settings_of(unit.context).requests_per_day
    if await store.count_of_day(unit.connection, wanted.person_id, today) >= limit:
        raise Refused(Reason.TOO_MANY_REQUESTS, limit=limit)
    request = Request(
        request_id=uuid4(),
        wanted=wanted,
        state=RequestState(REQUEST.target_of(None, Step.ASK)),
        as_of=today,
        asker=asker,
        requested_at=unit.clock.now(),
        number=None,
        refusal=None,
        finished_at=None,
    )
    await store.add(unit.connection, request)
    unit.emit(announcements.requested(request.request_id, wanted, today))
    return request
