"""HTTP about employers' operators (单位经办人): employer or centre asks, the centre agrees."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from gateway.access import LiveSession
from gateway.errors import Reason, Refused
from gateway.operations import operators as operations
from gateway.rules.operators import OPERATORS_MAX
from gateway.shapes.operators import (
    EmployerNumber,
    NewOperator,
    OperatorList,
    OperatorShown,
    RightsWanted,
)
from gateway.store import operators as store
from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Right, Role
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["单位经办人"])
Looking = Annotated[
    Principal, Depends(require(*BUSINESS, Role.EMPLOYER_OPERATOR, rights=list(Right)))
]
Asking = Annotated[
    tuple[Principal, IdempotentPost],
    Depends(idempotent(Role.STAFF_MAKER, Role.EMPLOYER_OPERATOR, rights=[Right.CONFIRM])),
]


@router.get("/employers/{employer_number}/operators", summary="单位经办人名单")
async def operators(
    employer_number: EmployerNumber,
    caller: Looking,
    _session: LiveSession,
    context: ContextDependency,
) -> OperatorList:
    """List an employer's operators, those who were shut too."""
    _demand_own(caller, employer_number)
    found = await store.of_employer(context.pool, employer_number, OPERATORS_MAX)
    return OperatorList(items=[OperatorShown.of(one, context.personal_data) for one in found])


def _demand_own(caller: Principal, employer_number: str) -> None:
    if caller.role is Role.EMPLOYER_OPERATOR and caller.employer_number != employer_number:
        raise Refused(Reason.UNKNOWN)


@router.post(
    "/employers/{employer_number}/operators",
    status_code=202,
    response_model=ProposalAnswer,
    summary="增加或更换单位经办人",
)
async def invite(
    employer_number: EmployerNumber, body: NewOperator, caller: Asking, _session: LiveSession
) -> Response:
    """Propose another operator, perhaps in somebody's place; once agreed the activation code is texted."""
    _demand_own(caller[0], employer_number)
    return await answer_proposed(caller, operations.INVITE, body, employer_number=employer_number)


@router.post(
    "/operators/{operator_id}/rights",
    status_code=202,
    response_model=ProposalAnswer,
    summary="变更经办人权限",
)
async def change_rights(
    operator_id: UUID, body: RightsWanted, caller: Asking, _session: LiveSession
) -> Response:
    """Propose other rights; once agreed the operator logs in anew."""
    return await answer_proposed(caller, operations.CHANGE, body, operator_id=operator_id)


@router.post(
    "/operators/{operator_id}/closure",
    status_code=202,
    response_model=ProposalAnswer,
    summary="停用单位经办人",
)
async def shut(operator_id: UUID, body: Grounds, caller: Asking, _session: LiveSession) -> Response:
    """Propose to shut an operator; sessions end with the decision, and what was asked for counts no more."""
    return await answer_proposed(caller, operations.SHUT, body, operator_id=operator_id)


@router.post(
    "/operators/{operator_id}/activation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="重置经办人登录",
)
async def reset(
    operator_id: UUID, body: Grounds, caller: Asking, _session: LiveSession
) -> Response:
    """Propose that an operator activates anew: a phone with the authenticator was lost, or never was."""
    return await answer_proposed(caller, operations.RESET, body, operator_id=operator_id)
