"""The registers (房产、民政、人社、税务、银行) behind one port; no answer in time is one, too (R-WDR-21)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import httpx
from pydantic import TypeAdapter

from shared.base.telemetry import get_logger
from withdrawals.dossier import Outcome, Register, Told, assemble
from withdrawals.metrics import AWAY, REGISTER_QUESTIONS
from withdrawals.settings import Settings

log = get_logger()
_TOLD = TypeAdapter(Told)


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a register finds somebody."""

    name: str
    id_number: str


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
        body = {"people": [{"name": one.name, "id_number": one.id_number} for one in people]}
        try:
            response = await self._client.post(f"/registers/{register.value}", json=body)
            response.raise_for_status()
            told = _TOLD.validate_json(response.content)
            assemble("", None, (), {register: told})
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            log.warning(
                "register does not answer", register=register.value, error=type(error).__name__
            )
            REGISTER_QUESTIONS.labels(register.value, AWAY).inc()
            return None
        REGISTER_QUESTIONS.labels(register.value, told.outcome.value).inc()
        return replace(told, paper=False, unasked=False)


def client_of(settings: Settings) -> httpx.AsyncClient | None:
    """Make the connection that the settings name; None where there is no register."""
    if settings.registers_url is None:
        return None
    return httpx.AsyncClient(
        base_url=settings.registers_url,
        timeout=settings.registers_timeout_seconds,
        headers={"Authorization": f"Bearer {settings.registers_token}"},
        verify=str(settings.registers_ca_file) if settings.registers_ca_file else True,
        trust_env=False,
    )
