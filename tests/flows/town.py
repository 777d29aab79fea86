"""Makes the town over HTTP, as staff do: employers, accounts, months of deposits, seals, loans."""

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import httpx

from city.clients import LIMITS, Bank, Session, by_two, log_in, visitor
from city.lending import NORMAL, PAYOFF, Lending
from city.seed.office import Office
from city.seed.people import Person, person, social_credit_code
from local.addresses import City
from local.certificates import IN_CLEAR
from shared.messages.accounts import IndividualAccountOpened
from shared.messaging.topology import KNOW_BORROWERS, KNOW_IDENTITIES, KNOW_SUBSCRIBERS

from .evidence import handled, until
from .plan import (
    PAID_MONTHS_AGO,
    PARTS,
    RATIO_BP,
    STOPPED_MONTHS_AGO,
    VALUE_DAY,
    Part,
    Resident,
    month_before,
)

RESIDENTS_PER_ADDRESS = 40
"""The gateway sends 60 codes to one address in ten minutes."""
LOGINS_AT_ONCE = 10


@dataclass
class Town:
    """The town, its residents by their part; whoever was taken is not given to another test."""

    city: City
    office: Office
    bank: Bank
    today: date
    _free: dict[str, list[Resident]] = field(default_factory=lambda: defaultdict(list))

    @property
    def maker(self) -> Session:
        """Who enters."""
        return self.office.maker

    @property
    def checker(self) -> Session:
        """Who confirms."""
        return self.office.checker

    async def by_two(self, path: str, body: Any = None) -> Any:
        """Have it proposed and agreed to."""
        return await by_two(self.maker, self.checker, path, body)

    def take(self, key: str, count: int = 1) -> list[Resident]:
        """Give residents of a part to a test."""
        free = self._free[key]
        assert len(free) >= count, f"the town has no {count} more of {key}"
        taken, self._free[key] = free[:count], free[count:]
        return taken

    def one(self, key: str) -> Resident:
        """Give one resident of a part to a test."""
        return self.take(key)[0]

    def settle(self, residents: Iterable[Resident]) -> None:
        """Let residents be found by their part."""
        for resident in residents:
            self._free[resident.part.key].append(resident)


async def populate(town: Town, parts: Sequence[Part] = PARTS, first: int = 1) -> list[Resident]:
    """Everybody's account, deposits and seal; two towns differ in their first number."""
    numbers = itertools.count(first)
    everybody = [Resident(part, person(next(numbers))) for part in parts for _ in range(part.count)]
    stopped = [one for one in everybody if one.part.stopped]
    newcomers = [one for one in everybody if one.part.newcomer]
    others = [one for one in everybody if not (one.part.stopped or one.part.newcomer)]
    _, number = await asyncio.gather(
        _employer(town, first, "德州陵城停产机械有限公司", STOPPED_MONTHS_AGO, stopped),
        _employer(town, first + 1, "德州长河流程纺织有限公司", PAID_MONTHS_AGO, others),
    )
    await _open(town, number, newcomers, town.today)
    await _seal([*others, *newcomers, *stopped], town)
    return everybody


def operator_of(number: int) -> Person:
    """Who acts for the first or the second employer of a town, by its number."""
    return person(900 + number)


async def _employer(
    town: Town, number: int, name: str, months_ago: Sequence[int], residents: list[Resident]
) -> str:
    months = [month_before(town.today, months) for months in months_ago]
    operator = operator_of(number)
    made = await town.by_two(
        "accounts/employers",
        {
            "name": name,
            "social_credit_code": social_credit_code(900 + number),
            "payday": VALUE_DAY,
            "employer_ratio_bp": RATIO_BP,
            "employee_ratio_bp": RATIO_BP,
            "operator": {
                "name": operator.name, "id_number": operator.id_number, "phone": operator.phone,
            },
            "registered_on": months[0].isoformat(),
            "agreement_version": "2019-1",
        },
    )  # fmt: skip
    employer_number = str(made["employer_number"])
    await _open(town, employer_number, residents, months[0])
    for month in months:
        await _pay_month(town, employer_number, name, month)
    return employer_number


async def _open(town: Town, employer_number: str, residents: list[Resident], on: date) -> None:
    employees = [
        {
            "name": one.person.name,
            "id_number": one.person.id_number,
            "phone": one.person.phone,
            "base_fen": one.part.base_fen,
            "opened_on": on.isoformat(),
        }
        for one in residents
    ]
    made = await town.by_two(
        f"accounts/employers/{employer_number}/accounts", {"employees": employees}
    )
    for resident, opened in zip(residents, made["accounts"], strict=True):
        resident.account_number = opened["account_number"]
        resident.person_id = opened["person_id"]


async def _pay_month(town: Town, employer_number: str, name: str, month: date) -> None:
    drafted = await town.maker.post(
        f"accounts/employers/{employer_number}/lists", {"month": f"{month:%Y-%m}"}
    )
    path = f"accounts/lists/{drafted['id']}"
    await town.by_two(f"{path}/confirmation")
    receipt = {
        "payer_name": name,
        "amount_fen": drafted["total_fen"],
        "remittance_information": drafted["payment_reference"],
        "value_date": month.replace(day=VALUE_DAY).isoformat(),
    }
    await town.bank.order("receipts", receipt)
    await until(
        lambda: town.maker.get(path),
        f"the list of {month} is booked",
        lambda found: found["state"] == "booked",
    )


