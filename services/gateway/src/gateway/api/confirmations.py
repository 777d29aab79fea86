"""HTTP for whoever is about to move money or to bind themselves: a fresh code for exactly that."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from gateway.access import Address, LiveSession, SettingsDependency
from gateway.clock import now_of
from gateway.errors import Reason, must_wait
from gateway.handlers import confirmations
from gateway.handlers.failures import transact
from gateway.settings import settings_of
from gateway.shapes.confirmations import (
    ConfirmationAsked,
    ConfirmationEntered,
    ConfirmationWanted,
    Confirmed,
    CounterConfirmationWanted,
)
from gateway.store import limits
from gateway.store.limits import confirmations_of
from shared.http.callers import ContextDependency, require
from shared.identity.principal import Principal, Role

router = APIRouter(tags=["确认"])
CONFIRMING = (Role.INDIVIDUAL, Role.EMPLOYER_OPERATOR)
Confirming = Annotated[Principal, Depends(require(*CONFIRMING))]
Maker = Annotated[Principal, Depends(require(Role.STAFF_MAKER))]


@router.post("/confirmations", status_code=202, summary="获取业务确认验证码")
async def ask(
    body: ConfirmationWanted,
    caller: Confirming,
    session_id: LiveSession,
    context: ContextDependency,
    settings: SettingsDependency,
) -> ConfirmationAsked:
    """Send a code whose text says what it confirms: kind, amount, last digits of the card.

    An employer's operator is sent none, and enters what the authenticator shows.
    """
    limit = confirmations_of(caller.identity_id, settings.confirmations_per_hour)
    if wait := await limits.take(context.pool, [limit], now_of(context)):
        raise must_wait(Reason.TOO_MANY_REQUESTS, wait)
    operation = f"{body.service} {body.operation}"
    wanted = confirmations.Wanted(caller.identity_id, session_id, operation, body.body)
    waiting = await transact(context, lambda unit: confirmations.ask(unit, wanted))
    return ConfirmationAsked.of(waiting, by_authenticator=caller.role is Role.EMPLOYER_OPERATOR)


@router.post("/counter-confirmations", status_code=202, summary="柜台业务由办事人验证码确认")
async def ask_at_the_counter(
    body: CounterConfirmationWanted,
    caller: Maker,
    session_id: LiveSession,
    context: ContextDependency,
    settings: SettingsDependency,
) -> ConfirmationAsked:
    """Send a code to the person at the counter, for what is entered in that person's stead."""
    most = settings.confirmations_per_hour
    asked = [confirmations_of(one, most) for one in (body.person_id, caller.identity_id)]
    if wait := await limits.take(context.pool, asked, now_of(context)):
        raise must_wait(Reason.TOO_MANY_REQUESTS, wait)
    operation = f"{body.service} {body.operation}"
    wanted = confirmations.Wanted(
        caller.identity_id, session_id, operation, body.body, body.person_id
    )
    waiting = await transact(context, lambda unit: confirmations.ask(unit, wanted))
    return ConfirmationAsked.of(waiting, by_authenticator=False)


@router.post(
    "/confirmations/{confirmation_id}",
    summary="输入业务确认验证码",
    dependencies=[Depends(require(*CONFIRMING, Role.STAFF_MAKER))],
)
async def enter(
    confirmation_id: UUID,
    body: ConfirmationEntered,
    session_id: LiveSession,
    context: ContextDependency,
    address: Address,
) -> Confirmed:
    """Answer what the operation takes as its header `Confirmation`, for the code that was texted,
    or for an operator that of the authenticator."""
    token = await transact(
        context,
        lambda unit: confirmations.enter(unit, confirmation_id, session_id, body.code, address),
    )
    return Confirmed(confirmation=token, expires_in=settings_of(context).confirmation_seconds)
