"""Makes the citizens of a run over HTTP, before anything goes wrong: accounts, deposits, seals, loans."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import httpx
from tests.support import midnight
from tests.support.issuer import Issuer

from city.clients import Bank, Session, by_two, http_client
from city.lending import PAYOFF, Lending
from city.seed.people import Person, person, social_credit_code
from local.addresses import City
from shared.identity.principal import Role

from .plan import (
    EMPLOYERS,
    GOING,
    RATIO_BP,
    VALUE_DAY,
    Citizen,
    Employer,
    month_before,
    value_day,
)
from .registered import records_of
from .waiting import until

LOAN_FEN = 20_000_000
LOANS_AT_ONCE = 8
READY_SECONDS = 120.0
REQUEST_SECONDS = 6.0
REQUESTS_AT_ONCE = 24
OPERATORS_FROM = 5_000


@dataclass(frozen=True)
class Resident:
    """A citizen of the plan as a person with an account, logged in."""

    citizen: Citizen
    person: Person
    person_id: uuid.UUID
    account_number: str
    session: Session
    due_fen: int


@dataclass(frozen=True)
class Office:
    """The centre's staff: who enters, and who confirms."""

    maker: Session
    checker: Session
    bank: Bank
    today: date

    async def by_two(self, path: str, body: Any = None) -> Any:
        """Have it proposed and agreed to."""
        return await by_two(self.maker, self.checker, path, body)

    def on(self, city: City) -> "Office":
        """The same staff, somewhere else."""
        return replace(
            self, maker=replace(self.maker, city=city), checker=replace(self.checker, city=city)
        )


class _OneAtATurn(httpx.AsyncHTTPTransport):
    """Lets only so many requests out at a time: a pool with hundreds of waiters costs more than they do."""

    def __init__(self) -> None:
        super().__init__(trust_env=False, limits=httpx.Limits(max_connections=None))
        self._turn = asyncio.Semaphore(REQUESTS_AT_ONCE)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Wait for a turn, then send."""
        async with self._turn:
            return await super().handle_async_request(request)


@asynccontextmanager
async def client_of_all() -> AsyncIterator[httpx.AsyncClient]:
    """The HTTP client of everybody; it gives up on an answer sooner than people do."""
    async with httpx.AsyncClient(timeout=REQUEST_SECONDS, transport=_OneAtATurn()) as client:
        yield client


@asynccontextmanager
async def office_of(city: City, issuer: Issuer) -> AsyncIterator[Office]:
    """Let staff in; preparing takes longer than anybody in the street would wait."""
    async with http_client() as client:
        tokens = [issuer.token_for(role) for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER)]
        maker, checker = (Session(client, city, token) for token in tokens)
        yield Office(maker, checker, Bank(client, city), midnight.CLOCK.today())


async def put_on_record(city: City, residents: Sequence[Resident], today: date) -> None:
    """Tell the registers what they have of everybody, in their own control, past every link."""
    async with http_client() as client:
        for resident in residents:
            citizen, who = resident.citizen, resident.person.id_number
            for record in records_of(citizen.part.key, citizen.number, today):
                answer = await client.put(
                    f"{city.registers_url}/control/people/{who}/{record.register}",
                    json={"outcome": record.outcome, "data": record.data},
                )
                answer.raise_for_status()


async def populate(
    office: Office,
    citizens: Sequence[Citizen],
    log_in: Callable[[uuid.UUID], Session],
) -> list[Resident]:
    """Give every citizen a person, an account, deposits, and what the part needs."""
    persons = {citizen.number: person(citizen.number) for citizen in citizens}
    accounts: dict[int, dict[str, Any]] = {}
    async with asyncio.TaskGroup() as group:
        for position, employer in enumerate(EMPLOYERS, start=1):
            staff = [one for one in citizens if one.part.employer is employer]
            workplace = Workplace(office, employer, position)
            group.create_task(workplace.employ(staff, persons, accounts))
    await _seal(office, [one for one in citizens if one.part.seal_reason], accounts)
    residents = [
        Resident(
            citizen,
            persons[citizen.number],
            uuid.UUID(accounts[citizen.number]["person_id"]),
            accounts[citizen.number]["account_number"],
            log_in(uuid.UUID(accounts[citizen.number]["person_id"])),
            citizen.due_fen(office.today),
        )
        for citizen in citizens
    ]
    await _repaid_loans(
        office, [accounts[one.number] for one in citizens if one.part.key == "repaid-loan"]
    )
    for resident in residents:
        if resident.citizen.part.key == "blocked-card":
            card = {"card_number": resident.person.card, "holder_name": resident.person.name}
            await office.bank.order("cards", {**card, "state": "blocked"})
    return residents


@dataclass(frozen=True)
class Workplace:
    """One employer in the making."""

    office: Office
    employer: Employer
    position: int

    @property
    def _first_month(self) -> str:
        return month_before(self.office.today, max(self.employer.paid_months_ago)).isoformat()

    async def employ(
        self,
        staff: Sequence[Citizen],
        persons: dict[int, Person],
        accounts: dict[int, dict[str, Any]],
    ) -> None:
        """Register the employer, open its staff's accounts, and pay its months."""
        number = await self._registered()
        employees = [
            {
                "name": persons[one.number].name,
                "id_number": persons[one.number].id_number,
                "phone": persons[one.number].phone,
                "base_fen": one.base_fen,
                "opened_on": self._first_month,
            }
            for one in staff
        ]
        opened = await self.office.by_two(
            f"accounts/employers/{number}/accounts", {"employees": employees}
        )
        accounts |= {one.number: row for one, row in zip(staff, opened["accounts"], strict=True)}
        for months in self.employer.paid_months_ago:
            await self._pay_month(number, months)

    async def _registered(self) -> str:
        operator = person(OPERATORS_FROM + self.position)
        made = await self.office.by_two(
            "accounts/employers",
            {
                "name": self.employer.name,
                "social_credit_code": social_credit_code(700 + self.position),
                "payday": VALUE_DAY,
                "employer_ratio_bp": RATIO_BP,
                "employee_ratio_bp": RATIO_BP,
                "operator": {
                    "name": operator.name,
                    "id_number": operator.id_number,
                    "phone": operator.phone,
                },
                "registered_on": self._first_month,
                "agreement_version": "2019-1",
            },
        )
        return str(made["employer_number"])

    async def _pay_month(self, number: str, months: int) -> None:
        office, month = self.office, month_before(self.office.today, months)
        made = await office.maker.post(
            f"accounts/employers/{number}/lists", {"month": f"{month:%Y-%m}"}
        )
        await office.by_two(f"accounts/lists/{made['id']}/confirmation")
        receipt = {
            "payer_name": self.employer.name,
            "amount_fen": made["total_fen"],
            "remittance_information": made["payment_reference"],
            "value_date": value_day(office.today, months).isoformat(),
        }
        await office.bank.order("receipts", receipt)
        await until(
            partial(_booked, office, made["id"]), f"the list of {month} is booked", READY_SECONDS
        )


