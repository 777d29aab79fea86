"""HTTP for a person about consent: to what, in which version, given or taken back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from gateway.access import LiveSession
from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.rules.consents import PURPOSES
from gateway.shapes.consents import ConsentList, ConsentSaid, ConsentShown
from gateway.store import consents
from gateway.store.consents import Consent
from shared.http.callers import ContextDependency, require
from shared.http.problems import not_found
from shared.identity.principal import Principal, Role

router = APIRouter(tags=["个人信息"])
Purpose = Annotated[
    str, Path(max_length=40, description="What is consented to, as the list has it.")
]
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]


@router.get("/consents", summary="我的同意")
async def my_consents(
    caller: Citizen, _session: LiveSession, context: ContextDependency
) -> ConsentList:
    """Say what one may consent to, and what one has said about it."""
    if caller.person_id is None:
        raise not_found()
    said = await consents.last(context.pool, caller.person_id)
    items = [ConsentShown.of(each, said.get(each.code)) for each in PURPOSES.values()]
    return ConsentList(items=items)


@router.put("/consents/{purpose}", summary="同意或撤回同意")
async def say(
    purpose: Purpose,
    body: ConsentSaid,
    caller: Citizen,
    _session: LiveSession,
    context: ContextDependency,
) -> ConsentShown:
    """Consent to a purpose's text as it is now, or take it back; each time is kept."""
    known = PURPOSES.get(purpose)
    if known is None or caller.person_id is None:
        raise not_found()
    if body.given and body.version != known.version:
        raise Refused(Reason.OTHER_VERSION)
    said = Consent(body.version, body.given, now_of(context))
    async with context.unit() as unit:
        await consents.add(unit.connection, caller, purpose, said)
    return ConsentShown.of(known, said)
