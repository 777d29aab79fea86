"""The city's platform that answers for registers (登记系统): how it is reached, and one question to it.

What an answer means is for the service that asks; so is what to do where there is none.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
from prometheus_client import Counter
from pydantic import Field

from shared.base.settings import ServiceSettings

REGISTER_QUESTIONS = Counter(
    "register_questions_total",
    "Questions to registers, by what came back; `away` is no answer in time",
    ("register", "outcome"),
)
AWAY = "away"


class RegistersSettings(ServiceSettings):
    """What a service needs that asks registers, beside the settings of every service."""

    registers_url: str | None = None
    """The platform that answers for registers (公安, 房产, 民政, 税务); none: nothing is known there."""
    registers_token: str = Field("", repr=False)
    """By which the platform knows the centre."""
    registers_ca_file: Path | None = None
    """Whose certificates the platform may show; none: those that the machine trusts."""
    registers_timeout_seconds: float = Field(5.0, gt=0)
    """A register that takes longer has not answered."""


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a register finds somebody."""

    name: str
    id_number: str
    id_type: str = "01"
    """Type of the identity document (证件类型), A.1."""


def client_of(settings: RegistersSettings) -> httpx.AsyncClient | None:
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


async def put(
    client: httpx.AsyncClient,
    register: str,
    people: Iterable[Identity],
    *,
    phone: str | None = None,
) -> bytes:
    """Put a question about people to a register; returns the answer's JSON, raises `httpx.HTTPError`.

    `phone`: a phone number that the question is about as well.
    """
    body = {"people": [asdict(one) for one in people], **({"phone": phone} if phone else {})}
    response = await client.post(f"/registers/{register}", json=body)
    response.raise_for_status()
    return response.content
