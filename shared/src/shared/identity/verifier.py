"""Access tokens: short-lived ES256 JWTs of the gateway, verified by every service on its own.

The keys come from the gateway's JWKS (RFC 7517). An unknown key id makes the set be fetched again, at most
once per `REFETCH_SECONDS`, so that rotation needs no restart and a forged key id cannot make us hammer the
gateway. A verified token is remembered until it expires: verification is on the hot path of every request.
The set also names the sessions that ended lately; it is fetched anew every `FRESH_SECONDS` while somebody
calls, so that logging out, being shut out and a withdrawn key count everywhere within that time.
"""

import asyncio
import hashlib
import ssl
import time
from collections import OrderedDict
from pathlib import Path
from typing import Any

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from shared.base.telemetry import get_logger
from shared.base.tracing import (
    Attributes,
    SpanKind,
    current_traceparent,
    joined,
    new_traceparent,
    traced,
)
from shared.identity import compact
from shared.identity.confirmation import CONFIRMED_AUDIENCE, Confirmation, confirmation_of
from shared.identity.principal import LEEWAY_SECONDS, InvalidToken, Principal, principal_of

ALGORITHM = "ES256"
AUDIENCE = "provident-fund"
REFETCH_SECONDS = 5.0
FRESH_SECONDS = 5.0
ENDED_SESSIONS = "ended_sessions"
"""Member of the key set, beside `keys`: ids of sessions that have ended and whose tokens may still live."""
FETCH_TIMEOUT_SECONDS = 5.0
DEFAULT_PORTS = {"http": 80, "https": 443}
CACHE_MAX_TOKENS = 10_000
TOKEN_MAX_BYTES = 4_096

log = get_logger()


class KeysUnavailable(Exception):
    """The gateway's keys cannot be had right now: nobody can say whether the token is good."""


class TokenVerifier:
    """Verifies tokens against the gateway's keys."""

    def __init__(
        self, jwks_url: str, issuer: str, audience: str = AUDIENCE, ca_file: Path | None = None
    ) -> None:
        # Plain HTTP needs nobody to trust, and the system's authorities take 30 ms to read.
        self._tls = (
            ssl.create_default_context(cafile=ca_file)
            if jwks_url.startswith("https:")
            else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        )
        self._jwks_url = jwks_url
        self._issuer = issuer
        self._audience = audience
        self._keys: dict[str, jwt.PyJWK] = {}
        self._key_of_header: dict[str, EllipticCurvePublicKey] = {}
        """Of tokens that were good: all of one key begin with the same words."""
        self._fetched_at = float("-inf")
        self._fetching = asyncio.Lock()
        self._verified: OrderedDict[bytes, tuple[float, Principal, str]] = OrderedDict()
        self._refreshed_at = float("-inf")
        self._ended: frozenset[str] = frozenset()

    async def verify(self, token: str) -> Principal:
        """Return who the token speaks for; raises `InvalidToken`, `KeysUnavailable`."""
        principal, _ = await self._known(token)
        return principal

    async def session(self, token: str) -> str:
        """Return the session that a token is of; raises `InvalidToken`, `KeysUnavailable`."""
        _, session_id = await self._known(token)
        return session_id

    async def _known(self, token: str) -> tuple[Principal, str]:
        """Who a token speaks for, and in which session."""
        if len(token) > TOKEN_MAX_BYTES:
            raise InvalidToken("too long")
        await self._stay_fresh()
        digest = hashlib.sha256(token.encode()).digest()
        known = self._verified.get(digest)
        if known is None or known[0] <= time.time():
            claims = await self._verified_claims(token, self._audience)
            known = (float(claims["exp"]), principal_of(claims), str(claims.get("sid")))
            self._verified[digest] = known
            if len(self._verified) > CACHE_MAX_TOKENS:
                self._verified.popitem(last=False)
        _, principal, session_id = known
        if session_id in self._ended:
            raise InvalidToken("the session has ended")
        return principal, session_id

    async def confirmation(self, token: str, access_token: str) -> Confirmation:
        """Return what was confirmed in the session of an access token.

        Raises `InvalidToken`, `KeysUnavailable`.
        """
        if len(token) > TOKEN_MAX_BYTES:
            raise InvalidToken("too long")
        found = confirmation_of(await self._verified_claims(token, CONFIRMED_AUDIENCE))
        _, session_id = await self._known(access_token)
        if session_id != found.session_id:
            raise InvalidToken("confirmed in another session")
        return found

    async def _stay_fresh(self) -> None:
        """Fetch what may have changed; one caller does, and without an answer what is known holds on."""
        now = time.monotonic()
        if not self._keys or now - self._refreshed_at < FRESH_SECONDS:
            return
        self._refreshed_at = now
        try:
            with joined(new_traceparent()):  # It is nobody's errand in particular.
                await self._fetch()
        except KeysUnavailable as error:
            log.warning("who has logged out is not known for now", error=repr(error))

    async def _verified_claims(self, token: str, audience: str) -> dict[str, Any]:
        encoded_header = token.partition(".")[0]
        known = self._key_of_header.get(encoded_header)
        if known is not None:
            return compact.claims_of(token, known, audience, self._issuer, LEEWAY_SECONDS)
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") != ALGORITHM:
                raise InvalidToken("not an ES256 token")
            key = await self._key(str(header.get("kid", "")))
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=[ALGORITHM],
                audience=audience,
                issuer=self._issuer,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iat", "sub", "iss", "aud"]},
            )
        except jwt.PyJWTError as error:
            raise InvalidToken(str(error)) from error
        if isinstance(key.key, EllipticCurvePublicKey):
            self._key_of_header[encoded_header] = key.key
        return claims

    async def _key(self, key_id: str) -> jwt.PyJWK:
        if key_id not in self._keys:
            async with self._fetching:
                if key_id not in self._keys:
                    await self._fetch()
        try:
            return self._keys[key_id]
        except KeyError as error:
            raise InvalidToken("unknown key") from error

    async def _fetch(self) -> None:
        if time.monotonic() - self._fetched_at < REFETCH_SECONDS:
            return
        try:
            told = await self._asked()
            found = jwt.PyJWKSet.from_dict(told)
        except (httpx.HTTPError, ValueError, jwt.PyJWTError) as error:
            raise KeysUnavailable(self._jwks_url) from error
        self._replace_keys({str(key.key_id): key for key in found.keys})
        self._ended = frozenset(map(str, told.get(ENDED_SESSIONS, ())))
        self._fetched_at = time.monotonic()

    async def _asked(self) -> Any:
        url = httpx.URL(self._jwks_url)
        attributes: Attributes = {
            "http.request.method": "GET",
            "url.full": self._jwks_url,
            "server.address": url.host,
            "server.port": url.port or DEFAULT_PORTS[url.scheme],
        }
        with traced("GET", current_traceparent(), SpanKind.CLIENT, attributes) as span:
            headers = {"traceparent": current_traceparent()}
            async with httpx.AsyncClient(
                timeout=FETCH_TIMEOUT_SECONDS, trust_env=False, verify=self._tls
            ) as client:
                answer = await client.get(self._jwks_url, headers=headers)
            span.set_attribute("http.response.status_code", answer.status_code)
            return answer.raise_for_status().json()

    def _replace_keys(self, keys: dict[str, jwt.PyJWK]) -> None:
        """Take over a new set; tokens of a key that is gone from it must be verified anew."""
        if self._keys.keys() - keys.keys():
            self._verified.clear()
        self._key_of_header.clear()
        self._keys = keys
