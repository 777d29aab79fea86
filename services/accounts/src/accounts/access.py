"""Who may call, and what an operator is bound to."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Request

from accounts.handlers import operators
from accounts.handlers.changes import Actor
from accounts.shapes.fields import OnBehalf
from shared.http.callers import looking, require
from shared.http.confirmations import ConfirmationHeader, Confirmed
from shared.http.cursors import bad_cursor, decode_cursor
from shared.http.idempotency import IdempotencyKey, Idempotent, IdempotentPost, idempotent
from shared.http.problems import ProblemError, not_found
from shared.identity.principal import BUSINESS, Principal, Right, Role
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision
from shared.proposals.shapes import Grounds, ProposalAnswer

PAGE_MAX_ITEMS = 200
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
OFFICE = (*BUSINESS, Role.EMPLOYER_OPERATOR)
MAKERS = (Role.STAFF_MAKER, Role.EMPLOYER_OPERATOR)
Office = Annotated[Principal, Depends(require(*OFFICE, rights=[Right.LOOK]))]
OfficeLook = Annotated[Principal, Depends(looking(*OFFICE, rights=[Right.LOOK]))]
"""At a list of people: an operator at the employer's own, one of the staff with a reason."""
MoneyLook = Annotated[Principal, Depends(require(*OFFICE, rights=[Right.LOOK, Right.PAY]))]
"""At an employer's money."""


def _still_may(
    rights: frozenset[Right], caller: tuple[Principal, IdempotentPost]
) -> tuple[Principal, IdempotentPost]:
    """Ask in the transaction itself whether an operator still has the right."""
    principal, post = caller
    if principal.role is not Role.EMPLOYER_OPERATOR:
        return caller
    guard = partial(operators.demand, operator_id=principal.identity_id, wanted=rights)
    return principal, replace(post, guard=guard)


class _ByOperator(Idempotent):
    async def __call__(
        self, request: Request, idempotency_key: IdempotencyKey = None
    ) -> tuple[Principal, IdempotentPost]:
        return _still_may(self.rights, await super().__call__(request, idempotency_key))


class _BoundByOperator(Confirmed):
    """Staff propose, which another person decides; an operator binds the employer, and confirms it."""

    needed_of = frozenset({Role.EMPLOYER_OPERATOR})

    async def __call__(
        self,
        request: Request,
        idempotency_key: IdempotencyKey = None,
        confirmation: ConfirmationHeader = None,
    ) -> tuple[Principal, IdempotentPost]:
        caller = await super().__call__(request, idempotency_key, confirmation)
        return _still_may(self.rights, caller)


def _drafting(roles: Sequence[Role], *rights: Right) -> Any:
    return Depends(_ByOperator(roles, rights))


OfficePost = Annotated[tuple[Principal, IdempotentPost], _drafting(MAKERS, Right.DRAFT)]
"""An operator who drafts, who does it; or a maker, who proposes it in the employer's stead."""
TakeBackPost = Annotated[
    tuple[Principal, IdempotentPost], _drafting(MAKERS, Right.DRAFT, Right.CONFIRM)
]
"""Who drafts, or who confirms: what is confirmed only the latter (`may_bind`)."""
DraftPost = Annotated[
    tuple[Principal, IdempotentPost], _drafting([Role.EMPLOYER_OPERATOR], Right.DRAFT)
]
"""What only an operator does."""
DecidingPost = Annotated[tuple[Principal, IdempotentPost], _drafting(MAKERS, Right.CONFIRM)]
"""An operator who decides for the employer; or a maker, who proposes it."""
ReleasePost = Annotated[
    tuple[Principal, IdempotentPost], _drafting([Role.EMPLOYER_OPERATOR], Right.CONFIRM)
]
BindingPost = Annotated[
    tuple[Principal, IdempotentPost], Depends(_BoundByOperator(MAKERS, [Right.CONFIRM]))
]
"""An operator who binds the employer, with a fresh confirmation; or a maker, who proposes it."""
PayingPost = Annotated[
    tuple[Principal, IdempotentPost], Depends(_BoundByOperator(MAKERS, [Right.PAY]))
]
"""Who says what becomes of an employer's money, with a fresh confirmation; or a maker."""
PROPOSED: dict[int | str, dict[str, Any]] = {
    202: {"model": ProposalAnswer, "description": "中心代办：已提出，待另一人复核"}
}
"""What else such a request answers: staff have it proposed."""
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
OwnerOrStaff = Annotated[Principal, Depends(looking(*BUSINESS, Role.INDIVIDUAL))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)]


def by_staff(principal: Principal) -> bool:
    """Tell staff from an employer's operator."""
    return principal.role in BUSINESS


def bound(principal: Principal) -> str | None:
    """Return the employer that an operator is bound to; None for staff."""
    if by_staff(principal):
        return None
    if principal.employer_number is None:
        raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
    return principal.employer_number


def demand_own(principal: Principal, employer_number: str) -> None:
    """Answer 404 for another employer than the operator's own."""
    if bound(principal) not in (None, employer_number):
        raise not_found()


def may_bind(principal: Principal) -> bool:
    """Tell whether somebody may take back what binds an employer."""
    return by_staff(principal) or Right.CONFIRM in principal.rights


def actor(principal: Principal) -> Actor:
    """Name who acts, for the history."""
    return Actor(f"{principal.role.value}:{principal.identity_id}", bound(principal))


def decided_by(decision: Decision) -> Actor:
    """Name the two of the centre who act, for the history."""
    maker, checker = Role.STAFF_MAKER.value, Role.STAFF_CHECKER.value
    return Actor(f"{maker}:{decision.maker_id} {checker}:{decision.checker_id}", None)


async def still_bound(unit: Unit, decision: Decision, right: Right) -> None:
    """Refuse what an operator has proposed whose right has ended since."""
    await operators.demand(unit, decision.maker_id, frozenset({right}))


def grounds(body: OnBehalf | None) -> Grounds:
    """Return why staff act in an employer's stead; raises a problem where they do not say."""
    if body is None or body.reason is None:
        raise ProblemError(422, "reason-needed", "代单位办理须填写理由。")
    return Grounds(reason=body.reason, evidence=body.evidence)


def person(principal: Principal) -> UUID:
    """Return the person who calls."""
    if principal.person_id is None:
        raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
    return principal.person_id


def after_text(cursor: str | None) -> str:
    """Read a cursor that is one text: the number or serial after which a page begins."""
    if cursor is None:
        return ""
    match decode_cursor(cursor):
        case [str(text)]:
            return text
    raise bad_cursor()
