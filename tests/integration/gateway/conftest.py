"""The gateway on a real database, and people who log in."""

import base64
import hashlib
import secrets
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import jwt
import pyotp
import pytest
from fastapi import FastAPI
from tests.support.apps import app_of
from tests.support.callers import photograph
from tests.support.letters import read
from tests.support.passwords import hashed_quickly
from tests.support.telling import received

from gateway.handlers import founding, identities, keys
from gateway.main import service as make_service
from gateway.operations import member_of
from gateway.sealed import TOTP_SECRET
from gateway.secrets_at_rest import Passwords
from gateway.settings import LEAST_PASSWORD_MEMORY_KIB, Settings
from gateway.shapes.administrators import NewStaff
from shared.base.clock import FixedClock
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened
from shared.messages.gateway import EVENTS, LoginCodeIssued, StaffActivationIssued
from shared.messaging.unit import Context
from shared.service import Service

BASE = "/api/gateway"
ID_NUMBER = "11010519491231002X"  # E44
OTHER_ID = "371402199001011239"
UNKNOWN_ID = "371402199001011335"
PHONE = "13805341234"
ADMIN_LOGIN, OTHER_ADMIN, ADMIN_PASSWORD = "admin", "admin.two", "correct horse battery staple"
ADMINISTRATORS = (
    {
        "login": ADMIN_LOGIN,
        "name": "赵一",
        "id_number": "371402198001010012",
        "phone": "13805349001",
    },
    {
        "login": OTHER_ADMIN,
        "name": "钱二",
        "id_number": "371402198001010039",
        "phone": "13805349002",
    },
)
ADMIN_SECRET = pyotp.random_base32()
START = datetime.now(UTC).replace(microsecond=0)


