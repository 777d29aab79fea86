"""Who is calling: what a token says of its bearer."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """In what capacity somebody calls."""

    INDIVIDUAL = "individual"
    EMPLOYER_OPERATOR = "employer_operator"
    STAFF_MAKER = "staff_maker"
    STAFF_CHECKER = "staff_checker"
    STAFF_ADMIN = "staff_admin"
    STAFF_AUDITOR = "staff_auditor"
    KIOSK = "kiosk"
    SERVICE = "service"


class Right(StrEnum):
    """What the operator of an employer may do for it (单位经办人权限)."""

    DRAFT = "draft"
    """编制: prepare lists, and change what the next ones are made of."""
    CONFIRM = "confirm"
    """确认: bind the employer by lists, agreements and other operators."""
    PAY = "pay"
    """缴款: what becomes of the employer's money."""
    LOOK = "look"
    """查询: see the employer's people, lists and money."""


ALL_RIGHTS = frozenset(Right)
"""Of the operator whom an employer registers with."""

STAFF = (Role.STAFF_MAKER, Role.STAFF_CHECKER, Role.STAFF_ADMIN)
"""Staff who work here. An auditor (审计员) reads what they did, and does nothing: GB/T 22239-2019 8.1.5.3."""
BUSINESS = (Role.STAFF_MAKER, Role.STAFF_CHECKER)
"""Staff who do the fund's business (业务人员): an administrator gives rights, and touches neither money nor
citizens' data.
"""

LEEWAY_SECONDS = 5


class InvalidToken(Exception):
    """The token is not one of ours, was altered, or has expired."""


@dataclass(frozen=True)
class Principal:
    """Who is calling."""

    identity_id: uuid.UUID
    role: Role
    person_id: uuid.UUID | None
    employer_number: str | None
    name: str
    """Masked, for display."""
    channel: str
    own_person_id: uuid.UUID | None = None
    """Of staff and operators: who they are as a citizen; nobody acts on what is their own."""
    senior: bool = False
    """Of a checker: decides what the policy keeps for senior ones (高级复核员)."""
    active_since: datetime | None = None
    """Of staff: when created, let in again, or given another role or second factor, whichever came last."""
    rights: frozenset[Right] = frozenset()
    """Of an employer's operator."""
    reads_only: bool = False
    """Of somebody known by a query password: reads, and changes nothing but what it may tighten."""


def claims_of(principal: Principal) -> dict[str, Any]:
    """The claims of a principal, without times and issuer."""
    return {
        "sub": str(principal.identity_id),
        "role": principal.role.value,
        "person_id": str(principal.person_id) if principal.person_id else None,
        "employer_number": principal.employer_number,
        "name": principal.name,
        "channel": principal.channel,
        **_of_staff(principal),
        **({"reads_only": True} if principal.reads_only else {}),
    }


def _of_staff(principal: Principal) -> dict[str, Any]:
    """What only tokens of staff and operators say; the others stay as short as they are."""
    person, since = principal.own_person_id, principal.active_since
    found: dict[str, Any] = {}
    if person is not None:
        found["own_person_id"] = str(person)
    if principal.senior:
        found["senior"] = True
    if since is not None:
        found["active_since"] = int(since.timestamp())
    if principal.rights:
        found["rights"] = sorted(principal.rights)
    return found


def principal_of(claims: dict[str, Any]) -> Principal:
    """Read the claims; raises `InvalidToken` when they are not ours."""
    try:
        person_id, own = claims.get("person_id"), claims.get("own_person_id")
        since = claims.get("active_since")
        return Principal(
            identity_id=uuid.UUID(claims["sub"]),
            role=Role(claims["role"]),
            person_id=uuid.UUID(person_id) if person_id else None,
            employer_number=claims.get("employer_number"),
            name=str(claims.get("name", "")),
            channel=str(claims.get("channel", "web")),
            own_person_id=uuid.UUID(own) if own else None,
            senior=claims.get("senior") is True,
            active_since=datetime.fromtimestamp(since, UTC) if since is not None else None,
            rights=frozenset(map(Right, claims.get("rights", ()))),
            reads_only=claims.get("reads_only", False) is not False,
        )
    except (KeyError, ValueError, TypeError, OverflowError, OSError) as error:
        raise InvalidToken("the claims are not those of this system") from error
