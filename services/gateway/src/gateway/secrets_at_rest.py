"""Codes, passwords, one-time passwords and tokens: how each is made, kept and compared."""

import asyncio
import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache, partial
from typing import TypeVar

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from gateway.process import TOTP_DRIFT_STEPS, TOTP_STEP_SECONDS
from gateway.settings import Settings
from shared.sealing.lookups import LookupKey
from shared.sealing.personal_data import Algorithm, PersonalData, SealingKey

CODE_DIGITS = 6
TOKEN_BYTES = 32
ISSUER = "住房公积金"


def vault_of(settings: Settings) -> PersonalData:
    """What seals signing keys and derives refresh tokens, under the gateway's own key."""
    old = settings.signing_keys_old_key
    return _vault(
        settings.signing_keys_key.get_secret_value(), old.get_secret_value() if old else None
    )


@cache
def _vault(key: str, old: str | None) -> PersonalData:
    raws = [base64.b64decode(text) for text in (key, old) if text is not None]
    derived = hmac.new(raws[0], b"refresh tokens", hashlib.sha256).digest()
    keys = {_name(raw): SealingKey(Algorithm.AES_256_GCM, raw) for raw in raws}
    # What an earlier release sealed, to no row and under one name for any key.
    keys["g1"] = keys[_name(raws[-1])]
    return PersonalData(keys, _name(raws[0]), LookupKey(derived))


def _name(raw: bytes) -> str:
    return f"g{hashlib.sha256(b'name of a key' + raw).hexdigest()[:8]}"


def new_code() -> str:
    """A one-time code."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def code_hash(
    personal_data: PersonalData, challenge_id: object, identity_id: object, code: str
) -> str:
    """Keyed, since a million codes are soon tried; bound to its challenge and to whose it is."""
    return personal_data.lookup_hash(f"login code {challenge_id} {identity_id} {code}")


def new_token() -> str:
    """A random token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


ACTIVATION_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
ACTIVATION_CHARACTERS = 12
"""Fifty-eight bits: typed once from a phone, and tried five times at the most."""


def new_activation_code() -> str:
    """What a member of staff activates a login with; no character looks like another."""
    return "".join(secrets.choice(ACTIVATION_ALPHABET) for _ in range(ACTIVATION_CHARACTERS))


def activation_hash(personal_data: PersonalData, identity_id: object, code: str) -> str:
    """Keyed and bound to the login: whoever may only write the row makes no code that fits."""
    return personal_data.lookup_hash(f"activation {identity_id} {code}")


def query_password_key(personal_data: PersonalData, identity_id: object, digits: str) -> str:
    """What is hashed of a query password: keyed, since six digits are soon tried, bound to whose it is."""
    return personal_data.lookup_hash(f"query password {identity_id} {digits}")


def token_hash(token: str) -> str:
    """How a random token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def successor(vault: PersonalData, refresh_token: str) -> str:
    """The token that follows a refresh token: always the same, and known to nobody without our key."""
    derived = bytes.fromhex(vault.lookup_hash(refresh_token))
    return base64.urlsafe_b64encode(derived).decode().rstrip("=")


class QueueFull(Exception):
    """More passwords wait to be hashed than anybody would wait for."""


T = TypeVar("T")


class Passwords:
    """Hashes and compares passwords in workers of their own, a few at once, a bounded number waiting.

    By argon2id with the library's parameters, RFC 9106's second recommendation, but for the memory.
    Half of the places are kept for known devices, so that a flood of strangers shuts nobody else out.
    """

    def __init__(self, at_once: int, memory_kib: int, waiting_max: int) -> None:
        self._workers = ThreadPoolExecutor(at_once, "passwords")
        self._room = at_once + waiting_max
        self._strangers = at_once + waiting_max // 2
        self._in_hand = 0
        self._hasher = PasswordHasher(memory_cost=memory_kib)
        self._nobody = self._hasher.hash(new_token())

    @classmethod
    def from_settings(cls, settings: Settings) -> "Passwords":
        """As the gateway's settings want it."""
        return cls(
            settings.password_hashing_max,
            settings.password_memory_kib,
            settings.password_hashing_queue_max,
        )

    async def hash(self, password: str) -> str:
        """Hash a password of somebody who has proved to be expected; raises `QueueFull`."""
        return await self._worked(partial(self._hasher.hash, password), self._room)

    async def fits(
        self, password: str, password_hash: str | None, *, known_device: bool = False
    ) -> bool:
        """Compare; takes as long where there is no such login. Raises `QueueFull`."""
        compare = partial(self._fits, password_hash or self._nobody, password)
        fits = await self._worked(compare, self._room if known_device else self._strangers)
        return fits and password_hash is not None

    async def worked(self, work: Callable[[], T]) -> T:
        """Do what takes a while for somebody who has proved to be expected; raises `QueueFull`."""
        return await self._worked(work, self._room)

    async def _worked(self, work: Callable[[], T], room: int) -> T:
        if self._in_hand >= room:
            raise QueueFull
        self._in_hand += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, work)
        finally:
            self._in_hand -= 1

    def _fits(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def new_totp_secret() -> str:
    """A TOTP secret (RFC 6238), base32."""
    return pyotp.random_base32()


def totp_uri(secret: str, login: str) -> str:
    """What an authenticator app scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def totp_step(secret: str, code: str, now: datetime, last_step: int) -> int | None:
    """Find the time step whose code this is; a step at or before the last one used does not count."""
    totp = pyotp.TOTP(secret)
    current = int(now.timestamp()) // TOTP_STEP_SECONDS
    for step in range(current - TOTP_DRIFT_STEPS, current + TOTP_DRIFT_STEPS + 1):
        at = datetime.fromtimestamp(step * TOTP_STEP_SECONDS, UTC)
        if hmac.compare_digest(totp.at(at), code) and step > last_step:
            return step
    return None