async def _seal(residents: list[Resident], town: Town) -> None:
    items = [
        {"account_number": one.account_number, "reason": one.part.seal_reason}
        | ({"sealed_on": month_before(town.today, 8).isoformat()} if one.part.stopped else {})
        for one in residents
        if one.part.seal_reason
    ]
    await town.by_two("accounts/accounts/seal", {"items": items})


async def log_everybody_in(town: Town, everybody: list[Resident]) -> list[httpx.AsyncClient]:
    """Log all in, each from home: nobody's address asks for too many codes."""
    await _known(town, len(everybody))
    clients = []
    gate = asyncio.Semaphore(LOGINS_AT_ONCE)

    async def come_in(resident: Resident, client: httpx.AsyncClient) -> None:
        async with gate:
            guest = visitor(client, town.city)
            resident.session = await log_in(guest, resident.person.id_number, resident.person.phone)

    async with asyncio.TaskGroup() as group:
        for number, start in enumerate(range(0, len(everybody), RESIDENTS_PER_ADDRESS), start=1):
            transport = httpx.AsyncHTTPTransport(
                local_address=f"127.0.12.{number}", limits=LIMITS, verify=IN_CLEAR
            )
            client = httpx.AsyncClient(transport=transport, timeout=60.0, trust_env=False)
            clients.append(client)
            for resident in everybody[start : start + RESIDENTS_PER_ADDRESS]:
                group.create_task(come_in(resident, client))
    return clients


async def _known(town: Town, count: int) -> None:
    """Wait until the gateway and notifications have heard of every account."""
    for queue in (KNOW_IDENTITIES.name, KNOW_SUBSCRIBERS.name, KNOW_BORROWERS.name):
        await until(
            partial(handled, town.bank.client, town.city, queue, IndividualAccountOpened.type),
            f"{queue} has heard of {count} accounts",
            lambda heard: heard >= count,
        )


def loan_number(town: Town, number: int) -> str:
    """A contract number."""
    return f"DK{town.today:%Y}{number:04d}"


@dataclass
class Loan:
    """Brings a fund loan into the state that a test needs."""

    town: Town
    number: int
    borrower: Resident
    amount_fen: int = 9_000_000
    co_borrowers: tuple[Resident, ...] = ()
    paid_out_on: date | None = None
    """The 5th of the month three months ago unless given."""
    by_card: bool = False
    """The borrower's own card is debited for it."""

    @property
    def path(self) -> str:
        """Where the contract is."""
        return f"loans/contracts/{loan_number(self.town, self.number)}"

    @property
    def _paid_out_on(self) -> date:
        return self.paid_out_on or month_before(self.town.today, 3).replace(day=5)

    @property
    def _lending(self) -> Lending:
        return Lending(self.town.maker, self.town.checker, self.town.bank)

    async def pay_out(self) -> None:
        """Let the loan move in as it was on the day on which it was paid out."""
        contract = {
            "contract_number": loan_number(self.town, self.number),
            "borrower": self.borrower.person_id,
            "co_borrowers": [one.person_id for one in self.co_borrowers],
            "amount_fen": self.amount_fen,
            "method": "01",
            "periods": 120,
            "signed_on": self._paid_out_on.replace(day=1).isoformat(),
        }
        if self.by_card:
            owner = self.borrower.person
            contract["repayment_card"] = {"number": owner.card, "holder_name": owner.name}
        await self._lending.move_in(contract, self._paid_out_on)

    async def sign_agreement(self) -> None:
        """Sign an offset agreement."""
        agreement = {
            "person_id": self.borrower.person_id,
            "way": "monthly",
            "short_balance": "account_first",
            "prepayment_effect": "shorten",
            "signed_on": self._paid_out_on.isoformat(),
        }
        await by_two(self.town.maker, self.town.checker, f"{self.path}/agreements", agreement)

    async def pay_until(self, day: date) -> list[dict[str, Any]]:
        """Repay the instalments due before a day, each by a receipt of its due date; give them."""
        plan = await self.town.maker.get(f"{self.path}/plan")
        due = [line for line in plan["instalments"] if date.fromisoformat(line["due_on"]) < day]
        for line in due:
            await self._repay(NORMAL, line["total_fen"], date.fromisoformat(line["due_on"]))
        return due

    async def pay_off(self, on: date) -> int:
        """Repay the instalments due before the payoff, and settle; give all that was repaid."""
        due = await self.pay_until(on)
        quote = await self.town.maker.get(f"{self.path}/payoff-quote", paid_on=on.isoformat())
        await self._repay(PAYOFF, quote["total_fen"], on)
        return sum(int(line["total_fen"]) for line in [*due, quote])

    async def _repay(self, kind: str, amount_fen: int, paid_on: date) -> None:
        number = loan_number(self.town, self.number)
        await self._lending.repay(number, kind, amount_fen, paid_on)
