"""The accounts service on a real database, with tokens from real keys, and its neighbours' facts."""

import itertools
import re
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
import httpx
import pytest
from tests.support import callers
from tests.support.apps import app_of
from tests.support.issuer import Issuer
from tests.support.letters import read
from tests.support.rules import put_in_force
from tests.support.telling import received
from tests.support.two_people import Desk, staff

from accounts.handlers import remittances, reservations
from accounts.main import service as make_service
from accounts.settings import Settings
from accounts.views import verification
from city.seed.people import checked
from local.databases import describe
from shared.base.clock import FixedClock
from shared.base.db import CONTENDED
from shared.base.identifiers import ResidentId, SocialCreditCode
from shared.identity.principal import ALL_RIGHTS, Principal, Role
from shared.messages import EVENTS, Event
from shared.messages.settlement import ReceiptCredited
from shared.messages.withdrawals import (
    FundsConditions,
    WithdrawalCancelled,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalReturned,
)
from shared.messaging.unit import Context

TODAY = date(2026, 3, 2)
BASE = "/api/accounts"
WHOLE = FundsConditions(closing=True, sealed_required=True)
_numbers = itertools.count(1)


def id_number(serial: int | None = None) -> str:
    """A well-formed resident ID that nobody else in the tests has."""
    serial = next(_numbers) if serial is None else serial
    return checked(f"371402{1960 + serial // 1000 % 40}0101{serial % 1000:03d}", ResidentId.parse)


def credit_code() -> str:
    return checked(f"91371400{next(_numbers):09d}", SocialCreditCode.parse)


class Caller(callers.Caller):
    """Somebody who calls the API."""

    base = BASE


IN_TWO = re.compile(
    r"/employers|/employers/\w+/(agreement|agreement/revocation|accounts)"
    r"|/accounts/(seal|unseal|base|\w+/centre-seal|\w+/unfreeze)|/lists/[^/]+/confirmation"
)
GROUNDS: Mapping[str, Any] = {"reason": "单位书面委托", "evidence": ["委托书1号"]}


@dataclass(frozen=True)
class Centre(Caller):
    """Two of the centre: what the first proposes the second decides at once."""

    desk: Desk

    async def post(self, path: str, body: Any = None, key: str | None = None) -> httpx.Response:
        """Propose it, with grounds, and have it decided; what is refused at once is refused."""
        if not IN_TWO.fullmatch(path):
            return await super().post(path, body, key)
        asked = await super().post(path, {**GROUNDS, **(body or {})}, key)
        if asked.status_code != 202:
            return asked
        await self.scanned(asked)
        decided = await self.desk.decide(asked.json()["proposal_id"], staff(Role.STAFF_CHECKER))
        if decided.status_code != 200:
            return decided
        return httpx.Response(200, json=decided.json()["result"], request=decided.request)


@dataclass(frozen=True)
class Person:
    """Somebody with an individual account."""

    account_number: str
    person_id: uuid.UUID
    id_number: str