@dataclass
class Gateway:
    """The service with its HTTP interface, its database and its clock."""

    context: Context
    service: Service
    app: FastAPI
    client: httpx.AsyncClient
    clock: FixedClock

    def opened(self, id_number: str = ID_NUMBER, **changes: Any) -> IndividualAccountOpened:
        usual = {
            "account_number": "37140000000000000017",
            "person_id": uuid.uuid4(),
            "employer_number": "371400000001",
            "name": "张三丰",
            "id_number": id_number,
            "id_number_hash": "",
            "phone": PHONE,
            "phone_hash": "",
            "opened_on": date(2026, 1, 5),
        }
        return IndividualAccountOpened.model_validate(usual | changes)

    def registered(self, id_number: str = ID_NUMBER, **changes: Any) -> EmployerRegistered:
        usual = {
            "employer_number": "371400000001",
            "name": "德州某某有限公司",
            "operator_name": "李四",
            "operator_id_number": id_number,
            "operator_id_number_hash": "",
            "operator_phone": "13905345678",
        }
        return EmployerRegistered.model_validate(usual | changes)

    async def know(self, *events: IndividualAccountOpened | EmployerRegistered) -> list[str]:
        """Hand events over as the consumer does; returns why events were parked."""
        async with self.context.unit() as unit:
            operators = [event for event in events if isinstance(event, EmployerRegistered)]
            people = [event for event in events if isinstance(event, IndividualAccountOpened)]
            if operators:
                await identities.know_operators(unit, received(operators))
            if people:
                await identities.know_individuals(unit, received(people))
        return list(unit.parked.values())

    async def post(self, path: str, token: str | None = None, **body: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return await self.client.post(BASE + path, json=body, headers=headers)

    async def get(self, path: str, token: str | None = None, **query: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return await self.client.get(BASE + path, params=query, headers=headers)

    async def ask(
        self, id_number: str = ID_NUMBER, as_: str = "individual", **more: Any
    ) -> httpx.Response:
        return await self.post("/login-codes", id_number=id_number, **{"as": as_}, **more)

    async def challenge(self, *args: Any, **more: Any) -> str:
        answer = await self.ask(*args, **more)
        assert answer.status_code == 202, answer.text
        challenge_id: str = answer.json()["challenge_id"]
        return challenge_id

    async def enter(
        self, challenge_id: str, code: str, *, with_token: str | None = None, **more: Any
    ) -> httpx.Response:
        headers = {"Authorization": f"Bearer {with_token}"} if with_token else {}
        body = {"challenge_id": challenge_id, "code": code, **more}
        return await self.client.post(f"{BASE}/sessions", json=body, headers=headers)

    async def code_of(self, challenge_id: str) -> str:
        issued = [
            event
            for event in await self.events()
            if isinstance(event, LoginCodeIssued) and str(event.challenge_id) == challenge_id
        ]
        code: str = issued[-1].code
        return code

    async def wrong_code_of(self, challenge_id: str) -> str:
        return f"{(int(await self.code_of(challenge_id)) + 1) % 1_000_000:06d}"

    async def log_in(
        self, *args: Any, with_token: str | None = None, **more: Any
    ) -> dict[str, Any]:
        challenge_id = await self.challenge(*args, **more)
        code = await self.code_of(challenge_id)
        answer = await self.enter(challenge_id, code, with_token=with_token)
        assert answer.status_code == 201, answer.text
        tokens: dict[str, Any] = answer.json()
        return tokens

    async def citizen(self, id_number: str = ID_NUMBER) -> dict[str, Any]:
        await self.know(self.opened(id_number))
        return await self.log_in(id_number)

    async def refresh(self, refresh_token: str) -> httpx.Response:
        return await self.post("/tokens", refresh_token=refresh_token)

    def totp(self, secret: str) -> str:
        return pyotp.TOTP(secret).at(self.clock.now())

    async def staff_in(self, login: str, password: str, secret: str) -> httpx.Response:
        return await self.post(
            "/sessions/staff", login=login, password=password, totp=self.totp(secret)
        )

    @property
    def passwords(self) -> Passwords:
        """What the service hashes passwords with."""
        made: Passwords = self.app.state.passwords
        return made

    async def admin(self, login: str = ADMIN_LOGIN) -> str:
        """An administrator's access token; each call needs the next time step."""
        await founded(self)
        self.clock.advance(timedelta(seconds=30))
        answer = await self.staff_in(login, ADMIN_PASSWORD, ADMIN_SECRET)
        assert answer.status_code == 201, answer.text
        token: str = answer.json()["access_token"]
        return token

    async def propose(self, path: str, token: str, **body: Any) -> httpx.Response:
        """Propose what takes two people."""
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
        wanted = {"reason": "岗位需要"} | body
        return await self.client.post(BASE + path, json=wanted, headers=headers)

    async def scan(self, proposed: httpx.Response, token: str) -> httpx.Response:
        """Attach a scan to what was proposed."""
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
        return await self.client.post(
            f"{proposed.headers['Location']}/papers/uploads",
            params={"name": "派出所证明"},
            content=photograph(),
            headers={**headers, "Content-Type": "image/jpeg"},
        )

    async def decide(
        self, proposed: httpx.Response, token: str, *, agree: bool = True
    ) -> httpx.Response:
        """Let somebody decide what was proposed."""
        assert proposed.status_code == 202, proposed.text
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
        body = {"agree": agree, "reason": "已核对"}
        place = f"{proposed.headers['Location']}/decision"
        return await self.client.post(place, json=body, headers=headers)

    async def by_two(self, path: str, **body: Any) -> httpx.Response:
        """Let two administrators do something."""
        proposed = await self.propose(path, await self.admin(), **body)
        if proposed.status_code != 202:
            return proposed
        return await self.decide(proposed, await self.admin(OTHER_ADMIN))

    async def activation_code(self) -> str:
        """The activation code that was sent last."""
        found = [one for one in await self.events() if isinstance(one, StaffActivationIssued)]
        code: str = found[-1].code
        return code

    async def events(self) -> list[Any]:
        types = {event.type: event for event in EVENTS}
        rows = await self.context.pool.fetch("SELECT type, body FROM outbox ORDER BY id")
        return [read(types[row["type"]], row["body"]) for row in rows]

    async def outcomes(self) -> Sequence[str]:
        rows = await self.context.pool.fetch("SELECT outcome FROM login_attempt ORDER BY id")
        return [row["outcome"] for row in rows]

    async def count(self, table: str) -> int:
        found: int = await self.context.pool.fetchval(f"SELECT count(*) FROM {table}")
        return found


async def founded(gateway: Gateway) -> None:
    """Make the two administrators of a new system, once; here both have the same password and TOTP."""
    if await gateway.context.pool.fetchval(
        "SELECT EXISTS (SELECT FROM identity WHERE role = 'staff_admin')"
    ):
        return
    bodies = [NewStaff(**one, role="staff_admin", reason="首批") for one in ADMINISTRATORS]
    async with gateway.context.unit() as unit:
        members = [member_of(body, unit.personal_data) for body in bodies]
        codes = await founding.found(unit, members)
    for login, code in codes.items():
        answer = await gateway.post(
            "/sessions/staff/activation", login=login, activation_code=code, password=ADMIN_PASSWORD
        )
        assert answer.status_code == 200, answer.text
    seal = gateway.context.personal_data.seal
    for row in await gateway.context.pool.fetch(
        "SELECT id AS identity_id FROM identity WHERE role = 'staff_admin'"
    ):
        await gateway.context.pool.execute(
            "UPDATE staff_credential SET totp_secret_sealed = $2 WHERE identity_id = $1",
            row["identity_id"], seal(ADMIN_SECRET, TOTP_SECRET, row["identity_id"]),
        )  # fmt: skip


SECRET = "what the terminal made for itself"


async def terminal(gateway: Gateway, channel: str = "kiosk") -> dict[str, str]:
    """Let two administrators register a terminal, or what else people log in through."""
    digest = hashlib.sha256(SECRET.encode()).hexdigest()
    answer = await gateway.by_two("/devices", name="1号机", secret_hash=digest, channel=channel)
    return {"client_id": answer.json()["result"]["client_id"], "client_secret": SECRET}


async def enter(gateway: Gateway, device: dict[str, str]) -> httpx.Response:
    return await gateway.post(
        "/sessions/device", client_id=device["client_id"], client_secret=device["client_secret"]
    )


def claims(token: str) -> dict[str, Any]:
    """What a token says, unverified."""
    found: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return found


@asynccontextmanager
async def made(service_context: Any, **settings: Any) -> AsyncIterator[Gateway]:
    """Make a gateway with settings of its own."""
    clock = FixedClock(START)
    context = await service_context(
        "gateway",
        Settings,
        clock=clock,
        signing_keys_key=base64.b64encode(secrets.token_bytes(32)).decode(),
        login_code_answer_seconds=0,
        password_memory_kib=LEAST_PASSWORD_MEMORY_KIB,
        **settings,
    )
    service = make_service(context.settings)
    with hashed_quickly():
        app = app_of(service, context)
    await keys.rotate_by_age(context)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
        yield Gateway(context, service, app, client, clock)


@pytest.fixture
async def gateway(service_context: Any) -> AsyncIterator[Gateway]:
    async with made(service_context, first_login="code") as gateway:
        yield gateway
