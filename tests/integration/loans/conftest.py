"""The loans service on a real database, with tokens from real keys."""

import itertools
import uuid
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from pydantic import ValidationError
from tests.support.apps import app_of
from tests.support.callers import Caller, by_two
from tests.support.issuer import Issuer
from tests.support.letters import read
from tests.support.telling import received

from loans import process
from loans.domain.contracts import PrepaymentEffect
from loans.errors import Refused
from loans.handlers import contracts, disbursements, people
from loans.handlers.booking import book, nothing_under_way
from loans.main import ROUTERS
from loans.rules.booking import Change
from loans.rules.repayment import Repayment, RepaymentKind
from loans.settings import Settings
from loans.shapes import requests
from loans.store import books
from shared.base.clock import FixedClock
from shared.base.money import Fen
from shared.identity.principal import Role
from shared.messages import EVENTS, Event
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.loans import LoanDisbursementApproved
from shared.messages.settlement import DisbursementSucceeded
from shared.messaging.unit import Context
from shared.service import Service

TODAY = date(2026, 3, 2)
NAME = "张三丰"
_numbers = itertools.count(1)
PEOPLE = [uuid.uuid4() for _ in range(500)]
"""Whom the fund knows; all have the same name."""
_people = itertools.cycle(PEOPLE)


def person() -> str:
    """Somebody whom the fund knows."""
    return str(next(_people))


async def know(context: Context, *person_ids: uuid.UUID, name: str = NAME) -> None:
    """Let loans have heard of the accounts of these people."""
    opened = [
        IndividualAccountOpened(
            account_number=f"3714{number:016d}", person_id=person_id, employer_number="371400000001",
            name=name, id_number="", id_number_hash="", phone="", phone_hash="",
            opened_on=date(2015, 1, 5),
        )
        for number, person_id in enumerate(person_ids)
    ]  # fmt: skip
    async with context.unit() as unit:
        await people.opened(unit, received(opened))


@dataclass(frozen=True)
class LoansService:
    """The service with its HTTP interface and its database."""

    context: Context
    client: httpx.AsyncClient
    keys: Issuer

    def as_role(self, role: Role, person_id: uuid.UUID | None = None) -> Caller:
        token = self.keys.token_for(role, person_id)
        return Caller(self.client, {"Authorization": f"Bearer {token}"})

    @property
    def maker(self) -> Caller:
        return self.as_role(Role.STAFF_MAKER)

    @property
    def checker(self) -> Caller:
        return self.as_role(Role.STAFF_CHECKER)

    async def by_two(self, path: str, body: Any) -> httpx.Response:
        """A maker proposes, another person agrees: the first refusal, or what was made."""
        answer = await by_two(self.maker, self.checker, path, body)
        return httpx.Response(201, json=answer.json()["result"]) if answer.is_success else answer

    def person(self, person_id: uuid.UUID) -> Caller:
        return self.as_role(Role.INDIVIDUAL, person_id)

    async def events(self) -> list[Event]:
        """What waits in the outbox, in order."""
        rows = await self.context.pool.fetch("SELECT type, body FROM outbox ORDER BY id")
        return [read(EVENTS[row["type"]], row["body"]) for row in rows]


@pytest.fixture
async def loans(service_context: Any, keys: Issuer) -> AsyncIterator[LoansService]:
    context = await service_context(
        "loans",
        Settings,
        clock=FixedClock(datetime(2026, 3, 2, 1, 0, tzinfo=UTC)),
        jwks_url=keys.jwks_url,
    )
    service = Service("loans", context.settings, ROUTERS)
    await know(context, *PEOPLE)
    app = app_of(service, context)
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
        """Let these have been booked in the past; what the rules refuse is answered as over HTTP."""
        try:
            for one in repayments:
                requests.RepaymentBody.model_validate(one)
            told = await history(self.loans, self.number, repayments)
        except ValidationError:
            return httpx.Response(422)
        except Refused as refused:
            told = {"title": refused.code, "detail": refused.detail, "rule": refused.rule}
            return httpx.Response(refused.status, json=told)
        return httpx.Response(201, json=told)

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
        return await self.loans.by_two(f"{self.path}/agreements", body)

    async def end(self, agreement_id: str, ended_on: str) -> httpx.Response:
        path = f"{self.path}/agreements/{agreement_id}/end"
        return await self.loans.by_two(path, {"ended_on": ended_on})


