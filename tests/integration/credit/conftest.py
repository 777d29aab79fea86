"""The credit service on a real database, and staff who work with it."""

import re
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.credit import CENTRE_CODE
from tests.support.issuer import Issuer
from tests.support.telling import received
from tests.support.two_people import Desk, staff

from credit.handlers import subjects
from credit.main import service as make_service
from credit.rules.users import confirmed_until
from credit.settings import Settings
from credit.store.users import authorise
from credit.work import imports
from shared.base.clock import FixedClock
from shared.identity.principal import Principal, Role
from shared.messages.accounts import IndividualAccountOpened
from shared.messaging.unit import Context

OCTOBER = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)
ID_NUMBER = "371402199001011239"
REASON = {"reason": "材料齐全"}


LET_IN = (
    (
        re.compile(r"/records(/publications|/[^/]+/(correction|withdrawal))?|/imports/.*"),
        "reporter",
    ),
    (re.compile(r"/repairs/.*|/objections/.*|(/subjects/[^/]+)?/shields.*"), "repair_officer"),
    (re.compile(r"/users(/[^/]+/(confirmation|shutting))?"), "unit_admin"),
)
"""In which role at the platform something is asked for (R-CRD-32); whoever asks here is let in for it."""


def role_for(path: str) -> str | None:
    """The role at the platform in which something is asked for; None where anybody of the staff may."""
    return next((role for gate, role in LET_IN if gate.fullmatch(path)), None)


async def let_in(context: Context[Any], identity_id: uuid.UUID, role: str) -> None:
    """Authorise a member of staff, as two people do."""
    today = context.clock.today()
    of_unit = CENTRE_CODE, "德州市住房公积金管理中心", "德州市", role
    async with context.unit() as unit:
        until = today, uuid.uuid4(), confirmed_until(today)
        await authorise(unit.connection, identity_id, of_unit, until)


class _Caller(Caller):
    base = "/api/credit"


@dataclass(frozen=True)
class _LetIn(_Caller):
    """Somebody whom their unit has authorised for whatever they ask next."""

    admit: Callable[[str], Awaitable[None]] | None = None

    async def post(self, path: str, body: Any = None, key: str | None = None) -> httpx.Response:
        role = role_for(path)
        if role is not None and self.admit is not None:
            await self.admit(role)
        return await super().post(path, body, key)


@dataclass
class Bureau:
    """The service with its HTTP interface."""

    context: Context[Settings]
    client: httpx.AsyncClient
    keys: Issuer
    clock: FixedClock
    maker: Principal = field(default_factory=lambda: staff(Role.STAFF_MAKER))
    checker: Principal = field(default_factory=lambda: staff(Role.STAFF_CHECKER))

    def bare(self, principal: Principal) -> Caller:
        """Somebody as the platform knows them."""
        return _Caller(self.client, {"Authorization": f"Bearer {self.keys.token(principal)}"})

    def caller(self, principal: Principal) -> Caller:
        """Somebody who is authorised as a reporter or repair officer when they act as one."""
        admit = partial(self.let_in_as, who=principal)
        return _LetIn(self.client, self.bare(principal).headers, admit)

    async def let_in_as(self, role: str, who: Principal) -> None:
        """Authorise somebody of the staff who proposes."""
        if who.role is Role.STAFF_MAKER:
            await let_in(self.context, who.identity_id, role)

    def person(self, person_id: uuid.UUID) -> Caller:
        return self.caller(Principal(uuid.uuid4(), Role.INDIVIDUAL, person_id, None, "张*", "web"))

    @property
    def desk(self) -> Desk:
        return Desk(self.context, self.caller)

    async def proposed(self, path: str, **body: Any) -> str:
        """What one proposes and nobody has decided; the id."""
        made = await self.caller(staff(Role.STAFF_MAKER)).done(path, {**REASON, **body})
        return str(made["proposal_id"])

    async def by_two(self, path: str, **body: Any) -> Any:
        """What the decision of two people answers."""
        decided = await self.desk.by_two(path, {**REASON, **body})
        assert decided.status_code == 200, decided.text
        return decided.json()["result"]

    async def subject(self, name: str, **who: str) -> str:
        """Somebody in a register; the id."""
        return str((await self.by_two("/subjects", name=name, **who))["subject_id"])

    async def known(self, person_id: uuid.UUID) -> None:
        """Accounts has told of a person, twice."""
        opened: Any = IndividualAccountOpened(
            account_number="371400000000123456", person_id=person_id, employer_number="371400000007",
            name="张三", id_number=ID_NUMBER, id_number_hash="", phone="", phone_hash="",
            opened_on=date(2026, 3, 2),
        )  # fmt: skip
        async with self.context.unit() as unit:
            await subjects.people_known(unit, received([opened, opened]))

    async def enter(self, row: dict[str, Any]) -> Any:
        """A row that was entered, as it is shown."""
        return await self.caller(self.maker).done("/records", row)

    async def publish(self, *record_ids: str) -> None:
        await self.by_two("/records/publications", record_ids=list(record_ids))

    async def published(self, row: dict[str, Any]) -> str:
        """A record that is public; the id."""
        record_id = str((await self.enter(row))["record_id"])
        await self.publish(record_id)
        return record_id

    async def send(self, data: bytes, what: str, by: Principal | None = None) -> str:
        """A file that was handed in; the id."""
        by = by or self.maker
        await self.let_in_as("reporter", by)
        headers = {
            **self.bare(by).headers,
            "Idempotency-Key": uuid.uuid4().hex,
            "Content-Type": "application/octet-stream",
        }
        path = f"/api/credit/imports/uploads?what={what}"
        answer = await self.client.post(path, content=data, headers=headers)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["file_id"])

    async def read(self, data: bytes, what: str) -> Any:
        """A file as it is after it was read."""
        file_id = await self.send(data, what)
        assert await imports.read_next(self.context)
        return (await self.caller(self.maker).get(f"/imports/{file_id}")).json()

    async def look(self, path: str, **query: Any) -> Any:
        """What anybody sees."""
        answer = await self.client.get(f"/api/credit/public{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture
async def bureau(service_context: Any, keys: Issuer) -> AsyncIterator[Bureau]:
    clock = FixedClock(OCTOBER)
    context = await service_context("credit", Settings, clock=clock, jwks_url=keys.jwks_url)
    app = app_of(make_service(context.settings), context)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://credit") as client:
        yield Bureau(context, client, keys, clock)
