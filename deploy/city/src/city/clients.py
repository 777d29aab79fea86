"""How people use a running system: over HTTP, logging in as they do. Seeding, demonstration and tests."""

import asyncio
import contextlib
import re
import ssl
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
import pyotp

from local.addresses import City
from local.certificates import IN_CLEAR

CODE = re.compile(r"(?<!\d)(\d{6})(?!\d)")
CODE_ARRIVES_WITHIN_SECONDS = 30.0
POLL_SECONDS = 0.05
TIMEOUT_SECONDS = 60.0
KEEPALIVE_SECONDS = 3.0
"""Less than the servers' own 5 s: a connection must not be used in the instant in which they close it."""
LIMITS = httpx.Limits(keepalive_expiry=KEEPALIVE_SECONDS)
BUSY_TRIES = 20
TOTP_STEP_SECONDS = 30
ACTIVATION = re.compile(r"账号(\S+?)的激活码为([0-9A-Z]+)")


LOOK = {"Look-Reason": quote("柜台咨询")}
"""Why staff look somebody up; who looks at what is theirs is not asked."""


CONFIRMATION_NEEDED = "confirmation-needed"
"""What a service answers that wants to see a fresh code."""
CODE_EXPIRED = "code-expired"
"""What the gateway answers to a code that was entered before."""


