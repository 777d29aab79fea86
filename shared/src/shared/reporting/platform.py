"""The ministry's platform behind a port: takes a day's tables in parts, and says which day it has whole.

No public text says how it is spoken to; ours is HTTPS with compressed lines of JSON. Another line is another
class with the three methods.
"""

from collections.abc import Mapping
from datetime import date
from typing import Protocol
from uuid import UUID

import httpx

from shared.reporting.settings import ReportingSettings


class NotTaken(Exception):
    """The platform did not answer, or not as it should."""


class Platform(Protocol):
    """Whoever is reported to."""

    async def last_whole(self) -> date | None:
        """Return the latest day that the platform has whole of this service; raises `NotTaken`."""

    async def take(self, day: date, run: UUID, place: str, part: bytes) -> None:
        """Hand over a part; the same again changes nothing. Raises `NotTaken`."""

    async def close(self, day: date, run: UUID, sums: Mapping[str, object]) -> None:
        """Say what the day consists of; raises `NotTaken` where the platform has something else."""


class HttpPlatform:
    """The platform over HTTP."""

    def __init__(self, client: httpx.AsyncClient, centre: str, service: str) -> None:
        self._client = client
        self._base = f"/reports/{centre}/{service}"

    async def last_whole(self) -> date | None:
        """Ask which day is whole."""
        answer = await self._asked("GET", self._base)
        try:
            told = answer.json()["last_whole"]
            return date.fromisoformat(told) if told is not None else None
        except (ValueError, KeyError, TypeError) as error:
            raise NotTaken("the platform's answer makes no sense") from error

    async def take(self, day: date, run: UUID, place: str, part: bytes) -> None:
        """Put a part."""
        await self._asked("PUT", f"{self._base}/{day}/{run}/{place}", content=part)

    async def close(self, day: date, run: UUID, sums: Mapping[str, object]) -> None:
        """Close the day."""
        await self._asked("POST", f"{self._base}/{day}/{run}/whole", json={"tables": sums})

    async def _asked(self, method: str, path: str, **more: object) -> httpx.Response:
        try:
            answer = await self._client.request(method, path, **more)  # type: ignore[arg-type]
            answer.raise_for_status()
        except httpx.HTTPError as error:
            raise NotTaken(f"{method} {path}: {type(error).__name__}") from error
        return answer


def client_of(settings: ReportingSettings) -> httpx.AsyncClient | None:
    """Make the connection that the settings name; None where nothing is reported."""
    if settings.report_url is None:
        return None
    return httpx.AsyncClient(
        base_url=settings.report_url,
        timeout=settings.report_timeout_seconds,
        headers={"Authorization": f"Bearer {settings.report_token}"},
        verify=str(settings.report_ca_file) if settings.report_ca_file else True,
        trust_env=False,
    )
