"""Who may call, and what an operator is bound to."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query

from accounts.handlers.changes import Actor
from accounts.shapes.fields import OnBehalf
from shared.http.callers import looking, require
from shared.http.cursors import bad_cursor, decode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import ProblemError, not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.proposals.operation import Decision
from shared.proposals.shapes import Grounds, ProposalAnswer

PAGE_MAX_ITEMS = 200
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Office = Annotated[Principal, Depends(require(*BUSINESS, Role.EMPLOYER_OPERATOR))]
OfficeLook = Annotated[Principal, Depends(looking(*BUSINESS, Role.EMPLOYER_OPERATOR))]
"""At a list of people: an operator at the employer's own, one of the staff with a reason."""
OfficePost = Annotated[
    tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER, Role.EMPLOYER_OPERATOR))
]
"""An operator, who does it; or a maker, who proposes it in the employer's stead."""
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


def actor(principal: Principal) -> Actor:
    """Name who acts, for the history."""
    return Actor(f"{principal.role.value}:{principal.identity_id}", bound(principal))


def decided_by(decision: Decision) -> Actor:
    """Name the two of the centre who act, for the history."""
    maker, checker = Role.STAFF_MAKER.value, Role.STAFF_CHECKER.value
    return Actor(f"{maker}:{decision.maker_id} {checker}:{decision.checker_id}", None)


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