class Refused(Exception):
    """A service answered with a problem."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        try:
            self.problem: Mapping[str, Any] = answer.json()
        except ValueError:
            self.problem = {"detail": answer.text[:200]}
        self.code = str(self.problem.get("title", ""))
        super().__init__(
            f"{answer.request.method} {answer.request.url.path}: {self.status} "
            f"{self.problem.get('detail', '')}"
        )


@dataclass(frozen=True)
class Session:
    """Somebody who is logged in, or nobody yet."""

    client: httpx.AsyncClient
    city: City
    token: str | None = None
    confirm: "Confirm | None" = None
    """How this person confirms what a service wants confirmed; None: not at all."""

    @property
    def headers(self) -> dict[str, str]:
        """What says who calls."""
        return {"Authorization": f"Bearer {self.token}", **LOOK} if self.token else {}

    async def get(self, path: str, **query: Any) -> Any:
        """Get `<service>/…`; raises `Refused`."""
        return await self._call("GET", path, {}, params=query)

    async def post(self, path: str, body: Any = None, *, key: str | None = None) -> Any:
        """Post to `<service>/…` under a key (fresh if none is given); raises `Refused`."""
        headers = {"Idempotency-Key": key or uuid.uuid4().hex}
        return await self._call("POST", path, headers, json=body)

    async def _call(self, method: str, path: str, headers: Mapping[str, str], **more: Any) -> Any:
        """Call a service through the edge; wait and repeat, under the same key, where it says that it is busy
        or dies while it answers.
        """
        url = f"{self.city.edge_url}/api/{path}"
        for attempt in range(BUSY_TRIES):
            last = attempt == BUSY_TRIES - 1
            pause_seconds = 1.0
            try:
                answer = await self.client.request(
                    method, url, headers={**self.headers, **headers}, **more
                )
            except (httpx.RemoteProtocolError, httpx.ReadError):
                if last:
                    raise
            else:
                if answer.status_code not in (429, 503) or last:
                    break
                pause_seconds = float(answer.headers.get("Retry-After", pause_seconds))
            await asyncio.sleep(pause_seconds)
        if answer.is_success:
            return answer.json() if answer.content else None
        refusal = Refused(answer)
        if refusal.code != CONFIRMATION_NEEDED or not self.confirm or "Confirmation" in headers:
            raise refusal
        confirmed = await self.confirm(self, path, more.get("json"))
        return await self._call(method, path, {**headers, "Confirmation": confirmed}, **more)

    def logged_in(self, tokens: Mapping[str, Any], confirm: "Confirm | None" = None) -> "Session":
        """Return the session of whom the gateway gave these tokens."""
        return Session(self.client, self.city, str(tokens["access_token"]), confirm)


Confirm = Callable[[Session, str, Any], Awaitable[str]]
"""Confirms a POST to `<service>/…` with a body; returns what the service takes as `Confirmation`."""


def by_text(phone: str) -> Confirm:
    """Confirm with the codes that arrive on a phone, one at a time."""
    one_at_a_time = asyncio.Lock()

    async def confirm(session: Session, path: str, body: Any) -> str:
        service, _, rest = path.partition("/")
        wanted = {"service": service, "operation": f"POST /{rest}", "body": body}
        async with one_at_a_time:
            try:
                return await _by_a_fresh_code(session, phone, wanted)
            except Refused as refusal:
                if refusal.code != CODE_EXPIRED:
                    raise
            # The gateway took the code and died before its answer was here: a code counts once.
            return await _by_a_fresh_code(session, phone, wanted)

    return confirm


async def _by_a_fresh_code(session: Session, phone: str, wanted: Mapping[str, Any]) -> str:
    phones = Phones(session.client, session.city)
    seen = {text["text_id"] for text in await phones.texts(phone)}
    asked = await session.post("gateway/confirmations", wanted)
    code = await phones.code(phone, seen, "用于确认")
    place = f"gateway/confirmations/{asked['confirmation_id']}"
    return str((await session.post(place, {"code": code}))["confirmation"])


AGREED = {"agree": True, "reason": "已核对"}


async def by_two(
    maker: Session, checker: Session, path: str, body: Any = None, *, key: str | None = None
) -> Any:
    """Have a maker propose and a checker agree; return what the execution answered. Raises `Refused`."""
    grounds = {"reason": "材料齐全，情况属实", "evidence": ["委托书1号"]}
    asked = await maker.post(path, {**grounds, **(body or {})}, key=key)
    decision = f"{path.partition('/')[0]}/proposals/{asked['proposal_id']}/decision"
    decided = await checker.post(decision, AGREED, key=f"{key}-agreed" if key else None)
    return decided["result"]


def visitor(client: httpx.AsyncClient, city: City) -> Session:
    """Somebody who has not logged in."""
    return Session(client, city)


def http_client(authority: str | None = None) -> httpx.AsyncClient:
    """Make the client that all sessions of one run share."""
    verify = ssl.create_default_context(cafile=authority) if authority else IN_CLEAR
    return httpx.AsyncClient(timeout=TIMEOUT_SECONDS, limits=LIMITS, trust_env=False, verify=verify)


@dataclass(frozen=True)
class Authenticator:
    """What shows one-time passwords; a time step that was used up gives way to the next."""

    secret: str

    async def enter(self, send: Callable[[str], Awaitable[Any]]) -> Any:
        """Send a one-time password that was not used yet; raises `Refused`."""
        totp, now = pyotp.TOTP(self.secret), time.time()
        for ahead in (0, 1, 2):
            if ahead > 1:  # the gateway knows this step only when the one before it has begun
                await asyncio.sleep(TOTP_STEP_SECONDS - now % TOTP_STEP_SECONDS)
            try:
                return await send(totp.at(int(now) + ahead * TOTP_STEP_SECONDS))
            except Refused as refusal:
                if refusal.status != 401 or ahead == 2:
                    raise
        raise AssertionError("unreachable")


async def log_in_staff(guest: Session, login: str, password: str, totp_secret: str) -> Session:
    """Log in by password and one-time password, as staff or as an employer's operator.

    What must be confirmed is confirmed with the same authenticator.
    """
    authenticator = Authenticator(totp_secret)

    async def send(code: str) -> Any:
        body = {"login": login, "password": password, "totp": code}
        return await guest.post("gateway/sessions/staff", body)

    tokens = await authenticator.enter(send)
    return guest.logged_in(tokens, by_authenticator(authenticator))


def by_authenticator(authenticator: Authenticator) -> Confirm:
    """Confirm with what an authenticator shows, one at a time."""
    one_at_a_time = asyncio.Lock()

    async def confirm(session: Session, path: str, body: Any) -> str:
        service, _, rest = path.partition("/")
        async with one_at_a_time:
            wanted = {"service": service, "operation": f"POST /{rest}", "body": body}
            asked = await session.post("gateway/confirmations", wanted)
            place = f"gateway/confirmations/{asked['confirmation_id']}"
            answer = await authenticator.enter(lambda code: session.post(place, {"code": code}))
        return str(answer["confirmation"])

    return confirm


@dataclass(frozen=True)
class Enrolled:
    """What an employer's operator logs in with."""

    login: str
    password: str
    totp_secret: str

    async def log_in(self, guest: Session) -> Session:
        """Log in; raises `Refused`."""
        return await log_in_staff(guest, self.login, self.password, self.totp_secret)