async def history(
    loans: LoansService, number: str, repayments: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """Book repayments of the past in their order, all or none; say what they did."""
    async with loans.context.unit() as unit:
        contract = await contracts.locked(unit, number)
        process.after(contract.state, process.Step.REPAY)
        await nothing_under_way(unit, number)
        found = await books.account_of(unit.connection, contract)
        assert found is not None
        booked = []
        for one in repayments:
            contracts.not_in_the_future(unit, date.fromisoformat(one["paid_on"]), "还款日期")
            effect = PrepaymentEffect(one["effect"]) if one.get("effect") else None
            booked.append(
                found.account.record(
                    Repayment(
                        one["serial"], date.fromisoformat(one["paid_on"]),
                        RepaymentKind(one["kind"]), Fen(one["amount_fen"]), effect,
                    )
                )
            )  # fmt: skip
        change = Change(found.account, found.entries, booked)
        await book(unit, {number: contract}, [change], uuid.uuid4())
    account = found.account
    return {
        "recorded": len(booked),
        "principal_fen": sum(one.principal_fen for one in booked),
        "interest_fen": sum(one.interest_fen for one in booked),
        "penalty_fen": sum(one.penalty_fen for one in booked),
        "balance_fen": account.balance_fen,
        "settled_on": str(account.settled_on) if account.settled_on else None,
    }


def repayment(day: str, amount_fen: int, kind: str = "02", **more: Any) -> dict[str, Any]:
    return {
        "serial": f"SN{next(_numbers):08d}",
        "paid_on": day,
        "kind": kind,
        "amount_fen": amount_fen,
        **more,
    }


CARD = {"number": "6222021612003456788", "holder_name": NAME}  # E45
PAYEE = {"kind": "seller", "number": "371400000001239001", "holder_name": "德州某某置业有限公司"}


def contract_body(number: str | None = None, **more: Any) -> dict[str, Any]:
    count = next(_numbers)
    return {
        "contract_number": number or f"DZ-2016-{count:06d}",
        "borrower": person(),
        "co_borrowers": [person()],
        "guarantors": [person()],
        "amount_fen": 30_000_000,
        "method": "01",
        "periods": 240,
        "home": "first",
        "signed_on": "2016-08-18",
        "application_number": f"SQ-2016-{count:06d}",
        "months_contributed": 36,
        "guarantee": {"type": "01", "number": f"鲁（2016）德州市不动产证明第{count:07d}号"},
        "repayment_card": CARD,
        "payee": PAYEE,
        "reason": "审批通过",
        **more,
    }


async def lend(loans: LoansService, disbursed_on: str = "2016-08-20", **more: Any) -> Lent:
    """Enter a contract by two and let the bank pay it out on a day; E01's by default."""
    body = contract_body(**{"signed_on": disbursed_on, **more})
    without_card = body["repayment_card"] is None
    answer = await loans.by_two("/contracts", {**body, "repayment_card": CARD})
    assert answer.status_code == 201, answer.text
    number = body["contract_number"]
    events = await loans.events()
    asked = [one for one in events if isinstance(one, LoanDisbursementApproved)][-1]
    paid = DisbursementSucceeded(
        disbursement_id=asked.disbursement_id, amount_fen=asked.amount_fen,
        bank_serial=f"B{asked.disbursement_id.hex[:12]}", paid_on=date.fromisoformat(disbursed_on),
    )  # fmt: skip
    async with loans.context.unit() as unit:
        await disbursements.succeeded(unit, received([paid]))
    if without_card:
        await loans.context.pool.execute(NO_CARD, number)
    return Lent(
        loans,
        number,
        uuid.UUID(body["borrower"]),
        uuid.UUID(body["co_borrowers"][0]),
        uuid.UUID(body["guarantors"][0]),
        date.fromisoformat(disbursed_on),
    )


NO_CARD = "UPDATE repayment_card SET replaced_at = now() WHERE contract_number = $1"


async def lend_e28(loans: LoansService, **more: Any) -> Lent:
    """The loan of E28, paid for 47 months and paid off on 2019-08-29."""
    loan = await lend(loans, "2015-09-20", amount_fen=20_000_000, periods=120, **more)
    await loan.pay_on_time(47)
    await loan.pay_off(date(2019, 8, 29))
    return loan