async def _booked(office: Office, list_id: str) -> bool:
    found = await office.maker.get(f"accounts/lists/{list_id}")
    return bool(found["state"] == "booked")


async def _seal(
    office: Office, citizens: Sequence[Citizen], accounts: dict[int, dict[str, Any]]
) -> None:
    items = []
    for citizen in citizens:
        item = {
            "account_number": accounts[citizen.number]["account_number"],
            "reason": citizen.part.seal_reason,
        }
        if citizen.part.employer is not GOING:
            item["sealed_on"] = month_before(office.today, 8).isoformat()
        items.append(item)
    await office.by_two("accounts/accounts/seal", {"items": items})


async def _repaid_loans(office: Office, accounts: Sequence[dict[str, Any]]) -> None:
    """Loans paid out and repaid within last month, so that no instalment has fallen due."""
    gate = asyncio.Semaphore(LOANS_AT_ONCE)

    async def make(number: int, borrower: str) -> None:
        async with gate:
            await _repaid_loan(office, f"DK{office.today:%Y}{number:06d}", borrower)

    async with asyncio.TaskGroup() as group:
        for number, account in enumerate(accounts, start=1):
            group.create_task(make(number, account["person_id"]))


async def _repaid_loan(office: Office, contract: str, borrower: str) -> None:
    month = month_before(office.today, 1)
    path = f"loans/contracts/{contract}"
    terms = {
        "contract_number": contract,
        "borrower": borrower,
        "amount_fen": LOAN_FEN,
        "method": "01",
        "periods": 120,
        "signed_on": month.isoformat(),
    }
    lending = Lending(office.maker, office.checker, office.bank)
    await lending.move_in(terms, month.replace(day=5))
    day = month.replace(day=20)
    quote = await office.maker.get(f"{path}/payoff-quote", paid_on=day.isoformat())
    await lending.repay(contract, PAYOFF, quote["total_fen"], day)