@dataclass
class Accounts:
    """The service with its HTTP interface, its database and its clock."""

    context: Context
    client: httpx.AsyncClient
    keys: Issuer
    clock: FixedClock

    @property
    def pool(self) -> Any:
        return self.context.pool

    def caller(
        self, role: Role, person_id: uuid.UUID | None = None, employer_number: str | None = None
    ) -> Caller:
        rights = ALL_RIGHTS if role is Role.EMPLOYER_OPERATOR else frozenset()
        principal = Principal(
            uuid.uuid4(), role, person_id, employer_number, "张*", "web", rights=rights
        )
        return Caller(self.client, {"Authorization": f"Bearer {self.keys.token(principal)}"})

    @property
    def staff(self) -> Caller:
        """Two of the centre, who agree."""
        return Centre(self.client, self.caller(Role.STAFF_MAKER).headers, self.desk)

    @property
    def desk(self) -> Desk:
        """Where staff propose and decide."""
        return Desk(self.context, self.as_)

    def as_(self, who: Principal) -> Caller:
        """Call as somebody."""
        return Caller(self.client, {"Authorization": f"Bearer {self.keys.token(who)}"})

    def operator(self, employer_number: str) -> Caller:
        return self.caller(Role.EMPLOYER_OPERATOR, employer_number=employer_number)

    def citizen(self, person: Person) -> Caller:
        return self.caller(Role.INDIVIDUAL, person.person_id)

    def on(self, day: date) -> None:
        """Let it be a day."""
        self.clock.advance(datetime(day.year, day.month, day.day, 2, tzinfo=UTC) - self.clock.now())

    async def employer(self, **changes: Any) -> str:
        body = employer_body(**changes)
        number: str = (await self.staff.done("/employers", body))["employer_number"]
        return number

    async def people(
        self,
        employer_number: str,
        *bases_fen: int,
        opened_on: date | None = None,
    ) -> list[Person]:
        ids = [id_number() for _ in bases_fen]
        body = {
            "employees": [
                employee(id_, base_fen=base, opened_on=str(opened_on or self.clock.today()))
                for id_, base in zip(ids, bases_fen, strict=True)
            ]
        }
        answer = await self.staff.done(f"/employers/{employer_number}/accounts", body)
        return [
            Person(opened["account_number"], uuid.UUID(opened["person_id"]), id_)
            for opened, id_ in zip(answer["accounts"], ids, strict=True)
        ]

    async def confirmed(self, employer_number: str, month: str) -> Any:
        drafted = await self.staff.done(f"/employers/{employer_number}/lists", {"month": month})
        return await self.staff.done(f"/lists/{drafted['id']}/confirmation")

    async def remit(self, employer_number: str, month: str, **changes: Any) -> Any:
        """Draft, confirm, pay, book."""
        found = await self.confirmed(employer_number, month)
        await self.credit(found["payment_reference"], found["total_fen"], **changes)
        booked = (await self.staff.get(f"/lists/{found['id']}")).json()
        assert booked["state"] == "booked"
        return booked

    async def credit(self, reference: str, amount_fen: int, **changes: Any) -> Any:
        event = receipt(reference, amount_fen, **{"value_date": self.clock.today(), **changes})
        return await self.deliver(remittances.book_receipts, event)

    async def no_limits(self) -> None:
        """Let any base be allowed, so that a deposit can be any even amount."""
        await put_in_force(
            self.context,
            "INSERT INTO deposit_policy VALUES ('2003-01-01', 1, 10000, 1, 1000000000000, "
            "'fen_half_up', '测试') ON CONFLICT DO NOTHING",
        )

    async def saver(
        self,
        balance_fen: int = 6_000_000,
        *,
        sealed: str | None = "retired",
        value_date: date | None = None,
    ) -> Person:
        """Somebody whose balance one booked deposit for January has made; sealed with a reason."""
        (person,) = await self.savers(1, balance_fen, sealed=sealed, value_date=value_date)
        return person

    async def savers(
        self,
        count: int,
        balance_fen: int = 6_000_000,
        *,
        sealed: str | None = "retired",
        value_date: date | None = None,
    ) -> list[Person]:
        """So many of them, of one employer."""
        assert balance_fen % 2 == 0
        await self.no_limits()
        number = await self.employer(employer_ratio_bp=1000, employee_ratio_bp=1000)
        bases_fen = [balance_fen * 5] * count
        people = await self.people(number, *bases_fen, opened_on=date(2026, 1, 1))
        await self.remit(number, "2026-01", value_date=value_date or self.clock.today())
        if sealed:
            await self.seal_all(people, sealed)
        return people

    async def rebase(self, person: Person, base_fen: int, month: str) -> None:
        item = {
            "account_number": person.account_number,
            "base_fen": base_fen,
            "effective_month": month,
            "reason": "测试",
        }
        await self.staff.done("/accounts/base", {"items": [item]})

    async def seal(self, person: Person, reason: str = "retired", **more: Any) -> None:
        await self.seal_all([person], reason, **more)

    async def seal_all(self, people: Sequence[Person], reason: str, **more: Any) -> None:
        items = [
            {"account_number": person.account_number, "reason": reason, **more} for person in people
        ]
        await self.staff.done("/accounts/seal", {"items": items})

    async def facts(self, person: Person) -> Any:
        answer = await self.staff.get(f"/accounts/{person.account_number}")
        assert answer.is_success, answer.text
        return answer.json()

    async def entries(self, person: Person) -> Any:
        return (await self.staff.get(f"/accounts/{person.account_number}/entries")).json()["items"]

    async def deliver(
        self, handler: Callable[[Any, Sequence[Any]], Awaitable[None]], *events: Event
    ) -> tuple[list[str], list[str]]:
        """Hand a batch to a handler as the consumer does; return why events were postponed, parked."""
        while True:
            try:
                async with self.context.unit() as unit:
                    await handler(unit, received(events))
                return list(unit.postponed.values()), list(unit.parked.values())
            except CONTENDED:
                continue

    async def reserve(
        self, person: Person, conditions: FundsConditions = WHOLE, **changes: Any
    ) -> Any:
        """Ask for funds and return the answer, an event."""
        event = requested(person, conditions, **changes)
        await self.deliver(reservations.reserve_funds, event)
        return (await self.events(str(event.application_id)))[-1]

    async def pay(self, reserved: Any) -> Any:
        return await self.deliver(reservations.post_funds, paid(reserved))

    async def events(self, subject: str | None = None) -> list[Any]:
        """What waits in the outbox, in order."""
        rows = await self.pool.fetch("SELECT type, subject, body FROM outbox ORDER BY id")
        return [
            read(EVENTS[row["type"]], row["body"])
            for row in rows
            if subject in (None, row["subject"])
        ]

    async def verified(self) -> None:
        """The auditor finds no difference."""
        async with self.pool.acquire() as connection:
            assert await verification.differences(connection) == []

    @asynccontextmanager
    async def as_owner(self, platform: Any) -> AsyncIterator[Any]:
        """A connection of the tables' owner, who may do what the service may not."""
        name = str(self.context.settings.database_url).rpartition("/")[2]
        owned = describe(platform.platform.postgres, "accounts", name)
        connection = await asyncpg.connect(owned.owner_url)
        try:
            yield connection
        finally:
            await connection.close()

    async def statements(self, action: Callable[[Any], Awaitable[None]]) -> int:
        """Count the statements that an action sends in its transaction, the outbox included."""
        sent: list[str] = []
        async with self.context.unit() as unit:
            with unit.connection.query_logger(lambda record: sent.append(record.query)):
                await action(unit)
                await unit.flush()
        return len([q for q in sent if "typeinfo_tree" not in q and "('jit')" not in q])


