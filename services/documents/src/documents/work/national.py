"""The national platform behind a port: it knows by a code which centre to ask, and brings the answer.

No public text says how centres speak to it; ours is a JSON question over HTTPS under a number of its own,
which gets the same answer when it is asked again. A centre's real line is another class with `Platform.read`.
"""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import httpx
from pydantic import BaseModel, ValidationError

from documents.errors import Reason
from documents.rules.sheets import InformationSheet
from documents.settings import Settings
from shared.base.telemetry import get_logger

ANSWER_MAX_BYTES = 256 * 1024
FINAL = {
    Reason.CODE_NO_MATCH: 404,
    Reason.CODE_READ: 409,
    Reason.CODE_DEAD: 410,
}
"""What the platform says for good, by its stable code; everything else is no answer, and is asked again."""

log = get_logger()


@dataclass(frozen=True)
class Question:
    """What is asked."""

    reading_id: UUID
    code: str
    id_number: str
    purpose: str


class Platform(Protocol):
    """Whoever brings what a code of another centre stands for."""

    async def read(self, question: Question) -> InformationSheet | Reason | None:
        """Return what is told, or why nothing ever will be; None where there is no answer now."""


class _Problem(BaseModel):
    title: str


class HttpPlatform:
    """The platform over HTTP."""

    def __init__(self, client: httpx.AsyncClient, settings: Settings) -> None:
        self._client = client
        self._centre = {
            "centre_code": settings.centre_code,
            "centre_name": settings.centre_name,
        }

    async def read(self, question: Question) -> InformationSheet | Reason | None:
        """Ask once; what is slow, away or nonsense is no answer."""
        body = {
            "reading_id": str(question.reading_id),
            "code": question.code,
            "id_number": question.id_number,
            "purpose": question.purpose,
            **self._centre,
        }
        try:
            response = await self._client.post("/readings", json=body)
            if len(response.content) > ANSWER_MAX_BYTES:
                raise ValueError("the answer is too large")
            if response.is_success:
                return InformationSheet.model_validate_json(response.content)
            return _final(response)
        except (httpx.HTTPError, ValidationError, ValueError) as error:
            log.warning("national platform does not answer", error=type(error).__name__)
            return None


def _final(response: httpx.Response) -> Reason | None:
    problem = _Problem.model_validate_json(response.content)
    for reason, status in FINAL.items():
        if (response.status_code, problem.title) == (status, reason):
            return reason
    log.warning("national platform refused", status=response.status_code, reason=problem.title[:60])
    return None


def client_of(settings: Settings) -> httpx.AsyncClient | None:
    """Make the connection that the settings name; None where there is no platform."""
    if settings.national_url is None:
        return None
    return httpx.AsyncClient(
        base_url=settings.national_url,
        timeout=settings.national_timeout_seconds,
        headers={"Authorization": f"Bearer {settings.national_token}"},
        verify=str(settings.national_ca_file) if settings.national_ca_file else True,
        trust_env=False,
    )
