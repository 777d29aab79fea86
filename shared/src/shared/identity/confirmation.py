"""What somebody has confirmed with a fresh code: one operation with one body, signed by the gateway.

Bound to the person, the session, the operation and everything that was sent: a stolen session cannot use it
for anything else, and nobody else can use it at all. It works once: whoever does what was confirmed burns it
in the same transaction (`shared.http.idempotency`).
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from shared.identity.principal import InvalidToken

CONFIRMED_AUDIENCE = "provident-fund-confirmation"
"""Another one than an access token's: neither passes for the other."""


@dataclass(frozen=True)
class Confirmation:
    """What was confirmed."""

    id: UUID
    identity_id: UUID
    session_id: str
    operation: str
    """Service, method and path below the service's base: `withdrawals POST /applications`."""
    digest: str
    """Of the whole body, `digest_of`."""
    person_id: UUID | None = None
    """Whose phone said so, where staff enter it for them at the counter; None: the caller's own."""


def digest_of(body: object) -> str:
    """SHA-256 of a JSON value, members in order and without spaces."""
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def confirmed_claims(confirmation: Confirmation) -> dict[str, Any]:
    """The claims of a confirmation, without times and issuer."""
    return {
        "jti": str(confirmation.id),
        "sub": str(confirmation.identity_id),
        "sid": confirmation.session_id,
        "operation": confirmation.operation,
        "body_sha256": confirmation.digest,
        **({"for": str(confirmation.person_id)} if confirmation.person_id is not None else {}),
    }


def confirmation_of(claims: dict[str, Any]) -> Confirmation:
    """Read the claims; raises `InvalidToken` when they are not ours."""
    try:
        return Confirmation(
            UUID(claims["jti"]),
            UUID(claims["sub"]),
            str(claims["sid"]),
            str(claims["operation"]),
            str(claims["body_sha256"]),
            UUID(claims["for"]) if "for" in claims else None,
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise InvalidToken("the claims are not those of a confirmation") from error