def employer_body(**changes: Any) -> dict[str, Any]:
    usual = {
        "name": "德州测试有限公司",
        "social_credit_code": credit_code(),
        "payday": 10,
        "employer_ratio_bp": 800,
        "employee_ratio_bp": 800,
        "operator": {"name": "李经办", "id_number": id_number(), "phone": "13905340001"},
        "registered_on": "2000-01-04",
        "agreement_version": "2026-1",
    }
    return usual | changes


def employee(id_: str | None = None, **changes: Any) -> dict[str, Any]:
    usual = {
        "name": "张三丰",
        "id_number": id_ or id_number(),
        "phone": f"138{next(_numbers):08d}",
        "base_fen": 600_000,
    }
    return usual | changes


def receipt(reference: str, amount_fen: int, **changes: Any) -> ReceiptCredited:
    usual = {
        "bank_serial": f"B{next(_numbers):08d}",
        "amount_fen": amount_fen,
        "payer_name": "德州测试有限公司",
        "remittance_information": reference,
        "value_date": TODAY,
    }
    return ReceiptCredited.model_validate(usual | changes)


def requested(
    person: Person, conditions: FundsConditions = WHOLE, **changes: Any
) -> WithdrawalFundsRequested:
    usual = {
        "application_id": uuid.uuid4(),
        "person_id": person.person_id,
        "round": 1,
        "conditions": conditions,
        "business_date": TODAY,
    }
    return WithdrawalFundsRequested.model_validate(usual | changes)


def paid(reserved: Any, **changes: Any) -> WithdrawalPaid:
    usual = {
        "application_id": reserved.application_id,
        "person_id": reserved.person_id,
        "kind_text": "离休、退休",
        "amount_fen": reserved.amount_fen,
        "principal_fen": reserved.principal_fen,
        "interest_fen": reserved.interest_fen,
        "balance_after_fen": reserved.balance_after_fen,
        "card_tail": "3455",
        "account_tail": reserved.account_tail,
        "paid_on": reserved.reserved_on,
        "bank_serial": f"B{next(_numbers):08d}",
    }
    return WithdrawalPaid.model_validate(usual | changes)


def returned(reserved: Any, **changes: Any) -> WithdrawalReturned:
    usual = {
        "application_id": reserved.application_id,
        "person_id": reserved.person_id,
        "kind_text": "离休、退休",
        "amount_fen": reserved.amount_fen,
        "principal_fen": reserved.principal_fen,
        "interest_fen": reserved.interest_fen,
        "reason_text": "收款账户已销户",
        "card_tail": "3455",
        "returned_on": reserved.reserved_on,
    }
    return WithdrawalReturned.model_validate(usual | changes)


def cancelled(application_id: uuid.UUID, person_id: uuid.UUID) -> WithdrawalCancelled:
    return WithdrawalCancelled(
        application_id=application_id, person_id=person_id, kind_text="离休、退休"
    )


@asynccontextmanager
async def served(service_context: Any, keys: Issuer, at: datetime) -> AsyncIterator[Accounts]:
    """The service on a database of its own, at an instant."""
    clock = FixedClock(at)
    # A file is redrawn in a process of its own, whose start takes long on a machine with much to do.
    context = await service_context(
        "accounts", Settings, clock=clock, jwks_url=keys.jwks_url, paper_seconds=120.0
    )
    app = app_of(make_service(context.settings), context)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
        yield Accounts(context, client, keys, clock)


@pytest.fixture
async def accounts(service_context: Any, keys: Issuer) -> AsyncIterator[Accounts]:
    async with served(service_context, keys, datetime(2026, 3, 2, 2, 0, tzinfo=UTC)) as service:
        yield service
