"""A token issuer for whoever must not, or need not, log in at a gateway: services believe it by its JWKS."""

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from city.clients import Confirm, Session
from shared.identity.confirmation import (
    CONFIRMED_AUDIENCE,
    Confirmation,
    confirmed_claims,
    digest_of,
)
from shared.identity.principal import ALL_RIGHTS, Principal, Role, claims_of
from shared.identity.verifier import ALGORITHM, AUDIENCE

KEY_ID = "t1"
GATEWAY = "provident-fund-gateway"
LIFETIME_SECONDS = 600
LONG_AGO = datetime(2015, 1, 5, tzinfo=UTC)
"""Since when staff are here who are no newcomers at any sum."""


_SIGNED: dict[str, "Issuer"] = {}
"""Who signed a token, so that its bearer can confirm something as if a code had reached the phone."""


def confirmed(token: str, path: str, body: object = None) -> dict[str, str]:
    """The header by which a citizen confirms a POST to `/api/<service>/…`; none for tokens of others."""
    issuer = _SIGNED.get(token)
    return {"Confirmation": issuer.confirmation(token, path, body)} if issuer else {}


def confirming(issuer: "Issuer", token: str) -> "Confirm":
    """How the bearer of a token confirms what is asked of a running system: at once, without a phone."""

    async def confirm(_session: Session, path: str, body: Any) -> str:
        return issuer.confirmation(token, f"/api/{path}", body)

    return confirm


class Issuer:
    """A signing key, and the address where its public half is published."""

    def __init__(self, name: str = GATEWAY, lifetime_seconds: int = LIFETIME_SECONDS) -> None:
        self._name = name
        self._lifetime_seconds = lifetime_seconds
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.jwks_url = ""

    @property
    def private(self) -> ec.EllipticCurvePrivateKey:
        """For a gateway that is to take the key for one of its own."""
        return self._key

    @property
    def public_jwk(self) -> dict[str, Any]:
        """The public half, as a key set has it."""
        public = json.loads(ECAlgorithm.to_jwk(self._key.public_key()))
        return {**public, "kid": KEY_ID, "use": "sig", "alg": ALGORITHM}

    @property
    def environment(self) -> dict[str, str]:
        """What a process is told, so that it believes these tokens."""
        return {"JWKS_URL": self.jwks_url, "TOKEN_ISSUER": self._name}

    @asynccontextmanager
    async def published(self) -> AsyncIterator[None]:
        """Serve the key set as the gateway does, on a loopback address."""
        body = json.dumps({"keys": [self.public_jwk]})
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write((head + body).encode())
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        self.jwks_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/jwks.json"
        async with server:
            yield

    def token_for(self, role: Role, person_id: uuid.UUID | None = None) -> str:
        """Sign a token of somebody else; staff have been here for long, and checkers are senior."""
        principal = Principal(
            uuid.uuid4(), role, person_id, None, "测*", "web",
            senior=role is Role.STAFF_CHECKER, active_since=LONG_AGO,
            rights=ALL_RIGHTS if role is Role.EMPLOYER_OPERATOR else frozenset(),
        )  # fmt: skip
        return self.token(principal)

    def token(self, principal: Principal, **changes: Any) -> str:
        """Sign a token; claims may be added or changed."""
        now = int(time.time())
        times = {"iat": now, "exp": now + self._lifetime_seconds}
        claims = claims_of(principal) | times | {"iss": self._name, "aud": AUDIENCE} | changes
        token = jwt.encode(claims, self._key, ALGORITHM, headers={"kid": KEY_ID})
        if principal.role in (Role.INDIVIDUAL, Role.EMPLOYER_OPERATOR):
            _SIGNED[token] = self
        return token

    def confirmation(self, token: str, path: str, body: object, **changes: Any) -> str:
        """Sign what the bearer of a token has confirmed; claims may be changed."""
        of = jwt.decode(token, options={"verify_signature": False})
        _, _, service, rest = path.split("/", 3)
        confirmation = Confirmation(
            uuid.uuid4(),
            uuid.UUID(of["sub"]),
            str(of.get("sid")),
            f"{service} POST /{rest}",
            digest_of(body),
        )
        now = int(time.time())
        times = {"iat": now, "exp": now + self._lifetime_seconds}
        issued = {"iss": self._name, "aud": CONFIRMED_AUDIENCE}
        claims = confirmed_claims(confirmation) | times | issued | changes
        return jwt.encode(claims, self._key, ALGORITHM, headers={"kid": KEY_ID})
