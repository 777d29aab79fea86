"""The other services, asked over their own HTTP interfaces, as any channel does."""

import asyncio
import json
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

import httpx

from hotline import metrics
from hotline.domain import AccountFacts, DepositFacts, LoanFacts, WithdrawalFacts
from hotline.settings import Settings
from shared.base.telemetry import get_logger

CONTRIBUTIONS: Final = frozenset({"01", "02"})
"""Business types of what an employer paid: 汇缴, 补缴 (JGJ/T 320 A.5)."""
ENTRIES_LOOKED_AT: Final = 50
TOO_MANY: Final = 429

log = get_logger()


class NotAvailable(Exception):
    """A service does not answer now."""


class NotProved(Exception):
    """The gateway does not believe who the caller is, or not any more; `wait`: not before a while."""

    def __init__(self, *, wait: bool = False) -> None:
        super().__init__("wait" if wait else "wrong")
        self.wait = wait


@dataclass(frozen=True)
class Proved:
    """A caller who has proved who it is."""

    person_id: UUID
    token: str
    """Access token of channel hotline."""


class Services:
    """Asks the gateway and the owners of the facts."""

    def __init__(self, settings: Settings) -> None:
        self._urls = {
            "gateway": settings.gateway_url,
            "accounts": settings.accounts_url,
            "withdrawals": settings.withdrawals_url,
            "loans": settings.loans_url,
        }
        self._device_file = settings.device_file
        self._device_token: str | None = None
        self._logging_in = asyncio.Lock()
        authority = settings.services_ca_file
        tls = any(url.startswith("https:") for url in self._urls.values())
        self._client = httpx.AsyncClient(
            timeout=settings.answer_seconds,
            trust_env=False,
            verify=ssl.create_default_context(cafile=authority) if tls else False,
        )

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()

    # Who calls.

    async def send_code(self, id_number: str) -> str:
        """Have a code texted if the number is known; its challenge. Raises `NotProved`, `NotAvailable`."""
        answer = await self._as_device("/login-codes", {"id_number": id_number, "as": "individual"})
        return str(answer["challenge_id"])

    async def enter_code(self, challenge_id: str, code: str) -> Proved:
        """Open a session by a texted code; raises `NotProved`, `NotAvailable`."""
        body = {"challenge_id": challenge_id, "code": code}
        return await self._proved(await self._as_device("/sessions", body))

    async def enter_password(self, id_number: str, password: str) -> Proved:
        """Open a session that reads, by a query password; raises `NotProved`, `NotAvailable`."""
        body = {"id_number": id_number, "query_password": password}
        return await self._proved(await self._as_device("/sessions/query-password", body))

    async def report_lost_phone(self, caller: Proved) -> None:
        """Lock withdrawals, then end every other session; done again it changes nothing.

        What it tightens takes a fresh code and hours to loosen (R-CRT-4). Raises `NotAvailable`, `NotProved`.
        """
        key = {"Idempotency-Key": str(uuid4())}
        await self._done("POST", "withdrawals", "/brakes/lock", caller.token, headers=key)
        found = await self._get("gateway", "/me/sessions", caller.token)
        for session in found["items"] if found else ():
            if not session["current"]:
                path = f"/me/sessions/{session['session_id']}"
                await self._done("DELETE", "gateway", path, caller.token)

    async def _done(
        self,
        method: str,
        service: str,
        path: str,
        token: str,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        answer = await self._sent(method, service, path, token, headers=headers)
        if answer.status_code >= 400:
            raise _refusal(service, answer)

    async def _proved(self, tokens: Mapping[str, Any]) -> Proved:
        token = str(tokens["access_token"])
        me = await self._get("gateway", "/me", token)
        return Proved(UUID(me["person_id"]), token)

    async def log_out(self, caller: Proved) -> None:
        """End the caller's session with the call."""
        with suppress(NotAvailable, NotProved):
            await self._call("DELETE", "gateway", "/sessions/current", caller.token)

    async def _as_device(self, path: str, body: Mapping[str, Any]) -> Any:
        """Post as the device of channel hotline, which logs in anew where its token has run out."""
        for again in (False, True):
            token = await self._device(anew=again)
            answer = await self._sent("POST", "gateway", path, token, json=body)
            channel_known = answer.headers.get("X-Login-Channel", "hotline") == "hotline"
            if answer.status_code < 400 and channel_known:
                return answer.json()
            if answer.status_code != 401 or _title(answer) != "login-expired":
                break
        raise _refusal("gateway", answer)

    async def _device(self, *, anew: bool) -> str:
        async with self._logging_in:
            if self._device_token is None or anew:
                credential = await asyncio.to_thread(_credential, self._device_file)
                answer = await self._sent(
                    "POST", "gateway", "/sessions/device", None, json=credential
                )
                if answer.status_code >= 400:
                    metrics.ANSWERS_MISSING.labels("gateway").inc()
                    log.error("the hotline's device cannot log in", status=answer.status_code)
                    raise NotAvailable("device")
                self._device_token = str(answer.json()["access_token"])
            return self._device_token

    # What is known of the caller.

    async def account(self, caller: Proved) -> AccountFacts | None:
        """The balance; None where there is no account."""
        found = await self._get("accounts", "/my/account", caller.token)
        return AccountFacts(found["balance_fen"], found["frozen_fen"]) if found else None

    async def last_deposit(self, caller: Proved) -> DepositFacts | None:
        """The last contribution that stands."""
        query = {"limit": str(ENTRIES_LOOKED_AT)}
        found = await self._get("accounts", "/my/entries", caller.token, query)
        for entry in found["items"] if found else ():
            if entry["business_type"] in CONTRIBUTIONS and not entry["reversal"]:
                return DepositFacts(date.fromisoformat(entry["booked_on"]), entry["amount_fen"])
        return None

    async def withdrawal(self, caller: Proved) -> WithdrawalFacts | None:
        """The latest application."""
        found = await self._get("withdrawals", "/applications", caller.token, {"limit": "1"})
        for one in found["items"] if found else ():
            accepted = date.fromisoformat(one["accepted_on"])
            return WithdrawalFacts(accepted, one["state"], one["amount_fen"])
        return None

    async def loans(self, caller: Proved) -> list[LoanFacts]:
        """Loans that are not repaid."""
        found = await self._get("loans", "/contracts", caller.token)
        return [
            _loan(one["account"])
            for one in (found["contracts"] if found else ())
            if one["account"] is not None and one["account"]["settled_on"] is None
        ]

    async def _get(
        self, service: str, path: str, token: str, query: Mapping[str, str] | None = None
    ) -> Any:
        answer = await self._call("GET", service, path, token, query)
        return None if answer.status_code == 404 else answer.json()

    async def _call(
        self,
        method: str,
        service: str,
        path: str,
        token: str,
        query: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        answer = await self._sent(method, service, path, token, params=query)
        if answer.status_code >= 400 and answer.status_code != 404:
            raise _refusal(service, answer)
        return answer

    async def _sent(
        self,
        method: str,
        service: str,
        path: str,
        token: str | None,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> httpx.Response:
        bearer = {"Authorization": f"Bearer {token}"} if token else {}
        headers = {**(headers or {}), **bearer}
        url = f"{self._urls[service]}/api/{service}{path}"
        try:
            return await self._client.request(method, url, headers=headers, **more)
        except httpx.HTTPError as error:
            metrics.ANSWERS_MISSING.labels(service).inc()
            log.warning("a service does not answer", service=service, error=repr(error))
            raise NotAvailable(service) from error


def _refusal(service: str, answer: httpx.Response) -> Exception:
    if answer.status_code in {400, 401, 422}:
        return NotProved()
    if answer.status_code == TOO_MANY:
        return NotProved(wait=True)
    metrics.ANSWERS_MISSING.labels(service).inc()
    return NotAvailable(service)


def _title(answer: httpx.Response) -> str:
    try:
        return str(answer.json().get("title", ""))
    except ValueError:
        return ""


def _credential(path: Path) -> Mapping[str, str]:
    """Read what administrators registered; looked at anew, since it may come after us."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return {name: found[name] for name in ("client_id", "client_secret")}
    except (OSError, ValueError, KeyError) as error:
        raise NotAvailable("no device") from error


def _loan(account: Mapping[str, Any]) -> LoanFacts:
    following = account["next_instalment"]
    return LoanFacts(
        date.fromisoformat(following["due_on"]) if following else None,
        following["total_fen"] if following else None,
        account["arrears"]["total_fen"],
    )
