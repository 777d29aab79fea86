"""HTTP about a citizen's phone on file (预留手机号): changed by oneself, or at the counter."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from gateway.access import LiveSession, SettingsDependency
from gateway.clock import now_of
from gateway.errors import Reason, Refused, must_wait
from gateway.handlers import phones as handlers
from gateway.handlers.failures import transact
from gateway.operations import phones as operations
from gateway.shapes.confirmations import ConfirmationAsked
from gateway.shapes.phones import NewPhone, OwnPhone, PhoneProposal, PhoneShown
from gateway.store import limits
from gateway.store.limits import AN_HOUR, Limit, confirmations_of
from shared.base.identifiers import Phone
from shared.http.callers import ContextDependency, bearer_token, require
from shared.http.confirmations import confirmed
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.confirmation import Confirmation
from shared.identity.principal import InvalidToken, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["预留手机号"])
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
Confirming = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
Proposing = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]


@router.post("/me/phone/codes", status_code=202, summary="向新手机号发送验证码")
async def prove(
    body: NewPhone,
    caller: Citizen,
    session_id: LiveSession,
    context: ContextDependency,
    settings: SettingsDependency,
) -> ConfirmationAsked:
    """Send a code to the phone that shall be on file; `POST /confirmations/{id}` answers the proof for it."""
    phone = Phone.parse(body.phone)
    phone_hash = context.personal_data.lookup_hash(phone.value)
    wanted = [
        confirmations_of(caller.identity_id, settings.confirmations_per_hour),
        Limit(f"codes to phone {phone_hash}", settings.login_codes_per_hour, AN_HOUR),
    ]
    if wait := await limits.take(context.pool, wanted, now_of(context)):
        raise must_wait(Reason.TOO_MANY_REQUESTS, wait)
    waiting = await transact(
        context, lambda unit: handlers.prove(unit, caller.identity_id, session_id, phone)
    )
    return ConfirmationAsked.of(waiting, by_authenticator=False)


async def proof_of(request: Request, body: OwnPhone) -> Confirmation:
    """Read the proof that the caller has the new phone; raises `PHONE_NOT_PROVEN`."""
    verifier = request.app.state.token_verifier
    try:
        found: Confirmation = await verifier.confirmation(body.proof, bearer_token(request))
    except InvalidToken as error:
        raise Refused(Reason.PHONE_NOT_PROVEN) from error
    return found


@router.post("/me/phone", response_model=PhoneShown, summary="更换预留手机号")
async def change(
    body: OwnPhone,
    caller: Confirming,
    session_id: LiveSession,
    proof: Annotated[Confirmation, Depends(proof_of)],
) -> Response:
    """Change one's own phone: the phone on file confirms it, the new one is proven. Other sessions end."""
    principal, post = caller
    phone = Phone.parse(body.phone)

    async def work(unit: Unit) -> PhoneShown:
        shown = await handlers.change_own(unit, principal.identity_id, session_id, phone, proof)
        return PhoneShown(phone=shown)

    return await post.once(body, 200, work)


@router.post(
    "/phone-changes",
    status_code=202,
    response_model=ProposalAnswer,
    summary="柜台更换预留手机号",
)
async def propose(body: PhoneProposal, caller: Proposing, _session: LiveSession) -> Response:
    """Propose another phone for a citizen at the counter; once agreed all sessions end."""
    return await answer_proposed(caller, operations.CHANGE, body)
