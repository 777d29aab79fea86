"""The loans service on a real database, with tokens from real keys."""

import itertools
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from tests.support.callers import Caller
from tests.support.issuer import Issuer

from loans.main import ROUTERS
from loans.settings import Settings
from shared.base.clock import FixedClock
from shared.http.health import Health
from shared.identity.principal import Principal, Role
from shared.messages import Event
from shared.messages.loans import EVENTS
from shared.messaging.unit import Context
from shared.service import Service, build_app

TODAY = date(2026, 3, 2)
_numbers = itertools.count(1)


@dataclass(frozen=True)
class LoansService:
    """The service with its HTTP interface and its database."""

    context: Context
    client: httpx.AsyncClient
    keys: Issuer

    def as_role(self, role: Role, person_id: uuid.UUID | None = None) -> Caller:
        token = self.keys.token(Principal(uuid.uuid4(), role, person_id, None, "张**", "web"))
        return Caller(self.client, {"Authorization": f"Bearer {token}"})

    @property
    def maker(self) -> Caller:
        return self.as_role(Role.STAFF_MAKER)

    @property
    def checker(self) -> Caller:
        return self.as_role(Role.STAFF_CHECKER)

    def person(self, person_id: uuid.UUID) -> Caller:
        return self.as_role(Role.INDIVIDUAL, person_id)

    async def events(self) -> list[Event]:
        """What waits in the outbox, in order."""
        types = {event.type: event for event in EVENTS}
        rows = await self.context.pool.fetch("SELECT type, body FROM outbox ORDER BY id")
        return [types[row["type"]].model_validate_json(row["body"]) for row in rows]


@pytest.fixture
async def loans(service_context: Any, keys: Issuer) -> AsyncIterator[LoansService]:
    context = await service_context(
        "loans",
        Settings,
        clock=FixedClock(datetime(2026, 3, 2, 1, 0, tzinfo=UTC)),
        jwks_url=keys.jwks_url,
    )
    service = Service("loans", context.settings, ROUTERS)
    app = build_app(service, context, Health())
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://loans/api/loans") as client:
        yield LoansService(context, client, keys)


def move_to(loans: LoansService, day: date, hour: int = 1) -> None:
    """Let it be an hour UTC of a day, nine in the morning in Shanghai."""
    clock = loans.context.clock
    assert isinstance(clock, FixedClock)
    clock.advance(datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - clock.now())


@dataclass
class Lent:
    """A loan as tests need it: entered, confirmed and paid out."""

    loans: LoansService
    number: str
    borrower: uuid.UUID
    co_borrower: uuid.UUID
    guarantor: uuid.UUID
    disbursed_on: date

    @property
    def path(self) -> str:
        return f"/contracts/{self.number}"

    async def plan(self) -> list[dict[str, Any]]:
        answer = await self.loans.maker.get(f"{self.path}/plan")
        assert answer.status_code == 200, answer.text
        lines: list[dict[str, Any]] = answer.json()["instalments"]
        return lines

    async def repay(self, *repayments: dict[str, Any]) -> httpx.Response:
        body = {"repayments": list(repayments)}
        return await self.loans.maker.post(f"{self.path}/repayments", body)

    async def pay_on_time(self, count: int) -> httpx.Response:
        lines = [line for line in await self.plan() if line["state"] != "paid"][:count]
        answer = await self.repay(*(repayment(line["due_on"], line["total_fen"]) for line in lines))
        assert answer.status_code == 201, answer.text
        return answer

    async def pay_off(self, day: date) -> httpx.Response:
        quote = await self.loans.maker.get(f"{self.path}/payoff-quote", paid_on=str(day))
        assert quote.status_code == 200, quote.text
        answer = await self.repay(repayment(str(day), quote.json()["total_fen"], "06"))
        assert answer.status_code == 201, answer.text
        return answer

    async def sign(self, person_id: uuid.UUID, signed_on: str = "2017-01-10") -> httpx.Response:
        body = {
            "person_id": str(person_id),
            "way": "monthly",
            "short_balance": "account_first",
            "prepayment_effect": "reduce",
            "signed_on": signed_on,
        }
        return await self.loans.maker.post(f"{self.path}/agreements", body)


def repayment(day: str, amount_fen: int, kind: str = "02", **more: Any) -> dict[str, Any]:
    return {
        "serial": f"SN{next(_numbers):08d}",
        "paid_on": day,
        "kind": kind,
        "amount_fen": amount_fen,
        **more,
    }


def contract_body(number: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "contract_number": number or f"DZ-2016-{next(_numbers):06d}",
        "borrower": str(uuid.uuid4()),
        "co_borrowers": [str(uuid.uuid4())],
        "guarantors": [str(uuid.uuid4())],
        "amount_fen": 30_000_000,
        "method": "01",
        "periods": 240,
        "home": "first",
        "signed_on": "2016-08-18",
        **more,
    }


async def lend(loans: LoansService, disbursed_on: str = "2016-08-20", **more: Any) -> Lent:
    """Enter, confirm and pay out a loan; E01's by default."""
    body = contract_body(**{"signed_on": disbursed_on, **more})
    path = f"/contracts/{body['contract_number']}"
    assert (await loans.maker.post("/contracts", body)).status_code == 201
    assert (await loans.checker.post(f"{path}/confirmation", {})).status_code == 200
    paid_out = {"disbursed_on": disbursed_on, "serial": f"FK{next(_numbers):08d}"}
    answer = await loans.maker.post(f"{path}/disbursement", paid_out)
    assert answer.status_code == 201, answer.text
    return Lent(
        loans,
        body["contract_number"],
        uuid.UUID(body["borrower"]),
        uuid.UUID(body["co_borrowers"][0]),
        uuid.UUID(body["guarantors"][0]),
        date.fromisoformat(disbursed_on),
    )


async def lend_e28(loans: LoansService, **more: Any) -> Lent:
    """The loan of E28, paid for 47 months and paid off on 2019-08-29."""
    loan = await lend(loans, "2015-09-20", amount_fen=20_000_000, periods=120, **more)
    await loan.pay_on_time(47)
    await loan.pay_off(date(2019, 8, 29))
    return loan
