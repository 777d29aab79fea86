"""A token issuer of the benchmark's own: logging thousands of citizens in by text is not what is measured."""

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from shared.tokens import ALGORITHM, AUDIENCE, Principal, Role, claims_of

ISSUER = "benchmark"
LIFETIME_SECONDS = 4 * 3600


class Issuer:
    """Signs tokens, and publishes the key on a loopback address."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.jwks_url = ""

    @property
    def environment(self) -> dict[str, str]:
        """What every service is told, so that it believes these tokens."""
        return {"JWKS_URL": self.jwks_url, "TOKEN_ISSUER": ISSUER}

    @asynccontextmanager
    async def published(self) -> AsyncIterator[None]:
        """Serve the key set for as long as the block runs."""
        public = json.loads(ECAlgorithm.to_jwk(self._key.public_key()))
        keys = json.dumps({"keys": [public | {"kid": "bench", "use": "sig", "alg": ALGORITHM}]})
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(keys)}\r\nConnection: close\r\n\r\n"

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write((head + keys).encode())
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        self.jwks_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/jwks.json"
        async with server:
            yield

    def token(self, role: Role, person_id: uuid.UUID | None = None) -> str:
        """Let somebody in."""
        who = Principal(uuid.uuid4(), role, person_id, None, "测*", "web")
        now = int(time.time())
        times = {"iat": now, "exp": now + LIFETIME_SECONDS, "iss": ISSUER, "aud": AUDIENCE}
        return jwt.encode(claims_of(who) | times, self._key, ALGORITHM, headers={"kid": "bench"})
