"""Who is calling: what a token says of its bearer."""

import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """In what capacity somebody calls."""

    INDIVIDUAL = "individual"
    EMPLOYER_OPERATOR = "employer_operator"
    STAFF_MAKER = "staff_maker"
    STAFF_CHECKER = "staff_checker"
    STAFF_ADMIN = "staff_admin"
    KIOSK = "kiosk"
    SERVICE = "service"


STAFF = (Role.STAFF_MAKER, Role.STAFF_CHECKER, Role.STAFF_ADMIN)


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


def claims_of(principal: Principal) -> dict[str, Any]:
    """The claims of a principal, without times and issuer."""
    return {
        "sub": str(principal.identity_id),
        "role": principal.role.value,
        "person_id": str(principal.person_id) if principal.person_id else None,
        "employer_number": principal.employer_number,
        "name": principal.name,
        "channel": principal.channel,
    }


def principal_of(claims: dict[str, Any]) -> Principal:
    """Read the claims; raises `InvalidToken` when they are not ours."""
    try:
        person_id = claims.get("person_id")
        return Principal(
            identity_id=uuid.UUID(claims["sub"]),
            role=Role(claims["role"]),
            person_id=uuid.UUID(person_id) if person_id else None,
            employer_number=claims.get("employer_number"),
            name=str(claims.get("name", "")),
            channel=str(claims.get("channel", "web")),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise InvalidToken("the claims are not those of this system") from error