async def enrol_operator(guest: Session, phone: str, password: str) -> Enrolled:
    """Activate an operator's login with the code that was texted, as its owner would."""
    phones = Phones(guest.client, guest.city)
    text = await phones.arrived(phone, "激活码", CODE_ARRIVES_WITHIN_SECONDS)
    found = ACTIVATION.search(text["text"])
    assert found is not None, "the text has a login and a code"
    login, code = found.groups()
    body = {"login": login, "activation_code": code, "password": password}
    made = await guest.post("gateway/sessions/staff/activation", body)
    return Enrolled(login, password, str(made["totp_secret"]))


async def log_in(
    guest: Session, id_number: str, phone: str, capacity: str = "individual"
) -> Session:
    """Log in with the code that arrives on the phone."""
    phones = Phones(guest.client, guest.city)
    seen = {text["text_id"] for text in await phones.texts(phone)}
    wanted = {"id_number": id_number, "as": capacity}
    challenge = await guest.post("gateway/login-codes", wanted)
    code = await phones.code(phone, seen)
    entered = {"challenge_id": challenge["challenge_id"], "code": code}
    return guest.logged_in(await guest.post("gateway/sessions", entered), by_text(phone))


@dataclass(frozen=True)
class Phones:
    """What the phones show: the simulated SMSC."""

    client: httpx.AsyncClient
    city: City

    async def texts(self, phone: str) -> list[dict[str, Any]]:
        """The complete texts that a phone received, oldest first."""
        found: list[dict[str, Any]] = (await self._shown(phone)).json()["texts"]
        return [text for text in reversed(found) if text["complete"] and not text["sent_by_phone"]]

    async def _shown(self, phone: str) -> httpx.Response:
        """Look at a phone, and again where the SMSC has just been killed."""
        url = f"{self.city.smsc_control_url}/control/messages"
        async with asyncio.timeout(CODE_ARRIVES_WITHIN_SECONDS):
            while True:
                with contextlib.suppress(httpx.TransportError):
                    return await self.client.get(url, params={"phone": phone})
                await asyncio.sleep(POLL_SECONDS)

    async def code(self, phone: str, seen: set[int], words: str = "验证码") -> str:
        """Wait for a code in a text with these words that is not among the texts seen before."""
        async with asyncio.timeout(CODE_ARRIVES_WITHIN_SECONDS):
            while True:
                for text in await self.texts(phone):
                    if text["text_id"] not in seen and words in text["text"]:
                        found = CODE.search(text["text"])
                        if found:
                            return found[1]
                await asyncio.sleep(POLL_SECONDS)

    async def arrived(self, phone: str, words: str, within_seconds: float) -> dict[str, Any]:
        """Wait for a text that contains these words; raises `TimeoutError`."""
        async with asyncio.timeout(within_seconds):
            while True:
                for text in await self.texts(phone):
                    if words in text["text"]:
                        return text
                await asyncio.sleep(POLL_SECONDS)

    async def send(self, phone: str, text: str) -> None:
        """Text to 12329 from a phone."""
        await self.client.post(
            f"{self.city.smsc_control_url}/control/mo", json={"phone": phone, "text": text}
        )


@dataclass(frozen=True)
class Bank:
    """The simulated bank's counter: its book, and what it is told."""

    client: httpx.AsyncClient
    city: City

    async def payments(self, application_id: str) -> list[dict[str, Any]]:
        """What the bank's own book says of one key."""
        key = uuid.UUID(application_id).hex
        answer = await self.client.get(
            f"{self.city.bank_control_url}/control/payments", params={"end_to_end_id": key}
        )
        found: list[dict[str, Any]] = answer.json()["payments"]
        return found

    async def totals(self) -> dict[str, int]:
        """Counts and sums over the whole book."""
        answer = await self.client.get(f"{self.city.bank_control_url}/control/totals")
        found: dict[str, int] = answer.json()
        return found

    async def order(self, what: str, body: Mapping[str, Any]) -> None:
        """Post to the bank's control: `receipts`, `returns`, `cards`."""
        answer = await self.client.post(f"{self.city.bank_control_url}/control/{what}", json=body)
        if not answer.is_success:
            raise Refused(answer)

    async def faults(self, **levers: Any) -> None:
        """Say what goes wrong from now on; without levers, nothing does."""
        answer = await self.client.put(f"{self.city.bank_control_url}/control/faults", json=levers)
        if not answer.is_success:
            raise Refused(answer)
