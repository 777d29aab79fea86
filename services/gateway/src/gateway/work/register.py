"""The register of identities (公安人口库) behind one port: whose name a number has, what succeeded what.

No answer in time, and an answer that makes no sense, are none: it is asked again later.
"""

from typing import Protocol

import httpx
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from gateway.metrics import IDENTITY
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


class Register(Protocol):
    """Whoever can be asked; a city's own platform is another one of these."""

    async def ask(self, wanted: Person, present: Person) -> Told | None:
        """Return what the register says of both; None where it does not answer."""


class NoRegister:
    """A centre without one: nothing is known, two people decide on evidence."""

    async def ask(self, _wanted: Person, _present: Person) -> Told | None:
        """Know nothing."""
        return Told(Belongs.UNKNOWN)


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


def _asked(person: Person) -> Identity:
    document = person.document
    return Identity(person.name, document.value, document.kind.value)
