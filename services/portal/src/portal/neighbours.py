"""The calculators' owners, asked over their own public interfaces; nobody is logged in."""

import ssl
from collections.abc import Mapping
from typing import Any

import httpx

from portal import metrics
from portal.settings import Settings
from shared.base.telemetry import get_logger

OK, REFUSED = 200, (404, 409, 422)

log = get_logger()


class Away(Exception):
    """The owner does not answer now."""


class RefusedThere(Exception):
    """The owner says no, in one sentence."""


class Neighbours:
    """Asks loans, accounts and withdrawals."""

    def __init__(self, settings: Settings) -> None:
        self._urls = {
            "loans": settings.loans_url,
            "accounts": settings.accounts_url,
            "withdrawals": settings.withdrawals_url,
        }
        authority = settings.services_ca_file
        tls = any(url.startswith("https:") for url in self._urls.values())
        self._client = httpx.AsyncClient(
            timeout=settings.answer_seconds,
            trust_env=False,
            verify=ssl.create_default_context(cafile=authority) if tls else False,
        )

    async def calculate(
        self, service: str, calculator: str, asked: Mapping[str, str | int]
    ) -> dict[str, Any]:
        """Ask a calculator; raises `Away`, `RefusedThere`."""
        url = f"{self._urls[service]}/api/{service}/calculators/{calculator}"
        try:
            answer = await self._client.get(url, params=asked)
        except httpx.HTTPError as error:
            log.warning("a calculator does not answer", service=service, error=repr(error))
            metrics.CALCULATIONS.labels(service, "away").inc()
            raise Away from error
        if answer.status_code == OK:
            metrics.CALCULATIONS.labels(service, "answered").inc()
            found: dict[str, Any] = answer.json()
            return found
        if answer.status_code in REFUSED:
            metrics.CALCULATIONS.labels(service, "refused").inc()
            raise RefusedThere(_sentence(answer))
        metrics.CALCULATIONS.labels(service, "away").inc()
        raise Away


def _sentence(answer: httpx.Response) -> str:
    problem = answer.json()
    return str(problem["detail"])
