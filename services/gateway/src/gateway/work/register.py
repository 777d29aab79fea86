"""Registers behind one port: of identities (公安人口库), whose name a number has, what succeeded what; of the
carriers (运营商), in whose name a phone is.

No answer in time, and an answer that makes no sense, are none: it is asked again later.
"""

from typing import Protocol

import httpx
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from gateway.metrics import CARRIERS, IDENTITY
from gateway.rules.corrections import Belongs, Person, Present, Told
from shared.base.registers import AWAY, REGISTER_QUESTIONS, Identity, put
from shared.base.telemetry import get_logger

_STRICT = ConfigDict(extra="forbid")
log = get_logger()


@dataclass(config=_STRICT, frozen=True)
class _Data:
    present: Present = Present.UNKNOWN


@dataclass(config=_STRICT, frozen=True)
class _Answer:
    outcome: Belongs
    data: _Data


_ANSWER = TypeAdapter(_Answer)


@dataclass(config=_STRICT, frozen=True)
class _Nothing:
    pass


@dataclass(config=_STRICT, frozen=True)
class _Word:
    outcome: Belongs
    data: _Nothing


_WORD = TypeAdapter(_Word)


class Register(Protocol):
    """Whoever can be asked; a city's own platform is another one of these."""

    async def ask(self, wanted: Person, present: Person) -> Told | None:
        """Return what the register says of both; None where it does not answer."""

    async def holds(self, person: Person, phone: str) -> Belongs | None:
        """Return whether a phone is registered in somebody's name; None where nobody answers."""


class NoRegister:
    """A centre without one: nothing is known, two people decide on evidence."""

    async def ask(self, _wanted: Person, _present: Person) -> Told | None:
        """Know nothing."""
        return Told(Belongs.UNKNOWN)

    async def holds(self, _person: Person, _phone: str) -> Belongs | None:
        """Know nothing."""
        return Belongs.UNKNOWN


class HttpRegister:
    """The register that a platform of the city answers for over HTTP."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def ask(self, wanted: Person, present: Person) -> Told | None:
        """Ask once: the wanted name and number first, those on file second."""
        people = [_asked(wanted), _asked(present)]
        try:
            answer = _ANSWER.validate_json(await put(self._client, IDENTITY, people))
        except (httpx.HTTPError, ValidationError) as error:
            log.warning("register does not answer", register=IDENTITY, error=type(error).__name__)
            REGISTER_QUESTIONS.labels(IDENTITY, AWAY).inc()
            return None
        REGISTER_QUESTIONS.labels(IDENTITY, answer.outcome.value).inc()
        return Told(answer.outcome, answer.data.present)

    async def holds(self, person: Person, phone: str) -> Belongs | None:
        """Ask once, with name, number and phone (三要素)."""
        try:
            asked = await put(self._client, CARRIERS, [_asked(person)], phone=phone)
            answer = _WORD.validate_json(asked)
        except (httpx.HTTPError, ValidationError) as error:
            log.warning("register does not answer", register=CARRIERS, error=type(error).__name__)
            REGISTER_QUESTIONS.labels(CARRIERS, AWAY).inc()
            return None
        REGISTER_QUESTIONS.labels(CARRIERS, answer.outcome.value).inc()
        return answer.outcome


def register_of(client: httpx.AsyncClient | None) -> Register:
    """Whoever is asked over the connection that the settings name."""
    return HttpRegister(client) if client is not None else NoRegister()


def _asked(person: Person) -> Identity:
    document = person.document
    return Identity(person.name, document.value, document.kind.value)
