"""The registers (房产、民政、人社、税务、银行) behind one port; no answer in time is one, too (R-WDR-21)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import httpx
from pydantic import TypeAdapter

from shared.base.registers import AWAY, REGISTER_QUESTIONS, Identity, put
from shared.base.telemetry import get_logger
from withdrawals.dossier import Outcome, Register, Told, assemble

log = get_logger()
_TOLD = TypeAdapter(Told)


class Registers(Protocol):
    """Whoever can be asked; a city's own platform is another one of these."""

    async def ask(self, register: Register, people: Sequence[Identity]) -> Told | None:
        """Return what a register says of a person, or of a couple; None where it does not answer."""


class NoRegisters:
    """A centre without any: nothing is known, documents are asked for."""

    async def ask(self, _register: Register, _people: Sequence[Identity]) -> Told | None:
        """Know nothing."""
        return Told(Outcome.UNKNOWN)


class HttpRegisters:
    """Registers that a platform of the city answers for over HTTP."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def ask(self, register: Register, people: Sequence[Identity]) -> Told | None:
        """Ask once; what is slow, away or nonsense is no answer, and is asked again later."""
        try:
            told = _TOLD.validate_json(await put(self._client, register.value, people))
            assemble("", None, (), {register: told})
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            log.warning(
                "register does not answer", register=register.value, error=type(error).__name__
            )
            REGISTER_QUESTIONS.labels(register.value, AWAY).inc()
            return None
        REGISTER_QUESTIONS.labels(register.value, told.outcome.value).inc()
        return replace(told, paper=False, unasked=False)
